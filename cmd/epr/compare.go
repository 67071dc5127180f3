package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"epr/reports"
	data "epr/reports/json"
	"epr/reports/markdown"
	"epr/reports/text"
)

type compareOptions struct {
	json, markdown, plain, all, bare bool
	effort                           string
}

func newCompare(sys *terminal) *cobra.Command {
	var o compareOptions
	c := &cobra.Command{
		Use:   "compare MODEL.toml [SCENARIO …]",
		Short: "Put the scenarios of a model side by side",
		Long: `Plans a model and its scenarios, all of them or those named, and shows what each comes to: promises kept,
finish, P80 and the chance of all promises by the forecast, cost of lateness, what each changes, dates that
differ, and what binds: where the days of the critical chain go. Scenarios are planned afresh, without the
committed schedule, so that they differ in nothing but their edits, and are measured against the plan planned
afresh; the plan as committed is shown beside it where that has other dates.

Writes nothing. "epr plan --scenario ID" writes a scenario, "epr diff --scenario ID" says which of its edits moves
which date, and --scenario of why, forecast, export, status, check and verify asks those of a scenario.` + "\n" + exitHelp,
		Example: "  epr compare model.toml\n  epr compare model.toml two-more-trainers --json",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return oneModel(c, args)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return runCompare(sys, o, args[0], args[1:])
		},
	}
	f := c.Flags()
	f.StringVar(&o.effort, "effort", "normal", "how hard to search: first, quick, normal or thorough")
	f.BoolVar(&o.bare, "no-forecast", false, "leave the forecast out")
	f.BoolVar(&o.markdown, "markdown", false, "print Markdown, for a paper or a merge request")
	f.BoolVar(&o.plain, "plain", false, "without lines and tables, as for a screen reader")
	f.BoolVar(&o.all, "all", false, "leave nothing out")
	jsonFlag(c, &o.json)
	return c
}

func runCompare(sys *terminal, o compareOptions, path string, ids []string) error {
	search, err := planOptions{effort: o.effort, fresh: true}.search()
	if err != nil {
		return err
	}
	base, err := loadModel(path)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		ids = base.plan.Scenarios.IDs()
	}
	if err := base.addScenarios(ids); err != nil {
		return err
	}
	if err := base.report(sys, o.all, false); err != nil {
		return err
	}
	if len(ids) == 0 {
		return failf(exitUsage, "%s has no scenario to compare; write one as [scenario.<id>]", path)
	}
	committed, err := base.filesIn("").committed(sys)
	if err != nil {
		return err
	}
	p := planner{sys, search, o.bare}
	list, err := p.planItself(base, committed)
	if err != nil {
		return err
	}
	at := len(list) - 1
	for _, id := range ids {
		a, err := p.scenario(base, id)
		if err != nil {
			return err
		}
		list = append(list, a)
	}
	return o.show(sys, reports.Compare(list, at))
}

func (o compareOptions) show(sys *terminal, c *reports.Comparison) error {
	switch {
	case o.json:
		return writeJSON(sys.stdout, json.RawMessage(data.Of(c)))
	case o.markdown:
		return markdown.WriteComparison(sys.stdout, c)
	}
	return text.Compare(sys.stdout, c, sys.page(o.plain, o.all))
}

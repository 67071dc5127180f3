package main

import (
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"epr/plan/explain"
	"epr/plan/flow"
	"epr/plan/forecast"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
	data "epr/reports/json"
	"epr/reports/text"
)

type compareOptions struct {
	json, plain, all, bare bool
	effort                 string
}

func newCompare(sys *terminal) *cobra.Command {
	var o compareOptions
	c := &cobra.Command{
		Use:   "compare MODEL.toml [SCENARIO …]",
		Short: "Put the scenarios of a model side by side",
		Long: `Plans a model and its scenarios, all of them or those named, and shows what each comes to: promises kept,
finish, P80 and the chance of all promises by the forecast, cost of lateness, dates that differ, and what holds
the last date of each. All are planned afresh, without the committed schedule, so that they differ in nothing
but their edits. Writes nothing; "epr plan --scenario ID" writes a scenario.` + "\n" + exitHelp,
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
	f.StringVar(&o.effort, "effort", "normal", "how hard to search: quick, normal or thorough")
	f.BoolVar(&o.bare, "no-forecast", false, "leave the forecast out")
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
	if err := base.report(sys, o.all, false); err != nil {
		return err
	}
	if len(ids) == 0 {
		ids = base.plan.Scenarios.IDs()
	}
	if len(ids) == 0 {
		return failf(exitUsage, "%s has no scenario to compare; write one as [scenario.<id>]", path)
	}
	list := []reports.Alternative{{Name: "The plan itself"}}
	if list[0].Pack, err = o.pack(sys, base, search); err != nil {
		return err
	}
	for _, id := range ids {
		a, err := o.alternative(sys, base, id, search)
		if err != nil {
			return err
		}
		list = append(list, a)
	}
	return o.show(sys, reports.Compare(list))
}

// alternative reads and plans one scenario.
func (o compareOptions) alternative(sys *terminal, base *model, id string, search solve.Options) (reports.Alternative, error) {
	m, err := base.as(id)
	if err != nil {
		return reports.Alternative{}, err
	}
	m.problems = m.newSince(base.problems)
	if err := m.report(sys, o.all, false); err != nil {
		return reports.Alternative{}, err
	}
	pack, err := o.pack(sys, m, search)
	return reports.Alternative{ID: id, Name: m.plan.Scenario.Name, Pack: pack}, err
}

// pack plans and forecasts a model; nil if it has no schedule.
func (o compareOptions) pack(sys *terminal, m *model, search solve.Options) (*reports.Pack, error) {
	result, err := solve.Solve(m.network, search)
	var none *solve.NoSchedule
	switch {
	case errors.As(err, &none):
		return nil, nil
	case err != nil:
		return nil, err
	}
	if report := verify.Check(m.network, result.Schedule); !report.OK() {
		return nil, brokenRules(report)
	}
	in := m.input(result.Schedule)
	in.Reasons = explain.Reasons(m.network, result.Schedule)
	order := flow.New(m.network, result.Schedule)
	in.Floats, in.Critical = explain.NewFloats(order), explain.CriticalChains(order, in.Reasons)
	if !o.bare {
		if in.Forecast, err = played(sys, m, result.Schedule, forecast.Options{}); err != nil {
			return nil, err
		}
	}
	return reports.Build(in), nil
}

func (o compareOptions) show(sys *terminal, c *reports.Comparison) error {
	if o.json {
		return writeJSON(sys.stdout, json.RawMessage(data.Of(c)))
	}
	return text.Compare(sys.stdout, c, text.Options{Width: sys.width, Colour: sys.colour, Plain: o.plain, All: o.all})
}

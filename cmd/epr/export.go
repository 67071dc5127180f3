package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"epr/plan"
	"epr/plan/forecast"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
	"epr/reports/csv"
	"epr/reports/ical"
	"epr/reports/json"
	"epr/reports/markdown"
	"epr/reports/mermaid"
	"epr/reports/mspdi"
	"epr/reports/svg"
)

type exportOptions struct {
	format    string
	out       string
	edits     string // scenario
	blackouts bool
	since     string // what movement is measured from
	alone     bool   // no scenarios
}

// format is one form that a plan can be exported in.
type format struct {
	name, ending string
	what         string
	render       func(io.Writer, *reports.Pack) error
	hasForecast  bool // it shows one
	hasScenarios bool // it shows them
}

func formats() []format {
	return []format{
		{"csv", ".csv", "every activity as comma-separated values", csv.WriteSchedule, false, false},
		{"ics", ".ics", "go-lives, gates and milestones for a calendar", ical.Write, true, false},
		{"json", ".json", "everything, forecast and scenarios included; \"epr schema pack\" says how", json.Write, true, true},
		{"md", ".md", "a summary in Markdown for a merge request", markdown.Write, true, true},
		{"mermaid", ".mmd", "a chart for documents that draw Mermaid", mermaid.Write, false, false},
		{"mspdi", ".xml", "the plan for Microsoft Project and others, with calendars, links and baselines", mspdi.Write, true, false},
		{"svg", ".svg", "a chart as a picture", svg.Write, false, false},
	}
}

func newExport(sys *terminal) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export MODEL.toml --format FORMAT",
		Short: "Write a plan in a form that other programs read",
		Long: `Writes the committed schedule beside the model in another form, if it keeps the rules of the model;
otherwise the model is planned first, and that is said. Movement is measured from the baselines that the model names,
and from the committed schedule or what --since names: for a merge request "--since main".

FORMAT is one of
` + formatHelp() + `
It may be left out where the ending of --out tells it. Without --out the result goes to standard output.

Scenarios of the model are planned and forecast for the forms that show them, json and md, as "epr plan" does it;
--no-scenarios leaves them out.` + "\n" + exitHelp,
		Example: "  epr export examples/lincolnshire.toml --format md\n  epr export model.toml --format md --since main\n  epr export model.toml --out plan.ics\n" +
			"  epr export model.toml --format mspdi --out project.xml",
		Args: oneModel,
		RunE: func(_ *cobra.Command, args []string) error {
			return runExport(sys, o, args[0])
		},
	}
	f := c.Flags()
	f.StringVar(&o.format, "format", "", "form to write: "+strings.Join(formatNames(), ", "))
	scenarioFlag(c, &o.edits, "export the model as this scenario of it edits it")
	f.StringVar(&o.out, "out", "", "write to this file instead of standard output")
	f.StringVar(&o.since, "since", "", "measure movement from this schedule, model, or Git revision instead of the committed schedule")
	f.BoolVar(&o.alone, "no-scenarios", false, "with json and md: leave the scenarios of the model out")
	f.BoolVar(&o.blackouts, "blackouts", false, "with ics: add the windows that are closed to go-lives")
	cobra.CheckErr(c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp)))
	return c
}

func formatHelp() string {
	var b strings.Builder
	for _, f := range formats() {
		fmt.Fprintf(&b, "  %-8s %s\n", f.name, f.what)
	}
	return b.String()
}

func formatNames() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// formatOf is the form that was asked for, by name or by the ending of the file.
func (o exportOptions) formatOf() (format, error) {
	for _, f := range formats() {
		if o.blackouts && f.name == "ics" {
			f.render = ical.WriteWithBlackouts
		}
		if f.name == o.format || o.format == "" && o.out != "" && strings.EqualFold(filepath.Ext(o.out), f.ending) {
			return f, nil
		}
	}
	known := reports.Join(formatNames())
	switch {
	case o.format != "":
		return format{}, failf(exitUsage, "%q is no format: there are %s", o.format, known)
	case o.out != "":
		return format{}, failf(exitUsage, "the name %s does not tell the format; say --format with one of %s", o.out, known)
	}
	return format{}, failf(exitUsage, "which format? say --format with one of %s", known)
}

func runExport(sys *terminal, o exportOptions, path string) error {
	f, err := o.formatOf()
	if err != nil {
		return err
	}
	if o.blackouts && f.name != "ics" {
		return failf(exitUsage, "--blackouts is for the format ics alone: %s has its own way to show them, or none", f.name)
	}
	m, err := loadAs(path, o.edits)
	if err != nil {
		return err
	}
	f.hasScenarios = f.hasScenarios && !o.alone && o.edits == ""
	if f.hasScenarios {
		if err := m.addScenarios(m.plan.Scenarios.IDs()); err != nil {
			return err
		}
	}
	if err := m.report(sys, false, false); err != nil {
		return err
	}
	pack, how, err := packToExport(sys, m, f, o.since)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := f.render(&b, pack); err != nil {
		return failf(exitFiles, "the export could not be made: %v", err)
	}
	if how != committedSchedule {
		if err := sys.say("note: %s; \"%s\" writes the one exported here", how, m.planCommand()); err != nil {
			return err
		}
	}
	if o.out == "" {
		_, err := sys.stdout.Write(b.Bytes())
		return err
	}
	if err := writeAll([]output{{o.out, b.Bytes()}}); err != nil {
		return err
	}
	return sys.say("wrote %s", o.out)
}

// packToExport is the pack of the committed schedule, or of a new one with why there is one. It is forecast
// only for a form that shows it.
func packToExport(sys *terminal, m *model, f format, since string) (*reports.Pack, string, error) {
	files := m.filesIn("")
	schedule, how, err := scheduleFor(sys, m, files, false)
	if err != nil {
		return nil, "", err
	}
	committed, err := files.committed(sys)
	if err != nil {
		return nil, "", err
	}
	in := packInput(m, committed, &solve.Result{Schedule: schedule}, verify.Check(m.network, schedule))
	if since != "" {
		if in.Previous, err = scheduleSince(sys, m, since); err != nil {
			return nil, "", err
		}
	}
	if f.hasForecast {
		if in.Forecast, err = played(sys, m, schedule, forecast.Options{}); err != nil {
			return nil, "", err
		}
	}
	if err := addHistory(sys, m, &in); err != nil {
		return nil, "", err
	}
	if f.hasScenarios {
		if in.Alternatives, err = besidePlan(sys, m, schedule, how == freshSchedule); err != nil {
			return nil, "", err
		}
	}
	return reports.Build(in), how, nil
}

// scheduleSince is the schedule of another version of a model.
func scheduleSince(sys *terminal, m *model, since string) (*plan.Schedule, error) {
	c, err := comparedOf(sys, since, m.path)
	if err != nil {
		return nil, err
	}
	if c.schedule == nil {
		return nil, failf(exitFiles, "there is no committed schedule in %s to measure from", since)
	}
	return &c.schedule.Schedule, nil
}

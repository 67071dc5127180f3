package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"epr/plan"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
	"epr/reports/text"
)

type planOptions struct {
	out    string
	fresh  bool
	strict bool
	json   bool
	plain  bool
	all    bool
	effort string
	best   bool
}

func newPlan(sys *terminal) *cobra.Command {
	var o planOptions
	c := &cobra.Command{
		Use:   "plan MODEL.toml",
		Short: "Schedule a model and write its schedule, risk register and board pack",
		Long: `Reads and checks a model, finds a schedule that keeps every rule, checks that schedule
independently, and writes beside the model (or under --out):

  MODEL.schedule.toml  one activity a line; commit it to Git
  MODEL.xlsx           the board pack
  MODEL.risks.csv      the risk register

A committed schedule is kept: promises come first, then as few and as small moves as possible. The
summary says what keeping it costs; --fresh plans without it. Nothing is written if anything fails.

Effort is counted in steps, not in seconds, so that the same model gives the same schedule on every
machine. With --best-so-far an interrupt (Ctrl-C) ends the search and writes what it has found; the
pack then says that another run may find another schedule.` + "\n" + exitHelp,
		Example: "  epr plan examples/lincolnshire.toml\n  epr plan model.toml --out build --fresh",
		Args:    oneModel,
		RunE: func(_ *cobra.Command, args []string) error {
			return runPlan(sys, o, args[0])
		},
	}
	f := c.Flags()
	f.StringVar(&o.out, "out", "", "write to this folder instead of beside the model")
	f.BoolVar(&o.fresh, "fresh", false, "plan afresh, without the committed schedule")
	f.StringVar(&o.effort, "effort", "normal", "how hard to search: quick, normal or thorough")
	f.BoolVar(&o.best, "best-so-far", false, "when interrupted, write the best schedule found so far")
	f.BoolVar(&o.strict, "strict", false, "exit with 1 if there are warnings or a promise is broken")
	f.BoolVar(&o.plain, "plain", false, "a summary without lines and tables, as for a screen reader")
	f.BoolVar(&o.all, "all", false, "leave nothing out of the summary and the list of problems")
	jsonFlag(c, &o.json)
	return c
}

func runPlan(sys *terminal, o planOptions, path string) error {
	options, err := o.search()
	if err != nil {
		return err
	}
	m, err := loadModel(path)
	if err != nil {
		return err
	}
	if err := m.report(sys, o.all, false); err != nil {
		return err
	}
	files := filesOf(path, o.out)
	if options.Committed, err = files.committed(sys); err != nil {
		return err
	}
	pack, schedule, err := planned(sys, m, options, o.best, o.json)
	if err != nil {
		return err
	}
	written, err := files.write(pack, schedule, m.network)
	if err != nil {
		return err
	}
	if err := o.show(sys, pack, written); err != nil {
		return err
	}
	return o.verdict(m, pack)
}

// search is what the scheduler is asked for.
func (o planOptions) search() (solve.Options, error) {
	efforts := map[string]solve.Effort{"quick": solve.Quick, "normal": solve.Normal, "thorough": solve.Thorough}
	effort, known := efforts[o.effort]
	if !known {
		return solve.Options{}, failf(exitUsage, "%q is no effort: say quick, normal or thorough", o.effort)
	}
	return solve.Options{Fresh: o.fresh, Effort: effort}, nil
}

// planned schedules a model, checks the schedule independently and computes the reports.
func planned(sys *terminal, m *model, o solve.Options, best, asJSON bool) (*reports.Pack, *plan.Schedule, error) {
	watch := watchSearch(sys, best)
	o.Progress, o.Stop = watch.progress, watch.stop
	result, err := solve.Solve(m.network, o)
	watch.end()
	var none *solve.NoSchedule
	if errors.As(err, &none) {
		return nil, nil, noSchedule(sys, m, none, asJSON)
	}
	if err != nil {
		return nil, nil, err
	}
	report := verify.Check(m.network, result.Schedule)
	if !report.OK() {
		return nil, nil, brokenRules(report)
	}
	return reports.Build(packInput(m, o.Committed, result, report)), result.Schedule, nil
}

// brokenRules is the failure of a schedule that the independent check refuses: a fault of the program,
// about which the user must at least be told the truth.
func brokenRules(report verify.Report) error {
	var b strings.Builder
	b.WriteString("the schedule that was found breaks rules of the plan, which is a fault in epr; nothing was written:")
	for k, v := range report.Violations {
		if k == 5 {
			fmt.Fprintf(&b, "\n  … and %d more", len(report.Violations)-k)
			break
		}
		fmt.Fprintf(&b, "\n  %s [%s]", v.Text, v.Rule)
	}
	return &failure{exitNoSchedule, b.String()}
}

func (o planOptions) show(sys *terminal, pack *reports.Pack, written []string) error {
	if o.json {
		return writeJSON(sys.stdout, plannedModel{Pack: pack, Written: written})
	}
	err := text.Summary(sys.stdout, pack, text.Options{Width: sys.width, Colour: sys.colour, Plain: o.plain, All: o.all})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(sys.stderr, "wrote %s\n", strings.Join(written, ", "))
	return err
}

// plannedModel is the result of a plan as data.
type plannedModel struct {
	Written []string      `json:"written"`
	Pack    *reports.Pack `json:"pack"`
}

func (o planOptions) verdict(m *model, pack *reports.Pack) error {
	if o.strict && (m.problems.Len() > 0 || pack.Tiles.Promises.N < pack.Tiles.Promises.Of) {
		return &failure{exitStrict, ""}
	}
	return nil
}

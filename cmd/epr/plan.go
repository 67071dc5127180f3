package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"epr/plan/forecast"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
	data "epr/reports/json"
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
	bare   bool   // no forecast
	edits  string // scenario
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
  MODEL.html           a page for the programme team, for any browser
  MODEL.risks.csv      the risk register

A committed schedule is kept: promises come first, then as few and as small moves as possible. The
summary says what keeping it costs; --fresh plans without it. Nothing is written if anything fails.

The schedule is also forecast, as "epr forecast" does it: the summary, the pack and the register then say
what will probably happen and what each risk costs. Risks that moved are told from the register of the last
run. --no-forecast leaves the forecast out.

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
	f.BoolVar(&o.bare, "no-forecast", false, "leave the forecast out")
	f.StringVar(&o.edits, "scenario", "", "plan the model as this scenario of it edits it, and write MODEL.SCENARIO.*")
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
	files := filesOf(path, o.out)
	if o.edits != "" {
		if m, err = m.as(o.edits); err != nil {
			return err
		}
		files.target += "." + o.edits
	}
	if err := m.report(sys, o.all, false); err != nil {
		return err
	}
	if options.Committed, err = files.committed(sys); err != nil {
		return err
	}
	result, report, err := solved(sys, m, options, o.best, o.json)
	if err != nil {
		return err
	}
	in := packInput(m, options.Committed, result, report)
	if err := o.addForecast(sys, m, files, &in); err != nil {
		return err
	}
	pack := reports.Build(in)
	written, err := files.write(pack, result.Schedule, m.network)
	if err != nil {
		return err
	}
	if err := o.show(sys, pack, written); err != nil {
		return err
	}
	return o.verdict(m, pack)
}

// addForecast plays the schedule unless that was not wanted, and reads the register of the last run.
func (o planOptions) addForecast(sys *terminal, m *model, f files, in *reports.Input) (err error) {
	if !o.bare {
		if in.Forecast, err = played(sys, m, in.Schedule, forecast.Options{}); err != nil {
			return err
		}
	}
	in.LastRegister, err = f.register(sys)
	return err
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

// solved schedules a model and checks the schedule independently.
func solved(sys *terminal, m *model, o solve.Options, best, asJSON bool) (*solve.Result, verify.Report, error) {
	watch := watchSearch(sys, best)
	o.Progress, o.Stop = watch.progress, watch.stop
	result, err := solve.Solve(m.network, o)
	watch.end()
	var none *solve.NoSchedule
	if errors.As(err, &none) {
		return nil, verify.Report{}, noSchedule(sys, m, none, asJSON)
	}
	if err != nil {
		return nil, verify.Report{}, err
	}
	report := verify.Check(m.network, result.Schedule)
	if !report.OK() {
		return nil, report, brokenRules(report)
	}
	return result, report, nil
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
		return writeJSON(sys.stdout, plannedModel{written, data.Of(pack)})
	}
	err := text.Summary(sys.stdout, pack, text.Options{Width: sys.width, Colour: sys.colour, Plain: o.plain, All: o.all})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(sys.stderr, "wrote %s\n", strings.Join(written, ", "))
	return err
}

// plannedModel is the result of a plan as data. The pack is in the form of "epr schema pack".
type plannedModel struct {
	Written []string        `json:"written"`
	Pack    json.RawMessage `json:"pack"`
}

func (o planOptions) verdict(m *model, pack *reports.Pack) error {
	if o.strict && (m.problems.Len() > 0 || pack.Tiles.Promises.N < pack.Tiles.Promises.Of) {
		return &failure{exitStrict, ""}
	}
	return nil
}

package main

import (
	"cmp"
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
	hold   []string // selectors
	strict bool
	json   bool
	plain  bool
	all    bool
	effort string
	best   bool
	bare   bool   // no forecast
	only   bool   // the schedule alone
	alone  bool   // no scenarios
	check  bool   // write nothing
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
summary says what keeping it costs; --fresh plans without it. --hold SELECTOR keeps the dates of some
activities whatever that costs: what cannot be held is an error. Nothing is written if anything fails.

If a merge or an editor has spoilt the committed schedule, take one side of it from Git ("git checkout
--ours FILE") and plan again, which keeps that side's dates, or replace it with --fresh.

Where the model lies in a Git repository, the pack also tells how each date was announced, planned and promised
in earlier commits, and what changed, with which edit moved which date, since the newest commit whose model or
schedule says something else. Elsewhere it compares with the schedule file that stood there before.

The schedule is also forecast, as "epr forecast" does it: the summary, the pack and the register then say
what will probably happen and what each risk costs. Risks that moved are told from the register of the last
run. --no-forecast leaves the forecast out.

With --plain the pack is also written as MODEL.plain.xlsx: one table on a sheet, no chart, merged cell, filter or
colour, for screen readers and for publication beside the pack.

If the model has scenarios, each is planned and forecast too, and the pack and the summary put them side by side,
as "epr compare" does. --no-scenarios leaves them out. With --scenario the scenario itself is planned, afresh unless
it has a committed schedule of its own, and written beside the plan as MODEL.SCENARIO.schedule.toml and so on.

Effort is counted in steps, not in seconds, so that the same model gives the same schedule on every
machine. With --best-so-far an interrupt (Ctrl-C) ends the search and writes what it has found; the
pack then says that another run may find another schedule.

For while you edit a model: --effort first makes one schedule by simple rules, says what the quickest bounds
know of how good it is, and searches no further; --schedule-only leaves the forecast, the pack, the page and
the register out. With both, dates are there in hundredths of a second.` + "\n" + exitHelp,
		Example: "  epr plan examples/lincolnshire.toml\n  epr plan model.toml --out build --fresh",
		Args:    oneModel,
		RunE: func(_ *cobra.Command, args []string) error {
			return runPlan(sys, o, args[0])
		},
	}
	f := c.Flags()
	f.StringVar(&o.out, "out", "", "write to this folder instead of beside the model")
	f.BoolVar(&o.fresh, "fresh", false, "plan afresh, without the committed schedule")
	f.StringArrayVar(&o.hold, "hold", nil, "keep the committed dates of these activities: an id, a phase or a selector such as \"one/*/go-live\"")
	f.StringVar(&o.effort, "effort", "normal", "how hard to search: first (only a first schedule and its bound), quick, normal or thorough")
	f.BoolVar(&o.best, "best-so-far", false, "when interrupted, write the best schedule found so far")
	f.BoolVar(&o.bare, "no-forecast", false, "leave the forecast out")
	f.BoolVar(&o.only, "schedule-only", false, "write only the schedule: no forecast, pack, page or register")
	f.BoolVar(&o.alone, "no-scenarios", false, "leave the scenarios of the model out of the pack")
	scenarioFlag(c, &o.edits, "plan the model as this scenario of it edits it, and write MODEL.SCENARIO.*")
	f.BoolVar(&o.check, "check", false, "write nothing; exit with 1 if the committed schedule is not the one that the model gives")
	f.BoolVar(&o.strict, "strict", false, "exit with 1 if there are warnings or a promise is broken")
	f.BoolVar(&o.plain, "plain", false, "for screen readers: a summary without lines and tables, and the pack as MODEL.plain.xlsx too")
	f.BoolVar(&o.all, "all", false, "leave nothing out of the summary and the list of problems")
	jsonFlag(c, &o.json)
	return c
}

func runPlan(sys *terminal, o planOptions, path string) error {
	options, err := o.search()
	if err != nil {
		return err
	}
	if o.check && o.fresh {
		return failf(exitUsage, "--check asks whether the committed schedule is kept, and --fresh plans without it: say one of the two")
	}
	if err := cmp.Or(o.checkScheduleOnly(), checkOut(o.out)); err != nil {
		return err
	}
	m, err := loadAs(path, o.edits)
	if err != nil {
		return err
	}
	files := m.filesIn(o.out)
	if o.edits == "" && !o.alone && !o.check && !o.only {
		if err := m.addScenarios(m.plan.Scenarios.IDs()); err != nil {
			return err
		}
	}
	if err := m.report(sys, o.all, false); err != nil {
		return err
	}
	if options.Committed, err = o.committed(sys, files); err != nil {
		return err
	}
	// A what-if is planned afresh, as in every comparison, until it has dates of its own to keep.
	options.Fresh = options.Fresh || !files.hasOwn() && len(o.hold) == 0
	if options.Hold, err = o.held(m, options.Committed); err != nil {
		return err
	}
	result, report, err := solved(sys, m, options, o.best, o.json)
	if err != nil {
		return err
	}
	if o.check {
		return files.checkPlanned(sys, m, options.Committed, result.Schedule, o.json)
	}
	if o.only {
		return files.writeSchedule(sys, m.network, result)
	}
	in := packInput(m, options.Committed, result, report)
	if err := o.addForecast(sys, m, files, &in); err != nil {
		return err
	}
	if err := addHistory(sys, m, &in); err != nil {
		return err
	}
	if in.Alternatives, err = o.alternatives(sys, m, options, result); err != nil {
		return err
	}
	pack := reports.Build(in)
	written, err := files.write(pack, result.Schedule, m.network, o.plain)
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
	efforts := map[string]solve.Effort{"first": solve.First, "quick": solve.Quick, "normal": solve.Normal, "thorough": solve.Thorough}
	effort, known := efforts[o.effort]
	if !known {
		return solve.Options{}, failf(exitUsage, "%q is no effort: say first, quick, normal or thorough", o.effort)
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
	if errors.As(err, &none) && none.Held {
		return nil, verify.Report{}, noneHolds(sys, m, none, asJSON)
	}
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
	err := text.Summary(sys.stdout, pack, sys.page(o.plain, o.all))
	if err != nil {
		return err
	}
	return sys.say("wrote %s", strings.Join(written, ", "))
}

// plannedModel is the result of a plan as data. The pack is in the form of "epr schema pack".
type plannedModel struct {
	Written []string        `json:"written"`
	Pack    json.RawMessage `json:"pack"`
}

func (o planOptions) verdict(m *model, pack *reports.Pack) error {
	if o.strict && (!m.problems.IsClean() || pack.Tiles.Promises.N < pack.Tiles.Promises.Of) {
		return &failure{exitStrict, ""}
	}
	return nil
}

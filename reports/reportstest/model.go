package reportstest

import (
	_ "embed"
	"io/fs"
	"testing/fstest"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/plan/verify"
	"epr/reports"
)

//go:embed hostile.toml
var hostile []byte

// Hostile is the pack of a small programme in which everything is awkward: texts that a spreadsheet, a
// browser or a reader of some format could take for something else, links of all types, shares, lags back in
// time, half people, a board that meets on Sundays, work done on a day off. Its schedule is the product's.
func Hostile() *reports.Pack {
	return OfModel(fstest.MapFS{"hostile.toml": {Data: hostile}}, "hostile.toml")
}

// OfModel plans a model and builds its pack: with the schedule that is committed beside it, if there is one
// that keeps the rules, else with a new one. It panics on a model with errors.
func OfModel(files fs.FS, name string) *reports.Pack { return reports.Build(InputOfModel(files, name)) }

// InputOfModel is what OfModel builds a pack from.
func InputOfModel(files fs.FS, name string) reports.Input {
	model := planfile.Read(planfile.Folder{FS: files}, name)
	mustBeSound(model.Problems.Sorted())
	n, problems := expand.Expand(model.Plan)
	mustBeSound(append(plan.Check(model.Plan), problems...))
	s := scheduleOf(files, name, n)
	report := verify.Check(n, s)
	order, reasons := flow.New(n, s), explain.Reasons(n, s)
	return assured(reports.Input{Network: n, Schedule: s, Previous: lastVersion(s), Checks: checks(report), Reasons: reasons,
		Floats: float.New(order), Critical: critical.Chains(order, reasons), Version: "0.1.0"}, order, report)
}

func mustBeSound(problems []source.Problem) {
	for _, p := range problems {
		if p.Severity == source.Error {
			panic("reportstest: " + p.Text)
		}
	}
}

func scheduleOf(files fs.FS, name string, n *plan.Network) *plan.Schedule {
	committed, _ := planfile.ReadSchedule(planfile.Folder{FS: files}, name[:len(name)-len(".toml")]+".schedule.toml")
	if committed != nil && verify.Check(n, &committed.Schedule).OK() {
		return &committed.Schedule
	}
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		panic("reportstest: " + err.Error())
	}
	return result.Schedule
}

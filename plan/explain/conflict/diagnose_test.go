package conflict_test

import (
	"flag"
	"slices"
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/explain/conflict"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/plan/verify"
)

var all = flag.Bool("all", false, "diagnose all hundred impossible programmes")

// Of a hundred generated programmes with one to four planted contradictions, every fifth one in a usual run:
// each contradiction is found, none of its statements can be left out, and the repairs work.
func TestDiagnosePlanted(t *testing.T) {
	for number := range 100 {
		if !*all && number%5 != 0 {
			continue
		}
		p, names := planted(t, number)
		t.Logf("programme %d: %v", number, names)
		d := conflict.Diagnose(p, conflict.DiagnosisOptions{})
		checkDiagnosis(t, p, d)
		if !slices.Contains(names, "must") && len(d.Conflicts) < len(names) {
			t.Errorf("programme %d: %d conflicts for %v: %v", number, len(d.Conflicts), names, d.Conflicts)
		}
		if t.Failed() {
			t.Fatalf("programme %d: %v", number, names)
		}
	}
}

// checkDiagnosis tries everything that a diagnosis of an impossible plan claims.
func checkDiagnosis(t *testing.T, p *plan.Plan, d *conflict.Diagnosis) {
	t.Helper()
	if len(d.Conflicts) == 0 || !d.Complete {
		t.Fatalf("%d conflicts, complete: %v", len(d.Conflicts), d.Complete)
	}
	for k, c := range d.Conflicts {
		checkMinimal(t, p, c)
		if len(c.Repairs) == 0 {
			t.Errorf("no repair of conflict %d: %v", k, c.Statements)
		}
		others := othersMended(d, k)
		for _, r := range c.Repairs {
			if ask(t, edit.Apply(p, append(others, r.Edits...)...)) != solve.Feasible {
				t.Errorf("the repair %q is not enough", r.Say(p))
			}
			checkLeast(t, p, r, others)
		}
	}
	var together []edit.Edit
	for _, r := range d.Together {
		together = append(together, r.Edits...)
	}
	if len(d.Together) == 0 || ask(t, edit.Apply(p, together...)) != solve.Feasible {
		t.Errorf("the repairs %v together are not enough", d.Together)
	}
}

// checkLeast tries a day less of what is said to be the least: of dates by which one-off work must be done,
// whose cost is the days moved.
func checkLeast(t *testing.T, p *plan.Plan, r conflict.Repair, others []edit.Edit) {
	t.Helper()
	if !r.Least || r.Of.Key != "must_by" || r.Of.Noun.Table != edit.Activity || r.Edits[0] == edit.Drop(r.Of) {
		return
	}
	day := p.Activities.Get(r.Of.Noun.ID).MustBy + calendar.Date(r.Cost)
	if r.Edits[0] != edit.Move(r.Of, day) {
		t.Fatalf("%q does not cost the days moved, %d", r.Say(p), r.Cost)
	}
	if ask(t, edit.Apply(p, append(others, edit.Move(r.Of, day-1))...)) != solve.Impossible {
		t.Errorf("less than %q is enough", r.Say(p))
	}
}

// othersMended are the edits that the repairs of a conflict were tried with: the cheapest repairs of those
// before, and the statement of each of those after it that was given up to find the next.
func othersMended(d *conflict.Diagnosis, k int) []edit.Edit {
	var edits []edit.Edit
	for _, c := range d.Conflicts[:k] {
		edits = append(edits, c.Repairs[0].Edits...)
	}
	for _, c := range d.Conflicts[k+1:] {
		edits = append(edits, edit.Drop(c.GivenUp))
	}
	return edits
}

// checkMinimal finds out, without the code under test, that the statements cannot all hold and that each of
// them is needed for that.
func checkMinimal(t *testing.T, p *plan.Plan, c conflict.Conflict) {
	t.Helper()
	if answer := ask(t, holding(p, c.Statements)); answer != solve.Impossible {
		t.Errorf("%v alone: answer %d", c.Statements, answer)
	}
	if !c.Minimal {
		t.Errorf("%v is not proved to be minimal", c.Statements)
	}
	for k, s := range c.Statements {
		less := slices.Delete(slices.Clone(c.Statements), k, k+1)
		if answer := ask(t, holding(p, less)); answer != solve.Feasible {
			t.Errorf("without %v of %v: answer %d", s, c.Statements, answer)
		}
	}
}

// holding is the plan of which only some statements hold.
func holding(p *plan.Plan, held []edit.Statement) *plan.Plan {
	var drops []edit.Edit
	for _, s := range edit.Statements(p) {
		if !slices.Contains(held, s) {
			drops = append(drops, edit.Drop(s))
		}
	}
	return edit.Apply(p, drops...)
}

// ask asks whether a plan has a schedule, and has the one that is given checked independently.
func ask(t *testing.T, p *plan.Plan) solve.Possibility {
	t.Helper()
	n, problems := expand.Expand(p)
	if slices.ContainsFunc(problems, isError) {
		return solve.Impossible
	}
	answer, schedule := solve.Possible(n, solve.PossibleSteps)
	if answer == solve.Feasible {
		if report := verify.Check(n, schedule); !report.OK() {
			t.Errorf("the schedule breaks rules: %v", report.Violations)
		}
	}
	return answer
}

func isError(p source.Problem) bool { return p.Severity == source.Error }

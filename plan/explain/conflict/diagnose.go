// Package conflict says why a plan cannot be done at all. [Diagnose] takes a plan that admits no schedule and gives its
// contradictions, each as the smallest set of statements of the model that cannot all hold, with the changes that would
// mend it; [Conflict.Clash] says in numbers how they contradict each other. Statements and changes are those of
// package edit; whether a plan has a schedule is asked of package solve, and nothing is claimed that was not tried.
// The README beside it shows what is printed.
package conflict

import (
	"epr/plan"
	"epr/plan/edit"
)

// Diagnosis says why a plan admits no schedule, and what would make one possible.
type Diagnosis struct {
	Plan *plan.Plan
	// Conflicts are the contradictions found, each with what would mend it while the others are mended, too.
	// There is none if the plan has a schedule, or if it was not found out.
	Conflicts []Conflict
	// Together is one repair of each conflict, the cheapest: with all of them there is a schedule. Empty if no
	// such combination was found.
	Together []Repair
	// Complete says that the conflicts listed are all that stands in the way: with a statement of each given
	// up there is a schedule.
	Complete bool
	// Steps is the effort spent on questions whether a schedule exists, Asked their number.
	Steps int64
	Asked int
}

// Conflict is a set of statements of a plan that cannot all hold, whatever the rest of the plan says: with
// every other statement given up there is still no schedule.
type Conflict struct {
	Statements []edit.Statement // in the order of the plan's tables
	// Minimal says that it is proved that with any one of them less there is a schedule.
	Minimal bool
	// GivenUp is the statement that was given up to look for the next conflict.
	GivenUp edit.Statement
	Repairs []Repair // the cheapest first
}

// DiagnosisOptions say how much to do for a diagnosis.
type DiagnosisOptions struct {
	// Steps is the effort that the constraint engine may spend on all questions whether a schedule exists,
	// as solve.Possible counts it; 0 is 200 million, some seconds.
	Steps int64
	// Questions is how many may be asked altogether; 0 is 600.
	Questions int
	// Keep are statements that nobody may blame, such as what was asked for.
	Keep []edit.Statement
}

const (
	mostConflicts    = 8
	defaultQuestions = 600
	defaultSteps     = 200_000_000
)

// Diagnose looks for the contradictions of a plan that has no schedule. It finds one by QuickXplain (Junker
// 2004) over the statements of the plan, gives up a statement of it, and looks again, until there is a
// schedule. Wishes are blamed rather than the work itself: see [edit.Statements] for what is taken for
// granted.
func Diagnose(p *plan.Plan, o DiagnosisOptions) *Diagnosis {
	a := newAsker(p, o)
	d := &Diagnosis{Plan: p}
	var relaxed []edit.Edit // one statement of each conflict
	for len(d.Conflicts) < mostConflicts {
		conflict, answer := a.conflict(relaxed)
		if conflict == nil {
			d.Complete = answer == feasible
			break
		}
		conflict.GivenUp = a.givenUp(conflict.Statements, relaxed)
		d.Conflicts = append(d.Conflicts, *conflict)
		relaxed = append(relaxed, edit.Drop(conflict.GivenUp))
	}
	a.repairAll(d, relaxed)
	d.Steps, d.Asked = a.spent, a.asked
	return d
}

// repairAll looks for the repairs of each conflict, given the cheapest repairs of those before and with a
// statement of each of those after given up: what mends the last then mends all.
func (a *asker) repairAll(d *Diagnosis, relaxed []edit.Edit) {
	var together []edit.Edit
	for i := range d.Conflicts {
		c := &d.Conflicts[i]
		given := append(append([]edit.Edit{}, together...), relaxed[i+1:]...)
		c.Repairs = a.repairs(c.Statements, given)
		if len(c.Repairs) == 0 {
			together = append(together, relaxed[i])
			d.Together = nil
			continue
		}
		together = append(together, c.Repairs[0].Edits...)
		d.Together = append(d.Together, c.Repairs[0])
	}
	if len(d.Together) != len(d.Conflicts) || !d.Complete || a.possible(together) != feasible {
		d.Together = nil
	}
}

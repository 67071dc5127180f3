package conflict

import (
	"slices"

	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/solve"
	"epr/plan/source"
)

// The answers to whether a plan has a schedule.
const (
	unknown    = solve.Unknown
	feasible   = solve.Feasible
	impossible = solve.Impossible
)

// One question may take that part of the steps that are left, but some at least: an answer that costs nothing
// is worth having.
const (
	share      = 20
	leastSteps = 100_000
)

// asker asks whether variants of a plan have a schedule.
type asker struct {
	plan       *plan.Plan
	statements []edit.Statement
	options    DiagnosisOptions
	asked      int
	spent      int64
	schedule   *plan.Schedule // of the last plan that has one
	network    *plan.Network  // of the last plan asked about
}

func newAsker(p *plan.Plan, o DiagnosisOptions) *asker {
	if o.Steps == 0 {
		o.Steps = defaultSteps
	}
	if o.Questions == 0 {
		o.Questions = defaultQuestions
	}
	a := &asker{plan: p, options: o}
	for _, s := range edit.Statements(p) {
		if !slices.Contains(o.Keep, s) {
			a.statements = append(a.statements, s)
		}
	}
	return a
}

// possible asks about the plan with some edits.
func (a *asker) possible(edits []edit.Edit) solve.Possibility {
	return a.ask(edit.Apply(a.plan, edits...))
}

// impossible reports whether it is proved that there is no schedule if of all statements only some hold.
func (a *asker) impossible(held []edit.Statement) bool { return a.only(held) == impossible }

// only asks about the plan of which only some statements hold.
func (a *asker) only(held []edit.Statement) solve.Possibility {
	holds := make(map[edit.Statement]bool, len(held))
	for _, s := range held {
		holds[s] = true
	}
	var edits []edit.Edit
	for _, s := range a.statements {
		if !holds[s] {
			edits = append(edits, edit.Drop(s))
		}
	}
	return a.possible(edits)
}

// expand looks at the plan with some edits without asking.
func (a *asker) expand(edits []edit.Edit) {
	a.network, _ = expand.Expand(edit.Apply(a.plan, edits...))
}

func (a *asker) ask(p *plan.Plan) solve.Possibility {
	if a.asked >= a.options.Questions {
		return unknown
	}
	a.asked++
	n, problems := expand.Expand(p)
	a.network = n
	if slices.ContainsFunc(problems, LeavesNoDay) {
		return impossible
	}
	steps := min(solve.PossibleSteps, max((a.options.Steps-a.spent)/share, leastSteps))
	answer, schedule, left := solve.PossibleWithin(n, steps)
	a.spent += steps - left
	if answer == feasible {
		a.schedule = schedule
	}
	return answer
}

// LeavesNoDay reports whether a problem of the expansion says that some activity has no day to start on.
func LeavesNoDay(p source.Problem) bool {
	return p.Code == "no-gap" || p.Code == "no-room" || p.Code == "no-meeting"
}

package whatif

import (
	"cmp"
	"errors"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/explain/conflict"
	"epr/plan/solve"
)

// NotBy is the answer to whether something can be finished by a day.
type NotBy struct {
	Date calendar.Date
	// Now is when the last of what was asked about finishes as the schedule is.
	Now    calendar.Date
	Answer solve.Possibility // Feasible: it can be by that day
	// Costs are the promises, phases and events that then are on another day, those that lose most first, and
	// Moved is how many activities in all are.
	Costs []Cost
	Moved int
	// Schedule is the schedule with it, as near to the present one as could be found; nil if there is none.
	Schedule *plan.Schedule
	Network  *plan.Network
	// Diagnosis says why it cannot be; nil if it can, or if that is not known.
	Diagnosis *conflict.Diagnosis
}

// Cost is a goal that is reached on another day.
type Cost struct {
	Goal     *plan.Goal
	From, To calendar.Date
	// Late is how many days it is then late against its promise, and LateNow how many it is now; both 0 if
	// nothing was promised.
	Late, LateNow int
}

// Days is by how many days it is later; negative if it is earlier.
func (c Cost) Days() int { return int(c.To - c.From) }

// CanBeBy finds out whether some activities can be finished by a day, by giving each of them that day as its
// must_by and scheduling again, near the present schedule. If they cannot, the diagnosis does not blame
// the day that was asked for.
func CanBeBy(n *plan.Network, s *plan.Schedule, targets []int, day calendar.Date) NotBy {
	answer := NotBy{Date: day, Now: lastOf(n, s, targets), Answer: solve.Feasible}
	if answer.Now <= day {
		return answer
	}
	edits, asked := mustBy(n, targets, day)
	p := edit.Apply(n.Plan, edits...)
	changed, problems := expand.Expand(p)
	if slices.ContainsFunc(problems, conflict.LeavesNoDay) {
		answer.Answer = solve.Impossible
	} else {
		answer.solve(n, changed, s)
	}
	if answer.Answer == solve.Impossible {
		answer.Diagnosis = conflict.Diagnose(p, conflict.DiagnosisOptions{Keep: asked})
	}
	return answer
}

// mustBy is the edits that demand a day, with the statements they make.
func mustBy(n *plan.Network, targets []int, day calendar.Date) ([]edit.Edit, []edit.Statement) {
	var edits []edit.Edit
	var asked []edit.Statement
	for _, i := range targets {
		a := &n.Activities[i]
		if a.Done() || !a.Target.MustBy.IsZero() && a.Target.MustBy <= day {
			continue
		}
		of := edit.Statement{Noun: edit.Noun{Table: edit.Adjust, ID: a.ID}, Key: "must_by"}
		edits, asked = append(edits, edit.Move(of, day)), append(asked, of)
	}
	return edits, asked
}

// solve schedules the changed plan near the present schedule and compares the two.
func (a *NotBy) solve(n, changed *plan.Network, s *plan.Schedule) {
	result, err := solve.Solve(changed, solve.Options{Committed: s, Effort: solve.Quick})
	var none *solve.NoSchedule
	switch {
	case errors.As(err, &none) && none.Proved:
		a.Answer = solve.Impossible
		return
	case err != nil:
		var any *plan.Schedule
		if a.Answer, any = solve.Possible(changed, solve.PossibleSteps); any == nil {
			return
		}
		result = &solve.Result{Schedule: any}
	}
	a.Schedule, a.Network = result.Schedule, changed
	for _, row := range result.Schedule.Rows {
		if was, found := s.Find(row.ID); found && was != row {
			a.Moved++
		}
	}
	for i := range n.Goals {
		if c := costOf(n, &n.Goals[i], s, result.Schedule); c.Days() != 0 {
			a.Costs = append(a.Costs, c)
		}
	}
	slices.SortStableFunc(a.Costs, func(x, y Cost) int {
		return cmp.Or(cmp.Compare(y.Late-y.LateNow, x.Late-x.LateNow), cmp.Compare(y.Days(), x.Days()))
	})
}

func costOf(n *plan.Network, g *plan.Goal, from, to *plan.Schedule) Cost {
	c := Cost{Goal: g, From: from.Finish(n, g), To: to.Finish(n, g)}
	if due := dueOf(g); !due.IsZero() {
		c.Late, c.LateNow = max(0, int(c.To-due)), max(0, int(c.From-due))
	}
	return c
}

// dueOf is the day that was promised: announced, else by; zero if neither was.
func dueOf(g *plan.Goal) calendar.Date {
	if day := g.InForce(); !day.IsZero() {
		return day
	}
	return g.By
}

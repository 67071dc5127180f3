package diff

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/solve"
	"epr/plan/source"
)

// beyond is how many days replays may go on after the later of the two ends: what is late must still have a
// day.
const beyond = 3 * 366

// timeline is a plan in between with the dates that the old order of work gives it.
type timeline struct {
	network  *plan.Network // nil for a schedule as committed
	schedule *plan.Schedule
	phases   map[string]calendar.Date
	// Loosened says that maximum lags had to be left out.
	loosened bool
}

// replay places the work of a plan in the order of a schedule: R(X, S) of the method. No end, no must_by and
// no end of a contract stops it: what passes them is late, not impossible. It fails if the plan is none, or if
// some activity has no day even so.
//
// prepare is told of the network before its work is placed.
func replay(p *plan.Plan, order *plan.Schedule, end calendar.Date, prepare func(*plan.Network)) (*timeline, bool) {
	wide := *p
	wide.Programme.End = end
	if anyError(plan.Check(&wide)) {
		return nil, false
	}
	n, problems := expand.Expand(&wide)
	if anyError(problems) {
		return nil, false
	}
	for i := range n.Activities {
		n.Activities[i].Latest = end
	}
	prepare(n)
	t := &timeline{network: n}
	var ok bool
	if t.schedule, ok = solve.Replay(n, order); !ok {
		t.loosened = true
		n.Links = slices.DeleteFunc(n.Links, func(l plan.Link) bool { return l.Max })
		if t.schedule, ok = solve.Replay(n, order); !ok {
			return nil, false
		}
	}
	t.findPhases(n)
	return t, true
}

// findPhases finds when the phases of a network are finished in the schedule.
func (t *timeline) findPhases(n *plan.Network) {
	t.phases = map[string]calendar.Date{}
	for k := range n.Goals {
		if g := &n.Goals[k]; g.Phase {
			t.phases[g.ID] = t.schedule.Finish(n, g)
		}
	}
}

// at is when something is finished; zero if the timeline has no date for it.
func (t *timeline) at(m *Milestone) calendar.Date {
	if m.IsPhase {
		return t.phases[m.ID]
	}
	row, _ := t.schedule.Find(m.ID)
	return row.Finish
}

// bearable are the errors of a plan in between that do not make it another plan: what it says of the time
// before the status date, and that dates leave no room, which a replay does not mind or finds out itself.
var bearable = []string{"not-yet", "no-room", "no-meeting", "no-gap"}

func anyError(problems []source.Problem) bool {
	return slices.ContainsFunc(problems, func(p source.Problem) bool {
		return p.Severity == source.Error && !slices.Contains(bearable, p.Code)
	})
}

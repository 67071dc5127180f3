package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan/explain"
)

// WhyStep is one activity on the way from a date back to its causes, with what moved it after what it
// waits for was done.
type WhyStep struct {
	ID, Name      string
	Start, Finish calendar.Date
	Moved         []string // "is moved by Winter pressures from 8 Dec 2026 to 1 Mar 2027 (+83 days)"
}

// whySteps is how many activities of a chain are told.
const whySteps = 6

// why tells the chain that leads to an activity, from it backwards, and how many activities were left
// out.
func (f *facts) why(i int) ([]WhyStep, int) {
	links := slices.Clone(f.chainTo(i).links)
	slices.Reverse(links)
	n := min(whySteps, len(links))
	steps := make([]WhyStep, 0, n)
	for _, at := range links[:n] {
		steps = append(steps, WhyStep{
			ID: f.activity(at).ID, Name: f.activity(at).Name,
			Start: f.rows[at].Start, Finish: f.rows[at].Finish, Moved: f.movedBy(at),
		})
	}
	return steps, len(links) - n
}

// movedBy says what moved an activity: blackouts, busy teams, meetings, contracts; not the weekends.
func (f *facts) movedBy(i int) []string {
	var moved []string
	for _, r := range f.reasons(i) {
		switch r.Cause {
		case explain.Blackout, explain.Team, explain.Meeting, explain.Contract, explain.NotBefore, explain.Kept:
			moved = append(moved, explain.Say(f.net, f.in.Schedule, r))
		}
	}
	return moved
}

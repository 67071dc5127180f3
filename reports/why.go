package reports

import (
	"slices"
	"strings"

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

// movedBy says what moved an activity: blackouts, busy teams, meetings, contracts; not the weekends. Work that has
// to stay near other work is moved by what moves that: "is moved with Hypercare, which is moved by Winter …".
func (f *facts) movedBy(i int) []string { return f.movedWith(i, map[int]bool{}) }

func (f *facts) movedWith(i int, seen map[int]bool) []string {
	seen[i] = true
	var moved []string
	for _, r := range f.reasons(i) {
		switch r.Cause {
		case explain.Kept:
			if len(seen) == 1 { // what stays near it comes after it in any case
				moved = append(moved, explain.Say(f.net, f.in.Schedule, r))
			}
		case explain.Blackout, explain.Team, explain.Meeting, explain.Contract, explain.NotBefore:
			moved = append(moved, explain.Say(f.net, f.in.Schedule, r))
		case explain.MaximumLag:
			if !seen[r.Other] && r.Days() > 0 {
				moved = append(moved, f.movedAlong(r.Other, seen)...)
			}
		}
	}
	return moved
}

// movedAlong says what moved the work that an activity has to stay near, in one phrase; nothing if nothing did.
func (f *facts) movedAlong(other int, seen map[int]bool) []string {
	if causes := f.movedWith(other, seen); len(causes) > 0 {
		return []string{"is moved with " + f.activity(other).Name + ", which " + strings.Join(causes, " and ")}
	}
	return nil
}

// Package explain says why a date is what it is. It looks only at the network and the finished schedule, never at how
// the schedule was found, so that anyone can check what it says. There are two answers:
//
//   - [Chains], for what somebody asks about: for each step the fewest facts that keep it from every earlier day, so
//     that without one of them, and nothing else changed, it could start sooner; then the step that it waits for. Every
//     claim can be tried. Each earlier day is worked out.
//   - [Reasons], for every activity at once: from the day on which what it waits for lets it start, obstacle by
//     obstacle, to its start, each with the days that it costs. These days add up, over activities and over
//     blackouts, which those of chains do not, so the packs are made of them. Nothing is tried: all 418 activities of
//     the Lincolnshire example take 17 milliseconds, their chains 9 seconds.
//
// Both draw on one picture of the schedule, explainer, and on one list of what can hold work, [Cause].
//
// Sub-packages answer what comes next: float, how far a start can slip; critical, which work decides when a goal is
// reached; whatif, what would bring a date forward; conflict, why a plan has no schedule at all.
package explain

import (
	"epr/calendar"
	"epr/plan"
)

// explainer holds the schedule in the form the questions need.
type explainer struct {
	net      *plan.Network
	schedule *plan.Schedule
	rows     []plan.Row
	in       [][]plan.Link // minimum lags towards each activity
	out      [][]plan.Link // maximum lags from each activity
	load     []usage       // by team, aligned with net.Teams
	team     map[string]int
	gates    map[*plan.Calendar][]int // that each body decides

	windows map[*plan.Blackout][]calendar.Span
	known   map[int]*record // what keeps each activity from earlier days, as far as it has been asked
}

func newExplainer(n *plan.Network, s *plan.Schedule) *explainer {
	x := &explainer{net: n, schedule: s, rows: make([]plan.Row, len(n.Activities)),
		in: make([][]plan.Link, len(n.Activities)), out: make([][]plan.Link, len(n.Activities)),
		gates: map[*plan.Calendar][]int{}, windows: map[*plan.Blackout][]calendar.Span{}, known: map[int]*record{}}
	for i := range n.Activities {
		x.rows[i], _ = s.Find(n.Activities[i].ID)
		if body := n.Activities[i].Meeting; body != nil {
			x.gates[body] = append(x.gates[body], i)
		}
	}
	for _, l := range n.Links {
		if l.Max {
			x.out[l.From] = append(x.out[l.From], l)
		} else {
			x.in[l.To] = append(x.in[l.To], l)
		}
	}
	x.measureLoad()
	return x
}

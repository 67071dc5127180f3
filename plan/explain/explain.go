// Package explain says why a date is what it is. For every activity of a schedule [Reasons] gives the
// chain of what holds it there: what it waits for, the weekend, the blackout, the board meeting or the
// busy team that moved it on, each with the day it moved it from and to. It looks only at the network
// and the finished schedule, never at how the schedule was found, so its reasons can be checked by
// anyone.
package explain

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// Cause is the sort of fact that holds an activity.
type Cause int

// The causes.
const (
	Programme  Cause = iota // the programme starts then
	Status                  // what has not happened by the status date comes after it
	NotBefore               // the plan says not before
	Contract                // a contract starts then
	Link                    // it waits for other work
	MaximumLag              // it must not be too long before other work
	Calendar                // days not worked, or not its weekday
	Meeting                 // its body meets only then
	Blackout                // a blackout is closed to it
	Team                    // its people are busy
	Kept                    // nothing but the order of work or the committed schedule
	Progress                // it has happened
	StartsOn                // it starts only on some days of the week
	Slots                   // the agenda of the meeting is full
)

var causeNames = [...]string{"programme", "status", "not-before", "contract", "link", "maximum-lag", "calendar", "meeting",
	"blackout", "team", "kept", "progress", "starts-on", "slots"}

// String is the cause in one word, as reports and JSON have it.
func (c Cause) String() string { return causeNames[c] }

// Reason is one step of the way to an activity's start: but for it, the activity could have started on
// From; because of it, not before To.
type Reason struct {
	Cause    Cause
	From, To calendar.Date
	Other    int            // Link, MaximumLag: the other activity; else -1
	Blackout *plan.Blackout // Blackout
	Contract *plan.Contract // Contract
	Team     *plan.Team     // Team
	Busy     []int          // Team: who has the people on the first day that there are too few
	At       source.Span    // where the plan says so, if it does
}

// Days is how many calendar days the reason costs.
func (r Reason) Days() int { return int(r.To - r.From) }

// Reasons explains every activity of a schedule; the result is aligned with the network's activities.
// The reasons of one activity follow each other in time and the last ends on its start. The schedule
// must have a row for every activity.
func Reasons(n *plan.Network, s *plan.Schedule) [][]Reason {
	x := newExplainer(n, s)
	all := make([][]Reason, len(n.Activities))
	for i := range n.Activities {
		all[i] = x.reasons(i)
	}
	return all
}

// Main is the reason that weighs most: the one that cost most days; between equals the later one.
func Main(reasons []Reason) Reason {
	main := reasons[0]
	for _, r := range reasons[1:] {
		if r.Days() >= main.Days() {
			main = r
		}
	}
	return main
}

// explainer holds the schedule in the form the questions need.
type explainer struct {
	net      *plan.Network
	schedule *plan.Schedule
	rows     []plan.Row
	in       [][]plan.Link // minimum lags towards each activity
	out      [][]plan.Link // maximum lags from each activity
	load     []usage       // by team, aligned with net.Teams
	team     map[string]int

	windows map[*plan.Blackout][]calendar.Span
	known   map[int]*record // what keeps each activity from earlier days, as far as it has been asked
}

func newExplainer(n *plan.Network, s *plan.Schedule) *explainer {
	x := &explainer{net: n, schedule: s, rows: make([]plan.Row, len(n.Activities)),
		in: make([][]plan.Link, len(n.Activities)), out: make([][]plan.Link, len(n.Activities)),
		windows: map[*plan.Blackout][]calendar.Span{}, known: map[int]*record{}}
	for i := range n.Activities {
		x.rows[i], _ = s.Find(n.Activities[i].ID)
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

package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// GateEvidence is a gate that comes up, with how ready it is.
type GateEvidence struct {
	ID, Name   string
	Date       calendar.Date
	Days       int        // calendar days from the status date
	Criteria   int        // that the plan names
	Evidence   int        // items of evidence that the plan names
	Unfinished int        // activities that it waits for
	Last       Waiting    // of those it waits for in full, the one that finishes last; of no name if there is none
	Room       plan.Whole // working days that Last can slip before the papers close, or the gate's day where they have no date
	Tight      bool       // Room is less than LittleFloat
}

// gateEvidence tells the gates that come up, those with little room first.
func (f *facts) gateEvidence(gates []Decision) []GateEvidence {
	var list []GateEvidence
	for i := range gates {
		d := &gates[i]
		g := GateEvidence{ID: d.ID, Name: d.Name, Date: d.Date, Days: d.Days, Criteria: len(d.Criteria), Evidence: len(d.Evidence),
			Unfinished: len(d.WaitsFor)}
		f.readRoom(&g, d)
		list = append(list, g)
	}
	slices.SortStableFunc(list, func(a, b GateEvidence) int {
		switch {
		case a.Tight == b.Tight:
			return 0
		case a.Tight:
			return -1
		}
		return 1
	})
	return list
}

// readRoom finds what a gate waits for last, and how far that can slip.
func (f *facts) readRoom(g *GateEvidence, d *Decision) {
	for _, w := range d.WaitsFor {
		if !w.AtStart && w.Share >= plan.One && w.Finish > g.Last.Finish {
			g.Last = w
		}
	}
	a := f.activity(f.net.Index(d.ID))
	if g.Last.Name == "" || a.Terms == nil {
		return
	}
	until := d.Date
	if !d.PapersClose.IsZero() {
		until = d.PapersClose
	}
	days := a.Terms.Calendar
	g.Room = plan.Whole{N: days.Before(until) - days.Before(g.Last.Finish+1), Set: true}
	g.Tight = g.Room.N < LittleFloat
}

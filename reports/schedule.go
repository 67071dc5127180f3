package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Activity is one row of the schedule.
type Activity struct {
	ID, Name                     string
	Kind                         plan.Kind
	Phase, Trust, Site, Workflow string // ids; "" where it belongs to all
	Start, Finish                calendar.Date
	Days                         int // days worked from start to finish
	Needs                        []plan.Need
	State                        State
	HeldBy                       string
	Float                        Float
	Owner                        string
	Variation                    // of the finish
}

// State is how far an activity has come.
type State string

// The states.
const (
	Done     State = "done"
	UnderWay State = "under way"
	Planned  State = "planned"
)

// activities lists the schedule by start, then by id.
func (f *facts) activities() []Activity {
	list := make([]Activity, len(f.net.Activities))
	for i := range list {
		list[i] = f.activityRow(i)
	}
	slices.SortStableFunc(list, func(a, b Activity) int { return cmp.Compare(a.Start, b.Start) })
	return list
}

func (f *facts) activityRow(i int) Activity {
	a := f.activity(i)
	row := Activity{
		ID:        a.ID,
		Name:      a.Name,
		Kind:      a.Kind,
		Phase:     a.Place.Phase,
		Trust:     a.Place.Trust,
		Site:      a.Place.Site,
		Workflow:  a.Place.Workflow,
		Start:     f.rows[i].Start,
		Finish:    f.rows[i].Finish,
		Needs:     a.Needs,
		State:     f.state(i),
		HeldBy:    f.heldBy(i),
		Float:     f.float(i),
		Owner:     a.Owner,
		Variation: f.variation(i),
	}
	if !a.IsMilestone() {
		row.Days = f.worked(i)
	}
	return row
}

// worked counts the days on which an activity is worked, from its start to its finish.
func (f *facts) worked(i int) int {
	return f.activity(i).Terms.Work.Count(calendar.Span{From: f.rows[i].Start, To: f.rows[i].Finish})
}

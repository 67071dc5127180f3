package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// DecisionDays is how many calendar days from the status date a decision counts as coming up.
const DecisionDays = 120

// Decision is a gate still to be taken.
type Decision struct {
	ID, Name     string
	Phase, Trust string // names; "" where the gate belongs to all
	Date         calendar.Date
	Days         int           // calendar days from the status date
	Body         string        // who decides
	PapersClose  calendar.Date // zero if its papers have no deadline
	Owner        string
	Criteria     []string
	Evidence     []string
	WaitsFor     []Waiting // unfinished activities that it waits for, latest finish first
	// NextMeeting is the meeting after Date at which it could be taken instead, zero if there is none
	// in the horizon; Lost is the calendar days that would cost.
	NextMeeting calendar.Date
	Lost        int
	// Releases is the first go-live that waits for this decision, directly or not, and ReleasesDate
	// its finish; "" and zero if none does.
	Releases     string
	ReleasesDate calendar.Date
}

// Waiting is an activity that something waits for.
type Waiting struct {
	ID, Name string
	Start    calendar.Date
	Finish   calendar.Date
	// Share is how much of it has to be done, One for all; AtStart says that it only has to have
	// started.
	Share   plan.Hundredths
	AtStart bool
}

// decisions lists the gates still to be taken, earliest first, then by id.
func (f *facts) decisions() []Decision {
	var list []Decision
	for i := range f.net.Activities {
		if f.activity(i).Kind == plan.Gate && f.state(i) != Done {
			list = append(list, f.decision(i))
		}
	}
	slices.SortStableFunc(list, func(a, b Decision) int { return cmp.Compare(a.Date, b.Date) })
	return list
}

// comingUp divides a list of decisions into those of the coming DecisionDays and those after.
func comingUp(list []Decision) (soon, later []Decision) {
	for i := range list {
		if list[i].Days > DecisionDays {
			return list[:i], list[i:]
		}
	}
	return list, nil
}

func (f *facts) decision(i int) Decision {
	a := f.activity(i)
	d := Decision{
		ID:       a.ID,
		Name:     a.Name,
		Date:     f.rows[i].Finish,
		Days:     int(f.rows[i].Finish - f.status),
		Owner:    a.Owner,
		WaitsFor: f.waitsFor(i),
	}
	d.Phase, d.Trust, _ = f.placeNames(a.Place)
	if a.Step != nil {
		d.Criteria, d.Evidence = a.Step.Criteria, a.Step.Evidence
	}
	if a.Meeting != nil {
		d.Body = orID(a.Meeting.Name, a.Meeting.ID)
		d.PapersClose = papersClose(a, d.Date)
	}
	d.NextMeeting, d.Lost = nextMeeting(a, d.Date)
	if first := f.firstGoLiveAfter(i); first >= 0 {
		d.Releases, d.ReleasesDate = f.activity(first).Name, f.rows[first].Finish
	}
	return d
}

func (f *facts) waitsFor(i int) []Waiting {
	var list []Waiting
	for _, k := range f.links[i] {
		link := &f.net.Links[k]
		if f.state(link.From) == Done {
			continue
		}
		a, row := f.activity(link.From), f.rows[link.From]
		list = append(list, Waiting{
			ID: a.ID, Name: a.Name, Start: row.Start, Finish: row.Finish,
			Share: link.Done, AtStart: link.Type.FromStart(),
		})
	}
	slices.SortFunc(list, func(a, b Waiting) int {
		return cmp.Or(cmp.Compare(b.Finish, a.Finish), cmp.Compare(a.ID, b.ID), cmp.Compare(b.Share, a.Share))
	})
	return slices.CompactFunc(list, func(a, b Waiting) bool { return a.ID == b.ID })
}

// papersClose is the day on which the papers of a meeting close: as many working days of the gate's
// calendar before the meeting as the gate or the body asks for; zero if they ask for none.
func papersClose(a *plan.Activity, meets calendar.Date) calendar.Date {
	days := 0
	switch {
	case a.Step != nil && a.Step.Papers.Set:
		days = a.Step.Papers.N
	case a.Meeting.Meeting != nil:
		days = a.Meeting.Meeting.Papers
	}
	if days == 0 || a.Terms == nil {
		return 0
	}
	return a.Terms.Calendar.Add(meets, -days)
}

// nextMeeting is the first meeting of a gate's body after a day, with the calendar days between.
func nextMeeting(a *plan.Activity, after calendar.Date) (calendar.Date, int) {
	if a.Terms != nil {
		for _, day := range a.Terms.Meetings {
			if day > after {
				return day, int(day - after)
			}
		}
	}
	return 0, 0
}

// firstGoLiveAfter is the unfinished go-live that finishes first among those that wait for an activity,
// directly or not; -1 if none does. It takes time in proportion to what waits.
func (f *facts) firstGoLiveAfter(i int) int {
	if f.released == nil {
		f.released = make([]int, len(f.rows))
	}
	f.asked++
	f.released[i] = f.asked
	first := -1
	for todo := []int{i}; len(todo) > 0; {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, next := range f.after[at] {
			if f.released[next] == f.asked {
				continue
			}
			f.released[next] = f.asked
			todo = append(todo, next)
			if f.isOpenGoLive(next) && (first < 0 || f.earlier(next, first)) {
				first = next
			}
		}
	}
	return first
}

func (f *facts) isOpenGoLive(i int) bool {
	return f.activity(i).Kind == plan.GoLive && f.state(i) != Done
}

// earlier reports whether one activity finishes before another, by index where both finish together.
func (f *facts) earlier(a, b int) bool {
	return cmp.Or(cmp.Compare(f.rows[a].Finish, f.rows[b].Finish), cmp.Compare(a, b)) < 0
}

package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// ComingDays is how many days ahead a status looks, the status date among them.
const ComingDays = 28

// Status is how a programme stands on its status date against its committed schedule, and against the last
// baseline if the plan has one. Nothing in it is scheduled anew. The status date itself is still to come:
// what was to happen on it is not late.
type Status struct {
	Programme string
	Owner     string // role that answers for the plan; "" if not stated
	Status    calendar.Date
	Baseline  *BaselineName // nil if the plan has none

	Activities  Share // done, of all
	NotFinished []Missed
	NotStarted  []Missed // and need not have finished yet
	// Behind is what is late by the baseline alone, as after a new schedule that has given it later dates.
	Behind   []Missed
	UnderWay []Running // the latest first
	Coming   []Coming  // in the coming ComingDays, by date
	// New are activities that the committed schedule does not have; it says nothing of them.
	New []string
}

// Missed is an end of an activity that should have happened before the status date and has not.
type Missed struct {
	ID, Name, Owner string
	Kind            plan.Kind
	State           State
	End             End
	Due             calendar.Date // by the committed schedule; zero if it does not have the activity
	Late            DaysBoth      // from Due to the status date; unset if it is not late by it
	BaselineDue     calendar.Date // zero if it is not in the baseline
	BaselineLate    DaysBoth
}

// End is an end of an activity.
type End string

// The ends. What takes no longer than a day has both on it.
const (
	Starts   End = "start"
	Finishes End = "finish"
)

// Running is an activity under way with when it will finish at the earliest: its remaining work done on every
// day on which it can be, from the status date on.
type Running struct {
	ID, Name, Owner string
	Started         calendar.Date
	Left            int           // working days
	Earliest        calendar.Date // finish; zero if it is beyond the calendars
	Due             calendar.Date // by the committed schedule; zero if it does not have the activity
	Late            DaysBoth      // from Due to Earliest, negative if earlier
	BaselineDue     calendar.Date
	BaselineLate    DaysBoth
}

// Coming is what the committed schedule wants of the coming days. An activity that starts and finishes in them
// has two.
type Coming struct {
	ID, Name, Owner string
	Kind            plan.Kind
	End             End
	OneDay          bool // both ends are on that day, of which End is the finish
	Date            calendar.Date
}

// StatusOf compares what has happened with a committed schedule.
func StatusOf(n *plan.Network, committed *plan.Schedule) *Status {
	f := &facts{in: Input{Network: n}, net: n, plan: n.Plan}
	f.status = max(f.plan.Programme.Status, f.plan.Programme.Start)
	s := &statusMaker{facts: f, committed: committed, baseline: f.plan.LastBaseline()}
	s.out = &Status{Programme: f.programmeName(), Owner: f.plan.Programme.Owner, Status: f.status, Baseline: baselineName(s.baseline)}
	s.out.Activities.Of = len(n.Activities)
	for i := range n.Activities {
		s.add(i)
	}
	s.sort()
	return s.out
}

// statusMaker is a status under way.
type statusMaker struct {
	*facts
	committed *plan.Schedule
	baseline  *plan.Baseline
	out       *Status
}

func (s *statusMaker) add(i int) {
	a := s.activity(i)
	due, known := s.committed.Find(a.ID)
	if a.Done() {
		s.out.Activities.N++
		return
	}
	if !known {
		s.out.New = append(s.out.New, a.ID)
	}
	was := s.baselineRow(a.ID)
	s.addMissed(i, due, was)
	if s.isRunning(i) {
		s.out.UnderWay = append(s.out.UnderWay, s.running(i, due, was))
	}
	if known {
		s.addComing(i, due)
	}
}

// baselineRow is the dates of an activity in the baseline; zero if it is in none.
func (s *statusMaker) baselineRow(id string) plan.Row {
	if s.baseline == nil || s.baseline.Schedule == nil {
		return plan.Row{}
	}
	row, _ := s.baseline.Schedule.Find(id)
	return row
}

// isRunning reports whether work is under way. A gate or a milestone never is.
func (s *statusMaker) isRunning(i int) bool {
	a := s.activity(i)
	return a.Started() && !a.Done() && a.Kind != plan.Gate && !a.IsMilestone()
}

// missedBy is which end of work, of those still to happen, a schedule had before the status date.
func (s *statusMaker) missedBy(i int, row plan.Row) (End, bool) {
	switch {
	case row.Finish.IsZero():
		return "", false
	case row.Finish < s.status:
		return Finishes, true
	case row.Start < s.status && !s.isRunning(i):
		return Starts, true
	}
	return "", false
}

// addMissed lists an activity once: by its finish if that is late, by the committed schedule before the baseline.
func (s *statusMaker) addMissed(i int, due, was plan.Row) {
	end, isLate := s.missedBy(i, due)
	if !isLate {
		var isBehind bool
		if end, isBehind = s.missedBy(i, was); !isBehind {
			return
		}
	}
	a := s.activity(i)
	m := Missed{ID: a.ID, Name: a.Name, Owner: a.Owner, Kind: a.Kind, State: s.state(i), End: end,
		Due: endOn(due, end), BaselineDue: endOn(was, end)}
	m.Late, m.BaselineLate = s.lateBy(m.Due), s.lateBy(m.BaselineDue)
	switch {
	case !isLate:
		s.out.Behind = append(s.out.Behind, m)
	case end == Finishes:
		s.out.NotFinished = append(s.out.NotFinished, m)
	default:
		s.out.NotStarted = append(s.out.NotStarted, m)
	}
}

func endOn(row plan.Row, end End) calendar.Date {
	if end == Starts {
		return row.Start
	}
	return row.Finish
}

// lateBy is the days from a date to the status date, unset if it has not passed.
func (s *statusMaker) lateBy(due calendar.Date) DaysBoth {
	if due.IsZero() || due >= s.status {
		return DaysBoth{}
	}
	return s.between(due, s.status)
}

func (s *statusMaker) running(i int, due, was plan.Row) Running {
	a := s.activity(i)
	from := max(s.status, a.Progress.Started)
	r := Running{ID: a.ID, Name: a.Name, Owner: a.Owner, Started: a.Progress.Started, Left: s.left(a), Due: due.Finish, BaselineDue: was.Finish}
	r.Earliest = a.Terms.Work.Finish(from, r.Left)
	r.Late, r.BaselineLate = s.variance(r.Due, r.Earliest), s.variance(r.BaselineDue, r.Earliest)
	return r
}

// left is the working days that are left of work under way, at least one.
func (s *statusMaker) left(a *plan.Activity) int {
	if a.Progress.Remaining.Set {
		return max(1, a.Progress.Remaining.N)
	}
	worked := a.Terms.Work.Before(s.status) - a.Terms.Work.Before(a.Progress.Started)
	return max(1, a.Days.Likely-worked)
}

// addComing lists the ends of an activity that the coming days hold.
func (s *statusMaker) addComing(i int, due plan.Row) {
	a := s.activity(i)
	days := calendar.Span{From: s.status, To: s.status + ComingDays - 1}
	c := Coming{ID: a.ID, Name: a.Name, Owner: a.Owner, Kind: a.Kind}
	if due.Start != due.Finish && !s.isRunning(i) && days.Contains(due.Start) {
		c.End, c.Date = Starts, due.Start
		s.out.Coming = append(s.out.Coming, c)
	}
	if days.Contains(due.Finish) {
		c.End, c.Date, c.OneDay = Finishes, due.Finish, due.Start == due.Finish && !s.isRunning(i)
		s.out.Coming = append(s.out.Coming, c)
	}
}

// sort puts the lists in order; activities come by id, which decides where nothing else does.
func (s *statusMaker) sort() {
	byDue := func(a, b Missed) int { return cmp.Compare(a.Due, b.Due) }
	slices.SortStableFunc(s.out.NotFinished, byDue)
	slices.SortStableFunc(s.out.NotStarted, byDue)
	slices.SortStableFunc(s.out.Behind, func(a, b Missed) int { return cmp.Compare(a.BaselineDue, b.BaselineDue) })
	slices.SortStableFunc(s.out.UnderWay, func(a, b Running) int {
		return cmp.Or(cmp.Compare(b.Late.Calendar, a.Late.Calendar), cmp.Compare(a.Due, b.Due))
	})
	slices.SortStableFunc(s.out.Coming, func(a, b Coming) int { return cmp.Compare(a.Date, b.Date) })
}

// IsLate reports whether anything is late by the committed schedule or the baseline.
func (s *Status) IsLate() bool {
	return len(s.NotFinished)+len(s.NotStarted)+len(s.Behind)+s.LateUnderWay() > 0
}

// LateUnderWay counts what is under way and will finish late by the committed schedule or the baseline.
func (s *Status) LateUnderWay() int {
	n := 0
	for i := range s.UnderWay {
		if s.UnderWay[i].Late.Calendar > 0 || s.UnderWay[i].BaselineLate.Calendar > 0 {
			n++
		}
	}
	return n
}

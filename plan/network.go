package plan

import (
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan/source"
)

// Network is a plan expanded: every activity that will be done, and every rule between them. Package
// expand builds it; it is complete, so that nobody who schedules or checks needs the playbooks again.
type Network struct {
	Plan       *Plan
	Horizon    calendar.Span // programme start to end
	Activities []Activity    // sorted by ID; an activity's position is its index
	Links      []Link
	Goals      []Goal
	Teams      []Supply // every team that some activity needs, in the plan's order
	Drivers    []Driver // every risk, in the plan's order

	byID map[string]int
}

// Index is the position of the activity of that id, -1 if there is none.
func (n *Network) Index(id string) int {
	if n.byID == nil {
		n.byID = make(map[string]int, len(n.Activities))
		for i := range n.Activities {
			n.byID[n.Activities[i].ID] = i
		}
	}
	if i, ok := n.byID[id]; ok {
		return i
	}
	return -1
}

// Activity is one piece of work with its place in the programme and all that limits when it can be
// done, but for the links and the teams it shares with others.
type Activity struct {
	ID    string
	Name  string
	Kind  Kind
	Step  *Step // the definition it comes from
	Place Place
	Owner string

	Days Duration // working days; Likely is what the schedule uses; 0 for a milestone
	// Attempts is what the forecast draws besides: how often it is done until it passes.
	Attempts Attempts
	Terms    *Terms // when it may run
	// Earliest is the first day it may start and Latest the last day on which it may finish, from its
	// own, its phase's and its contracts' dates, the programme's horizon and, for what has not
	// started, the status date.
	Earliest, Latest calendar.Date
	// StartOfDay marks a milestone that waits for nothing: it is reached when its day begins. Other
	// milestones are reached when their day ends.
	StartOfDay bool

	Needs     []Need
	Contracts []*Contract // it lies inside them
	Outlast   []*Contract // legacy contracts that must still run when it finishes
	Meeting   *Calendar   // gates: the body that decides
	Waivers   []*Waiver
	Target    Target
	Progress  *Progress
	Adjusts   []*Adjust
}

// IsMilestone reports whether the activity has no duration.
func (a *Activity) IsMilestone() bool { return a.Kind == Milestone }

// Done reports whether the activity is finished.
func (a *Activity) Done() bool { return a.Progress != nil && !a.Progress.Finished.IsZero() }

// Started reports whether the activity has started, finished or not.
func (a *Activity) Started() bool { return a.Progress != nil && !a.Progress.Started.IsZero() }

// NotBefore is the first day that the activity's own definition allows: of its last adjustment that
// states one, else of its step; zero if neither does.
func (a *Activity) NotBefore() calendar.Date {
	day, _ := a.notBefore()
	return day
}

// NotBeforeAt is where the plan says so.
func (a *Activity) NotBeforeAt() source.Span {
	_, by := a.notBefore()
	return by.Place("not_before")
}

func (a *Activity) notBefore() (calendar.Date, Origin) {
	for _, adjust := range slices.Backward(a.Adjusts) {
		if !adjust.NotBefore.IsZero() {
			return adjust.NotBefore, adjust.Origin
		}
	}
	return a.Step.NotBefore, a.Step.Origin
}

// Need is how many people of a team, by its id, the activity needs on each of its working days; 0 if none.
func (a *Activity) Need(team string) Hundredths {
	for _, need := range a.Needs {
		if need.Team == team {
			return need.Amount
		}
	}
	return 0
}

// Terms is when work may run, as far as that does not depend on other work. Activities of the same
// terms share one value.
type Terms struct {
	// Calendar is the activity's own calendar, before any blackout. Lags towards it are counted here.
	Calendar   *calendar.Calendar
	CalendarID string
	// Work is Calendar less the days of pausing blackouts: the days on which it is worked.
	Work *calendar.Calendar
	// Forbids are the blackouts no day of its span may lie in, Soft those it may enter at a price,
	// Pauses those in which its work rests.
	Forbids, Soft, Pauses []*Blackout
	// Closed are the windows of Forbids within the horizon, merged, in order; SoftClosed those of Soft.
	Closed, SoftClosed []calendar.Span
	StartsOn           calendar.Weekdays // zero: any day
	Meetings           []calendar.Date   // gates: the only days on which it can be
}

// Link is a rule between two activities. With t(From) and t(To) the ends that Type names and W the
// number of worked days of Calendar before a day,
//
//	a minimum lag:  W(t(To)) - W(t(From)) >= Lag, and t(To) >= t(From) unless Lag is negative
//	a maximum lag:  W(t(To)) - W(t(From)) <= Lag
//
// where starts are the first day and finishes the day after the last day of the span. A Done share
// below 1 replaces the finish of From by the day after the last of its first ⌈Done·days⌉ worked days.
type Link struct {
	From, To int
	Type     LinkType
	Lag      int
	Done     Hundredths // One unless stated
	Max      bool       // a maximum lag
	Calendar *calendar.Calendar
	At       source.Span // where the plan says so
}

// Goal is something with a date that was promised or is wanted early: a phase, or an activity with a
// target of its own, or an event. It is reached when the last of its members finishes.
type Goal struct {
	ID      string // phase or activity id
	Name    string
	Phase   bool
	Members []int
	Target
	At Origin
}

// Supply is a team with its size on each day of the horizon.
type Supply struct {
	Team *Team
	From calendar.Date // day of Size[0]
	Size []Hundredths  // after blackouts that reduce capacity
}

// On is the size of the team on a day, 0 outside the horizon.
func (s *Supply) On(day calendar.Date) Hundredths {
	if i := int(day - s.From); i >= 0 && i < len(s.Size) {
		return s.Size[i]
	}
	return 0
}

// ActivityID is the id of a step for the members of a place: the path of what is present, ending in
// the step.
func ActivityID(p Place, step string) string {
	parts := make([]string, 0, 5)
	for _, part := range []string{p.Phase, p.Trust, p.Site, p.Workflow, step} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "/")
}

// Place puts a blackout among those that limit the work.
func (t *Terms) Place(b *Blackout) {
	switch {
	case b.Effect == Pause:
		t.Pauses = append(t.Pauses, b)
	case b.Effect == Forbid && b.Soft:
		t.Soft = append(t.Soft, b)
	case b.Effect == Forbid:
		t.Forbids = append(t.Forbids, b)
	}
}

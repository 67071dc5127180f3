package reports

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// facts is the input with the look-ups that every part of the pack needs. Slices of one value for each
// activity go by the network's index.
type facts struct {
	in     Input
	net    *plan.Network
	plan   *plan.Plan
	status calendar.Date

	rows   []plan.Row       // dates
	was    []calendar.Date  // finish in the last version, zero if it was not there
	links  [][]int          // minimum lags towards each activity, by their place in the network
	before [][]int          // what each activity waits for, by minimum lags
	after  [][]int          // what waits for it
	live   []int            // go-lives
	liveIn map[string][]int // go-lives of each phase
	ends   map[string]phaseEnd
	days   *calendar.Calendar // see programmeDays

	trustsIn map[plan.Place]bool // see isIn
	released []int               // number of the decision that was last found to release each activity, see firstGoLiveAfter
	asked    int                 // decisions looked at so far

	outcomes map[int]*forecast.Outcome    // of the activities that the forecast follows
	goals    map[string]*forecast.Outcome // of the goals, by id
}

// phaseEnd is a phase's goal with the day on which it is reached and the member that reaches it last.
type phaseEnd struct {
	goal   *plan.Goal
	finish calendar.Date
	last   int
	member map[int]bool
}

func gather(in Input) *facts {
	f := &facts{in: in, net: in.Network, plan: in.Network.Plan}
	f.status = max(f.plan.Programme.Status, f.plan.Programme.Start)
	f.readDates()
	f.readLinks()
	f.readGoLives()
	f.readPhases()
	f.readForecast()
	return f
}

func (f *facts) readDates() {
	f.rows = make([]plan.Row, len(f.net.Activities))
	f.was = make([]calendar.Date, len(f.net.Activities))
	for i := range f.net.Activities {
		id := f.net.Activities[i].ID
		row, ok := f.in.Schedule.Find(id)
		if !ok {
			panic("reports: the schedule has no row for " + id)
		}
		f.rows[i] = row
		if f.in.Previous != nil {
			was, _ := f.in.Previous.Find(id)
			f.was[i] = was.Finish
		}
	}
}

func (f *facts) readLinks() {
	f.links = make([][]int, len(f.net.Activities))
	f.before = make([][]int, len(f.net.Activities))
	f.after = make([][]int, len(f.net.Activities))
	for k, link := range f.net.Links {
		if !link.Max {
			f.links[link.To] = append(f.links[link.To], k)
			f.before[link.To] = append(f.before[link.To], link.From)
			f.after[link.From] = append(f.after[link.From], link.To)
		}
	}
}

func (f *facts) readGoLives() {
	f.liveIn = map[string][]int{}
	for i := range f.net.Activities {
		if a := f.activity(i); a.Kind == plan.GoLive {
			f.live = append(f.live, i)
			f.liveIn[a.Place.Phase] = append(f.liveIn[a.Place.Phase], i)
		}
	}
}

func (f *facts) readPhases() {
	f.ends = map[string]phaseEnd{}
	for i := range f.net.Goals {
		if goal := &f.net.Goals[i]; goal.Phase && len(goal.Members) > 0 {
			f.ends[goal.ID] = f.endOf(goal)
		}
	}
}

func (f *facts) readForecast() {
	f.outcomes, f.goals = map[int]*forecast.Outcome{}, map[string]*forecast.Outcome{}
	if f.in.Forecast == nil {
		return
	}
	for k := range f.in.Forecast.Outcomes {
		o := &f.in.Forecast.Outcomes[k]
		if o.Activity >= 0 {
			f.outcomes[o.Activity] = o
		}
		if o.Goal >= 0 {
			f.goals[f.net.Goals[o.Goal].ID] = o
		}
	}
}

func (f *facts) endOf(goal *plan.Goal) phaseEnd {
	end := phaseEnd{goal: goal, last: f.lastOf(goal), member: map[int]bool{}}
	end.finish = f.rows[end.last].Finish
	for _, m := range goal.Members {
		end.member[m] = true
	}
	return end
}

// lastOf is the member of a goal that finishes last, the first of them by id.
func (f *facts) lastOf(goal *plan.Goal) int {
	last := goal.Members[0]
	for _, m := range goal.Members {
		if f.rows[m].Finish > f.rows[last].Finish {
			last = m
		}
	}
	return last
}

// reached reports whether every member of a goal is done.
func (f *facts) reached(goal *plan.Goal) bool {
	for _, m := range goal.Members {
		if f.state(m) != Done {
			return false
		}
	}
	return true
}

// goalWas is when a goal was reached in the last version; zero if no member was in it.
func (f *facts) goalWas(goal *plan.Goal) calendar.Date {
	var was calendar.Date
	for _, m := range goal.Members {
		was = max(was, f.was[m])
	}
	return was
}

func (f *facts) activity(i int) *plan.Activity { return &f.net.Activities[i] }

// state is how far an activity has come.
func (f *facts) state(i int) State {
	switch a := f.activity(i); {
	case a.Done():
		return Done
	case a.Started():
		return UnderWay
	}
	return Planned
}

// goLives lists the go-lives, by index.
func (f *facts) goLives() []int { return f.live }

// change is the calendar days from what a date was to what it is; unset if it was not.
func change(was, is calendar.Date) plan.Whole {
	if was.IsZero() {
		return plan.Whole{}
	}
	return plan.Whole{N: int(is - was), Set: true}
}

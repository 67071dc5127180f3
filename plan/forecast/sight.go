package forecast

import (
	"epr/calendar"
	"epr/plan/flow"
)

// sight is what one timing shows.
type sight struct {
	programme calendar.Date
	targets   []calendar.Date
	kept      []bool // promises
	allKept   bool
	missed    []bool // go-lives that miss their planned window
}

func newSight(s *simulation) sight {
	return sight{
		targets: make([]calendar.Date, len(s.targets)),
		kept:    make([]bool, len(s.promises)),
		missed:  make([]bool, len(s.cliffs)),
	}
}

// day is the one on which an activity is finished; [flow.Never] if that is after the horizon, where nothing
// is known about blackouts and meetings.
func (r *replay) day(i int) calendar.Date {
	day := r.timing.Finished(i) - r.ends[i]
	if day > r.horizon.To {
		return flow.Never
	}
	return day
}

// look reads off what is watched.
func (r *replay) look(s *sight) {
	s.programme = r.lastDay(r.last)
	for k := range r.targets {
		s.targets[k] = r.lastDay(r.targets[k].goal.Members)
	}
	s.allKept = true
	for k, p := range r.promises {
		s.kept[k] = s.targets[p.target] <= p.date
		s.allKept = s.allKept && s.kept[k]
	}
	for k := range r.cliffs {
		s.missed[k] = r.cliffs[k].isMissed(s.targets[r.cliffs[k].target])
	}
}

// fits reports whether everything is finished some day.
func (r *replay) fits() bool {
	for i := range r.works {
		if r.day(i) >= flow.Never {
			return false
		}
	}
	return true
}

// lastDay is the day on which the last of some activities is finished.
func (r *replay) lastDay(activities []int) calendar.Date {
	var last calendar.Date
	for _, i := range activities {
		last = max(last, r.day(i))
	}
	return last
}

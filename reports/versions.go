package reports

import (
	"epr/calendar"
	"epr/plan"
)

// Version is what the figures at the head of the summary were in an earlier schedule. Promises are those of today,
// because what an older plan promised may be gone.
type Version struct {
	Baseline   *BaselineName // nil if it is the last version
	LastGoLive calendar.Date // zero if it has none of today's go-lives
	Promises   Share         // kept, of those whose work it has
	// LateCost is the largest price of the lateness of any of them, at today's cost of delay; unset if none is stated.
	LateCost Pounds
}

// Name says which version it is.
func (v *Version) Name() string {
	if v.Baseline == nil {
		return "last version"
	}
	return "baseline " + quoted(v.Baseline.ID)
}

// versions are the earlier schedules, oldest first: the baselines by approval, then the schedule as last committed.
func (f *facts) versions() []Version {
	var list []Version
	for _, b := range f.plan.BaselinesByDate() {
		if b.Schedule != nil {
			list = append(list, f.version(baselineName(b), b.Schedule))
		}
	}
	if f.in.Previous != nil {
		list = append(list, f.version(nil, f.in.Previous))
	}
	return list
}

func (f *facts) version(name *BaselineName, s *plan.Schedule) Version {
	v := Version{Baseline: name}
	v.LateCost.Set = len(f.plan.Programme.CostOfDelay) > 0
	for _, i := range f.goLives() {
		row, _ := s.Find(f.activity(i).ID)
		v.LastGoLive = max(v.LastGoLive, row.Finish)
	}
	for i := range f.net.Goals {
		goal := &f.net.Goals[i]
		promise, finish := promiseOf(goal.Target), f.goalIn(s, goal)
		if promise.IsZero() || finish.IsZero() {
			continue
		}
		if v.Promises.Of++; finish <= promise.Date {
			v.Promises.N++
		}
		v.LateCost.N = max(v.LateCost.N, f.lateCost(promise, finish).N)
	}
	return v
}

// goalIn is when a goal was reached in a schedule; zero if that has none of its members.
func (f *facts) goalIn(s *plan.Schedule, goal *plan.Goal) calendar.Date {
	var finish calendar.Date
	for _, m := range goal.Members {
		row, _ := s.Find(f.activity(m).ID)
		finish = max(finish, row.Finish)
	}
	return finish
}

// wasExtreme is how many risks of the last register had a score in the band that is extreme now.
func (r *Risks) wasExtreme() plan.Whole {
	if !r.Compared {
		return plan.Whole{}
	}
	was := plan.Whole{Set: true}
	for i := range r.Rows {
		if r.Bands.Of(r.Rows[i].Movement.WasScore) == plan.Extreme {
			was.N++
		}
	}
	for _, gone := range r.Gone {
		if r.Bands.Of(gone.Score) == plan.Extreme {
			was.N++
		}
	}
	return was
}

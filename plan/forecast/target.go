package forecast

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// target is something whose date is watched.
type target struct {
	goal    *plan.Goal
	index   int // among the network's goals
	planned calendar.Date
	isDone  bool
}

// promise is a date that was given for a target.
type promise struct {
	target int
	kind   PromiseKind
	date   calendar.Date
}

// addTargets lists what is watched: the phases and what was promised, then the other events.
func (s *simulation) addTargets() {
	for _, promised := range []bool{true, false} {
		for k := range s.net.Goals {
			if g := &s.net.Goals[k]; (g.Phase || isPromised(g)) == promised {
				s.addTarget(g, k)
			}
		}
	}
	s.last = s.finishing()
	s.planned = s.finish(s.last)
}

// finishing are the activities with the last of which the programme is finished: those that finish its phases,
// or all if it has none.
func (s *simulation) finishing() []int {
	var list []int
	for k := range s.net.Goals {
		if g := &s.net.Goals[k]; g.Phase {
			list = append(list, g.Members...)
		}
	}
	if len(list) == 0 {
		for i := range s.net.Activities {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func isPromised(g *plan.Goal) bool {
	return !g.By.IsZero() || !g.MustBy.IsZero() || len(g.Announced) > 0
}

func (s *simulation) addTarget(g *plan.Goal, k int) {
	t := target{goal: g, index: k, planned: s.finish(g.Members)}
	t.isDone = !slices.ContainsFunc(g.Members, func(i int) bool { return !s.flow.IsFixed(i) })
	for _, p := range []promise{{kind: By, date: g.By}, {kind: MustBy, date: g.MustBy}, {kind: Announced, date: g.InForce()}} {
		if p.target = len(s.targets); !p.date.IsZero() {
			s.promises = append(s.promises, p)
		}
	}
	s.targets = append(s.targets, t)
}

// finish is the day on which the last of some activities is finished in the schedule.
func (s *simulation) finish(activities []int) calendar.Date {
	var last calendar.Date
	for _, i := range activities {
		if row, ok := s.schedule.Find(s.net.Activities[i].ID); ok {
			last = max(last, row.Finish)
		}
	}
	return last
}

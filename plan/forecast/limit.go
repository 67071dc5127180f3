package forecast

import (
	"epr/calendar"
	"epr/plan"
)

// limit is a rule that nobody controls: a day by which an activity has to be finished.
type limit struct {
	rule     string
	target   int // the goal that it is about; -1 if it is about the activity
	activity int
	contract *plan.Contract
	date     calendar.Date
	link     *plan.Link         // a maximum lag, instead of a date
	lags     *calendar.Calendar // in which it is counted
}

// addLimits lists the rules that a replication may break: dates that must be kept, and the ends of
// contracts, with every extension that can be bought.
func (s *simulation) addLimits() {
	for _, p := range s.promises {
		if p.kind == MustBy {
			s.limits = append(s.limits, limit{rule: "must_by", target: p.target, activity: s.lastOf(p.target), date: p.date})
		}
	}
	for i := range s.net.Activities {
		a := &s.net.Activities[i]
		if s.flow.IsFixed(i) {
			continue
		}
		s.addEnds("contract", i, a.Contracts)
		s.addEnds("outlast", i, a.Outlast)
	}
	for k := range s.net.Links {
		l := &s.net.Links[k]
		if to := &s.net.Activities[l.To]; l.Max && l.From != l.To && !to.Done() && !(to.Started() && l.Type.ToStart()) {
			s.limits = append(s.limits, limit{rule: "within", target: -1, activity: l.To, link: l, lags: s.flow.Network.Links[k].Calendar})
		}
	}
}

func (s *simulation) addEnds(rule string, i int, contracts []*plan.Contract) {
	for _, c := range contracts {
		if end := c.LatestEnd(); !end.IsZero() {
			s.limits = append(s.limits, limit{rule: rule, target: -1, activity: i, contract: c, date: end})
		}
	}
}

// lastOf is the member of a target that is finished last in the schedule, the first of several.
func (s *simulation) lastOf(target int) int {
	members := s.targets[target].goal.Members
	last := members[0]
	for _, i := range members {
		if s.finish([]int{i}) > s.finish([]int{last}) {
			last = i
		}
	}
	return last
}

// breaks reports whether the replication breaks a rule.
func (r *replay) breaks(l *limit) bool {
	switch {
	case l.link != nil:
		return r.exceeds(l)
	case l.target >= 0:
		return r.base.targets[l.target] > l.date
	}
	return r.day(l.activity) > l.date
}

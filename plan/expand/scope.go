package expand

import (
	"slices"

	"epr/plan"
)

// scope is a blackout with the activities its selectors name.
type scope struct {
	plan     *plan.Plan
	blackout *plan.Blackout
	selected map[int]bool // nil if it names none
}

// scopes prepares every blackout that has an effect on activities.
func (x *expander) scopes() []scope {
	var all []scope
	for _, b := range x.plan.Blackouts.All() {
		if b.Effect == plan.NoEffect {
			continue
		}
		all = append(all, x.scopeOf(b))
	}
	return all
}

func (x *expander) scopeOf(b *plan.Blackout) scope {
	s := scope{plan: x.plan, blackout: b}
	if len(b.Activities) > 0 {
		s.selected = map[int]bool{}
	}
	for k, selector := range b.Activities {
		for _, i := range x.match(selector, plan.Place{}, b.Place(element("activities", k))) {
			s.selected[i] = true
		}
	}
	return s
}

// holds reports whether the blackout applies to an activity: every limit it states must.
func (s scope) holds(a *plan.Activity, i int) bool {
	b := s.blackout
	return (len(b.Blocks) == 0 || slices.Contains(b.Blocks, a.Kind)) &&
		(len(b.Phases) == 0 || slices.Contains(b.Phases, a.Place.Phase)) &&
		(len(b.Trusts) == 0 || s.hasTrust(a.Place.Trust)) &&
		(len(b.Sites) == 0 || slices.Contains(b.Sites, a.Place.Site)) &&
		(s.selected == nil || s.selected[i])
}

func (s scope) hasTrust(id string) bool {
	trust := s.plan.Trusts.Get(id)
	return trust != nil && called(s.blackout.Trusts, id, trust.Groups)
}

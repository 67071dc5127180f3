package verify

import (
	"slices"

	"epr/plan"
)

// scope is to whom a blackout applies, read from its keys.
type scope struct {
	blackout *plan.Blackout
	trusts   map[string]bool
	selected selectors
}

// scopes reads the blackouts that have an effect on work.
func scopes(p *plan.Plan) []scope {
	var all []scope
	for _, b := range p.Blackouts.All() {
		if b.Effect != plan.NoEffect {
			all = append(all, scope{b, trustsNamed(p, b.Trusts), parse(b.Activities)})
		}
	}
	return all
}

// trustsNamed is every trust that a list of ids and groups names.
func trustsNamed(p *plan.Plan, names []string) map[string]bool {
	named := map[string]bool{}
	for id, trust := range p.Trusts.All() {
		for _, name := range names {
			named[id] = named[id] || name == "all" || name == id || slices.Contains(trust.Groups, name)
		}
	}
	return named
}

// includes reports whether all limits of the blackout hold for an activity. A limit along something
// the activity does not have, such as the trust of work that is done once for all, does not hold. A
// milestone is no work and has no days, so that no blackout applies to it.
func (s scope) includes(a *plan.Activity) bool {
	b := s.blackout
	switch {
	case a.Kind == plan.Milestone:
		return false
	case len(b.Blocks) > 0 && !slices.Contains(b.Blocks, a.Kind):
		return false
	case len(b.Phases) > 0 && !slices.Contains(b.Phases, a.Place.Phase):
		return false
	case len(b.Trusts) > 0 && !s.trusts[a.Place.Trust]:
		return false
	case len(b.Sites) > 0 && !slices.Contains(b.Sites, a.Place.Site):
		return false
	case len(b.Activities) > 0 && !s.selected.match(a.ID):
		return false
	}
	return true
}

// selectors are the selectors of one list.
type selectors []plan.Selector

// parse reads a list of selectors; one that cannot be read selects nothing.
func parse(texts []string) selectors {
	var list selectors
	for _, text := range texts {
		if s, err := plan.ParseSelector(text); err == nil {
			list = append(list, s)
		}
	}
	return list
}

func (list selectors) match(id string) bool {
	return slices.ContainsFunc(list, func(s plan.Selector) bool { return s.Match(id) })
}

package expand

import (
	"maps"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// joinKey asks for the activities of a step by the members they share with another.
type joinKey struct {
	step stepKey
	dims [3]bool
}

// named finds what a name in "after" or "within" stands for: for a selector all it matches; for a
// plain name the activities of that step that agree with this one on the members both have.
func (x *expander) named(i int, name string, at source.Span) []int {
	a := x.activity(i)
	if plan.IsSelector(name) {
		return without(x.match(name, a.Place, at), i)
	}
	key, found := x.stepNamed(i, name)
	if !found {
		return nil // the check of the plan has reported it
	}
	other := x.steps[key]
	if len(other) == 0 {
		return nil
	}
	return without(x.agreeing(key, x.activity(other[0]).Place, a.Place), i)
}

// stepNamed resolves a plain name: a step of the same playbook, of another playbook of the phase, or
// one-off work. For one-off work, other one-off work comes first.
func (x *expander) stepNamed(i int, name string) (stepKey, bool) {
	own := x.keys[i]
	oneOff := x.plan.Activities.Has(name)
	if own.phase == "" && oneOff {
		return stepKey{step: name}, true
	}
	if phase := x.plan.Phases.Get(x.activity(i).Place.Phase); phase != nil {
		for _, playbook := range append([]string{own.playbook}, phase.Playbooks...) {
			if book := x.plan.Playbooks.Get(playbook); book != nil && book.Steps.Has(name) {
				return stepKey{phase: phase.ID, playbook: playbook, step: name}, true
			}
		}
	}
	return stepKey{step: name}, oneOff
}

// agreeing lists the activities of a step that have the same members as the place, along the
// dimensions that both have. All activities of a step have the same dimensions as the sample.
func (x *expander) agreeing(key stepKey, sample, place plan.Place) []int {
	join := joinKey{step: key}
	for d, dimension := range plan.Dimensions {
		join.dims[d] = sample.Of(dimension) != "" && place.Of(dimension) != ""
	}
	table, ok := x.joins[join]
	if !ok {
		table = map[plan.Place][]int{}
		for _, i := range x.steps[key] {
			shared := join.project(x.activity(i).Place)
			table[shared] = append(table[shared], i)
		}
		x.joins[join] = table
	}
	return table[join.project(place)]
}

func (j joinKey) project(p plan.Place) plan.Place {
	var shared plan.Place
	if j.dims[0] {
		shared.Trust = p.Trust
	}
	if j.dims[1] {
		shared.Site = p.Site
	}
	if j.dims[2] {
		shared.Workflow = p.Workflow
	}
	return shared
}

// selected finds the activities that a name on a phase stands for: a selector, or one-off work.
func (x *expander) selected(name string, place plan.Place, at source.Span) []int {
	return x.match(name, place, at)
}

// match lists the activities that a selector names, filled in for a place, and reports it if there
// are none.
func (x *expander) match(text string, place plan.Place, at source.Span) []int {
	selector, err := plan.ParseSelector(text)
	if err != nil {
		return nil // the check of the plan has reported it
	}
	filled, ok := selector.For(place)
	if !ok {
		x.problemOnce("no-member", at, "\""+text+"\" speaks of a member that this work does not have",
			"name the member, or add it to \"per\"")
		return nil
	}
	found, known := x.hits[filled.String()]
	if !known {
		found = x.matching(filled)
		x.hits[filled.String()] = found
	}
	if len(found) == 0 {
		x.problemOnce("no-match", at, "\""+filled.String()+"\" names no activity", x.nearest(filled.String()))
	}
	return found
}

// matching goes through the activities that end in the same part, or through all of them.
func (x *expander) matching(selector plan.Selector) []int {
	if id, ok := selector.Literal(); ok {
		if i := x.net.Index(id); i >= 0 {
			return []int{i}
		}
		return nil
	}
	var found []int
	try := func(i int) {
		if selector.Match(x.activity(i).ID) {
			found = append(found, i)
		}
	}
	if last := lastPart(selector.String()); !strings.Contains(last, "*") {
		for _, i := range x.byLast[last] {
			try(i)
		}
		return found
	}
	for i := range x.net.Activities {
		try(i)
	}
	return found
}

// nearest is a hint for a selector that names nothing: an id that is almost it, or the part that
// stands in no id.
func (x *expander) nearest(text string) string {
	if !strings.Contains(text, "*") {
		return x.nearestID(text)
	}
	parts := x.parts()
	for part := range strings.SplitSeq(text, "/") {
		if strings.Contains(part, "*") || parts[part] {
			continue
		}
		if near := source.Suggest(part, slices.Sorted(maps.Keys(parts))); near != "" {
			return "\"" + part + "\" is part of no activity's id; did you mean \"" + near + "\"?"
		}
		return "\"" + part + "\" is part of no activity's id"
	}
	return "ids read phase/trust/site/workflow/step, leaving out what the step is not done per"
}

func (x *expander) nearestID(id string) string {
	ids := make([]string, len(x.net.Activities))
	for i := range x.net.Activities {
		ids[i] = x.activity(i).ID
	}
	if near := source.Suggest(id, ids); near != "" {
		return "did you mean \"" + near + "\"?"
	}
	return "ids read phase/trust/site/workflow/step, leaving out what the step is not done per"
}

// parts are all the parts of all ids.
func (x *expander) parts() map[string]bool {
	all := map[string]bool{}
	for i := range x.net.Activities {
		for part := range strings.SplitSeq(x.activity(i).ID, "/") {
			all[part] = true
		}
	}
	return all
}

// problemOnce reports an error unless the same one was reported at the same place: a selector in a
// step is looked up for every activity of the step.
func (x *expander) problemOnce(code string, at source.Span, text, hint string) {
	for _, p := range x.problems {
		if p.Code == code && p.At == at {
			return
		}
	}
	x.problem(source.Error, code, at, text, hint)
}

func lastPart(id string) string { return id[strings.LastIndexByte(id, '/')+1:] }

func without(list []int, i int) []int {
	if k := slices.Index(list, i); k >= 0 {
		return slices.Concat(list[:k], list[k+1:])
	}
	return list
}

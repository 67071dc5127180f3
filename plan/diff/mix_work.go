package diff

import (
	"slices"
	"strconv"
	"strings"

	"epr/plan"
)

func (x *mixer) playbook(n noun, old, new *plan.Playbook) *plan.Playbook {
	made := *new
	made.Steps = table(x, Scope, n.header, &old.Steps, &new.Steps, originOfStep, x.step)
	return &made
}

func (x *mixer) step(n noun, old, new *plan.Step) *plan.Step {
	made := *new
	made.Target = x.target(n, old.Target, new.Target)
	made.Kind = pick(x, Scope, n, "kind", old.Kind, new.Kind)
	made.Per = pick(x, Scope, n, "per", old.Per, new.Per)
	made.Only = pick(x, Scope, n, "only", old.Only, new.Only)
	made.In = pick(x, Scope, n, "phase", old.In, new.In)
	made.After = pick(x, Scope, n, "after", old.After, new.After)
	made.Within = pick(x, Scope, n, "within", old.Within, new.Within)
	made.Days = pick(x, Estimates, n, "days", old.Days, new.Days)
	made.Needs = pickBy(x, Estimates, n, "needs", old.Needs, new.Needs, sameNeeds(old.Needs, new.Needs))
	made.Attempts = new.Attempts // for the forecast alone
	made.Calendar = pick(x, Capacity, n, "calendar", old.Calendar, new.Calendar)
	made.StartsOn = pick(x, Capacity, n, "starts_on", old.StartsOn, new.StartsOn)
	made.Meets = pick(x, Capacity, n, "meets", old.Meets, new.Meets)
	made.Papers = pick(x, Capacity, n, "papers", old.Papers, new.Papers)
	made.Contracts = pick(x, Capacity, n, "contract", old.Contracts, new.Contracts)
	made.NotBefore = pick(x, Targets, n, "not_before", old.NotBefore, new.NotBefore)
	return &made
}

// sameNeeds compares needs whatever their order. No list is not an empty list: an adjustment with an empty one
// takes every need away.
func sameNeeds(a, b []plan.Need) bool {
	if len(a) != len(b) || (a == nil) != (b == nil) {
		return false
	}
	for _, need := range a {
		if !slices.Contains(b, need) {
			return false
		}
	}
	return true
}

// adjusts are the adjustments that say anything, in the order of the new version.
func (x *mixer) adjusts() []plan.Adjust {
	var made []plan.Adjust
	for k := range x.new.Adjusts {
		is := &x.new.Adjusts[k]
		was := adjustOf(x.old, is.Selector)
		if was == nil {
			was = &plan.Adjust{Selector: is.Selector}
		}
		made = x.addAdjust(made, was, is)
	}
	for k := range x.old.Adjusts {
		if was := &x.old.Adjusts[k]; adjustOf(x.new, was.Selector) == nil {
			made = x.addAdjust(made, was, &plan.Adjust{Selector: was.Selector})
		}
	}
	return made
}

// addAdjust mixes an adjustment. One that nothing is left of, or of work that is still to come, is left out.
func (x *mixer) addAdjust(list []plan.Adjust, old, new *plan.Adjust) []plan.Adjust {
	n := noun{header: "adjust." + keyOf(new.Selector), old: old.Origin, new: new.Origin}
	made := *new
	made.Origin = new.Origin
	made.Target = x.target(n, old.Target, new.Target)
	made.Days = pick(x, Estimates, n, "days", old.Days, new.Days)
	made.Needs = pickBy(x, Estimates, n, "needs", old.Needs, new.Needs, sameNeeds(old.Needs, new.Needs))
	made.Attempts = plan.Attempts{}
	made.Calendar = pick(x, Capacity, n, "calendar", old.Calendar, new.Calendar)
	made.StartsOn = pick(x, Capacity, n, "starts_on", old.StartsOn, new.StartsOn)
	made.After = pick(x, Scope, n, "after", old.After, new.After)
	made.NotBefore = pick(x, Targets, n, "not_before", old.NotBefore, new.NotBefore)
	if isIdle(&made) || !x.names(made.Selector) {
		return list
	}
	return append(list, made)
}

// keyOf is an id or a selector as a key of TOML, in quotes where it has to be.
func keyOf(id string) string {
	if strings.ContainsAny(id, "/*{}") {
		return strconv.Quote(id)
	}
	return id
}

// isIdle reports whether an adjustment adjusts nothing that can move a date.
func isIdle(a *plan.Adjust) bool {
	return a.Days.IsZero() && a.Needs == nil && a.Calendar == "" && a.StartsOn == 0 && len(a.After) == 0 && a.NotBefore.IsZero() &&
		same(a.Target, plan.Target{})
}

func adjustOf(p *plan.Plan, selector string) *plan.Adjust {
	for k := range p.Adjusts {
		if p.Adjusts[k].Selector == selector {
			return &p.Adjusts[k]
		}
	}
	return nil
}

// progress is what has happened, an activity an edit. What is said of work still to come waits.
func (x *mixer) progress() []plan.Progress {
	was := map[string]*plan.Progress{}
	for k := range x.old.Progress {
		was[x.old.Progress[k].Activity] = &x.old.Progress[k]
	}
	var made []plan.Progress
	add := func(p *plan.Progress) {
		if x.ids == nil || x.ids[p.Activity] {
			made = append(made, *p)
		}
	}
	for k := range x.new.Progress {
		is := &x.new.Progress[k]
		n := noun{header: "progress." + keyOf(is.Activity), new: is.Origin}
		before := was[is.Activity]
		delete(was, is.Activity)
		switch {
		case before == nil:
			if x.takes(Progress, n.as(Added), "") {
				add(is)
			}
		default:
			n.old = before.Origin
			add(pickBy(x, Progress, n, "", before, is, sameProgress(before, is)))
		}
	}
	for k := range x.old.Progress {
		gone := &x.old.Progress[k]
		if was[gone.Activity] != nil && !x.takes(Progress, noun{header: "progress." + keyOf(gone.Activity), old: gone.Origin, change: Removed}, "") {
			add(gone)
		}
	}
	return made
}

func sameProgress(a, b *plan.Progress) bool {
	return a.Started == b.Started && a.Finished == b.Finished && a.Remaining == b.Remaining
}

// names reports whether a selector names an activity of the plan in between.
func (x *mixer) names(selector string) bool {
	if x.ids == nil {
		return true
	}
	if known, ok := x.selected[selector]; ok {
		return known
	}
	found := false
	if s, err := plan.ParseSelector(selector); err == nil {
		if id, ok := s.Literal(); ok {
			found = x.ids[id]
		} else {
			for id := range x.ids {
				if s.Match(id) {
					found = true
					break
				}
			}
		}
	}
	x.selected[selector] = found
	return found
}

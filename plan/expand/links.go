package expand

import (
	"strconv"

	"epr/plan"
	"epr/plan/source"
)

// addLinks turns every "after" and "within" into links between activities.
func (x *expander) addLinks() {
	x.net.Links = make([]plan.Link, 0, x.countNames())
	for i := range x.net.Activities {
		a := x.activity(i)
		x.linkAll(i, a.Step.After, a.Step.Origin)
		for _, adjust := range a.Adjusts {
			x.linkAll(i, adjust.After, adjust.Origin)
		}
		for k, within := range a.Step.Within {
			x.tie(i, within, a.Step.Place(withinPath(a.Step, k)))
		}
	}
	x.linkPhases()
}

// countNames counts the names in "after" and "within", most of which become one link.
func (x *expander) countNames() int {
	count := 0
	for i := range x.net.Activities {
		step := x.activity(i).Step
		count += len(step.After) + len(step.Within)
	}
	return count
}

func (x *expander) linkAll(to int, after []plan.After, from plan.Origin) {
	for k, link := range after {
		at := from.Place(element("after", k))
		preds := x.named(to, link.Step, at)
		x.noteJoint(to, link.Step, at, len(preds))
		for _, pred := range preds {
			x.link(pred, to, link, at)
		}
	}
}

// link adds the minimum lag that an "after" asks for, and the maximum lag if it has one. What a gate
// waits for has to be finished when its papers close.
func (x *expander) link(from, to int, after plan.After, at source.Span) {
	l := plan.Link{From: from, To: to, Type: after.Link, Lag: after.Lag, Done: after.Done, At: at,
		Calendar: x.activity(to).Terms.Calendar}
	if l.Done == 0 {
		l.Done = plan.One
	}
	if after.Within.Set {
		limit := l
		limit.Max, limit.Lag = true, after.Within.N
		x.net.Links = append(x.net.Links, limit)
	}
	if l.Type.ToStart() {
		l.Lag += papers(x.activity(to))
	}
	x.net.Links = append(x.net.Links, l)
}

// papers is how many working days before its meeting a gate's papers close.
func papers(a *plan.Activity) int {
	switch {
	case a.Kind != plan.Gate:
		return 0
	case a.Step.Papers.Set:
		return a.Step.Papers.N
	case a.Meeting != nil && a.Meeting.Meeting != nil:
		return a.Meeting.Meeting.Papers
	}
	return 0
}

// tie adds the maximum lag of a "within".
func (x *expander) tie(i int, within plan.Within, at source.Span) {
	name, link := within.Before, plan.Link{Type: plan.StartStart}
	if within.After != "" {
		name, link.Type = within.After, plan.FinishStart
	}
	link.Max, link.Lag, link.Done, link.At = true, within.Days, plan.One, at
	link.Calendar = x.activity(i).Terms.Calendar
	others := x.named(i, name, at)
	x.noteJoint(i, name, at, len(others))
	for _, other := range others {
		link.From, link.To = i, other
		if within.After != "" {
			link.From, link.To = other, i
		}
		x.net.Links = append(x.net.Links, link)
	}
}

// linkPhases makes the first activities of a phase wait for what the phase waits for: those that wait
// for nothing in their own phase.
func (x *expander) linkPhases() {
	waits := make([]bool, len(x.net.Activities))
	for _, l := range x.net.Links {
		if !l.Max && x.activity(l.From).Place.Phase == x.activity(l.To).Place.Phase {
			waits[l.To] = true
		}
	}
	for _, phase := range x.plan.Phases.All() {
		for k, after := range phase.After {
			at := phase.Place(element("after", k))
			preds := x.selected(after.Step, plan.Place{Phase: phase.ID}, at)
			for i := range x.net.Activities {
				if x.activity(i).Place.Phase == phase.ID && !waits[i] {
					x.linkPhase(preds, i, after, at)
				}
			}
		}
	}
}

func (x *expander) linkPhase(preds []int, to int, after plan.After, at source.Span) {
	for _, pred := range preds {
		if x.activity(pred).Place.Phase != x.activity(to).Place.Phase {
			x.link(pred, to, after, at)
		}
	}
}

// element is the path of one element of a list.
func element(key string, k int) string { return key + "[" + strconv.Itoa(k) + "]" }

// withinPath is where a "within" stands: the key itself if there is only one.
func withinPath(step *plan.Step, k int) string {
	if len(step.Within) == 1 {
		if _, ok := placeOf(step.Origin, element("within", k)); !ok {
			return "within"
		}
	}
	return element("within", k)
}

func placeOf(o plan.Origin, path string) (source.Span, bool) {
	if o.Keys == nil {
		return source.Span{}, false
	}
	return o.Keys.Place(path)
}

// findStarts marks the milestones that wait for nothing.
func (x *expander) findStarts() {
	waits := make([]bool, len(x.net.Activities))
	for _, l := range x.net.Links {
		waits[l.To] = waits[l.To] || !l.Max
	}
	for i := range x.net.Activities {
		a := x.activity(i)
		a.StartOfDay = a.IsMilestone() && !waits[i]
	}
}

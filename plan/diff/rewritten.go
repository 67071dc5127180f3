package diff

import (
	"slices"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// Rewritten is history that the new version tells otherwise than the old one: a baseline, an actual date, or a date
// that was announced. That may be a correction; a reader should know.
type Rewritten struct {
	ID string // the activity, phase or baseline
	// What is "started", "finished" or "announced"; of a baseline, "approved" (its date), "baseline" (its approver or
	// the dates in it) or "dropped".
	What    string
	Was, Is calendar.Date // zero for one that is not told any more
	At      source.Span   `json:"-"`
	Place   string
}

func (c *comparison) rewritten() []Rewritten {
	list := append(c.rewrittenBaselines(), c.rewrittenActuals()...)
	now := goalsByID(c.new)
	for _, g := range goalsOf(c.old) {
		if is := now[goalKey{g.ID, g.Phase}]; is != nil {
			list = append(list, rewrittenAnnounced(g, is)...)
		}
	}
	return list
}

// rewrittenBaselines are the baselines that are no longer what was approved.
func (c *comparison) rewrittenBaselines() []Rewritten {
	var list []Rewritten
	for id, was := range c.old.Plan.Baselines.All() {
		is := c.new.Plan.Baselines.Get(id)
		if is == nil {
			list = append(list, Rewritten{ID: id, What: "dropped", Was: was.Date, At: was.At, Place: was.At.String()})
			continue
		}
		r := Rewritten{ID: id, Was: was.Date, Is: is.Date, At: is.At, Place: is.At.String()}
		switch {
		case was.Date != is.Date:
			r.What = "approved"
		case was.Approver != is.Approver || was.Schedule != nil && is.Schedule != nil && !same(was.Schedule.Rows, is.Schedule.Rows) || !same(was.Phases, is.Phases):
			r.What = "baseline"
		default:
			continue
		}
		list = append(list, r)
	}
	return list
}

func (c *comparison) rewrittenActuals() []Rewritten {
	var list []Rewritten
	now := map[string]*plan.Progress{}
	for k := range c.new.Plan.Progress {
		now[c.new.Plan.Progress[k].Activity] = &c.new.Plan.Progress[k]
	}
	for k := range c.old.Plan.Progress {
		was := &c.old.Plan.Progress[k]
		is := now[was.Activity]
		if is == nil {
			is = &plan.Progress{Origin: was.Origin}
		}
		if !was.Started.IsZero() && was.Started != is.Started {
			list = append(list, Rewritten{was.Activity, "started", was.Started, is.Started, is.Place("started"), is.Place("started").String()})
		}
		if !was.Finished.IsZero() && was.Finished != is.Finished {
			list = append(list, Rewritten{was.Activity, "finished", was.Finished, is.Finished, is.Place("finished"), is.Place("finished").String()})
		}
	}
	return list
}

// rewrittenAnnounced are the announced dates that are not told any more, or told otherwise. New ones at the end
// are what announcing is.
func rewrittenAnnounced(was, is *plan.Goal) []Rewritten {
	var list []Rewritten
	for k, a := range was.Announced {
		var now calendar.Date
		if k < len(is.Announced) {
			now = is.Announced[k].Date
		}
		if now != a.Date {
			list = append(list, Rewritten{was.ID, "announced", a.Date, now, is.At.Place("announced"), is.At.Place("announced").String()})
		}
	}
	return list
}

// RiskChange is a risk that was added, removed, or is rated or treated otherwise.
type RiskChange struct {
	ID, Name string
	Change   Change
	// Scores are the current scores, 0 where there is none.
	ScoreWas, ScoreIs int
	// Keys say what else changed: "probability 0.2 → 0.4", "delay", "response devices is done". Of a risk that was added they are
	// what it says about the plan, as it is written: "probability = 0.3".
	Keys  []string
	At    source.Span `json:"-"`
	Place string
}

func (c *comparison) risks() []RiskChange {
	old, new := &c.old.Plan.Risks, &c.new.Plan.Risks
	var list []RiskChange
	for id, is := range new.All() {
		was := old.Get(id)
		r := RiskChange{ID: id, Name: nameOr(is.Name, nameOr(is.Event, id)), Change: Changed, ScoreIs: is.Current.Value(), At: is.At, Place: is.At.String()}
		if was == nil {
			r.Change, r.Keys = Added, riskSays(is)
			list = append(list, r)
			continue
		}
		r.ScoreWas, r.Keys = was.Current.Value(), riskKeys(was, is)
		if r.ScoreWas != r.ScoreIs || len(r.Keys) > 0 {
			list = append(list, r)
		}
	}
	for id, was := range old.All() {
		if !new.Has(id) {
			list = append(list, RiskChange{ID: id, Name: nameOr(was.Name, nameOr(was.Event, id)), Change: Removed, ScoreWas: was.Current.Value(), At: was.At, Place: was.At.String()})
		}
	}
	return list
}

// riskSays is what a risk says about the plan, and that it has responses.
func riskSays(r *plan.Risk) []string {
	var keys []string
	for _, key := range told(r.Origin) {
		name, _, _ := strings.Cut(key, " ")
		if slices.Contains([]string{"probability", "hits", "delay", "stretch", "closes", "owner"}, name) {
			keys = append(keys, key)
		}
	}
	for id := range r.Responses.All() {
		keys = append(keys, "response "+id)
	}
	return keys
}

func riskKeys(was, is *plan.Risk) []string {
	var keys []string
	note := func(key string, isSame bool) {
		if !isSame {
			keys = append(keys, key)
		}
	}
	note("inherent score "+scores(was.Inherent, is.Inherent), was.Inherent == is.Inherent)
	note("target score "+scores(was.Target, is.Target), was.Target == is.Target)
	written := func(key string) string { return keySaid(key, was.Origin, is.Origin) }
	note(written("probability"), was.Probability == is.Probability)
	note(written("hits"), same(was.Hits, is.Hits))
	note(written("delay"), was.Impact.Delay == is.Impact.Delay)
	note(written("stretch"), was.Impact.Stretch == is.Impact.Stretch)
	note(written("closes"), sameClosure(was.Closes, is.Closes))
	note(written("owner"), was.Owner == is.Owner)
	for id, r := range is.Responses.All() {
		before := was.Responses.Get(id)
		note("response "+id+" is new", before != nil)
		if before != nil {
			note("response "+id+" is done", before.Done || !r.Done)
			note("response "+id+" is not done any more", !before.Done || r.Done)
			note("response "+id, before.Action == r.Action && before.Owner == r.Owner && before.Due == r.Due &&
				before.Cost == r.Cost && before.Probability == r.Probability && before.Impact == r.Impact)
		}
	}
	for id := range was.Responses.All() {
		note("response "+id+" is gone", is.Responses.Has(id))
	}
	return keys
}

// keySaid is a key with its value before and now, where both say one that fits on a line.
func keySaid(key string, old, new plan.Origin) string {
	was, is := old.Place(key), new.Place(key)
	if was == old.At || is == new.At || written(was) == "" || written(is) == "" {
		return key
	}
	return key + " " + written(was) + " → " + written(is)
}

func scores(was, is plan.Score) string {
	return strconv.Itoa(was.Value()) + " to " + strconv.Itoa(is.Value())
}

func sameClosure(a, b *plan.Closure) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := *a, *b
	x.Scope, y.Scope = plainBlackout(x.Scope), plainBlackout(y.Scope)
	return same(x, y)
}

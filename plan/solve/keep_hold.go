package solve

import (
	"errors"
	"fmt"
	"slices"

	"epr/plan"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// CanHold reports whether [Options.Hold] has anything to hold of an activity: it is committed, not done, and not
// a milestone, which comes when what it waits for is done.
func CanHold(a *plan.Activity, committed *plan.Schedule) bool {
	_, found := committed.Find(a.ID)
	return found && !a.Done() && !a.IsMilestone()
}

// holding finds a schedule near the committed one in which some activities have not moved. fresh is one that holds
// nothing.
func holding(n *plan.Network, o Options, fresh sgs.Result) (*Result, error) {
	r := newRun(translate(n), o)
	none := r.hold(o.Committed, o.Hold)
	var first sgs.Result
	if none == nil {
		first, none = r.freshly()
	}
	if none != nil {
		none.Held = true
		return nil, none
	}
	result, err := r.keepNear(first, fresh)
	if errors.As(err, &none) {
		none.Held = true
	}
	return result, err
}

// hold leaves the activities of some ids no other start than the committed one, or, where work is under way, no
// other finish. Their days may have changed besides. It reports the first that cannot be there at all.
func (p *problem) hold(committed *plan.Schedule, ids []string) *NoSchedule {
	held := *p.network // what is said about a held activity tells the date that it is held at
	held.Activities = slices.Clone(held.Activities)
	p.network = &held
	for task, i := range p.activity {
		a := &held.Activities[i]
		if !CanHold(a, committed) || !slices.Contains(ids, a.ID) {
			continue
		}
		row, _ := committed.Find(a.ID)
		t, start := &p.model.Tasks[task], p.start(i, int32(task), row)
		if why := p.cannotBeOn(t, start, row, p.states[i].started); why != "" {
			return &NoSchedule{Reason: fmt.Sprintf("%q cannot %s", a.ID, why), Proved: true, Activity: a.ID}
		}
		finish := p.model.Finish(int32(task), start)
		t.Earliest, t.Latest = start, min(t.Latest, finish)
		a.Latest = min(a.Latest, p.date(finish)-1)
	}
	return nil
}

// cannotBeOn says why a task cannot be at a start by itself: "start on 2027-03-28: …". It is empty if it can.
func (p *problem) cannotBeOn(t *model.Task, start int32, row plan.Row, isUnderWay bool) string {
	what, on, finish := "start", row.Start, p.model.Calendars[t.Calendar].After(max(start, 0), t.Days)
	if isUnderWay {
		what, on = "finish", row.Finish
	}
	switch {
	case start < t.Earliest && isUnderWay:
		return fmt.Sprintf("finish on %s: what is left of it takes longer", on)
	case start < t.Earliest:
		return fmt.Sprintf("start on %s: it can start from %s on", on, p.date(t.Earliest))
	case start > p.model.Horizon, finish > t.Latest:
		return fmt.Sprintf("%s on %s and finish in time", what, on)
	case !p.model.Domains[t.Domain].Has(start), isUnderWay && p.date(finish)-1 != on:
		return fmt.Sprintf("%s on %s: its calendar, blackouts, weekdays or meetings leave that day out", what, on)
	}
	return ""
}

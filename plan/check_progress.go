package plan

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan/source"
)

// checkProgress checks that what is said to have happened can have happened by the status date, and is
// said in full. Whether there is such an activity shows when the plan is expanded.
func (c *checker) checkProgress() {
	for i := range c.plan.Progress {
		p := &c.plan.Progress[i]
		who := q(p.Activity)
		c.inThePast(p.Started, p.Place("started"), who+" started on")
		c.inThePast(p.Finished, p.Place("finished"), who+" finished on")
		if p.Started.IsZero() && !p.has("started") {
			c.checkNotStarted(p, who)
		}
		if !p.Started.IsZero() && !p.Finished.IsZero() && p.Finished < p.Started {
			c.endsEarly(calendar.Span{From: p.Started, To: p.Finished}, p.Place("finished"), p.Place("started"), who)
		}
		if !p.Finished.IsZero() && p.Remaining.Set && p.Remaining.N > 0 {
			c.wrong("conflicting-keys", p.Place("remaining"), who+" has finished but has "+count(p.Remaining.N, "working day")+" remaining",
				`take out "remaining" or "finished"`)
		}
	}
}

// checkNotStarted reports what cannot be said of work that has not started.
func (c *checker) checkNotStarted(p *Progress, who string) {
	switch {
	case p.Remaining.Set && p.Finished.IsZero() && !p.has("finished"):
		c.wrong("not-started", p.Place("remaining"), who+" has work remaining but has not started",
			`add the date on which it "started"; for work yet to start, change its "days"`)
	case !p.Finished.IsZero() && c.takesTime(p.Activity):
		c.wrong("not-started", p.Place("finished"), who+" has finished but does not say when it started",
			`add the date on which it "started"`)
	}
}

// inThePast reports an actual date after the status date.
func (c *checker) inThePast(d calendar.Date, at source.Span, who string) {
	programme := &c.plan.Programme
	status, key := programme.Status, "status"
	if !programme.has("status") {
		status, key = max(status, programme.Start), "start"
	}
	if status.IsZero() || d <= status {
		return
	}
	c.wrong("not-yet", at, fmt.Sprintf("%s %s, after the status date %s", who, d, status),
		`correct the date, or move the "status" of the programme`,
		source.Note{At: programme.Place(key), Text: "the status date"})
}

// takesTime reports whether the activity of an id is neither gate nor milestone. Without expanding the plan
// its step is known only by the last part of the id: if steps of that name differ, it is taken to be one.
func (c *checker) takesTime(id string) bool {
	isWork := func(s *Step) bool { return s.Kind != Gate && s.Kind != Milestone && s.Kind != "" }
	if oneOff := c.plan.Activities.Get(id); oneOff != nil {
		return isWork(oneOff)
	}
	name, found := id[strings.LastIndexByte(id, '/')+1:], false
	for _, playbook := range c.plan.Playbooks.All() {
		if step := playbook.Steps.Get(name); step != nil {
			if !isWork(step) {
				return false
			}
			found = true
		}
	}
	return found
}

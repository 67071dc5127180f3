package verify

import (
	"cmp"
	"fmt"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// meeting is the body that decides a gate, by the plan; nil if there is none.
func (c *checker) meeting(i int) *plan.Calendar {
	cal := c.plan.Calendars.Get(c.activity(i).Step.Meets)
	if cal == nil || cal.Meeting == nil {
		return nil
	}
	return cal
}

// checkGate checks that a gate takes one day and its body meets on it. Meetings take place whether or
// not the day is worked, and a pause has nothing to interrupt.
func (c *checker) checkGate(i int) {
	row, cal := c.rows[i], c.meeting(i)
	c.count(Gate, 1)
	switch {
	case cal == nil:
		c.brokenBy(Gate, i, "meets", fmt.Sprintf("gate %s is decided by %s, which is not a meeting calendar of the plan",
			c.name(i), quote(c.activity(i).Step.Meets)))
	case row.Start != row.Finish:
		c.brokenBy(Gate, i, "", fmt.Sprintf("gate %s runs from %s to %s but takes one day", c.name(i), row.Start, row.Finish))
	case !c.meets(cal, row.Start):
		c.brokenBy(Gate, i, "meets", fmt.Sprintf("gate %s is on %s, but %s does not meet then%s",
			c.name(i), row.Start, quote(cal.ID), c.nextMeeting(cal, row.Start)))
	}
}

func (c *checker) meets(cal *plan.Calendar, day calendar.Date) bool {
	_, found := slices.BinarySearch(c.meetingsOf(cal), day)
	return found
}

// meetingsOf lists the dates of a meeting calendar on all days that can be asked about.
func (c *checker) meetingsOf(cal *plan.Calendar) []calendar.Date {
	dates, known := c.meetings[cal]
	if !known {
		dates = cal.Meeting.On(c.days.span)
		c.meetings[cal] = dates
	}
	return dates
}

// nextMeeting ends a sentence with the meeting that follows a day.
func (c *checker) nextMeeting(cal *plan.Calendar, day calendar.Date) string {
	dates := c.meetingsOf(cal)
	if at, _ := slices.BinarySearch(dates, day); at < len(dates) {
		return fmt.Sprintf("; its next meeting is on %s", dates[at])
	}
	return ""
}

// checkMeetings checks that no meeting still to come takes more decisions than it can.
func (c *checker) checkMeetings() {
	type sitting struct {
		cal *plan.Calendar
		day calendar.Date
	}
	gates := map[sitting][]int{}
	var sittings []sitting
	for i := range c.net.Activities {
		if c.activity(i).Kind != plan.Gate || !c.sound[i] || c.facts[i].done {
			continue
		}
		if cal := c.meeting(i); cal != nil && cal.Meeting.Slots > 0 {
			at := sitting{cal, c.rows[i].Finish}
			if gates[at] == nil {
				sittings = append(sittings, at)
			}
			gates[at] = append(gates[at], i)
		}
	}
	slices.SortFunc(sittings, func(a, b sitting) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.cal.ID, b.cal.ID))
	})
	for _, at := range sittings {
		c.count(Slots, 1)
		if decides := gates[at]; len(decides) > at.cal.Meeting.Slots {
			c.broken(Slots, at.cal.Place("slots"), fmt.Sprintf("%s takes %s on %s but has %s: %s", quote(at.cal.ID),
				plural(at.cal.Meeting.Slots, "decision"), at.day, plural(len(decides), "gate"), list(c.names(decides))), decides...)
		}
	}
}

func (c *checker) names(activities []int) []string {
	var names []string
	for _, i := range activities {
		names = append(names, c.activity(i).ID)
	}
	return names
}

// checkPapers checks that what a gate waits for is due when its papers close: the lag of its link is
// one that the plan states for it, and the working days before the meeting.
func (c *checker) checkPapers(l *plan.Link) {
	a := c.activity(l.To)
	cal := c.meeting(l.To)
	if a.Kind != plan.Gate || cal == nil || !l.Type.ToStart() {
		return
	}
	papers := cal.Meeting.Papers
	if a.Step.Papers.Set {
		papers = a.Step.Papers.N
	}
	c.count(Gate, 1)
	if !slices.Contains(c.statedLags(a), l.Lag-papers) {
		c.broken(Gate, l.At, fmt.Sprintf("gate %s waits %s for %s in the network, but its papers close %d before the meeting",
			c.name(l.To), plural(l.Lag, "worked day"), c.name(l.From), papers), l.To)
	}
}

// statedLags lists the lags with which the plan lets an activity wait for anything.
func (c *checker) statedLags(a *plan.Activity) []int {
	var lags []int
	add := func(after []plan.After) {
		for _, link := range after {
			lags = append(lags, link.Lag)
		}
	}
	add(a.Step.After)
	for _, adjust := range a.Adjusts {
		add(adjust.After)
	}
	if phase := c.plan.Phases.Get(a.Place.Phase); phase != nil {
		add(phase.After)
	}
	return lags
}

package verify

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// A moment is the beginning of a day: work starts at that of its first day and is finished at that of
// the day after its last. Links compare moments.

// moment is the end of an activity that a link takes hold of. Both ends of a milestone are the
// same moment: the end of its day or, if it waits for nothing, the beginning.
func (c *checker) moment(i int, start bool) calendar.Date {
	switch {
	case c.activity(i).IsMilestone() && !c.waits[i], start && !c.activity(i).IsMilestone():
		return c.rows[i].Start
	}
	return c.rows[i].Finish + 1
}

// leaves is the moment from which a link counts.
func (c *checker) leaves(l *plan.Link) calendar.Date {
	if !l.Type.FromStart() && l.Done < plan.One {
		return c.shareDone(l.From, l.Done)
	}
	return c.moment(l.From, l.Type.FromStart())
}

// shareDone is the moment at which a share of the work is done: after the first worked days that make
// it up, or at the finish if there are fewer. Of work under way, the days not left are done by the
// status date, and the others are the last before its finish.
func (c *checker) shareDone(i int, share plan.Hundredths) calendar.Date {
	f, row := &c.facts[i], c.rows[i]
	days := shareOf(f.days, share)
	from := row.Start
	if f.started && !f.done {
		before := f.days - f.remaining(c.status())
		if days <= before {
			return c.status()
		}
		from, days = c.workFrom(i), days-before
	}
	for day := from; day <= row.Finish; day++ {
		if f.work.works(day) {
			days--
		}
		if days <= 0 {
			return day + 1
		}
	}
	return row.Finish + 1
}

// shareOf is a share of some days, rounded up to whole days.
func shareOf(days int, share plan.Hundredths) int {
	hundredths := days * int(share)
	whole := hundredths / int(plan.One)
	if hundredths%int(plan.One) != 0 {
		whole++
	}
	return whole
}

// arrives is the moment that a link holds.
func (c *checker) arrives(l *plan.Link) calendar.Date { return c.moment(l.To, l.Type.ToStart()) }

// left tells when a link starts to count: `"a" finishes on 2027-03-05`.
func (c *checker) left(l *plan.Link) string {
	at, name := c.leaves(l), c.name(l.From)
	switch {
	case c.activity(l.From).IsMilestone():
		return fmt.Sprintf("%s is reached on %s", name, c.rows[l.From].Finish)
	case l.Type.FromStart():
		return fmt.Sprintf("%s starts on %s", name, at)
	case l.Done < plan.One:
		return fmt.Sprintf("%s of %s is done on %s", l.Done, name, at-1)
	}
	return fmt.Sprintf("%s finishes on %s", name, at-1)
}

// held tells what a link holds: `"b" starts on 2027-03-04`.
func (c *checker) held(l *plan.Link) string {
	name, row := c.name(l.To), c.rows[l.To]
	switch {
	case c.activity(l.To).IsMilestone():
		return fmt.Sprintf("%s is reached on %s", name, row.Finish)
	case l.Type.ToStart():
		return fmt.Sprintf("%s starts on %s", name, row.Start)
	}
	return fmt.Sprintf("%s finishes on %s", name, row.Finish)
}

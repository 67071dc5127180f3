package plan

import (
	"fmt"

	"epr/calendar"
	"epr/plan/source"
)

// checkTarget checks what was promised about a date: a promise lies inside the programme, the one that
// can be broken is not later than the one that cannot, and announcements stand in the order in which they
// were made. A date announced before the programme started may have been kept by then.
func (c *checker) checkTarget(t Target, from Origin, who string) {
	c.insideProgramme(t.By, from.Place("by"), who+" is promised by")
	c.insideProgramme(t.MustBy, from.Place("must_by"), who+" must be finished by")
	if !t.By.IsZero() && !t.MustBy.IsZero() && t.By > t.MustBy {
		c.wrong("target-order", from.Place("by"), fmt.Sprintf(
			"%s is promised by %s, later than it must be finished, which is %s", who, t.By, t.MustBy),
			`"by" is the promise that may be missed, at the latest the date of "must_by"`,
			source.Note{At: from.Place("must_by"), Text: "it must be finished by this date"})
	}
	c.checkAnnounced(t, from, who)
}

func (c *checker) checkAnnounced(t Target, from Origin, who string) {
	end, last := c.horizon().To, len(t.Announced)-1
	if !end.IsZero() && last >= 0 && t.InForce() > end {
		c.insideProgramme(t.InForce(), from.Place(index("announced", last)+".date"), who+" is announced for")
	}
	for i := 1; i <= last; i++ {
		if on, before := t.Announced[i].On, t.Announced[i-1].On; !on.IsZero() && on < before {
			c.wrong("unsorted-dates", from.Place(index("announced", i)+".on"), fmt.Sprintf(
				"what was announced of %s on %s stands after what was announced on %s", who, on, before),
				"list announcements from the oldest to the newest: the last one is in force",
				source.Note{At: from.Place(index("announced", i-1) + ".on"), Text: "the one before it"})
		}
	}
}

// insideProgramme reports a date before the start or after the end of the programme.
func (c *checker) insideProgramme(d calendar.Date, at source.Span, who string) {
	within := c.horizon()
	switch {
	case d.IsZero() || within.Days() == 0:
	case d < within.From:
		c.wrong("date-outside", at, fmt.Sprintf(
			"%s %s, before the start of the programme on %s", who, d, within.From),
			"correct the date, or move the start of the programme")
	case d > within.To:
		c.wrong("date-outside", at, fmt.Sprintf(
			"%s %s, after the end of the programme on %s", who, d, within.To),
			"correct the date, or move the end of the programme")
	}
}

// startsInside reports work that may not start before the programme is over.
func (c *checker) startsInside(d calendar.Date, at source.Span, who string) {
	if d > c.horizon().To {
		c.insideProgramme(d, at, who+" may not start before")
	}
}

package plan

import (
	"fmt"

	"epr/plan/source"
)

// checkClosure checks what a risk closes: names, kinds, and a period in which the window has room and can
// still happen.
func (c *checker) checkClosure(closes *Closure, risk string) {
	if closes == nil {
		return
	}
	who := "the closure of " + risk
	c.checkLimits(&closes.Scope, who, "closure")
	switch period := closes.Period; {
	case period.IsZero(): // not understood, and reported
	case period.To < period.From:
		c.endsEarly(period, closes.Scope.Place("to"), closes.Scope.Place("from"), who)
	default:
		c.checkPeriod(closes, who)
		c.checkClosedDays(closes, who)
	}
}

// checkPeriod warns of a period in which nothing can happen any more, or yet.
func (c *checker) checkPeriod(closes *Closure, who string) {
	period, within, programme := closes.Period, c.horizon(), &c.plan.Programme
	switch {
	case within.Days() > 0 && !period.Overlaps(within):
		c.warn("unused", closes.Scope.Place("from"), who+" has no day within the programme", "correct its dates, or take it out")
	case period.To < programme.Status:
		c.warn("no-effect", closes.Scope.Place("to"), fmt.Sprintf(
			"%s may come until %s, which is before the status date %s", who, period.To, programme.Status),
			"what came shows in the progress: give the period that is still ahead, or take it out",
			source.Note{At: programme.Place("status"), Text: "the status date"})
	}
}

// checkClosedDays reports a window that does not fit into its period.
func (c *checker) checkClosedDays(closes *Closure, who string) {
	key := "days.high"
	if closes.Days.Low == closes.Days.High {
		key = "days"
	}
	if days, room := closes.Days.High, closes.Period.Days(); days > Hundredths(room)*One {
		c.wrong("out-of-range", closes.Scope.Place(key), fmt.Sprintf(
			"%s lasts up to %s days, but the period within which it may come has %d", who, days, room),
			"both count calendar days: make the period longer, or the closure shorter",
			source.Note{At: closes.Scope.Place("from"), Text: "the period begins here"})
	}
}

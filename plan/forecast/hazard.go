package forecast

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// hazard is a risk as it is played: once in a replication it happens or not, and what it brings is drawn
// once for all the work it touches. That is what makes dates move together.
type hazard struct {
	driver   *plan.Driver
	leftOut  string // why it is not played
	now      effect // as responses that are done leave it
	after    effect // as all responses leave it
	hasAfter bool

	happens, delays, stretches, opens, lasts luck

	period calendar.Span // in which days may be closed
	closes shape         // how many
	effect plan.Effect
}

// effect is how likely a risk is and what it does.
type effect struct {
	chance                 uint64 // of 2³²
	delay, stretch         shape
	hasDelay, isStretching bool
}

// blow is what a risk does in one replication; the zero blow is nothing.
type blow struct {
	delay   int64 // hundredths of working days
	stretch int64 // hundredths; 0 is none
	shut    calendar.Span
}

func (s *simulation) newHazard(d *plan.Driver) hazard {
	r := d.Risk
	name := "risk " + r.ID
	h := hazard{
		driver:    d,
		happens:   s.luck(name + " happens"),
		delays:    s.luck(name + " delays"),
		stretches: s.luck(name + " stretches"),
		opens:     s.luck(name + " opens"),
		lasts:     s.luck(name + " lasts"),
	}
	now, after := claimOf(r), claimOf(r)
	for _, response := range r.Responses.All() {
		if response.Done {
			now = now.leave(response)
		}
		after = after.leave(response)
		h.hasAfter = h.hasAfter || !response.Done && saysWhatItLeaves(response)
	}
	h.now, h.after = s.newEffect(now), s.newEffect(after)
	if r.Closes != nil {
		h.period, h.effect = r.Closes.Period, r.Closes.Scope.Effect
		h.closes = newShape(r.Closes.Days, s.meaning)
	}
	h.leftOut = s.whyLeftOut(d, now)
	return h
}

// whyLeftOut says why a risk is not played, "" if it is.
func (s *simulation) whyLeftOut(d *plan.Driver, c claim) string {
	switch {
	case !c.probability.Set:
		return "its probability is not stated"
	case len(d.Hits) == 0 && len(d.Closes) == 0:
		return "the work it hits is not stated"
	case len(d.Closes) == 0 && c.impact.Delay.IsZero() && c.impact.Stretch.IsZero():
		return "its delay or stretch is not stated"
	case !s.anyOpen(d.Hits) && !s.anyOpen(d.Closes):
		return "the work it hits is finished"
	case len(d.Closes) == 0 && !s.anyToDo(d.Hits):
		return "it hits only gates and milestones, which take no longer for it"
	}
	return ""
}

// anyToDo reports whether some of the activities are work whose length can differ.
func (s *simulation) anyToDo(activities []int) bool {
	return slices.ContainsFunc(activities, func(i int) bool { return !s.works[i].fixed })
}

func (s *simulation) anyOpen(activities []int) bool {
	return slices.ContainsFunc(activities, func(i int) bool { return !s.flow.IsFixed(i) })
}

// claim is what the register says about a risk.
type claim struct {
	probability plan.Chance
	impact      plan.Impact
}

func claimOf(r *plan.Risk) claim { return claim{r.Probability, r.Impact} }

func saysWhatItLeaves(r *plan.Response) bool {
	return r.Probability.Set || !r.Impact.Delay.IsZero() || !r.Impact.Stretch.IsZero()
}

// leave is what a response leaves of a claim: of each thing it states, the smaller. One that states a stretch
// where the risk has a delay, or the reverse, says what is left of the impact as a whole.
func (c claim) leave(r *plan.Response) claim {
	if r.Probability.Set && (!c.probability.Set || r.Probability.Share < c.probability.Share) {
		c.probability = r.Probability
	}
	was, left := c.impact, r.Impact
	switch {
	case left.Delay.IsZero() && left.Stretch.IsZero():
	case was.Delay.IsZero() != left.Delay.IsZero() && was.Stretch.IsZero() != left.Stretch.IsZero():
		c.impact = left
	default:
		c.impact = plan.Impact{Delay: smaller(was.Delay, left.Delay), Stretch: smaller(was.Stretch, left.Stretch)}
	}
	return c
}

// smaller is the smaller of two ranges, end by end; one that is not stated is none.
func smaller(a, b plan.Range) plan.Range {
	if a.IsZero() || b.IsZero() {
		return a
	}
	return plan.Range{Low: min(a.Low, b.Low), Likely: min(a.Likely, b.Likely), High: min(a.High, b.High)}
}

func (s *simulation) newEffect(c claim) effect {
	return effect{
		chance:       uint64(c.probability.Share) << 32 / 10_000,
		delay:        newShape(c.impact.Delay, s.meaning),
		stretch:      newShape(c.impact.Stretch, s.meaning),
		hasDelay:     !c.impact.Delay.IsZero(),
		isStretching: !c.impact.Stretch.IsZero(),
	}
}

// least is the smallest factor, in hundredths, by which work is stretched if the risk happens.
func (e *effect) least() int64 {
	if !e.isStretching {
		return int64(plan.One)
	}
	return e.stretch.least()
}

// strike is what the risk does in a replication, given how likely it is and what it brings.
func (h *hazard) strike(k int, e *effect) blow {
	var b blow
	if h.leftOut != "" || uint64(h.happens.unit(k)) >= e.chance {
		return b
	}
	b.stretch = int64(plan.One)
	if e.hasDelay {
		b.delay = e.delay.at(h.delays.unit(k))
	}
	if e.isStretching {
		b.stretch = max(1, e.stretch.at(h.stretches.unit(k)))
	}
	if len(h.driver.Closes) > 0 {
		b.shut = h.window(k)
	}
	return b
}

// window is the days that a risk closes: of as many as are drawn, each place within the period is as likely
// as any other.
func (h *hazard) window(k int) calendar.Span {
	all := int64(h.period.Days())
	days := all
	if h.driver.Risk.Closes.Days != (plan.Range{}) {
		days = min(max(1, (h.closes.at(h.lasts.unit(k))+50)/100), all)
	}
	first := h.period.From + calendar.Date(int64(h.opens.unit(k))*(all-days+1)>>32)
	return calendar.Span{From: first, To: first + calendar.Date(days) - 1}
}

// happened reports whether the risk happens.
func (b *blow) happened() bool { return b.stretch != 0 }

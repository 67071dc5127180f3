package plan

import (
	"slices"

	"epr/calendar"
	"epr/plan/source"
)

// checkBlackouts checks that each blackout has days, that it does something on them, and does it to something
// that exists.
func (c *checker) checkBlackouts() {
	for id, b := range c.plan.Blackouts.All() {
		who := "blackout " + q(id)
		c.checkLimits(b, who, "blackout")
		c.checkWindows(b, who)
		c.checkEffect(b, who)
		c.checkCapacity(b, who)
	}
}

// checkLimits checks to which work a window is limited. The noun is what the limits belong to.
func (c *checker) checkLimits(b *Blackout, who, noun string) {
	c.nameAll(c.names.phases, b.Phases, b.Origin, "phases", who)
	c.nameAll(c.names.trustCalls, b.Trusts, b.Origin, "trusts", who)
	c.nameSites(b.Sites, b.Trusts, b.Origin, who)
	c.checkActivities(b.Activities, b.Origin, "activities", who)
	c.checkBlocks(b, who, noun)
}

// checkCapacity looks up the teams that a blackout makes smaller, which is no use of a team. A team is
// smaller for all its work: limits to some of it are for the effect.
func (c *checker) checkCapacity(b *Blackout, who string) {
	for _, factor := range b.Capacity {
		if d := c.names.teams; !slices.Contains(d.names, factor.Team) {
			c.lookUp(d, factor.Team, b.Key("capacity."+factor.Team), who)
		}
	}
	hasLimits := len(b.Blocks)+len(b.Phases)+len(b.Trusts)+len(b.Sites)+len(b.Activities) > 0
	if len(b.Capacity) > 0 && hasLimits && b.Effect == NoEffect && !b.has("effect") {
		c.wrong("capacity-scope", b.Place("capacity"),
			who+" makes teams smaller, which holds for all their work, but is limited to some work",
			`take the limits out, or add the "effect" that they are for`)
	}
}

// checkBlocks warns of kinds of work that there are none of, or that no window can hold up.
func (c *checker) checkBlocks(b *Blackout, who, noun string) {
	for i, kind := range b.Blocks {
		if kind == Milestone {
			c.warn("no-effect", b.item("blocks", i, len(b.Blocks), ""), who+" blocks milestones, which take no time and cannot be blocked",
				"block the work that the milestone waits for")
			return
		}
	}
	kinds := c.kindsOfWork()
	isMet := func(k Kind) bool { return slices.Contains(kinds, k) }
	if len(b.Blocks) == 0 || len(kinds) == 0 || isMet("") || slices.ContainsFunc(b.Blocks, isMet) {
		return
	}
	names := make([]string, len(b.Blocks))
	for i, kind := range b.Blocks {
		names[i] = string(kind)
	}
	c.warn("unused", b.Place("blocks"), who+" blocks "+list(names, "and")+", but no work is of such a kind",
		"correct the kinds, or take the "+noun+" out")
}

// checkWindows checks the days of a blackout.
func (c *checker) checkWindows(b *Blackout, who string) {
	spans, within := b.Windows.Spans, c.horizon()
	switch {
	case len(spans) == 0 && b.Windows.Every == nil:
		if !b.has("from", "to", "every", "windows") {
			c.wrong("missing-key", b.At, who+" has no days", `add "from" and "to", "every" for each year, or "windows" for several`)
		}
	case slices.ContainsFunc(spans, func(s calendar.Span) bool { return s.To < s.From }):
		if b.has("windows") {
			c.checkSpans(spans, b.Origin, "windows", who)
			return
		}
		c.endsEarly(spans[0], b.Place("to"), b.Place("from"), who)
	case b.Windows.Every != nil && (b.Windows.Every.From == calendar.MonthDay{} || b.Windows.Every.To == calendar.MonthDay{}):
		// not understood, and reported
	case within.Days() > 0 && len(b.Windows.In(within)) == 0:
		c.warn("unused", b.At, who+" has no day within the programme", "correct its dates, or take it out")
	}
}

// checkEffect checks that a blackout does something, and is soft only if it forbids something.
func (c *checker) checkEffect(b *Blackout, who string) {
	switch {
	case b.Effect == NoEffect && b.has("effect"): // not understood, and reported
	case b.Soft && b.Effect != Forbid:
		c.wrong("conflicting-keys", b.Place("soft"), who+" has a price for work that enters it, but does not forbid any",
			`add effect = "forbid", or take "soft" out`)
	case b.Effect == NoEffect && len(b.Capacity) == 0 && !b.has("capacity", "soft"):
		c.wrong("missing-key", b.At, who+" does nothing",
			`add effect = "forbid" to keep work out, "pause" to let it rest, or "capacity" for smaller teams`)
	}
}

// checkWaivers checks that each waiver lets work into a window that concerns it.
func (c *checker) checkWaivers() {
	for id, waiver := range c.plan.Waivers.All() {
		who := "waiver " + q(id)
		c.checkActivities(waiver.Activities, waiver.Origin, "activities", who)
		if !c.name(c.names.blackouts, waiver.Blackout, waiver.Origin, "blackout", who) {
			continue
		}
		b := c.plan.Blackouts.Get(waiver.Blackout)
		if b.Effect == NoEffect && !b.has("effect") {
			c.warn("no-effect", waiver.Place("blackout"),
				who+" lets work into blackout "+q(b.ID)+", which only makes teams smaller",
				"take the waiver out, or name a blackout that forbids or pauses work", source.Note{At: b.At, Text: "the blackout"})
		}
	}
}

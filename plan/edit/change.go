package edit

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// addTo adds to a dated amount from a day on, until another day if that is not zero, to no less than 0.
func addTo(size plan.Dated, by plan.Hundredths, from, until calendar.Date) plan.Dated {
	within := func(day calendar.Date) bool { return day >= from && (until.IsZero() || day <= until) }
	days := []calendar.Date{from}
	if !until.IsZero() {
		days = append(days, until+1)
	}
	for _, step := range size {
		days = append(days, step.From)
	}
	slices.Sort(days)
	var changed plan.Dated
	for _, day := range slices.Compact(days) {
		is := size.On(day)
		if within(day) {
			is = max(0, is+by)
		}
		if n := len(changed); n > 0 && changed[n-1].Is == is {
			continue
		}
		changed = append(changed, plan.DatedStep{From: day, Is: is})
	}
	return changed
}

func (c *copying) setWithin(s Statement, days int) {
	if s.Key == linkWithin {
		(*c.after(s))[s.Index].Within.N = days
		return
	}
	step := c.step(s.Noun)
	step.Within = slices.Clone(step.Within)
	step.Within[s.Index].Days = days
}

func longer(d plan.Duration, by int) plan.Duration {
	if d.Quantity != nil {
		return d
	}
	return plan.Duration{Low: max(1, d.Low+by), Likely: max(1, d.Likely+by), High: max(1, d.High+by)}
}

func insert(days []calendar.Date, day calendar.Date) []calendar.Date {
	at, found := slices.BinarySearch(days, day)
	if found {
		return days
	}
	return slices.Insert(slices.Clone(days), at, day)
}

// waive adds a waiver under an id that is free.
func (c *copying) waive(blackout, selector string) {
	if c.first("waiver", "") {
		own(&c.plan.Waivers)
	}
	id := tried
	for c.plan.Waivers.Has(id) {
		id += "-again"
	}
	c.plan.Waivers.Add(id, &plan.Waiver{ID: id, Blackout: blackout, Activities: []string{selector}, Reason: tried})
}

// unblock takes a kind off a blackout. One that blocks every kind gets the list of all others.
func (c *copying) unblock(b *plan.Blackout, kind plan.Kind) {
	blocks := b.Blocks
	if len(blocks) == 0 {
		blocks = plan.Kinds
	}
	b.Blocks = slices.DeleteFunc(slices.Clone(blocks), func(k plan.Kind) bool { return k == kind })
	if len(b.Blocks) == 0 { // an empty list would be every kind
		b.Effect = plan.NoEffect
	}
}

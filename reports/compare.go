package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Alternative is the plan or one of its scenarios.
type Alternative struct {
	ID, Name, Note string   // the ID of the plan itself is ""
	Edits          []string // what it makes otherwise than the plan
	Input          *Input   // its schedule with what is known of it; nil if no schedule keeps its rules
	pack           *Pack
}

// Comparison is a plan and its scenarios side by side. To differ in nothing but their edits, scenarios are planned
// without regard to a committed schedule. Where there is one, the plan is there twice: as committed, and planned
// afresh like the scenarios, which are measured against that.
type Comparison struct {
	Programme string
	Status    calendar.Date
	Variants  []Variant // the plan first
	Base      int       // the variant that the others are measured against
	// Promises are those of any variant, in the order of the first.
	Promises []ComparedPromise
	// Dates are the phases without a promise, and of the other dates that boards follow those that differ, by how
	// far apart they are.
	Dates []ComparedDate
	Same  int // dates that boards follow, promises apart, that are the same in all
}

// Variant is the plan or a scenario with what it comes to.
type Variant struct {
	ID, Name   string
	Note       string        // what the model says about it
	Edits      []string      // what it makes otherwise than the plan: "team.trainers.size: 12 → 20"
	Impossible bool          // no schedule keeps its rules; then nothing below is set
	Promises   Share         // kept by the plan, of those made
	Finish     calendar.Date // of the last phase; without phases, of the last activity
	Later      plan.Whole    // calendar days from the Finish of the base, negative if earlier; unset for that
	P80        Percentile    // of the programme; of no date if it was not forecast
	AllKept    plan.Chance   // that every promise is kept
	LateCost   Pounds        // the largest of any promise
	// Price is the mean cost of delay by the forecast: of the calendar days after the finish that the base plans, in
	// every variant, so that a plan that finishes later is not cheaper for it.
	Price        Pounds
	Last, HeldBy string // the activity that finishes it, and what holds that
	// Binds says what the finish waits for: where the days of the critical chain go, then its longest wait. Causes are
	// the same days as numbers, the most first. Both are empty if the chain is not known.
	Binds  []string
	Causes []ChainCause
	// Activities with other dates than in the base, that the base does not have, and that it alone has.
	Moved, Added, Removed int
}

// Compare puts alternatives side by side. The plan as it is comes first; base is the one that the others are measured
// against.
func Compare(list []Alternative, base int) *Comparison {
	c := &Comparison{Base: base}
	list = slices.Clone(list)
	for i := range list {
		if a := &list[i]; a.Input != nil && a.pack == nil {
			a.pack = Build(*a.Input)
		}
	}
	from := list[base].pack
	for i, a := range list {
		v := variantOf(a)
		if a.pack != nil && c.Programme == "" {
			c.Programme, c.Status = a.pack.Header.Programme, a.pack.Header.Status
		}
		if a.pack != nil && from != nil {
			v.price(a.Input, finishOf(from).Finish)
		}
		if a.pack != nil && from != nil && i != base {
			v.Later = change(finishOf(from).Finish, v.Finish)
			v.count(from, a.pack)
		}
		c.Variants = append(c.Variants, v)
	}
	c.addPromises(list)
	c.addDates(list)
	return c
}

// Forecast reports whether any of the variants was forecast.
func (c *Comparison) Forecast() bool {
	return slices.ContainsFunc(c.Variants, func(v Variant) bool { return v.AllKept.Set || !v.P80.Date.IsZero() })
}

// scenarios compares a pack with the alternatives that were handed in; nil if there is none.
func scenarios(p *Pack, in *Input) *Comparison {
	list := in.Alternatives
	if len(list) == 0 {
		return nil
	}
	base := 0
	self := Alternative{Name: "The plan itself", Input: in, pack: p}
	if list[0].ID == "" {
		base, self.Name = 1, "The plan as committed"
	}
	return Compare(append([]Alternative{self}, list...), base)
}

func variantOf(a Alternative) Variant {
	v := Variant{ID: a.ID, Name: orID(a.Name, a.ID), Note: a.Note, Edits: a.Edits, Impossible: a.pack == nil}
	if a.pack == nil {
		return v
	}
	p := a.pack
	v.Promises, v.AllKept, v.LateCost = p.Tiles.Promises, p.Tiles.AllKept, p.Tiles.LateCost
	last := finishOf(p)
	v.Finish, v.Last, v.HeldBy = last.Finish, last.Name, last.HeldBy
	if p.Confidence.Given {
		v.P80 = p.Confidence.Programme.P80
	}
	if len(p.Critical) > 0 && len(p.Critical[0].Steps) > 0 {
		chain := &p.Critical[0]
		v.Causes, v.Binds = chain.Causes, []string{"The chain to " + quoted(chain.Name) + ": o" + WaitsOf(chain)[1:]}
		if wait := longestWait(chain); wait != "" {
			v.Binds = append(v.Binds, wait)
		}
	}
	return v
}

// price is the mean cost of delay after a day.
func (v *Variant) price(in *Input, day calendar.Date) {
	if in.Forecast != nil {
		v.Price = wholePounds(in.Forecast.CostAfter(day, &in.Network.Plan.Programme))
	}
}

// ending is when a programme is finished, by which activity, and what holds that.
type ending struct {
	Finish       calendar.Date
	Name, HeldBy string
}

// finishOf is when the last phase is finished; without phases, the last activity.
func finishOf(p *Pack) ending {
	var last ending
	for i := range p.Phases {
		if ph := &p.Phases[i]; ph.Finish > last.Finish {
			last = ending{ph.Finish, ph.Last, ph.HeldBy}
		}
	}
	if !last.Finish.IsZero() {
		return last
	}
	for i := range p.Schedule {
		if a := &p.Schedule[i]; a.Finish > last.Finish {
			last = ending{a.Finish, a.Name, a.HeldBy}
		}
	}
	return last
}

// count compares the activities of two packs.
func (v *Variant) count(base, p *Pack) {
	was := map[string]*Activity{}
	for i := range base.Schedule {
		was[base.Schedule[i].ID] = &base.Schedule[i]
	}
	for i := range p.Schedule {
		a := &p.Schedule[i]
		before, known := was[a.ID]
		switch {
		case !known:
			v.Added++
		case before.Start != a.Start || before.Finish != a.Finish:
			v.Moved++
		}
		delete(was, a.ID)
	}
	v.Removed = len(was)
}

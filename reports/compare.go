package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Alternative is the plan or one of its scenarios, with its pack; nil if no schedule can keep its rules.
type Alternative struct {
	ID, Name string // the ID of the plan itself is ""
	Pack     *Pack
}

// Comparison is a plan and its scenarios side by side.
type Comparison struct {
	Programme string
	Status    calendar.Date
	Variants  []Variant // the plan itself first
	// Dates are the phases, and of the other dates that boards follow those that differ, the most first.
	Dates []ComparedDate
	Same  int // dates that boards follow that are the same in all
}

// Variant is the plan or a scenario with what it comes to.
type Variant struct {
	ID, Name   string
	Impossible bool  // no schedule keeps its rules; then nothing else is said
	Promises   Share // kept by the plan, of those made
	Finish     calendar.Date
	Later      plan.Whole  // calendar days from the Finish of the plan itself, negative if earlier; unset for that
	P80        Percentile  // of the programme; of no date if it was not forecast
	AllKept    plan.Chance // that every promise is kept
	LateCost   Pounds      // the largest of any phase
	Price      Pounds      // mean cost of delay by the forecast
	Last       string      // the activity that finishes it
	HeldBy     string      // what holds that activity
	Binds      []string    // sentences on what drives its finish; none if not known
	Moved      int         // activities with other dates than in the plan itself
	Added      int         // activities that the plan itself does not have
	Removed    int         // activities of the plan itself that it does not have
}

// ComparedDate is one date in all variants, zero where there is none.
type ComparedDate struct {
	ID, Name string
	Phase    bool
	Dates    []calendar.Date
}

// Compare puts alternatives side by side. The first is what the others are measured against.
func Compare(list []Alternative) *Comparison {
	c := &Comparison{}
	base := list[0].Pack
	if base != nil {
		c.Programme, c.Status = base.Header.Programme, base.Header.Status
	}
	for _, a := range list {
		c.Variants = append(c.Variants, variantOf(a, base))
	}
	c.addDates(list)
	return c
}

func variantOf(a Alternative, base *Pack) Variant {
	v := Variant{ID: a.ID, Name: a.Name, Impossible: a.Pack == nil}
	if a.Pack == nil {
		return v
	}
	p := a.Pack
	v.Promises, v.AllKept, v.LateCost = p.Tiles.Promises, p.Tiles.AllKept, p.Tiles.LateCost
	last := lastActivity(p)
	v.Finish, v.Last, v.HeldBy, v.Binds = last.Finish, last.Name, last.HeldBy, p.Drivers
	if p.Confidence.Given {
		v.P80, v.Price = p.Confidence.Programme.P80, p.Confidence.Price
	}
	if base != nil && base != p {
		v.Later = change(lastActivity(base).Finish, v.Finish)
		v.count(base, p)
	}
	return v
}

// lastActivity is the activity that finishes last, the first of them by start.
func lastActivity(p *Pack) Activity {
	var last Activity
	for _, a := range p.Schedule {
		if a.Finish > last.Finish {
			last = a
		}
	}
	return last
}

// count compares the activities of two packs.
func (v *Variant) count(base, p *Pack) {
	was := map[string]Activity{}
	for _, a := range base.Schedule {
		was[a.ID] = a
	}
	for _, a := range p.Schedule {
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

// addDates lists the phases, then the events that differ, by how far apart their dates are.
func (c *Comparison) addDates(list []Alternative) {
	rows := map[string]int{}
	var dates []ComparedDate
	note := func(k int, id, name string, isPhase bool, date calendar.Date) {
		key := id
		if isPhase {
			key = "phase " + id
		}
		i, known := rows[key]
		if !known {
			i = len(dates)
			rows[key] = i
			dates = append(dates, ComparedDate{ID: id, Name: name, Phase: isPhase, Dates: make([]calendar.Date, len(list))})
		}
		dates[i].Dates[k] = date
	}
	for k, a := range list {
		if a.Pack == nil {
			continue
		}
		for i := range a.Pack.Phases {
			note(k, a.Pack.Phases[i].ID, a.Pack.Phases[i].Name, true, a.Pack.Phases[i].Finish)
		}
		for i := range a.Pack.Milestones {
			note(k, a.Pack.Milestones[i].ID, a.Pack.Milestones[i].Name, false, a.Pack.Milestones[i].Date)
		}
	}
	for i := range dates {
		switch {
		case dates[i].Phase || dates[i].spread(list) > 0:
			c.Dates = append(c.Dates, dates[i])
		default:
			c.Same++
		}
	}
	slices.SortStableFunc(c.Dates, func(a, b ComparedDate) int {
		switch {
		case a.Phase && b.Phase:
			return 0
		case a.Phase != b.Phase:
			return map[bool]int{true: -1, false: 1}[a.Phase]
		}
		return b.spread(list) - a.spread(list)
	})
}

// spread is the days between the earliest and the latest of the dates; very many if some alternative lacks it.
func (d *ComparedDate) spread(list []Alternative) int {
	var first, last calendar.Date
	for k, date := range d.Dates {
		switch {
		case list[k].Pack == nil:
			continue
		case date.IsZero():
			return 1 << 30
		case first.IsZero():
			first, last = date, date
		}
		first, last = min(first, date), max(last, date)
	}
	return int(last - first)
}

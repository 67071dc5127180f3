package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// ComparedPromise is one promise in all variants.
type ComparedPromise struct {
	ID, Name string
	Phase    bool
	Promise  Promise // as the base makes it, else the first variant that does
	Cells    []PromiseIn
}

// PromiseIn is what becomes of a promise in one variant; the zero value is for one that does not make it.
type PromiseIn struct {
	Promise Promise // the variant's own: a scenario can promise another date
	Finish  calendar.Date
	Slack   plan.Whole // calendar days; negative if late
	Later   plan.Whole // calendar days from the Finish of the base; unset for that and if that has none
	Rating  Rating
	Chance  plan.Chance // by the forecast
}

// addPromises lists the promises of all variants.
func (c *Comparison) addPromises(list []Alternative) {
	type key struct {
		id    string
		phase bool
	}
	rows := map[key]int{}
	for k, a := range list {
		if a.pack == nil {
			continue
		}
		for i := range a.pack.Promises {
			promised := &a.pack.Promises[i]
			at := key{promised.ID, promised.Phase}
			row, known := rows[at]
			if !known {
				row = len(c.Promises)
				rows[at] = row
				c.Promises = append(c.Promises, ComparedPromise{ID: promised.ID, Name: promised.Name, Phase: promised.Phase,
					Promise: promised.Promise, Cells: make([]PromiseIn, len(list))})
			}
			c.Promises[row].Cells[k] = PromiseIn{Promise: promised.Promise, Finish: promised.Finish, Slack: promised.Slack,
				Rating: promised.Rating, Chance: a.pack.chanceFor(promised)}
		}
	}
	for i := range c.Promises {
		c.Promises[i].measure(c.Base)
	}
}

// Open lists the promises that are still to be reached in some variant: of what has happened nothing can differ.
func (c *Comparison) Open() []*ComparedPromise {
	var list []*ComparedPromise
	for i := range c.Promises {
		if slices.ContainsFunc(c.Promises[i].Cells, func(in PromiseIn) bool { return in.Finish >= c.Status }) {
			list = append(list, &c.Promises[i])
		}
	}
	return list
}

// Spread is the most calendar days by which any variant makes the date of a promise another than that of the base.
func (p *ComparedPromise) Spread() int {
	most := 0
	for k := range p.Cells {
		if later := p.Cells[k].Later; later.Set {
			most = max(most, later.N, -later.N)
		}
	}
	return most
}

// measure takes the base of a row for what the others are compared with.
func (p *ComparedPromise) measure(base int) {
	from := p.Cells[base]
	if from.Finish.IsZero() {
		return
	}
	p.Promise = from.Promise
	for k := range p.Cells {
		if cell := &p.Cells[k]; k != base && !cell.Finish.IsZero() {
			cell.Later = change(from.Finish, cell.Finish)
		}
	}
}

// chanceFor is the chance of a promise by the forecast; unset if it was not forecast.
func (p *Pack) chanceFor(promised *Promised) plan.Chance {
	at := slices.IndexFunc(p.Confidence.Promises, func(x PromiseChance) bool {
		return x.ID == promised.ID && x.Promise.Kind == promised.Promise.Kind
	})
	if at < 0 {
		return plan.Chance{}
	}
	return plan.Chance{Share: p.Confidence.Promises[at].Chance, Set: true}
}

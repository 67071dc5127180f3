package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// ComparedDate is one date that boards follow, in all variants; zero where there is none.
type ComparedDate struct {
	ID, Name string
	Phase    bool
	Dates    []calendar.Date // in each variant
	// Later is the calendar days from the date of the base; unset for that, and where either has none.
	Later []plan.Whole
}

// addDates lists phases and events, but for those with a promise of their own.
func (c *Comparison) addDates(list []Alternative) {
	t := dateTable{rows: map[dateKey]int{}, of: len(list)}
	for i := range c.Promises {
		t.rows[dateKey{c.Promises[i].ID, c.Promises[i].Phase}] = -1
	}
	for k, a := range list {
		if a.pack == nil {
			continue
		}
		for i := range a.pack.Phases {
			t.note(k, dateKey{a.pack.Phases[i].ID, true}, a.pack.Phases[i].Name, a.pack.Phases[i].Finish)
		}
		for i := range a.pack.Milestones {
			t.note(k, dateKey{a.pack.Milestones[i].ID, false}, a.pack.Milestones[i].Name, a.pack.Milestones[i].Date)
		}
	}
	for i := range t.dates {
		d := &t.dates[i]
		if d.spread(list) > 0 {
			d.measure(c.Base)
			c.Dates = append(c.Dates, *d)
		} else {
			c.Same++
		}
	}
	slices.SortStableFunc(c.Dates, func(a, b ComparedDate) int {
		switch {
		case a.Phase != b.Phase:
			return map[bool]int{true: -1, false: 1}[a.Phase]
		case a.Phase:
			return 0
		}
		return cmp.Or(cmp.Compare(b.spread(list), a.spread(list)), cmp.Compare(a.ID, b.ID))
	})
}

// dateKey tells dates apart: a phase and an activity may have the same id.
type dateKey struct {
	id    string
	phase bool
}

// dateTable is the dates of all variants under way. Rows below 0 are left out.
type dateTable struct {
	rows  map[dateKey]int
	dates []ComparedDate
	of    int // variants
}

func (t *dateTable) note(variant int, key dateKey, name string, date calendar.Date) {
	row, known := t.rows[key]
	if !known {
		row = len(t.dates)
		t.rows[key] = row
		t.dates = append(t.dates, ComparedDate{ID: key.id, Name: name, Phase: key.phase,
			Dates: make([]calendar.Date, t.of), Later: make([]plan.Whole, t.of)})
	}
	if row >= 0 {
		t.dates[row].Dates[variant] = date
	}
}

func (d *ComparedDate) measure(base int) {
	for k, date := range d.Dates {
		if k != base && !date.IsZero() {
			d.Later[k] = change(d.Dates[base], date)
		}
	}
}

// spread is the days between the earliest and the latest of the dates; very many if some alternative lacks it.
func (d *ComparedDate) spread(list []Alternative) int {
	var first, last calendar.Date
	for k, date := range d.Dates {
		switch {
		case list[k].pack == nil:
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

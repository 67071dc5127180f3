package plan

import (
	"cmp"
	"slices"

	"epr/calendar"
)

// Baseline is a schedule that somebody approved, kept to measure later ones against. A plan may have several;
// none is ever changed.
type Baseline struct {
	Origin
	ID       string
	File     string // of the schedule, as the plan names it
	SHA256   string // of that file, in hexadecimal; "" if the plan does not state it
	Date     calendar.Date
	Approver string
	Note     string

	Schedule *Schedule    // nil if the file could not be read
	Phases   []PhaseDates // in the order of the file
}

// PhaseDates is when a phase was to be reached, and by when that was promised, zero if it was not.
type PhaseDates struct {
	Phase      string
	Finish, By calendar.Date
}

// Phase is the dates of a phase; false if the baseline has none of that id.
func (b *Baseline) Phase(id string) (PhaseDates, bool) {
	for _, p := range b.Phases {
		if p.Phase == id {
			return p, true
		}
	}
	return PhaseDates{}, false
}

// BaselinesByDate lists the baselines in the order in which they were approved, those of one day as written.
func (p *Plan) BaselinesByDate() []*Baseline {
	list := make([]*Baseline, 0, p.Baselines.Len())
	for _, b := range p.Baselines.All() {
		list = append(list, b)
	}
	slices.SortStableFunc(list, func(a, b *Baseline) int { return cmp.Compare(a.Date, b.Date) })
	return list
}

// LastBaseline is the baseline that was approved last; nil if the plan has none.
func (p *Plan) LastBaseline() *Baseline {
	list := p.BaselinesByDate()
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}

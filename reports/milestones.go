package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Milestone is a date that boards follow: a go-live, a gate or a milestone.
type Milestone struct {
	ID, Name           string
	Kind               plan.Kind
	Phase, Trust, Site string        // names; "" where it belongs to all
	Date               calendar.Date // its finish
	Was                calendar.Date // in the last version; zero if it was not there
	Change             plan.Whole    // calendar days from Was, positive if later
	Promise            Promise
	Slack              plan.Whole // calendar days to Promise
	Rating             Rating
	State              State
	HeldBy             string
	Float              Float
	Fall               Fall // beyond the cliff of Float
	Owner              string
	Standing           // against the baselines
	// Prospect is its forecast, P50 and P80 and the chance of Promise among it; of no name if none was made.
	Prospect Prospect
}

// milestones lists the events, worst slip first: by how much later than promised, then by how much
// later than in the last version, then by date.
func (f *facts) milestones() []Milestone {
	var list []Milestone
	for i := range f.net.Activities {
		if !f.activity(i).Kind.IsEvent() {
			continue
		}
		list = append(list, f.milestone(i))
	}
	slices.SortStableFunc(list, func(a, b Milestone) int {
		return cmp.Or(
			cmp.Compare(b.late(), a.late()),
			cmp.Compare(b.Change.N, a.Change.N),
			cmp.Compare(a.Date, b.Date),
		)
	})
	f.tryFalls(list)
	return list
}

func (f *facts) milestone(i int) Milestone {
	a := f.activity(i)
	m := Milestone{
		ID:      a.ID,
		Name:    a.Name,
		Kind:    a.Kind,
		Date:    f.rows[i].Finish,
		Was:     f.was[i],
		Change:  change(f.was[i], f.rows[i].Finish),
		Promise: f.promise(i),
		State:   f.state(i),
		HeldBy:  f.heldBy(i),
		Float:   f.float(i),
		Owner:   a.Owner,
	}
	m.Prospect, m.Standing = f.prospectOf(i), f.standing(i)
	m.Phase, m.Trust, m.Site = f.placeNames(a.Place)
	m.Slack = m.Promise.Slack(m.Date)
	m.Rating = f.rate(i, m.Slack)
	return m
}

// late is the calendar days after the promise, 0 if it is kept or none was made.
func (m *Milestone) late() int {
	if !m.Slack.Set {
		return 0
	}
	return max(0, -m.Slack.N)
}

// OpenFirst is the milestones with those that have happened after those still to come, each part in its order.
func (p *Pack) OpenFirst() []Milestone {
	var open, done []Milestone
	for _, m := range p.Milestones {
		if m.State == Done {
			done = append(done, m)
		} else {
			open = append(open, m)
		}
	}
	return append(open, done...)
}

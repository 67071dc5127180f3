package conflict

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
)

// later moves an end: no later than the last finish of a schedule that does not know it.
func (m *mending) later() []Repair {
	from := m.stated()
	last := from
	for _, row := range m.free.Rows {
		if m.concerns(row.ID) {
			last = max(last, row.Finish)
		}
	}
	return m.counted(int(last-from), func(n int) edit.Edit { return edit.Move(m.of, from+calendar.Date(n)) })
}

func (m *mending) earlier() []Repair {
	from := m.stated()
	first := from
	for _, row := range m.free.Rows {
		if m.concerns(row.ID) {
			first = min(first, row.Start)
		}
	}
	return m.counted(int(from-first), func(n int) edit.Edit { return edit.Move(m.of, from-calendar.Date(n)) })
}

// stated is the date that the statement states.
func (m *mending) stated() calendar.Date {
	p := m.plan
	switch m.of.Key {
	case "end":
		return p.Programme.End
	case "starts":
		return p.Contracts.Get(m.of.Noun.ID).Starts
	case "ends":
		return p.Contracts.Get(m.of.Noun.ID).LatestEnd()
	}
	mustBy, notBefore := dates(p, m.of.Noun)
	if m.of.Key == "must_by" {
		return mustBy
	}
	return notBefore
}

func dates(p *plan.Plan, n edit.Noun) (mustBy, notBefore calendar.Date) {
	switch n.Table {
	case edit.Phase:
		phase := p.Phases.Get(n.ID)
		return phase.MustBy, phase.NotBefore
	case edit.Adjust:
		for i := range p.Adjusts {
			if a := &p.Adjusts[i]; a.Selector == n.ID {
				return a.MustBy, a.NotBefore
			}
		}
	}
	step := n.StepOf(p)
	return step.MustBy, step.NotBefore
}

// concerns reports whether the statement has to do with an activity.
func (m *mending) concerns(id string) bool {
	i := m.network.Index(id)
	if i < 0 || m.network.Activities[i].Done() {
		return false
	}
	a := &m.network.Activities[i]
	switch m.of.Noun.Table {
	case edit.Programme:
		return true
	case edit.Phase:
		return a.Place.Phase == m.of.Noun.ID
	case edit.Step, edit.Activity:
		return a.Step.ID == m.of.Noun.StepOf(m.plan).ID
	case edit.Contract:
		is := func(c *plan.Contract) bool { return c.ID == m.of.Noun.ID }
		return slices.ContainsFunc(a.Contracts, is) || slices.ContainsFunc(a.Outlast, is)
	case edit.Adjust:
		return slices.ContainsFunc(a.Adjusts, func(x *plan.Adjust) bool { return x.Selector == m.of.Noun.ID })
	}
	return false
}

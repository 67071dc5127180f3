package conflict

import (
	"epr/plan/edit"
)

const mostLag = 512

// wider gives a maximum lag more days.
func (m *mending) wider() []Repair {
	days := m.of.Tie(m.plan)
	return m.doubled(mostLag, func(n int) edit.Edit { return edit.WithinDays(m.of, days+n) })
}

// sooner lets work begin that many working days before what it waits for allows now: at most as soon as that
// begins.
func (m *mending) sooner() []Repair {
	most := m.of.After(m.plan).Lag + m.longest()
	found := m.doubled(most, func(n int) edit.Edit { return edit.Lag(m.of, -n) })
	for k := range found {
		found[k].Cost *= hurryCost
	}
	return found
}

// longest is the most working days of what a link waits for.
func (m *mending) longest() int {
	step := stepNamed(m.plan, m.of.Noun, m.of.After(m.plan).Step)
	longest := 0
	for i := range m.network.Activities {
		if a := &m.network.Activities[i]; step != nil && a.Step.ID == step.ID {
			longest = max(longest, a.Days.Likely)
		}
	}
	return longest
}

package conflict

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
)

// people adds to a team on the days on which a schedule that has as many as it takes has more than there are.
func (m *mending) people() []Repair {
	excess, days := m.excess()
	if excess <= 0 {
		return nil
	}
	more := func(n int) edit.Edit { return m.more(n, days) }
	enough := int((excess + plan.One - 1) / plan.One)
	if m.try(more(enough)) != feasible {
		// Factors of blackouts reduce what is added, too.
		if enough *= 2; m.try(more(enough)) != feasible {
			return nil
		}
	}
	n, proved := m.least(enough, more)
	// So many are needed; not as long as that, maybe.
	length, _ := m.least(days.Days(), func(length int) edit.Edit {
		return m.more(n, calendar.Span{From: days.From, To: days.From + calendar.Date(length-1)})
	})
	days.To = days.From + calendar.Date(length-1)
	length, _ = m.least(length, func(length int) edit.Edit {
		return m.more(n, calendar.Span{From: days.To - calendar.Date(length-1), To: days.To})
	})
	days.From = days.To - calendar.Date(length-1)
	return []Repair{{Of: m.of, Edits: []edit.Edit{m.more(n, days)}, Cost: (n*length + 6) / 7, Least: proved}}
}

// more is so many people more on some days.
func (m *mending) more(n int, days calendar.Span) edit.Edit {
	return edit.MorePeople(m.of.Noun.ID, plan.Hundredths(n)*plan.One, days.From, days.To)
}

// excess is the most people that a schedule has more of than there are, and the days on which it has.
func (m *mending) excess() (plan.Hundredths, calendar.Span) {
	team, n := m.of.Noun.ID, m.heldNetwork()
	var supply *plan.Supply
	for i := range n.Teams {
		if n.Teams[i].Team.ID == team {
			supply = &n.Teams[i]
		}
	}
	if supply == nil {
		return 0, calendar.Span{}
	}
	used := make([]plan.Hundredths, len(supply.Size))
	for i := range n.Activities {
		use(used, supply, &n.Activities[i], m.free)
	}
	var most plan.Hundredths
	var days calendar.Span
	for day := range used {
		if over := used[day] - supply.Size[day]; used[day] > 0 && over > 0 {
			at := supply.From + calendar.Date(day)
			if days.From.IsZero() {
				days.From = at
			}
			days.To, most = at, max(most, over)
		}
	}
	return most, days
}

// heldNetwork is the network with the statement still in it.
func (m *mending) heldNetwork() *plan.Network {
	m.expand(m.given)
	return m.asker.network
}

// use adds what an activity of a schedule uses of a team.
func use(used []plan.Hundredths, supply *plan.Supply, a *plan.Activity, s *plan.Schedule) {
	row, found := s.Find(a.ID)
	if !found || a.Done() {
		return
	}
	for _, need := range a.Needs {
		if need.Team != supply.Team.ID {
			continue
		}
		for day := max(row.Start, supply.From); day <= row.Finish && int(day-supply.From) < len(used); day++ {
			if a.Terms.Work.Works(day) {
				used[day-supply.From] += need.Amount
			}
		}
	}
}

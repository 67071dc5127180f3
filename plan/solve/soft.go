package solve

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
)

// softsOf lists the soft windows that work of some terms pays for.
func (p *problem) softsOf(t *plan.Terms) []int32 {
	var softs []int32
	for _, b := range t.Soft {
		softs = append(softs, p.softOf(b))
	}
	return softs
}

func (p *problem) softOf(b *plan.Blackout) int32 {
	if known, ok := p.softs[b]; ok {
		return known
	}
	var soft model.Soft
	for _, span := range b.Windows.In(p.network.Horizon) {
		soft.Windows = append(soft.Windows, model.SoftWindow{
			From: p.day(span.From), To: p.day(span.To) + 1, Price: priceInDays(p.network.Plan, b.Price, span.From),
		})
	}
	p.model.Softs = append(p.model.Softs, soft)
	p.softs[b] = int32(len(p.model.Softs)) - 1
	return p.softs[b]
}

// monthsPerDay is 30.4 days a month, in tenths of a day.
const tenthDaysPerMonth = 304

// priceInDays is a price in hundredths of a day of delay, rounded up, by the cost of delay in force on a
// day; negative if no cost is known.
func priceInDays(p *plan.Plan, price plan.Hundredths, on calendar.Date) int64 {
	month := int64(p.Programme.CostOfDelay.On(on))
	if month <= 0 {
		return -1
	}
	return (int64(price)*tenthDaysPerMonth*model.LateUnit/10 + month - 1) / month
}

// SoftEntry is an activity that enters a soft window, for which its price is due.
type SoftEntry struct {
	Activity string
	Blackout *plan.Blackout
	Days     calendar.Span // the first of its windows that is entered, as far as it is
}

// softEntries lists the soft windows that planned work enters, in the order of the activities.
func softEntries(n *plan.Network, s *plan.Schedule) []SoftEntry {
	var entries []SoftEntry
	for i := range n.Activities {
		a := &n.Activities[i]
		row, found := s.Find(a.ID)
		if len(a.Terms.Soft) == 0 || !found || a.Started() || a.Done() || a.IsMilestone() {
			continue
		}
		span := calendar.Span{From: row.Start, To: row.Finish}
		for _, b := range a.Terms.Soft {
			for _, window := range b.Windows.In(n.Horizon) {
				if window.Overlaps(span) {
					entries = append(entries, SoftEntry{a.ID, b, window.Intersect(span)})
					break
				}
			}
		}
	}
	return entries
}

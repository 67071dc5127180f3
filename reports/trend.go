package reports

import (
	"epr/calendar"
	"epr/plan"
)

// TrendPoint is the date of a milestone in one version of the plan.
type TrendPoint struct {
	Version string        // "baseline “one”", "last version"
	Date    calendar.Date // there
	Later   int           // calendar days from the date before it in the trend, negative if earlier; 0 for the first
}

// MostTrend is the most points of a trend, the present date among them.
const MostTrend = 6

// Trend is the dates of a milestone from version to version, oldest first, the present one last: at most MostTrend,
// and none if there is no earlier version that has it.
func (m *Milestone) Trend() []TrendPoint {
	var list []TrendPoint
	for _, b := range m.Baselines {
		list = append(list, TrendPoint{Version: "baseline " + quoted(b.ID), Date: b.Date})
	}
	if !m.Was.IsZero() {
		list = append(list, TrendPoint{Version: "last version", Date: m.Was})
	}
	if len(list) == 0 {
		return nil
	}
	list = append(list, TrendPoint{Version: "now", Date: m.Date})
	list = list[max(0, len(list)-MostTrend):]
	for k := 1; k < len(list); k++ {
		list[k].Later = int(list[k].Date - list[k-1].Date)
	}
	return list
}

// Drift is the calendar days from the first point of Trend to the present date, positive if it is later now; unset
// without a trend.
func (m *Milestone) Drift() plan.Whole {
	trend := m.Trend()
	if len(trend) == 0 {
		return plan.Whole{}
	}
	return change(trend[0].Date, m.Date)
}

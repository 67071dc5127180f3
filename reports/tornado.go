package reports

import (
	"cmp"
	"slices"

	"epr/plan"
	"epr/plan/forecast"
)

// RiskBar is a risk as a bar of the tornado: the calendar days by which the programme would be finished earlier
// without it, on average. The days at a percentile jump from one closed window to the next and hide all but the
// largest risks; the register shows them too.
type RiskBar struct {
	ID, Name string
	Days     int
	After    plan.Whole // what is left once its responses are in place; unset if they do not say
}

// Sensitive is an activity by what it does to the finish: the chance that it is critical, the correlation of
// its duration with the finish, and its schedule sensitivity index, in ten-thousandths.
type Sensitive struct {
	ID, Name                             string
	Criticality, Cruciality, Sensitivity int
	Planned                              int             // working days still to do
	Deviation                            plan.Hundredths // standard deviation of its duration, in working days
}

// The most lines of the tornado and of the list of sensitive activities.
const (
	mostBars      = 6
	mostSensitive = 10
)

// tornado is the risks that move the finish, most days first.
func (f *facts) tornado(fc *forecast.Forecast) []RiskBar {
	var list []RiskBar
	for i := range fc.Risks {
		rc := &fc.Risks[i]
		if rc.LeftOut != "" || wholeDays(rc.Now.Mean) <= 0 {
			continue
		}
		bar := RiskBar{ID: rc.Risk.ID, Name: orID(rc.Risk.Name, rc.Risk.Event), Days: wholeDays(rc.Now.Mean)}
		if rc.HasAfter {
			bar.After = plan.Whole{N: wholeDays(rc.After.Mean), Set: true}
		}
		list = append(list, bar)
	}
	slices.SortStableFunc(list, func(a, b RiskBar) int {
		return cmp.Compare(b.Days, a.Days)
	})
	return list[:min(len(list), mostBars)]
}

// sensitive is the activities whose range does most to the finish.
func (f *facts) sensitive(fc *forecast.Forecast) []Sensitive {
	var list []Sensitive
	for i, x := range fc.Influences {
		if x.Sensitivity <= 0 {
			continue
		}
		a := f.activity(i)
		list = append(list, Sensitive{ID: a.ID, Name: a.Name, Criticality: x.Criticality, Cruciality: x.Cruciality,
			Sensitivity: x.Sensitivity, Planned: x.Planned, Deviation: x.Deviation})
	}
	slices.SortStableFunc(list, func(a, b Sensitive) int {
		return cmp.Or(cmp.Compare(b.Sensitivity, a.Sensitivity), cmp.Compare(b.Criticality, a.Criticality))
	})
	return list[:min(len(list), mostSensitive)]
}

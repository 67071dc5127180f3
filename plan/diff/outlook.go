package diff

import (
	"epr/calendar"
	"epr/plan/forecast"
)

// Outlook is what the forecasts of both versions say of one date.
type Outlook struct {
	ID, Name string
	// The days by which 50 and 80 of 100 replications are finished; zero beyond the horizon.
	P50Was, P50Is, P80Was, P80Is calendar.Date
	// MissWas and MissIs are the chances, in ten-thousandths, that a go-live lands later than in the window it
	// is planned for; IsLanding is false for anything else.
	IsLanding       bool
	MissWas, MissIs int
}

// outlook compares the forecasts. The two are drawn on the same luck where seed and runs are the same, since luck
// hangs on the ids of activities.
func outlook(old, new *Version) []Outlook {
	if old.Forecast == nil || new.Forecast == nil {
		return nil
	}
	was := map[string]*forecast.Outcome{}
	for k := range old.Forecast.Outcomes {
		was[old.Forecast.Outcomes[k].ID] = &old.Forecast.Outcomes[k]
	}
	missWas, missIs := misses(old), misses(new)
	var list []Outlook
	for k := range new.Forecast.Outcomes {
		is := &new.Forecast.Outcomes[k]
		before := was[is.ID]
		if before == nil || is.IsDone && before.IsDone {
			continue
		}
		o := Outlook{ID: is.ID, Name: is.Name}
		o.P50Was, o.P80Was = percentiles(before)
		o.P50Is, o.P80Is = percentiles(is)
		wasMissed, had := missWas[is.ID]
		isMissed, has := missIs[is.ID]
		if o.IsLanding = had && has; o.IsLanding {
			o.MissWas, o.MissIs = wasMissed, isMissed
		}
		if o.P50Was != o.P50Is || o.P80Was != o.P80Is || o.MissWas != o.MissIs {
			list = append(list, o)
		}
	}
	return list
}

func percentiles(o *forecast.Outcome) (p50, p80 calendar.Date) {
	if o.Dates == nil {
		return o.Planned, o.Planned
	}
	p50, _ = o.Dates.At(50)
	p80, _ = o.Dates.At(80)
	return p50, p80
}

// misses are the chances of go-lives to miss their windows, by id.
func misses(v *Version) map[string]int {
	chances := map[string]int{}
	for _, l := range v.Forecast.Landings {
		chances[v.Network.Activities[l.Activity].ID] = l.Missed
	}
	return chances
}

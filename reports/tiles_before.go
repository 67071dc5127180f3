package reports

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
	"epr/plan/forecast"
)

// Before is the version that was kept before a plan and says something else, as far as a pack measures itself by it. Its
// schedule keeps every rule of its network.
type Before struct {
	Name     string        // as people call it: "1a2b3c4d5e of 21 Nov 2026"
	On       calendar.Date // the day on which it was kept
	Network  *plan.Network
	Schedule *plan.Schedule
	Forecast *forecast.Forecast // nil if there is none
}

// TilesBefore are the figures at the head of the summary that a schedule alone does not tell, as the version before had
// them: by its own plan, at its own status date.
type TilesBefore struct {
	Name      string
	On        calendar.Date // the day on which it was kept
	SitesLive Share
	Avoided   Avoided
	AllKept   plan.Chance // unset if it has no forecast, or promised nothing
}

// tilesBefore works the figures out anew from the version before; nil if none is known.
func (f *facts) tilesBefore() *TilesBefore {
	b := f.in.Before
	if b == nil {
		return nil
	}
	was := gather(Input{Network: b.Network, Schedule: b.Schedule, Forecast: b.Forecast, Reasons: explain.Reasons(b.Network, b.Schedule)})
	clashes := was.clashes()
	t := &TilesBefore{Name: b.Name, On: b.On, SitesLive: was.sitesLive(everywhere), Avoided: clashes.sum()}
	if b.Forecast != nil && len(was.promised()) > 0 {
		t.AllKept = plan.Chance{Share: b.Forecast.AllKept, Set: true}
	}
	return t
}

// everywhere has every place in it.
func everywhere(plan.Place) bool { return true }

package bound

import "epr/plan/solve/model"

// IsBeyond reports whether some goal cannot be reached in time by any schedule, which proves that there is
// none. It is what [Find] says of Beyond, without the rest.
func IsBeyond(m *model.Model, g *model.Graph, w *model.Window) bool {
	teams := newTeams(m, g, w)
	for i := range m.Goals {
		goal := chain(m, w, &m.Goals[i])
		teams.improve(&goal, &m.Goals[i])
		if goal.Reached > last(m, &m.Goals[i]) {
			return true
		}
	}
	return false
}

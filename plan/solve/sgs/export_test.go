package sgs

import "epr/plan/solve/model"

// Search is a search from its beginning to its end.
func Search(m *model.Model, g *model.Graph, w *model.Window, o Options) Result {
	return Begin(m, g, w, o).Finish(nil)
}

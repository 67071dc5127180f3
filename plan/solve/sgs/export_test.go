package sgs

import "epr/plan/solve/model"

// Search is a search from its beginning to its end.
func Search(m *model.Model, g *model.Graph, w *model.Window, o Options) Result {
	return Begin(m, g, w, o).Finish(nil)
}

// Dense makes schedules of a plain project by parallel generation.
type Dense struct{ dense }

func NewDense(p *Plain) *Dense { return &Dense{*newDense(p)} }

// Schedule makes one, of the project turned round if time goes backwards.
func (d *Dense) Schedule(isBackwards bool, keys []int32, most int32) (starts []int32, makespan int32) {
	n := &d.p.along
	if isBackwards {
		n = &d.p.against
	}
	return d.schedule(n, keys, most)
}

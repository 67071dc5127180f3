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
	return d.schedule(d.p.direction(isBackwards), keys, most)
}

// Serial makes schedules of a plain project by serial generation.
type Serial struct{ serial }

func NewSerial(p *Plain) *Serial { return &Serial{*newSerial(p)} }

// Schedule makes one, in which the tasks with keys from some on, up to but not including others, are packed.
func (s *Serial) Schedule(isBackwards bool, keys []int32, from, to, most int32) (starts []int32, makespan int32) {
	return s.schedule(s.p.direction(isBackwards), keys, stretch{from, to}, most)
}

func (p *Plain) direction(isBackwards bool) *network {
	if isBackwards {
		return &p.against
	}
	return &p.along
}

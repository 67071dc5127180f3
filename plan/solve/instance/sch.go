package instance

import "epr/plan/solve/model"

// ParseSCH reads a ProGen/max file. Its links are from start to start; a negative lag is a maximum lag
// that runs the other way round.
func ParseSCH(text []byte) (*model.Model, error) {
	s, p := newScanner(text), &project{}
	s.line()
	tasks, resources := s.count(largest)+2, s.count(largest)
	links := s.links(tasks)
	s.work(p, tasks, resources)
	s.limits(p, resources)
	if s.err != nil {
		return nil, s.err
	}
	for from, list := range links {
		reach := p.days[from]
		for _, l := range list {
			reach = max(reach, l.lag)
			p.arcs = append(p.arcs, model.Arc{From: int32(from), To: l.to, Lag: l.lag, Back: l.lag < 0})
		}
		p.horizon += reach
	}
	return p.model()
}

type link struct{ to, lag int32 }

// links reads one line for each task: its number, modes, how many links, where to, with which lags.
func (s *scanner) links(tasks int32) [][]link {
	var all [][]link
	for range tasks {
		s.line()
		s.number()
		s.number()
		list := make([]link, s.count(tasks))
		for i := range list {
			list[i].to = s.count(tasks - 1)
		}
		for i := range list {
			list[i].lag = s.number()
		}
		all = append(all, list)
	}
	return all
}

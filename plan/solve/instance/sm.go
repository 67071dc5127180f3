package instance

import (
	"strings"

	"epr/plan/solve/model"
)

// largest is more than any number in an instance worth reading.
const largest = 1 << 20

// ParseSM reads a PSPLIB file. Its links are from finish to start without lags.
func ParseSM(text []byte) (*model.Model, error) {
	s, p := newScanner(text), &project{}
	s.seek("jobs (incl.")
	tasks := s.afterColon()
	s.seek("- renewable")
	resources := s.afterColon()
	s.seek("PRECEDENCE RELATIONS")
	s.skip(1)
	successors := s.successors(tasks)
	s.seek("REQUESTS/DURATIONS")
	s.skip(2)
	s.work(p, tasks, resources)
	s.seek("RESOURCEAVAILABILITIES")
	s.skip(1)
	s.limits(p, resources)
	if s.err != nil {
		return nil, s.err
	}
	for from, list := range successors {
		p.horizon += p.days[from]
		for _, to := range list {
			p.arcs = append(p.arcs, model.Arc{From: int32(from), To: to, FromDays: p.days[from], Ordered: true})
		}
	}
	return p.model()
}

// afterColon is the number that follows the colon of the current line.
func (s *scanner) afterColon() int32 {
	_, after, _ := strings.Cut(strings.Join(s.words, " "), ":")
	s.words = strings.Fields(after)
	return s.count(largest)
}

// successors reads the links, one line for each task: its number, modes, how many, which.
func (s *scanner) successors(tasks int32) [][]int32 {
	var all [][]int32
	for range tasks {
		s.line()
		s.number()
		s.number()
		var list []int32
		for range s.count(tasks) {
			list = append(list, max(1, s.count(tasks))-1)
		}
		all = append(all, list)
	}
	return all
}

// work reads the durations and demands, one line for each task: its number, mode, duration, demands.
func (s *scanner) work(p *project, tasks, resources int32) {
	for range tasks {
		s.line()
		s.number()
		s.number()
		p.days = append(p.days, s.count(largest))
		demands := make([]int32, resources)
		for r := range demands {
			demands[r] = s.count(largest)
		}
		p.demands = append(p.demands, demands)
	}
}

// limits reads the line of capacities.
func (s *scanner) limits(p *project, resources int32) {
	s.line()
	for range resources {
		p.limits = append(p.limits, s.count(largest))
	}
}

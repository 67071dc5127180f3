package lcg

import (
	"testing"

	"epr/plan/solve/model"
)

// A toll is due in its spans and nowhere else, also when the solver has forgotten what it can.
func TestTollStays(t *testing.T) {
	const horizon = 20
	m := &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon)},
		Domains:   []model.Domain{model.AnyDay(horizon)},
		Tasks:     []model.Task{{Days: 1, Latest: horizon}},
	}
	s := New(m)
	due := s.AddToll(0, []Span{{2, 3}, {5, 5}, {7, 11}, {15, 17}})
	s.forget()
	const want = "..##.#.#####...###.."
	for x := range int32(horizon) {
		free := s.Search([]Literal{AtLeast(0, x), AtMost(0, x), AtMost(due, 0)}, 10, 1000) == Found
		if free != (want[x] == '.') {
			t.Errorf("a start on day %d without toll: %v", x, free)
		}
		if s.Search([]Literal{AtLeast(0, x), AtMost(0, x)}, 10, 1000) != Found {
			t.Errorf("no start on day %d", x)
		}
	}
}

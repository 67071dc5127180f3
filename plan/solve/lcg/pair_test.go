package lcg

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/solve/model"
)

// Pairs are the tasks that need more than there is together, work on the same days of the week and are not
// ordered by the arcs. If those leave one order only, it is required.
func TestFindPairs(t *testing.T) {
	const horizon = 20
	week := make([]bool, horizon)
	for day := range week {
		week[day] = day%7 < 5
	}
	capacity := make([]int32, horizon)
	for day := range capacity {
		capacity[day] = 3 + int32(day/10)
	}
	task := func(days, calendar, amount int32) model.Task {
		return model.Task{
			Days: days, Calendar: calendar, Latest: horizon, Demands: []model.Demand{{Resource: 0, Amount: amount}},
		}
	}
	m := &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon), model.NewCalendar(week)},
		Domains:   []model.Domain{model.AnyDay(horizon)},
		Resources: []model.Resource{{Capacity: capacity}},
		Tasks: []model.Task{
			0: task(2, 0, 3), 1: task(2, 0, 2), 2: task(2, 0, 2),
			3: task(2, 0, 1), // beside 0 from day 10 on
			4: task(2, 1, 3), // may work while others pause
			5: task(0, 0, 3), // takes no time
			6: task(2, 0, 4), // after 0, by way of 5
			7: task(2, 0, 4), // starts a day after 1 at least, so it cannot come first
		},
		Arcs: []model.Arc{
			{From: 0, To: 5, FromDays: 2, Ordered: true}, {From: 5, To: 6}, {From: 1, To: 7, Lag: 1},
		},
	}
	var got [][2]Var
	s := New(m)
	for _, p := range s.findPairs(s.apart()) {
		got = append(got, [2]Var{p.first, p.second})
	}
	want := [][2]Var{{0, 1}, {0, 2}, {1, 6}, {2, 6}, {3, 6}, {0, 7}, {1, 7}, {2, 7}, {3, 7}, {6, 7}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s.AddPairs(len(want)-1) || len(s.pairs.list) > 0 || !s.AddPairs(len(want)) {
		t.Error("the limit is not kept")
	}
	for _, p := range s.pairs.list {
		from, to := s.Bounds(p.order)
		isDecided := p.first == 1 && p.second == 7
		if from != to && isDecided || from != 0 && !isDecided || to != 1 {
			t.Errorf("the order of %d and %d is from %d to %d", p.first, p.second, from, to)
		}
	}
}

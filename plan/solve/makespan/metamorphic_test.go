package makespan

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
)

// A day off after the end of every schedule changes nothing, although no calendar works every day then.
func TestDayOffAtTheEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProject(t, 9).bind(t)
		want := shortest(t, p.plain(), 1)
		worked := make([]bool, p.total()+2)
		for day := range p.total() + 1 {
			worked[day] = true
		}
		if got := shortest(t, p.model(model.NewCalendar(worked)), 1); got != want {
			t.Fatalf("%d days, with a day off at the end %d", want, got)
		}
	})
}

// With days off that all tasks share, the shortest schedule takes as many worked days as without.
func TestPause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProject(t, 9)
		want := shortest(t, p.plain(), 1)
		worked := make([]bool, 0, 2*p.total())
		for range p.total() + 1 {
			if rapid.IntRange(0, 3).Draw(t, "off") == 0 {
				worked = append(worked, false)
			}
			worked = append(worked, true)
		}
		c := model.NewCalendar(worked)
		if got := shortest(t, p.model(c), 1); c.W[got] != want {
			t.Fatalf("%d days, with days off %d, of which %d are worked", want, got, c.W[got])
		}
	})
}

// Links turned round, a project takes as long as before.
func TestReverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProject(t, 9)
		want := shortest(t, p.plain(), 1)
		for i := range p.links {
			p.links[i][0], p.links[i][1] = p.links[i][1], p.links[i][0]
		}
		if got := shortest(t, p.plain(), 2); got != want {
			t.Fatalf("%d days, reversed %d", want, got)
		}
	})
}

// A capacity that is smaller on some days is as good as a fixed task that takes the difference on them.
func TestStepAsTask(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProject(t, 8).bind(t)
		from := rapid.Int32Range(0, p.total()).Draw(t, "from")
		days := rapid.Int32Range(1, p.total()+1-from).Draw(t, "days")
		amount := rapid.Int32Range(1, p.limits[0]).Draw(t, "amount")
		horizon := 2*p.total() + 2

		stepped := p.model(model.EveryDay(horizon))
		for day := from; day < from+days; day++ {
			stepped.Resources[0].Capacity[day] -= amount
		}
		filled := p.model(model.EveryDay(horizon))
		sink := len(filled.Tasks) - 1
		filled.Tasks = append(filled.Tasks, filled.Tasks[sink])
		filled.Tasks[sink] = model.Task{
			Days: days, Earliest: from, Latest: from + days, Demands: []model.Demand{{Resource: 0, Amount: amount}},
		}
		for i := range filled.Arcs {
			if filled.Arcs[i].To == int32(sink) {
				filled.Arcs[i].To++
			}
		}
		if a, b := shortest(t, stepped, 1), shortest(t, filled, 1); a != b {
			t.Fatalf("%d days with the smaller capacity, %d with a task that takes the rest", a, b)
		}
	})
}

package optimise

import (
	"slices"
	"testing"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// withRanks is a model to which the ranks of all kin have been added.
func withRanks(m *model.Model) (*model.Model, *byRank) {
	extended := *m
	extended.Tasks, extended.Arcs = slices.Clone(m.Tasks), slices.Clone(m.Arcs)
	extended.Resources, extended.Domains = slices.Clone(m.Resources), slices.Clone(m.Domains)
	for i := range extended.Tasks {
		extended.Tasks[i].Strict = extended.Tasks[i].Domain
	}
	b := addRanks(&extended)
	for i := range extended.Tasks {
		extended.Tasks[i].Prompt = false // ranks are looked at, not when consequences come
	}
	return &extended, b
}

// TestRanksFollow: every schedule, with its ranks, keeps all that is required of ranks: lanes, days, and the doubles of
// teams. All schedules of tiny models are tried.
func TestRanksFollow(t *testing.T) {
	draws := draws()
	models, lanes, doubles, schedules := 0, 0, 0, 0
	for seed := range uint64(draws) {
		draw := modeltest.Seeded(*witnessSeed + seed)
		m := modeltest.Twins(draw)
		if draw("kind", 0, 2) == 0 {
			m = modeltest.Tiny(draw)
		}
		switch task := int32(draw("task", 0, len(m.Tasks)-1)); draw("unlike", 0, 3) {
		case 0:
			lengthen(m, task)
		case 1:
			for k := range m.Tasks[task].Demands {
				m.Tasks[task].Demands = slices.Clone(m.Tasks[task].Demands)
				m.Tasks[task].Demands[k].Amount += int32(draw("more", -1, 1))
			}
		}
		all, ok := modeltest.All(m, mostWitnesses/10)
		extended, b := withRanks(m)
		if !ok || len(all) == 0 || len(b.ranked) == 0 {
			continue
		}
		models++
		lanes += len(lanesOf(m, findKin(m)))
		doubles += len(extended.Resources) - len(m.Resources)
		schedules += len(all)
		for _, starts := range all {
			if broken := extended.Check(b.extend(starts)); len(broken) > 0 {
				t.Fatalf("seed %d, %v, kin %v: %s", *witnessSeed+seed, starts, findKin(m), broken[0].Text)
			}
		}
	}
	t.Logf("of %d draws %d models with %d lanes, %d doubles, %d schedules", draws, models, lanes, doubles, schedules)
	if models < draws/10 || lanes < models || doubles < models/8 || schedules < 10*models {
		t.Error("the models are too easy or too hard to test anything")
	}
}

// lengthen makes a task a day longer, and what is about its finish remains so.
func lengthen(m *model.Model, task int32) {
	days := &m.Tasks[task].Days
	for i := range m.Arcs {
		a := &m.Arcs[i]
		if a.From == task && a.FromDays == *days {
			a.FromDays++
		}
		if a.To == task && a.ToDays == *days {
			a.ToDays++
		}
	}
	*days++
}

// extend appends to a schedule when its ranks start.
func (b *byRank) extend(starts []int32) []int32 {
	extended := slices.Clone(starts)
	for _, r := range b.ranked {
		var sorted []int32
		for _, task := range r.kin {
			sorted = append(sorted, starts[task])
		}
		slices.Sort(sorted)
		extended = append(extended, sorted...)
	}
	return extended
}

// rollout is a programme of some sites: devices, then training by a team that is enough for two of them at a time, then a
// decision at a meeting every seventh day, then one that all wait for.
func rollout(sites int, change func(m *model.Model)) *model.Model {
	const horizon = 120
	meetings := make([]bool, horizon+1)
	team, devices := make([]int32, horizon), make([]int32, horizon)
	for day := range horizon {
		meetings[day], team[day], devices[day] = day%7 == 2, 4, 3
	}
	m := &model.Model{
		Horizon: horizon, Calendars: []model.Calendar{model.EveryDay(horizon)},
		Domains:   []model.Domain{model.AnyDay(horizon), model.NewDomain(meetings)},
		Resources: []model.Resource{{Capacity: team}, {Capacity: devices}},
	}
	last := int32(3 * sites)
	for site := range int32(sites) {
		m.Tasks = append(m.Tasks,
			model.Task{Step: 1, Days: 2 + site%2, Latest: horizon, Demands: []model.Demand{{Resource: 1, Amount: 1}}},
			model.Task{Step: 2, Days: 5, Latest: horizon, Demands: []model.Demand{{Resource: 0, Amount: 2}}},
			model.Task{Step: 3, Days: 1, Latest: horizon, Domain: 1, Strict: 1})
		m.Arcs = append(m.Arcs,
			model.Arc{From: 3 * site, To: 3*site + 1, FromDays: m.Tasks[3*site].Days, Ordered: true},
			model.Arc{From: 3*site + 1, To: 3*site + 2, FromDays: 5, Ordered: true},
			model.Arc{From: 3*site + 2, To: last, FromDays: 1, Ordered: true})
	}
	m.Tasks = append(m.Tasks, model.Task{Step: 4, Latest: horizon})
	change(m)
	return m
}

// What ranks know before anything is tried.
func TestRanksKnow(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(m *model.Model)
		want   map[int32][]int32 // of each step when its ranks start at the earliest
	}{
		{"two trained at a time", func(m *model.Model) {}, map[int32][]int32{
			1: {0, 0, 0, 2, 2}, 2: {2, 2, 7, 7, 12}, 3: {9, 9, 16, 16, 23}, 4: {24}}},
		{"one is trained elsewhere", func(m *model.Model) { m.Tasks[13].Demands = nil }, map[int32][]int32{
			2: {2, 2, 2, 4, 4}, 3: {9, 9, 9, 9, 9}, 4: {10}}},
		{"one begins late", func(m *model.Model) { m.Tasks[12].Earliest = 30 }, map[int32][]int32{
			1: {0, 0, 0, 2, 30}, 2: {2, 2, 7, 7, 32}, 3: {9, 9, 16, 16, 37}, 4: {38}}},
		{"nothing waits for one", func(m *model.Model) { m.Arcs = slices.Delete(m.Arcs, 12, 13) }, map[int32][]int32{
			2: {0, 2, 5, 7, 10}}},
		{"one training is for two sites, one for none", func(m *model.Model) { m.Arcs[4].From = 1 }, map[int32][]int32{
			2: {2, 2, 7, 7, 12}, 3: {9, 9, 9, 16, 16}}},
		{"another calendar", func(m *model.Model) {
			m.Calendars = append(m.Calendars, m.Calendars[0])
			m.Tasks[1].Calendar = 1
		}, map[int32][]int32{3: {9, 9, 9, 16, 16}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := rollout(5, tt.change)
			extended, b := withRanks(m)
			s := lcg.New(extended)
			b.open(s)
			s.Search(nil, 0, 1<<40) // as far as rules go
			for step, want := range tt.want {
				if got := earliest(m, b, s, step); !slices.Equal(got, want) {
					t.Errorf("step %d: %v, want %v", step, got, want)
				}
			}
		})
	}
}

// earliest is when the ranks of a step start at the earliest, or the one task of it.
func earliest(m *model.Model, b *byRank, s *lcg.Solver, step int32) []int32 {
	var days []int32
	for _, r := range b.ranked {
		for _, x := range r.ranks {
			if from, _ := s.Bounds(x); m.Tasks[r.kin[0]].Step == step && len(r.kin) > 2 {
				days = append(days, from)
			}
		}
	}
	for task := range m.Tasks {
		if from, _ := s.Bounds(lcg.Var(task)); m.Tasks[task].Step == step && days == nil {
			days = append(days, from)
		}
	}
	return days
}

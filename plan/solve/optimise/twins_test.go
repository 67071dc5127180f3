package optimise

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// TestSorted: whatever the schedule, with the starts of twins sorted it is one that the engine allows, in which the
// order of the twins holds, and no worse at any level. All schedules of tiny models are tried.
func TestSorted(t *testing.T) {
	draws := draws()
	found, long, schedules, changed := 0, 0, 0, 0
	for seed := range uint64(draws) {
		m := modeltest.Twins(modeltest.Seeded(*witnessSeed + seed))
		all, ok := modeltest.All(m, mostWitnesses/10)
		twins := findTwins(m)
		if !ok || len(all) == 0 || len(twins) == 0 {
			continue
		}
		found++
		if len(twins[0][0]) > 1 {
			long++
		}
		schedules += len(all)
		for _, starts := range all {
			sorted := inOrder(twins, starts)
			if !cmp.Equal(sorted, starts) {
				changed++
			}
			if fault := allowed(m, twins, starts, sorted); fault != "" {
				t.Fatalf("seed %d, twins %v, %v sorted is %v: %s", *witnessSeed+seed, twins, starts, sorted, fault)
			}
		}
	}
	t.Logf("of %d draws %d with twins, %d of them longer than a task; %d schedules, sorting changed %d", draws, found, long, schedules, changed)
	if found < draws/10 || long < draws/50 || changed < schedules/5 {
		t.Error("the models are too easy or too hard to test anything")
	}
}

// allowed says what is wrong with a schedule sorted; nothing if all is well. A consequence may be late.
func allowed(m *model.Model, all []twins, starts, sorted []int32) string {
	for _, a := range orders(m, all) {
		if m.MinTo(&a, sorted[a.From]) > sorted[a.To] {
			return fmt.Sprintf("not in the order %v", a)
		}
	}
	hasty := *m
	hasty.Tasks = append([]model.Task(nil), m.Tasks...)
	for i := range hasty.Tasks {
		hasty.Tasks[i].Prompt = false
	}
	if broken := hasty.Check(sorted); len(broken) > 0 {
		return broken[0].Text
	}
	before, after := m.Evaluate(starts), m.Evaluate(sorted)
	for level := range before {
		if model.Level(level) != model.Moves && after[level] > before[level] {
			return fmt.Sprintf("from %v to %v", before, after)
		}
	}
	return ""
}

// What makes work alike, and what does not.
func TestFindTwins(t *testing.T) {
	const horizon = 20
	workflows := func(change func(m *model.Model)) *model.Model {
		m := &model.Model{
			Horizon: horizon, Calendars: []model.Calendar{model.EveryDay(horizon)}, Domains: []model.Domain{model.AnyDay(horizon)},
			Resources: []model.Resource{{Capacity: make([]int32, horizon)}},
		}
		for range 3 { // design and build of each, and in the end one test of all
			design, build := int32(len(m.Tasks)), int32(len(m.Tasks)+1)
			m.Tasks = append(m.Tasks,
				model.Task{Days: 2, Latest: horizon, Demands: []model.Demand{{Resource: 0, Amount: 1}}},
				model.Task{Days: 3, Latest: horizon})
			m.Arcs = append(m.Arcs,
				model.Arc{From: design, To: build, FromDays: 2, Ordered: true, Link: design},
				model.Arc{From: build, To: 6, FromDays: 3, Ordered: true, Link: build})
			m.Goals = append(m.Goals, model.Goal{Members: []int32{build}, Announced: model.Never, By: 9, Weight: 1})
		}
		m.Tasks = append(m.Tasks, model.Task{Days: 1, Latest: horizon})
		change(m)
		return m
	}
	for _, tt := range []struct {
		name   string
		change func(m *model.Model)
		want   []twins
	}{
		{"alike", func(m *model.Model) {}, []twins{{{0, 1}, {2, 3}, {4, 5}}}},
		{"one design takes longer", func(m *model.Model) { m.Tasks[2].Days = 3 }, []twins{{{0, 1}, {4, 5}}}},
		{"one build is under way", func(m *model.Model) { m.Tasks[1].Begun = true }, []twins{{{2, 3}, {4, 5}}}},
		{"one may start later only", func(m *model.Model) { m.Tasks[5].Earliest = 1 }, []twins{{{0, 1}, {2, 3}}}},
		{"one is promised sooner", func(m *model.Model) { m.Goals[1].By = 8 }, []twins{{{0, 1}, {4, 5}}}},
		{"a goal of two of three", func(m *model.Model) {
			m.Goals = append(m.Goals, model.Goal{Members: []int32{1, 3}, Announced: model.Never, By: 9, Weight: 1})
		}, []twins{{{0, 1}, {2, 3}}}},
		{"a goal of all three", func(m *model.Model) {
			m.Goals = append(m.Goals, model.Goal{Members: []int32{1, 3, 5}, Announced: model.Never, By: 9, Weight: 1})
		}, []twins{{{0, 1}, {2, 3}, {4, 5}}}},
		{"one has more weight", func(m *model.Model) { m.Goals[1].Weight = 2 }, []twins{{{0, 1}, {4, 5}}}},
		{"one may start on other days", func(m *model.Model) {
			m.Domains = append(m.Domains, model.NewDomain(make([]bool, horizon+1)))
			m.Tasks[2].Domain = 1
		}, []twins{{{0, 1}, {4, 5}}}},
		{"one waits longer", func(m *model.Model) { m.Arcs[2].Lag = 1 }, []twins{{{0, 1}, {4, 5}}}},
		{"one design is not waited for", func(m *model.Model) { m.Arcs[2] = model.Arc{From: 2, To: 6, FromDays: 2, Ordered: true} },
			[]twins{{{0, 1}, {4, 5}}}},
		{"goals of each two", func(m *model.Model) {
			for _, two := range [][]int32{{1, 3}, {3, 1}, {1, 5}, {5, 1}, {3, 5}, {5, 3}} {
				m.Goals = append(m.Goals, model.Goal{Members: two, Announced: model.Never, By: 9, Weight: 1})
			}
		}, []twins{{{2, 3}, {4, 5}}}},
		{"one waits for another", func(m *model.Model) {
			m.Arcs = append(m.Arcs, model.Arc{From: 1, To: 2, FromDays: 3, Ordered: true})
		}, nil},
		{"a day of its own", func(m *model.Model) {
			m.Arcs = append(m.Arcs, model.Arc{From: model.Origin, To: 0, FromDays: 4, Ordered: true})
		}, []twins{{{2, 3}, {4, 5}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := workflows(tt.change)
			if diff := cmp.Diff(tt.want, findTwins(m)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

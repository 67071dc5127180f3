package optimise

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// isValid sees every rule that is broken between tasks that were moved and others, and no rule that is not.
func TestIsValid(t *testing.T) {
	fits, breaks := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		m := modeltest.Tiny(modeltest.Rapid(t))
		for i := range m.Tasks {
			m.Tasks[i].Prompt = false // settle looks after consequences
		}
		g := model.NewGraph(m)
		w, conflict := model.FindWindow(m, g)
		if conflict != nil {
			return
		}
		starts, _ := modeltest.Best(m)
		if starts == nil {
			return
		}
		o := newOptimiser(m, g, w, starts, Options{})
		var moved []int32
		for task := range m.Tasks {
			x := rapid.Int32Range(w.Earliest[task], w.Latest[task]).Draw(t, "start")
			if rapid.Bool().Draw(t, "moves") && m.Domains[m.Tasks[task].Domain].Has(x) {
				starts[task] = x
				moved = append(moved, int32(task))
			}
		}
		broken := m.Check(starts)
		if got := o.isValid(starts, moved); got != (len(broken) == 0) {
			t.Fatalf("valid %v, broken %v", got, broken)
		}
		if len(moved) == 0 {
			return
		}
		if len(broken) == 0 {
			fits++
		} else {
			breaks++
		}
	})
	if !testing.Short() && (fits == 0 || breaks == 0) { // a short run draws too few to be sure of both
		t.Errorf("%d fit, %d break rules", fits, breaks)
	}
}

// What two workers have changed apart from each other comes together; what does not fit is left out, and the
// better of the schedules is never lost.
func TestJoin(t *testing.T) {
	m := &model.Model{
		Horizon:   6,
		Calendars: []model.Calendar{model.EveryDay(6)},
		Domains:   []model.Domain{model.AnyDay(6)},
		Resources: []model.Resource{{Capacity: []int32{1, 1, 1, 1, 1, 1}}},
	}
	shared := []model.Demand{{Resource: 0, Amount: 1}}
	for _, demands := range [][]model.Demand{shared, shared, nil} {
		m.Tasks = append(m.Tasks, model.Task{Days: 2, Latest: 6, Demands: demands})
	}
	g := model.NewGraph(m)
	w, _ := model.FindWindow(m, g)
	from := []int32{2, 4, 3}
	for _, tt := range []struct {
		name              string
		mine, other, want []int32
	}{
		{"both fit", []int32{0, 4, 3}, []int32{2, 4, 0}, []int32{0, 4, 0}},
		{"one does not", []int32{1, 4, 3}, []int32{2, 0, 3}, []int32{2, 0, 3}},
		{"the other has none", []int32{0, 4, 3}, from, []int32{0, 4, 3}},
		{"only the other has one", from, []int32{2, 0, 3}, []int32{2, 0, 3}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			with := func(starts []int32) *optimiser {
				o := newOptimiser(m, g, w, starts, Options{})
				o.level = model.Starts
				if c := difference(from, starts); len(c.tasks) > 0 {
					o.changes = append(o.changes, c)
				}
				return o
			}
			o := with(tt.mine)
			o.join(with(tt.other))
			for task, x := range tt.want {
				if o.starts[task] != x {
					t.Fatalf("%v, want %v", o.starts, tt.want)
				}
			}
		})
	}
}

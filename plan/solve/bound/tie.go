package bound

import (
	"slices"

	"epr/plan/solve/model"
)

// ties say what waits for what, for the forests of a model. They are not changed once made.
type ties struct {
	m     *model.Model
	g     *model.Graph
	w     *model.Window
	order []int32
	place []int32 // of each task in the order
	// domains are the starts of each task that leave what is tied to it by maximum lags a day of its own.
	domains []*model.Domain
}

func newTies(m *model.Model, g *model.Graph, w *model.Window) *ties {
	n := len(m.Tasks)
	t := &ties{m: m, g: g, w: w, order: g.Topological(m), place: make([]int32, n), domains: make([]*model.Domain, n)}
	for k, task := range t.order {
		t.place[task] = int32(k)
		t.domains[task] = &m.Domains[m.Tasks[task].Domain]
	}
	for _, task := range slices.Backward(t.order) {
		for _, i := range g.In(task) {
			if m.Arcs[i].Back {
				t.leaveOut(task)
				break
			}
		}
	}
	return t
}

// leaveOut leaves out the starts of a task after which something that waits for it comes later than a maximum
// lag between them allows.
func (t *ties) leaveOut(task int32) {
	domain := t.domains[task]
	may := make([]bool, t.m.Horizon+1)
	for x := domain.AtOrAfter(t.w.Earliest[task]); x <= t.w.Latest[task]; x = domain.AtOrAfter(x + 1) {
		may[x] = t.isInTime(task, x)
	}
	made := model.NewDomain(may)
	t.domains[task] = &made
}

// isInTime looks at the smallest start that the others have if the task starts at x. It decides: any later one
// wants the task later still.
func (t *ties) isInTime(task, x int32) bool {
	for _, i := range t.g.In(task) {
		if lag := &t.m.Arcs[i]; lag.Back {
			y := t.soonest(lag.From, task, x)
			if y > t.w.Latest[lag.From] || t.m.MinTo(lag, y) > x {
				return false
			}
		}
	}
	return true
}

// soonest is the smallest start of a task if another that it waits for directly starts at x.
func (t *ties) soonest(task, waitsFor, x int32) int32 {
	y := t.w.Earliest[task]
	for _, i := range t.g.In(task) {
		if a := &t.m.Arcs[i]; a.From == waitsFor && !a.Back {
			y = max(y, t.m.MinTo(a, x))
		}
	}
	return t.domains[task].AtOrAfter(min(y, t.m.Horizon+1))
}

// starts counts the starts of the tasks that are nodes of a forest.
func (t *ties) starts(isNode []bool) int64 {
	count := int64(0)
	for task := range isNode {
		if isNode[task] {
			t.eachStart(int32(task), func(int32) { count++ })
		}
	}
	return count
}

// eachStart calls do for each start of a task within the window.
func (t *ties) eachStart(task int32, do func(x int32)) {
	for x := t.domains[task].AtOrAfter(t.w.Earliest[task]); x <= t.w.Latest[task]; x = t.domains[task].AtOrAfter(x + 1) {
		do(x)
	}
}

// nodes marks the tasks that choose their days by price: the users of priced resources and, where soft windows
// cost lateness, those that could enter one.
func (t *ties) nodes(priced []bool, level model.Level) []bool {
	isNode := make([]bool, len(t.m.Tasks))
	for i := range t.m.Tasks {
		task := &t.m.Tasks[i]
		isNode[i] = level == model.Late && len(task.Softs) > 0
		for _, d := range task.Demands {
			isNode[i] = isNode[i] || priced[d.Resource] && d.Amount > 0 && task.Days > 0
		}
	}
	return isNode
}

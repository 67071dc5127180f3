package modeltest

import "epr/plan/solve/model"

// Busy makes a problem in which most work wants the same scarce days: four to six tasks of a day or more that
// nearly all need one resource, with goals that are promised too early. What is best for one is in the way of
// others, so that bounds have to be raised far. It may have no schedule.
func Busy(draw Draw) *model.Model {
	b := builder{draw: draw, m: &model.Model{Horizon: int32(draw("horizon", 10, 14))}}
	b.calendars()
	for range b.draw("resources", 1, 2) {
		b.scarce()
	}
	b.softs()
	tasks := draw("tasks", 4, 6)
	for range tasks {
		b.task()
		b.keepBusy(&b.m.Tasks[len(b.m.Tasks)-1])
	}
	for range draw("arcs", 0, 3) {
		b.arc()
	}
	for range draw("goals", 1, 3) {
		b.goal()
		if g := &b.m.Goals[len(b.m.Goals)-1]; g.By != model.Never {
			g.By /= 2
		}
	}
	return b.m
}

// scarce adds a resource with one or two units on most days.
func (b *builder) scarce() {
	capacity := make([]int32, b.m.Horizon)
	most := b.draw("most", 1, 2)
	for day := range capacity {
		capacity[day] = int32(most)
		if b.chance("fewer", 8) {
			capacity[day]--
		}
	}
	b.m.Resources = append(b.m.Resources, model.Resource{Capacity: capacity})
}

// keepBusy gives a task that has days the first resource to wait for, and no more of any than there may be.
func (b *builder) keepBusy(t *model.Task) {
	if t.Prompt || t.Days == 0 {
		return
	}
	if len(t.Demands) == 0 || t.Demands[0].Resource != 0 {
		t.Demands = append([]model.Demand{{Resource: 0, Amount: 1}}, t.Demands...)
	}
	for i := range t.Demands {
		t.Demands[i].Amount = 1
	}
	t.Earliest, t.Latest = 0, b.m.Horizon
}

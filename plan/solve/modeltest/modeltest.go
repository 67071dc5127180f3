// Package modeltest makes small scheduling problems with every kind of rule in them, and finds their best
// schedules by trying everything. It is what the generators, the bounds and the constraint engine are
// tested against, and serves no other purpose.
package modeltest

import (
	"math/rand/v2"
	"slices"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
)

// Draw picks a number from lo to hi, both inclusive. The label says what for.
type Draw func(label string, lo, hi int) int

// Rapid draws from a property test, so that failing problems are made small.
func Rapid(t *rapid.T) Draw {
	return func(label string, lo, hi int) int { return rapid.IntRange(lo, hi).Draw(t, label) }
}

// Seeded draws the same numbers from the same seed.
func Seeded(seed uint64) Draw {
	r := rand.New(rand.NewPCG(seed, 1))
	return func(_ string, lo, hi int) int { return lo + r.IntN(hi-lo+1) }
}

// Tiny makes a problem of at most six tasks on at most fourteen days. It may have no schedule.
func Tiny(draw Draw) *model.Model {
	b := builder{draw: draw, m: &model.Model{Horizon: int32(draw("horizon", 6, 14))}}
	b.calendars()
	b.resources()
	b.softs()
	tasks := draw("tasks", 1, 6)
	for range tasks {
		b.task()
	}
	for range draw("arcs", 0, 2*tasks) {
		b.arc()
	}
	for range draw("goals", 0, 2) {
		b.goal()
	}
	if b.chance("kept", 20) {
		b.kept()
	}
	return b.m
}

type builder struct {
	draw Draw
	m    *model.Model
}

// chance is true in so many of a hundred cases.
func (b *builder) chance(label string, of100 int) bool { return b.draw(label, 0, 99) >= 100-of100 }

func (b *builder) day(label string) int32 { return int32(b.draw(label, 0, int(b.m.Horizon))) }

func (b *builder) calendars() {
	b.m.Calendars = append(b.m.Calendars, model.EveryDay(b.m.Horizon))
	for range b.draw("calendars", 0, 2) {
		worked := make([]bool, b.m.Horizon)
		for day := range worked {
			worked[day] = !b.chance("not worked", 30)
		}
		b.m.Calendars = append(b.m.Calendars, model.NewCalendar(worked))
	}
}

// resources have a capacity that changes once at most.
func (b *builder) resources() {
	for range b.draw("resources", 0, 2) {
		capacity := make([]int32, b.m.Horizon)
		change, before, after := b.day("change"), b.draw("before", 0, 3), b.draw("after", 1, 3)
		for day := range capacity {
			capacity[day] = int32(before)
			if int32(day) >= change {
				capacity[day] = int32(after)
			}
		}
		b.m.Resources = append(b.m.Resources, model.Resource{Capacity: capacity})
	}
}

// softs is a set of one soft window or two, whose prices may differ.
func (b *builder) softs() {
	if !b.chance("soft", 25) {
		return
	}
	var windows []model.SoftWindow
	from := b.day("soft from")
	for range b.draw("soft windows", 1, 2) {
		to := from + int32(b.draw("soft days", 1, 4))
		windows = append(windows, model.SoftWindow{From: from, To: to, Price: int64(b.draw("price", -1, 3)) * 50})
		from = to + int32(b.draw("days between", 1, 3))
	}
	b.m.Softs = append(b.m.Softs, model.Soft{Windows: windows})
}

func (b *builder) task() {
	t := model.Task{
		Days:     int32(b.draw("days", 0, 4)),
		Calendar: int32(b.draw("calendar", 0, len(b.m.Calendars)-1)),
		Latest:   b.m.Horizon,
		Project:  int32(b.draw("project", 0, 1)),
		Begun:    b.chance("begun", 5),
		Step:     int32(b.draw("step", 0, 2)),
	}
	if b.chance("not before", 20) {
		t.Earliest = b.day("earliest")
	}
	if b.chance("must by", 20) {
		t.Latest = b.day("latest")
	}
	t.Prompt = t.Days == 0 && b.chance("prompt", 60)
	for r := range b.m.Resources {
		if !t.Prompt && b.chance("demand", 50) {
			t.Demands = append(t.Demands, model.Demand{Resource: int32(r), Amount: int32(b.draw("amount", 1, 3))})
		}
	}
	b.domains(&t)
	b.m.Tasks = append(b.m.Tasks, t)
}

// domains leaves out days that are not worked, and sometimes starts that would touch a forbidden window.
func (b *builder) domains(t *model.Task) {
	if t.Prompt {
		t.Domain = b.add(slices.Repeat([]bool{true}, int(b.m.Horizon)+1))
		t.Strict = t.Domain
		return
	}
	from, to := model.Never, model.Never
	if b.chance("forbidden", 30) {
		from = b.day("forbidden from")
		to = from + int32(b.draw("forbidden days", 1, 4))
	}
	holes := b.draw("holes", 0, 3)
	may := make([]bool, b.m.Horizon+1)
	calendar := &b.m.Calendars[t.Calendar]
	for x := range b.m.Horizon + 1 {
		works := t.Days == 0 || x < b.m.Horizon && calendar.Works(x)
		touches := x < to && from < calendar.After(x, t.Days)
		may[x] = works && !touches && (holes == 0 || int(x)%3 != holes)
	}
	t.Domain = b.add(may)
	t.Strict = t.Domain
	if len(b.m.Softs) == 0 || !b.chance("pays", 70) {
		return
	}
	t.Softs = []int32{0}
	for _, window := range b.m.Softs[0].Windows {
		for x := range b.m.Horizon + 1 {
			if x < window.To && window.From < calendar.After(x, t.Days) {
				may[x] = false
			}
		}
	}
	t.Strict = b.add(may)
}

func (b *builder) add(may []bool) int32 {
	b.m.Domains = append(b.m.Domains, model.NewDomain(may))
	return int32(len(b.m.Domains)) - 1
}

// arc adds a minimum lag along the order of the tasks, a maximum lag against it, or now and then a bound
// by a fixed day.
func (b *builder) arc() {
	n := len(b.m.Tasks)
	a := model.Arc{
		Lag:      int32(b.draw("lag", -2, 3)),
		Calendar: int32(b.draw("lag calendar", 0, len(b.m.Calendars)-1)),
		Link:     int32(len(b.m.Arcs)),
	}
	if b.chance("origin", 10) || n == 1 {
		b.originArc(&a)
		b.m.Arcs = append(b.m.Arcs, a)
		return
	}
	from := b.draw("from", 0, n-2)
	to := b.draw("to", from+1, n-1)
	a.From, a.FromDays = b.point(from)
	a.To, a.ToDays = b.point(to)
	a.Ordered = a.Lag >= 0
	if b.chance("maximum", 30) {
		a.From, a.FromDays, a.To, a.ToDays = a.To, a.ToDays, a.From, a.FromDays
		a.Lag, a.Ordered, a.Back = -int32(b.draw("maximum lag", 0, 4)), false, true
	}
	b.m.Arcs = append(b.m.Arcs, a)
}

func (b *builder) originArc(a *model.Arc) {
	task, days := b.point(b.draw("task", 0, len(b.m.Tasks)-1))
	if b.chance("to origin", 50) {
		a.From, a.FromDays, a.To, a.ToDays = task, days, model.Origin, b.day("boundary")
		return
	}
	a.From, a.FromDays, a.To, a.ToDays = model.Origin, b.day("boundary"), task, days
}

// point is the start, the finish or a share of a task.
func (b *builder) point(task int) (int32, int32) {
	days := int(b.m.Tasks[task].Days)
	switch b.draw("point", 0, 2) {
	case 0:
		return int32(task), 0
	case 1:
		return int32(task), int32(days)
	}
	return int32(task), int32(b.draw("share", 0, days))
}

func (b *builder) goal() {
	g := model.Goal{
		Announced: model.Never, By: model.Never,
		Weight: int64(b.draw("weight", 1, 3)), Finish: int64(b.draw("finish", 0, 3)),
	}
	if b.chance("announced", 40) {
		g.Announced = b.day("announced")
	}
	if b.chance("by", 40) {
		g.By = b.day("by")
	}
	for task := range b.m.Tasks {
		if b.chance("member", 40) {
			g.Members = append(g.Members, int32(task))
		}
	}
	b.m.Goals = append(b.m.Goals, g)
}

func (b *builder) kept() {
	for range b.m.Tasks {
		anchor := model.Anchor{Start: model.None, Weight: int64(b.draw("weight", 1, 3))}
		if b.chance("has start", 80) {
			anchor.Start = b.day("start")
		}
		b.m.Kept = append(b.m.Kept, anchor)
	}
}

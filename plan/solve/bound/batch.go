package bound

import (
	"cmp"
	"encoding/binary"
	"slices"

	"epr/plan/solve/model"
)

// batch is all work of short resources that goals wait for together: a promise to four trusts waits for the training
// of all four, and for what the cutover team does at each. Whoever of them comes last, by then all of it is done.
type batch struct {
	goals []goalAt
	users []int32
	lots  []lot
	base  int64 // what the goals add to the level at least, in parts
}

// lot is what a batch needs of one resource.
type lot struct {
	resource int32
	work     int64 // units times days
	// most is how much of it can be done on each day, begun how much of it before each boundary, if there were no
	// other work.
	most, begun []int64
	// extra is what a unit pays besides on each day, in parts; nil for nothing.
	extra []int64
	// cost is what the goals add to the level, in parts, if the last of it is done at each boundary. It never falls.
	cost []int64
}

// batcher finds the batches of some resources.
type batcher struct {
	ties      *ties
	resources []int32
	isPriced  []bool
	level     model.Level
	bounds    Bounds
	reach     reach
	steps     int64
}

func newBatcher(t *ties, b Bounds, resources []int32, level model.Level) *batcher {
	f := &batcher{
		ties: t, bounds: b, resources: resources, isPriced: make([]bool, len(t.m.Resources)), level: level, reach: newReach(t),
	}
	for _, r := range resources {
		f.isPriced[r] = true
	}
	return f
}

// batches gives every user to at most one batch: goals that wait for few users choose before those that wait for
// more. What goals add that are in none of them is fixed.
func (f *batcher) batches() (found []*batch, fixed int64) {
	m := f.ties.m
	bySet := map[string]*batch{}
	for i := range m.Goals {
		g := goalAt{&m.Goals[i], f.bounds.Goals[i].Reached}
		least := costOf(f.level, g, 0)
		fixed += least
		if costOf(f.level, g, m.Horizon) == least {
			continue
		}
		users := f.usersBefore(g.goal)
		if len(users) == 0 {
			continue
		}
		key := setKey(users)
		b := bySet[key]
		if b == nil {
			b = &batch{users: users}
			bySet[key] = b
			found = append(found, b)
		}
		b.goals = append(b.goals, g)
		b.base += least
	}
	slices.SortStableFunc(found, func(a, b *batch) int { return cmp.Compare(len(a.users), len(b.users)) })
	taken := make([]bool, len(m.Tasks))
	found = slices.DeleteFunc(found, func(b *batch) bool {
		b.users = slices.DeleteFunc(b.users, func(task int32) bool { return taken[task] })
		f.fill(b)
		for _, task := range b.users {
			taken[task] = len(b.lots) > 0
		}
		return len(b.lots) == 0
	})
	for _, b := range found {
		fixed -= b.base
	}
	return found, fixed
}

func setKey(tasks []int32) string {
	key := make([]byte, 0, 4*len(tasks))
	for _, task := range tasks {
		key = binary.LittleEndian.AppendUint32(key, uint32(task))
	}
	return string(key)
}

// usersBefore lists the users that must have finished when a goal is reached, by their number.
func (f *batcher) usersBefore(goal *model.Goal) []int32 {
	list := f.reach.back(nil, goal.Members)
	f.steps += int64(len(list))
	users := slices.DeleteFunc(list, func(task int32) bool { return !f.isUser(task) })
	slices.Sort(users)
	return users
}

func (f *batcher) isUser(task int32) bool {
	t := &f.ties.m.Tasks[task]
	return t.Days > 0 && slices.ContainsFunc(t.Demands, func(d model.Demand) bool { return f.isPriced[d.Resource] && d.Amount > 0 })
}

// fill makes the lots of a batch, but for those of which nothing is lost by being late.
func (f *batcher) fill(b *batch) {
	for _, r := range f.resources {
		users := slices.DeleteFunc(slices.Clone(b.users), func(task int32) bool { return !uses(&f.ties.m.Tasks[task], r) })
		if len(users) == 0 {
			continue
		}
		if l := f.lotOf(b, r, users); l.isPressing() {
			b.lots = append(b.lots, l)
		}
	}
}

// lotOf works out the work of a lot, where it can be done, and what it costs to have it done late.
func (f *batcher) lotOf(b *batch, r int32, users []int32) lot {
	m := f.ties.m
	l := lot{resource: r, most: make([]int64, m.Horizon), begun: make([]int64, m.Horizon+1), cost: slices.Repeat([]int64{impossible}, int(m.Horizon)+1)}
	for _, task := range users {
		l.work += workOf(&m.Tasks[task], r)
		f.open(&l, task)
	}
	for day, capacity := range m.Resources[r].Capacity {
		l.most[day] = min(l.most[day], int64(capacity))
	}
	l.extra = f.extra(r, users)
	for _, task := range f.reach.last(users) {
		f.follow(b, &l, task)
	}
	for t := len(l.cost) - 2; t >= 0; t-- {
		l.cost[t] = min(l.cost[t], l.cost[t+1])
	}
	return l
}

// isPressing reports whether something is lost if the work is done late.
func (l *lot) isPressing() bool {
	last := len(l.cost) - 1
	for last > 0 && l.cost[last] == impossible {
		last--
	}
	return l.cost[last] > l.cost[0]
}

// workOf is the work of a task for a resource, in units times days.
func workOf(t *model.Task, r int32) int64 {
	work := int64(0)
	for _, d := range t.Demands {
		if d.Resource == r {
			work += int64(d.Amount) * int64(t.Days)
		}
	}
	return work
}

// open adds what a user can take on each day, and all that it can have taken before.
func (f *batcher) open(l *lot, task int32) {
	t := &f.ties.m.Tasks[task]
	work := workOf(t, l.resource)
	amount := work / int64(t.Days)
	calendar, opened, from := &f.ties.m.Calendars[t.Calendar], int32(0), int32(0)
	begun := int64(0)
	until := func(boundary int32) {
		for ; from < boundary; from++ {
			l.begun[from] += begun
		}
	}
	f.ties.eachStart(task, func(x int32) {
		for opened = max(opened, calendar.W[x]); opened < calendar.W[x]+t.Days; opened++ {
			day := calendar.D[opened]
			l.most[day] += amount
			until(day + 1)
			begun = min(begun+amount, work)
		}
	})
	until(int32(len(l.begun)))
}

// follow lowers the costs to what the goals add if a user is the last to finish, for each of its starts.
func (f *batcher) follow(b *batch, l *lot, user int32) {
	m := f.ties.m
	behind := f.reach.behind(user, f.reach.lastOf(b.goals))
	f.ties.eachStart(user, func(x int32) {
		cost := int64(0)
		f.reach.pass(user, x, behind)
		f.steps += int64(len(behind))
		for _, g := range b.goals {
			cost += costOf(f.level, g, f.reach.reached(g.goal))
		}
		done := m.Finish(user, x)
		l.cost[done] = min(l.cost[done], cost)
	})
}

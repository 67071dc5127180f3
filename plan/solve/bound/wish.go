package bound

import (
	"slices"

	"epr/plan/solve/model"
)

// wish is a day that is wanted early and counts in a sum: the start or the finish of a task.
type wish struct {
	task   int32
	finish bool
	weight int64
	floor  int32 // it is not earlier than that
}

// finishWishes are the finishes of goals, each that of the member which takes longest by itself.
func finishWishes(m *model.Model, w *model.Window, goals []Goal) []wish {
	var wishes []wish
	for i := range m.Goals {
		g := &m.Goals[i]
		if b := chain(m, w, g); g.Finish > 0 && b.Task != model.None {
			wishes = append(wishes, wish{b.Task, true, g.Finish, goals[i].Reached})
		}
	}
	return wishes
}

// startWishes are the starts of all tasks.
func startWishes(m *model.Model, w *model.Window) []wish {
	wishes := make([]wish, len(m.Tasks))
	for i := range m.Tasks {
		wishes[i] = wish{int32(i), false, 1, w.Earliest[i]}
	}
	return wishes
}

// path leads from a user of a resource to the tasks that wait for it.
type path struct {
	m    *model.Model
	user []int32 // of each task the user of the resource it waits for last, itself included; None if none
	via  []int32 // the arc by which it waits for it
	arcs []int32 // memory of along
}

// newPath finds out for every task which user of a resource holds it longest, if each starts when it can.
func newPath(m *model.Model, g *model.Graph, w *model.Window, order []int32, r int32) *path {
	// Where tasks wait for each other in a ring, one is looked at before what it waits for: it has no user yet.
	p := &path{
		m: m, user: slices.Repeat([]int32{model.None}, len(m.Tasks)), via: slices.Repeat([]int32{model.None}, len(m.Tasks)),
	}
	at := make([]int32, len(m.Tasks))
	for _, task := range order {
		if uses(&m.Tasks[task], r) {
			p.user[task], at[task] = task, w.Earliest[task]
			continue
		}
		for _, i := range g.In(task) {
			a := &m.Arcs[i]
			if a.Back || p.user[a.From] == model.None {
				continue
			}
			if x := m.MinTo(a, at[a.From]); p.user[task] == model.None || x > at[task] {
				p.user[task], p.via[task], at[task] = p.user[a.From], i, x
			}
		}
		at[task] = m.Domains[m.Tasks[task].Domain].AtOrAfter(at[task])
	}
	return p
}

func uses(t *model.Task, r int32) bool {
	for _, d := range t.Demands {
		if d.Resource == r && d.Amount > 0 && t.Days > 0 {
			return true
		}
	}
	return false
}

// tailFunc is tail or firstTail.
type tailFunc func(*path, *model.Window, *wish) int32

// tail is the least time from the finish of a wish's user to the wish, whenever the user starts;
// [model.Never] if there is no time left for the wish.
func (p *path) tail(w *model.Window, wish *wish) int32 {
	user := p.lead(wish)
	domain := &p.m.Domains[p.m.Tasks[user].Domain]
	tail := model.Never
	for x := domain.AtOrAfter(w.Earliest[user]); x <= w.Latest[user]; x = domain.AtOrAfter(x + 1) {
		tail = min(tail, p.tailAt(wish, user, x))
	}
	return tail
}

// firstTail is that time if the user starts as early as it can.
func (p *path) firstTail(w *model.Window, wish *wish) int32 {
	user := p.lead(wish)
	return p.tailAt(wish, user, w.Earliest[user])
}

func (p *path) tailAt(wish *wish, user, x int32) int32 {
	y := p.along(wish, x)
	if y == model.Never {
		return model.Never
	}
	return y - p.m.Finish(user, x)
}

// lead lists the arcs from a wish back to its user, which it returns.
func (p *path) lead(wish *wish) int32 {
	user := p.user[wish.task]
	p.arcs = p.arcs[:0]
	for task := wish.task; task != user; task = p.m.Arcs[p.via[task]].From {
		p.arcs = append(p.arcs, p.via[task])
	}
	return user
}

// along is the earliest day of a wish if its user starts at x.
func (p *path) along(wish *wish, x int32) int32 {
	for k := len(p.arcs) - 1; k >= 0; k-- {
		a := &p.m.Arcs[p.arcs[k]]
		x = p.m.Domains[p.m.Tasks[a.To].Domain].AtOrAfter(p.m.MinTo(a, x))
		if x >= p.m.Horizon {
			return model.Never
		}
	}
	if wish.finish {
		return p.m.Finish(wish.task, x)
	}
	return x
}

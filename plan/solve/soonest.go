package solve

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// Soonest brings some activities of a schedule forward as far as that goes without making anything else
// later: the order of work stays as it is, nothing is searched for, and the answer comes in milliseconds.
//
// Exactly, two schedules are made by serial generation in the order of the starts of s: one in which every
// activity is as early as those before it in the order let it be, and one in which only what the targets wait
// for, through links of any kind, moves forward, and all else stays where it is. Of the two, and s itself,
// the one in which the last of the targets finishes first is returned, the first of them between equals.
// In each, every activity finishes no later than in s, so that no promise is kept worse than in s.
//
// s has to keep the rules of n; it may have been made for a plan that asks more than n does. Where neither
// way works, s is returned.
func Soonest(n *plan.Network, s *plan.Schedule, targets []int) *plan.Schedule {
	p := translate(n)
	graph := model.NewGraph(p.model)
	window, conflict := model.FindWindow(p.model, graph)
	if conflict != nil {
		return s
	}
	b := bringer{problem: p, graph: graph, generator: sgs.NewGenerator(p.model, graph, window), from: s}
	b.begin()
	best, reached := s, lastOf(n, s, targets)
	for _, release := range [][]int32{nil, b.others(targets)} {
		if made := b.forward(release); made != nil {
			if day := lastOf(n, made, targets); day < reached {
				best, reached = made, day
			}
		}
	}
	return best
}

// lastOf is the last finish of some activities.
func lastOf(n *plan.Network, s *plan.Schedule, activities []int) calendar.Date {
	var last calendar.Date
	for _, i := range activities {
		row, _ := s.Find(n.Activities[i].ID)
		last = max(last, row.Finish)
	}
	return last
}

// bringer brings the work of a schedule forward.
type bringer struct {
	*problem
	graph     *model.Graph
	generator *sgs.Generator
	from      *plan.Schedule
	starts    []int32 // of the tasks in from
	place     []int   // of the tasks in the order of what waits for what
}

func (b *bringer) begin() {
	b.starts = make([]int32, len(b.model.Tasks))
	b.place = make([]int, len(b.model.Tasks))
	for task, i := range b.activity {
		row, _ := b.from.Find(b.network.Activities[i].ID)
		b.starts[task] = b.start(i, int32(task), row)
		t := &b.model.Tasks[task]
		x := min(max(b.starts[task], 0), b.model.Horizon)
		b.generator.Enter[task] = b.model.Domains[t.Domain].Has(x) && !b.model.Domains[t.Strict].Has(x)
	}
	for k, task := range b.graph.Topological(b.model) {
		b.place[task] = k
	}
}

// forward makes the schedule in the order of the starts, none before its release, and again in the order
// that results until nothing moves; nil if something would become later.
func (b *bringer) forward(release []int32) *plan.Schedule {
	const rounds = 4
	starts := b.starts
	var made *plan.Schedule
	for range rounds {
		next, failed := b.generator.Generate(b.order(starts), release)
		if failed != model.None {
			break
		}
		schedule := b.schedule(next)
		if !isNoLater(b.from, schedule) {
			break
		}
		if slices.Equal(next, starts) {
			return schedule
		}
		made, starts = schedule, slices.Clone(next)
	}
	return made
}

// order lists the tasks by their starts, those that start together in the order of what waits for what.
func (b *bringer) order(starts []int32) []int32 {
	order := make([]int32, len(starts))
	for task := range order {
		order[task] = int32(task)
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(starts[x], starts[y]), cmp.Compare(b.place[x], b.place[y]))
	})
	return order
}

// others are releases that keep the tasks where they are, but for the targets and what they wait for.
// Work that has to follow a target closely counts as something it waits for.
func (b *bringer) others(targets []int) []int32 {
	release := slices.Clone(b.starts)
	var queue []int32
	free := func(task int32) {
		if task >= 0 && release[task] >= 0 {
			release[task] = -1
			queue = append(queue, task)
		}
	}
	for _, i := range targets {
		free(b.task[i])
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, k := range b.graph.In(queue[0]) {
			free(b.model.Arcs[k].From)
		}
	}
	return release
}

// isNoLater reports whether no activity finishes later in a schedule than in another.
func isNoLater(from, to *plan.Schedule) bool {
	for _, row := range to.Rows {
		if was, found := from.Find(row.ID); found && row.Finish > was.Finish {
			return false
		}
	}
	return true
}

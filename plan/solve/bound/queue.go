package bound

import (
	"cmp"
	"slices"

	"epr/plan/solve/model"
)

// queue is what waits for one resource: jobs, each with the wishes behind it. The resource works on them in
// the order that is best for the sum of the wishes, dropping one and taking up another as it likes. No
// schedule does better, for it has to finish what it begins:
//
//	finish of a job ≥ mean day on which its work is done + (its days - 1) / 2.
//
// That the mean days are least when each day goes to the jobs with the most weight for the work is clear
// from exchanging any two days. The mean busy time is that of Goemans (1997).
type queue struct {
	m    *model.Model
	r    int32
	jobs []job
	of   []int32 // the job of each task, None if it has none
	open []bool  // days on which some user works
}

// job is a user of the resource.
type job struct {
	task    int32
	release int32
	work    int64 // units times days
	weight  int64 // of the wishes behind it
	left    int64
	moment  int64 // sum over the units of work of the boundary at which each is done
}

// behind is a wish that waits for a job, and how long after the job's finish it is at least.
type behind struct {
	group  int32
	job    int32
	tail   int32
	weight int64
}

// sumBound is a sum of weighted wishes that no schedule goes below. Every family of wishes counts with its
// ranks, or waits for one resource; the resource that gains most is taken first.
func (r *ranks) sumBound(wishes []wish) int64 {
	groups := r.groups(wishes)
	total := int64(0)
	for i := range groups {
		groups[i].base = r.sum(groups[i].wishes)
		total += groups[i].base
	}
	for len(groups) > 0 {
		gain, used := int64(0), []int32(nil)
		for resource := range r.m.Resources {
			if more, by := r.queueGain(int32(resource), groups); more > gain {
				gain, used = more, by
			}
		}
		if gain == 0 {
			break
		}
		total += gain
		groups = slices.DeleteFunc(groups, func(g wishGroup) bool { return slices.Contains(used, g.family) })
	}
	return total
}

// wishGroup are the wishes for tasks of one family, and what they add up to at least.
type wishGroup struct {
	family int32
	wishes []wish
	base   int64
}

func (r *ranks) groups(wishes []wish) []wishGroup {
	at := make([]int32, len(r.families))
	var groups []wishGroup
	for _, wish := range wishes {
		f := r.of[wish.task]
		if at[f] == 0 {
			groups = append(groups, wishGroup{family: f})
			at[f] = int32(len(groups))
		}
		g := &groups[at[f]-1]
		g.wishes = append(g.wishes, wish)
	}
	return groups
}

// queueGain is by how much the queue of a resource raises the sum, and the families of the wishes that
// do so. Whether it does at all is looked at first with tails that are quick to find and may be too long.
func (r *ranks) queueGain(resource int32, groups []wishGroup) (int64, []int32) {
	if hoped, _ := r.tryQueue(resource, groups, (*path).firstTail); hoped == 0 {
		return 0, nil
	}
	return r.tryQueue(resource, groups, (*path).tail)
}

func (r *ranks) tryQueue(resource int32, groups []wishGroup, tail tailFunc) (int64, []int32) {
	p := r.paths[resource]
	q := newQueue(r.m, r.w, resource)
	var all []behind
	for i := range groups {
		all = append(all, q.behind(p, r.w, int32(i), groups[i].wishes, tail)...)
	}
	if len(all) == 0 {
		return 0, nil
	}
	gain, used := int64(0), []int32(nil)
	for range 4 {
		q.run(r, all)
		if more, by := q.gain(groups, all); more > gain {
			gain, used = more, by
		}
		// What does not wait longer here than it does anyway is left to other queues, unless less is gained
		// without it: its jobs made the others wait.
		longer := make([]int64, len(groups))
		for _, b := range all {
			longer[b.group] += b.weight * (q.jobs[b.job].finish() + int64(b.tail))
		}
		all = slices.DeleteFunc(all, func(b behind) bool { return longer[b.group] <= groups[b.group].base })
	}
	return gain, used
}

// behind lists wishes with the jobs they wait for; none if one of them waits for none.
func (q *queue) behind(p *path, w *model.Window, group int32, wishes []wish, tail tailFunc) []behind {
	var all []behind
	for i := range wishes {
		user := p.user[wishes[i].task]
		if user == model.None {
			return nil
		}
		after := tail(p, w, &wishes[i])
		if after == model.Never {
			return nil
		}
		all = append(all, behind{group, q.jobOf(w, user), after, wishes[i].weight})
	}
	return all
}

func newQueue(m *model.Model, w *model.Window, r int32) *queue {
	q := &queue{m: m, r: r, of: make([]int32, len(m.Tasks)), open: make([]bool, m.Horizon)}
	for i := range m.Tasks {
		q.of[i] = model.None
		if uses(&m.Tasks[i], r) {
			q.openFor(w, int32(i))
		}
	}
	return q
}

// openFor opens the days on which a task could work.
func (q *queue) openFor(w *model.Window, task int32) {
	t := &q.m.Tasks[task]
	domain, calendar := &q.m.Domains[t.Domain], &q.m.Calendars[t.Calendar]
	opened := calendar.W[w.Earliest[task]] // number of the first worked day not yet looked at
	for x := domain.AtOrAfter(w.Earliest[task]); x <= w.Latest[task]; x = domain.AtOrAfter(x + 1) {
		for k := max(opened, calendar.W[x]); k < calendar.W[x]+t.Days; k++ {
			q.open[calendar.D[k]] = true
		}
		opened = calendar.W[x] + t.Days
	}
}

// jobOf is the job of a task, made when it is first asked for.
func (q *queue) jobOf(w *model.Window, task int32) int32 {
	if q.of[task] == model.None {
		q.of[task] = int32(len(q.jobs))
		j := job{task: task, release: w.Earliest[task]}
		for _, d := range q.m.Tasks[task].Demands {
			if d.Resource == q.r {
				j.work += int64(d.Amount) * int64(q.m.Tasks[task].Days)
			}
		}
		q.jobs = append(q.jobs, j)
	}
	return q.of[task]
}

// run lets the resource work on the jobs.
func (q *queue) run(r *ranks, all []behind) {
	for i := range q.jobs {
		j := &q.jobs[i]
		j.weight, j.left, j.moment = 0, j.work, 0
	}
	for _, b := range all {
		q.jobs[b.job].weight += b.weight
	}
	byWorth := make([]*job, 0, len(q.jobs))
	for i := range q.jobs {
		if q.jobs[i].weight > 0 {
			byWorth = append(byWorth, &q.jobs[i])
		}
	}
	q.release(r, byWorth)
	slices.SortFunc(byWorth, func(a, b *job) int {
		return cmp.Or(cmp.Compare(b.weight*a.work, a.weight*b.work), cmp.Compare(a.task, b.task))
	})
	for day := int32(0); day < q.m.Horizon && len(byWorth) > 0; day++ {
		if free := int64(q.m.Resources[q.r].Capacity[day]); free > 0 && q.open[day] {
			byWorth = q.spend(byWorth, day, free)
		}
	}
	for _, j := range byWorth { // not done within the horizon
		j.moment += j.left * int64(q.m.Horizon)
	}
}

// spend spends what the resource gives on a day, and returns the jobs that are left.
func (q *queue) spend(jobs []*job, day int32, free int64) []*job {
	done := false
	for _, j := range jobs {
		if free == 0 {
			break
		}
		if j.release <= day {
			part := min(free, j.left)
			free -= part
			j.left -= part
			j.moment += part * int64(day+1)
			done = done || j.left == 0
		}
	}
	if !done {
		return jobs
	}
	return slices.DeleteFunc(jobs, func(j *job) bool { return j.left == 0 })
}

// finish is about when the job finishes in the queue.
func (j *job) finish() int64 { return j.moment / j.work }

// release sets when jobs can begin. Those of a family that are alike may change places: the k-th of them
// begins no sooner than its rank.
func (q *queue) release(r *ranks, jobs []*job) {
	of := make([][]*job, len(r.families))
	for _, j := range jobs {
		j.release = r.w.Earliest[j.task]
		of[r.of[j.task]] = append(of[r.of[j.task]], j)
	}
	for f, alike := range of {
		differs := func(j *job) bool { return j.weight != alike[0].weight || j.work != alike[0].work }
		if slices.ContainsFunc(alike, differs) {
			continue
		}
		for k, j := range alike {
			j.release = r.families[f].rank[k]
		}
	}
}

// gain is what the wishes add up to beyond what they do anyway, and their families; none if that is less.
func (q *queue) gain(groups []wishGroup, all []behind) (int64, []int32) {
	gain := int64(0)
	for i := range q.jobs {
		if j := &q.jobs[i]; j.weight > 0 {
			gain += j.weight*j.moment/j.work + j.weight*int64(q.m.Tasks[j.task].Days-1)/2
		}
	}
	used, counted := []int32(nil), make([]bool, len(groups))
	for _, b := range all {
		gain += b.weight * int64(b.tail)
		if !counted[b.group] {
			counted[b.group] = true
			gain -= groups[b.group].base
			used = append(used, groups[b.group].family)
		}
	}
	if gain <= 0 {
		return 0, nil
	}
	return gain, used
}

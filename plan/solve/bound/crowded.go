package bound

import (
	"cmp"
	"slices"

	"epr/plan/solve/model"
)

// IsCrowded reports whether between some two days the tasks that lie there with their whole window need more of
// a resource than there is, which proves that there is no schedule. Tasks that take more than half of the most
// there ever is are also counted by their days alone: no two of them can be at work on the same day.
func IsCrowded(m *model.Model, w *model.Window) bool {
	for r := range m.Resources {
		for _, jobs := range [...][]stint{allJobs(m, w, int32(r)), bigJobs(m, w, int32(r))} {
			if len(jobs) > 1 && overfull(jobs, onDays(m, jobs, int32(r))) {
				return true
			}
		}
	}
	return false
}

// stint is what a task needs of a resource, within its window.
type stint struct {
	task        int32
	first, last int32 // boundaries
	load        int64
	isBig       bool
}

func allJobs(m *model.Model, w *model.Window, r int32) []stint {
	var jobs []stint
	for i := range m.Tasks {
		for _, d := range m.Tasks[i].Demands {
			if d.Resource == r {
				jobs = append(jobs, stint{task: int32(i), first: w.Earliest[i], last: m.Finish(int32(i), w.Latest[i]),
					load: int64(d.Amount) * int64(m.Tasks[i].Days)})
			}
		}
	}
	return jobs
}

func bigJobs(m *model.Model, w *model.Window, r int32) []stint {
	most := slices.Max(m.Resources[r].Capacity)
	jobs := allJobs(m, w, r)
	jobs = slices.DeleteFunc(jobs, func(j stint) bool {
		days := int64(m.Tasks[j.task].Days)
		return days == 0 || 2*j.load <= int64(most)*days
	})
	for k := range jobs {
		jobs[k].load, jobs[k].isBig = int64(m.Tasks[jobs[k].task].Days), true
	}
	return jobs
}

// onDays counts before each boundary what there is for some jobs on the days that one of them works: of the
// resource, or of days if the jobs are big.
func onDays(m *model.Model, jobs []stint, r int32) []int64 {
	sum := make([]int64, m.Horizon+1)
	calendars := map[int32]bool{}
	for _, j := range jobs {
		calendars[m.Tasks[j.task].Calendar] = true
	}
	for c := range calendars {
		for _, day := range m.Calendars[c].D {
			sum[day+1] = int64(m.Resources[r].Capacity[day])
			if jobs[0].isBig {
				sum[day+1] = min(1, sum[day+1])
			}
		}
	}
	for day := range m.Horizon {
		sum[day+1] += sum[day]
	}
	return sum
}

// overfull looks at all days from the first of some stint to the last of some stint.
func overfull(jobs []stint, given []int64) bool {
	slices.SortFunc(jobs, func(a, b stint) int { return cmp.Compare(a.last, b.last) })
	tried := map[int32]bool{}
	for _, from := range jobs {
		if tried[from.first] {
			continue
		}
		tried[from.first] = true
		load := int64(0)
		for _, j := range jobs {
			if j.first < from.first {
				continue
			}
			if load += j.load; load > given[j.last]-given[from.first] {
				return true
			}
		}
	}
	return false
}

package bound

import (
	"cmp"
	"slices"

	"epr/plan/solve/model"
)

// shortOf lists the resources that are overdrawn if all work goes as early as it can, those whose users have the
// fewest starts first: they cost least.
func shortOf(t *ties) []int32 {
	var short []int32
	starts := make([]int64, len(t.m.Resources))
	for r := range t.m.Resources {
		if isOverdrawn(t, int32(r)) {
			short = append(short, int32(r))
			priced := make([]bool, len(t.m.Resources))
			priced[r] = true
			starts[r] = t.starts(t.nodes(priced, model.Finish))
		}
	}
	slices.SortStableFunc(short, func(a, b int32) int { return cmp.Compare(starts[a], starts[b]) })
	return short
}

func isOverdrawn(t *ties, r int32) bool {
	left := slices.Clone(t.m.Resources[r].Capacity)
	for i := range t.m.Tasks {
		task := &t.m.Tasks[i]
		calendar := &t.m.Calendars[task.Calendar]
		for _, d := range task.Demands {
			if d.Resource != r || task.Days == 0 {
				continue
			}
			from := calendar.W[t.w.Earliest[i]]
			for _, day := range calendar.D[from : from+task.Days] {
				if left[day] -= d.Amount; left[day] < 0 {
					return true
				}
			}
		}
	}
	return false
}

package optimise

import (
	"slices"

	"epr/plan/solve/model"
)

// kin is work of one step that counts its days in one calendar: the devices of each site, the training of each trust. In a
// rollout most work has kin, and more of it than twins: places that are not alike do much work that is.
//
// Which of them comes third differs from schedule to schedule. When the third of them can start at the earliest does not,
// and the sum of their starts is that of the first, the second and so on. So when starts are added up, the worker that
// proves looks at those: see byRank.
type kin []int32

// largestKin is the number of tasks beyond which kin are parted by project: time grows with it.
const largestKin = 40

// findKin parts the tasks of a model into kin, in the order of their first members. Many are alone.
func findKin(m *model.Model) []kin {
	type key struct{ step, calendar, project int32 }
	keyOf := func(t *model.Task) key { return key{step: t.Step, calendar: t.Calendar} }
	sizes := map[key]int{}
	for i := range m.Tasks {
		sizes[keyOf(&m.Tasks[i])]++
	}
	var all []kin
	number := map[key]int{}
	for i := range m.Tasks {
		k := keyOf(&m.Tasks[i])
		if sizes[k] > largestKin {
			k.project = 1 + m.Tasks[i].Project
		}
		if _, known := number[k]; !known {
			number[k] = len(all)
			all = append(all, nil)
		}
		all[number[k]] = append(all[number[k]], int32(i))
	}
	return all
}

// areAlike reports whether all of them take as long and need the same.
func (k kin) areAlike(m *model.Model) bool {
	first := &m.Tasks[k[0]]
	for _, task := range k {
		if t := &m.Tasks[task]; t.Days != first.Days || !slices.Equal(t.Demands, first.Demands) {
			return false
		}
	}
	return true
}

// atOnce is how many that need what each of them does can be at work at once at the very most, at least 1.
func (k kin) atOnce(m *model.Model) int {
	few := int32(len(m.Tasks))
	for _, d := range m.Tasks[k[0]].Demands {
		least := d.Amount
		for _, task := range k {
			least = min(least, demandFor(&m.Tasks[task], d.Resource))
		}
		if least > 0 {
			few = min(few, slices.Max(m.Resources[d.Resource].Capacity)/least)
		}
	}
	return int(max(few, 1))
}

func demandFor(t *model.Task, resource int32) int32 {
	amount := int32(0)
	for _, d := range t.Demands {
		if d.Resource == resource {
			amount += d.Amount
		}
	}
	return amount
}

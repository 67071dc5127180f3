package model

import "slices"

// Usable is a model with the same schedules in which each resource has on each day what its users can take together:
// of five trainers, where all work takes two, there is use for four.
func Usable(m *Model) *Model {
	tight := *m
	tight.Resources = slices.Clone(m.Resources)
	amounts := make([][]int32, len(m.Resources))
	for i := range m.Tasks {
		for _, d := range m.Tasks[i].Demands {
			if d.Amount > 0 && m.Tasks[i].Days > 0 && !slices.Contains(amounts[d.Resource], d.Amount) {
				amounts[d.Resource] = append(amounts[d.Resource], d.Amount)
			}
		}
	}
	for r := range tight.Resources {
		tight.Resources[r].Capacity = usableOf(m.Resources[r].Capacity, amounts[r])
	}
	return &tight
}

// mostUsable is the capacity beyond which it is left as it is.
const mostUsable = 1 << 16

// usableOf replaces each capacity by the largest sum of some amounts, each taken as often as one likes, within it.
func usableOf(capacity, amounts []int32) []int32 {
	if len(capacity) == 0 || slices.Max(capacity) > mostUsable {
		return capacity
	}
	sums := make([]int32, slices.Max(capacity)+1) // the largest sum up to each number
	for n := int32(1); int(n) < len(sums); n++ {
		sums[n] = sums[n-1]
		for _, amount := range amounts {
			if amount <= n && sums[n-amount] == n-amount {
				sums[n] = n
				break
			}
		}
	}
	used := make([]int32, len(capacity))
	for day, c := range capacity {
		used[day] = sums[max(c, 0)]
	}
	return used
}

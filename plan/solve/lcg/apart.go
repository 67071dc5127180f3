package lcg

import (
	"math"
	"slices"

	"epr/plan/solve/model"
)

// findPairs lists the pairs of tasks that exclude each other and that the arcs do not order.
func (s *Solver) findPairs(apart [][]int32) []pair {
	tasks := s.model.Tasks
	most := make([]int32, len(s.model.Resources))
	for r := range most {
		most[r] = slices.Max(s.model.Resources[r].Capacity)
	}
	var found []pair
	for a := range tasks {
		for b := range tasks[:a] {
			isOpen := apart[a][b] < tasks[a].Days && apart[b][a] < tasks[b].Days
			if isOpen && exclude(&tasks[a], &tasks[b], most) {
				found = append(found, pair{first: Var(b), second: Var(a)})
			}
		}
	}
	return found
}

// exclude reports whether two tasks can never be at work on the same day, because they need more than the
// most there ever is of a resource. They have to share a calendar: then, if both are under way, both are at
// work on the last day of the one that ends first; of two calendars one may pause while the other works.
func exclude(a, b *model.Task, most []int32) bool {
	if a.Days == 0 || b.Days == 0 || a.Calendar != b.Calendar {
		return false
	}
	for _, need := range a.Demands {
		for _, other := range b.Demands {
			if need.Resource == other.Resource && need.Amount+other.Amount > most[need.Resource] {
				return true
			}
		}
	}
	return false
}

const unrelated = math.MinInt32 / 4

// apart is for every two tasks how many days after the first the second starts at least, as far as the
// arcs tell that only add days: the longest paths between all pairs (Floyd and Warshall).
func (s *Solver) apart() [][]int32 {
	n := len(s.model.Tasks)
	days := make([][]int32, n)
	for a := range days {
		days[a] = slices.Repeat([]int32{unrelated}, n)
		days[a][a] = 0
	}
	for _, e := range s.arcs.edges {
		from, to := e.from.variable(), e.to.variable()
		if e.from.isLower() && e.rule < 0 && int(max(from, to)) < n {
			days[from][to] = max(days[from][to], e.shift)
		}
	}
	for via := range days {
		for a := range days {
			if days[a][via] == unrelated {
				continue
			}
			for b, more := range days[via] {
				if more != unrelated {
					days[a][b] = max(days[a][b], days[a][via]+more)
				}
			}
		}
	}
	return days
}

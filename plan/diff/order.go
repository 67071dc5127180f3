package diff

// Range is what a group of edits does to a milestone in every order in which the groups can be applied.
// Whichever comes first to a closed window is charged with it, so one order alone can mislead.
type Range struct {
	Group     Group
	Low, High int // calendar days
	// Shapley is the mean over all orders, in 120ths of a calendar day. The means of the groups sum exactly,
	// to what the steps sum to.
	Shapley int `json:"shapley_120ths"`
}

// ranges works out the ranges of all groups with edits, for the milestones that moved. Each set of groups is
// timed once; in an order that passes through a set that is no plan, the group joins the next.
func (a *attributor) ranges() {
	var players []Group
	for _, g := range Groups {
		for k := range a.edits {
			if a.edits[k].Group == g {
				players = append(players, g)
				break
			}
		}
	}
	if len(players) == 0 || len(a.result.Left) > 0 {
		return
	}
	states := a.states(players)
	a.result.Orders = len(states)
	for k := range a.milestones {
		if m := &a.result.Moves[k]; !a.milestones[k].Moved.IsZero() || m.isStirred() {
			m.Ranges = rangesOf(players, a.daysFrom(states, k))
		}
	}
}

// isStirred reports whether any step moved a milestone, even if it is back in its place.
func (m *Move) isStirred() bool {
	for _, d := range m.Steps {
		if !d.IsZero() {
			return true
		}
	}
	return false
}

// states times every set of groups; nil where there are no dates.
func (a *attributor) states(players []Group) []*timeline {
	states := make([]*timeline, 1<<len(players))
	states[0] = a.last
	for set := 1; set < len(states); set++ {
		t, ok := a.between(func(k editKey) bool {
			for i, g := range players {
				if g == k.group {
					return set&(1<<i) != 0
				}
			}
			return false
		})
		if !ok {
			a.result.Invalid++
			continue
		}
		states[set] = t
	}
	return states
}

// daysFrom is how far a milestone is in each state from the first; unknown where there are no dates.
func (a *attributor) daysFrom(states []*timeline, k int) []int {
	m := &a.milestones[k]
	days := make([]int, len(states))
	first := states[0].at(m)
	for set, t := range states {
		days[set] = unknown
		if t == nil {
			continue
		}
		if at := t.at(m); !at.IsZero() {
			days[set] = int(at - first)
		}
	}
	return days
}

const unknown = 1 << 30

// rangesOf goes through every order of the players.
func rangesOf(players []Group, days []int) []Range {
	ranges := make([]Range, len(players))
	for i, g := range players {
		ranges[i] = Range{Group: g, Low: unknown, High: -unknown}
	}
	const orders = 120 // a multiple of the number of orders of five or fewer
	weight := orders / factorial(len(players))
	eachOrder(len(players), func(order []int) {
		set, at := 0, 0
		for _, i := range order {
			set |= 1 << i
			does := 0
			if days[set] != unknown {
				does, at = days[set]-at, days[set]
			}
			r := &ranges[i]
			r.Low, r.High, r.Shapley = min(r.Low, does), max(r.High, does), r.Shapley+does*weight
		}
	})
	return ranges
}

func factorial(n int) int {
	if n < 2 {
		return 1
	}
	return n * factorial(n-1)
}

// eachOrder gives visit every order of 0 to n-1.
func eachOrder(n int, visit func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var from func(int)
	from = func(k int) {
		if k == n {
			visit(order)
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			from(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	from(0)
}

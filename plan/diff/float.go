package diff

import (
	"cmp"
	"slices"
	"sync"

	"epr/calendar"
	"epr/plan"
	"epr/plan/flow"
)

// FloatChange is an activity that can slip less than before until a promise breaks or gets later, in working
// days of its calendar.
type FloatChange struct {
	ID, Name string
	Was, Is  int
}

// Lost is how many working days of float went.
func (f FloatChange) Lost() int { return f.Was - f.Is }

// Chain is what drives the finish of the programme: the activities, from the first to the last, of which each
// waits for the one before, by a link or for its people.
type Chain struct {
	Was, Is []Named
	// Joined and Left are those of one chain only.
	Joined, Left []Named
}

// addFlows compares what depends on the order of work: float, and what drives the finish.
func (c *comparison) addFlows() {
	var was, is *flow.Flow
	var both sync.WaitGroup
	both.Go(func() {
		was = flow.New(c.old.Network, c.old.Schedule)
		c.floats[0] = floats(was)
	})
	is = flow.New(c.new.Network, c.new.Schedule)
	c.floats[1] = floats(is)
	both.Wait()
	c.addFloats()
	c.diff.Chain = chainsOf(was, is)
}

func (c *comparison) addFloats() {
	for i := range c.new.Network.Activities {
		a := &c.new.Network.Activities[i]
		j := c.old.Network.Index(a.ID)
		if j < 0 || a.Done() || c.old.Network.Activities[j].Done() || c.floats[1][i] >= c.floats[0][j] {
			continue
		}
		c.diff.Floats = append(c.diff.Floats, FloatChange{a.ID, a.Name, c.floats[0][j], c.floats[1][i]})
	}
	slices.SortStableFunc(c.diff.Floats, func(a, b FloatChange) int { return cmp.Compare(b.Lost(), a.Lost()) })
}

// floats is how far each activity can slip before a promised or announced date breaks or gets later, or a hard
// rule breaks.
func floats(f *flow.Flow) []int {
	by := make([]calendar.Date, f.Len())
	for i := range by {
		by[i] = flow.Never
	}
	for k := range f.Network.Goals {
		g := &f.Network.Goals[k]
		for _, day := range []calendar.Date{g.By, g.InForce()} {
			if day.IsZero() {
				continue
			}
			for _, i := range g.Members {
				by[i] = min(by[i], f.DueAt(i, max(day, reached(f, g))))
			}
		}
	}
	last := f.Latest(f.Limits(by, true))
	list := make([]int, f.Len())
	for i := range list {
		if !f.IsFixed(i) {
			work := f.Network.Activities[i].Terms.Calendar
			list[i] = max(0, work.Before(last[i])-work.Before(f.Start(i)))
		}
	}
	return list
}

// reached is the day on which a goal is reached.
func reached(f *flow.Flow, g *plan.Goal) calendar.Date {
	var day calendar.Date
	for _, i := range g.Members {
		day = max(day, f.Finished(i)-f.DueAt(i, 0))
	}
	return day
}

func chainsOf(was, is *flow.Flow) *Chain {
	c := &Chain{Was: drivers(was), Is: drivers(is)}
	c.Joined, c.Left = notIn(c.Was, c.Is), notIn(c.Is, c.Was)
	return c
}

// notIn are the activities of a list that are not in another.
func notIn(other, list []Named) []Named {
	var left []Named
	for _, n := range list {
		if !slices.ContainsFunc(other, func(o Named) bool { return o.ID == n.ID }) {
			left = append(left, n)
		}
	}
	return left
}

// drivers is the chain back from what finishes last: to what alone keeps an activity from starting sooner, else
// to what lets it start last. It ends with what waits for nothing, or only for what has happened.
func drivers(f *flow.Flow) []Named {
	var chain []Named
	seen := map[int]bool{}
	for at := lastOf(f); at >= 0 && !f.IsFixed(at); {
		seen[at] = true
		chain = append(chain, Named{f.Network.Activities[at].ID, f.Network.Activities[at].Name})
		next := -1
		for _, w := range f.Waits(at) {
			if seen[w.From] || f.IsFixed(w.From) {
				continue
			}
			if w.Binds {
				next = w.From
				break
			}
			if next < 0 {
				next = w.From
			}
		}
		at = next
	}
	slices.Reverse(chain)
	return chain
}

// lastOf is the activity that finishes the last phase; without phases, the last of all.
func lastOf(f *flow.Flow) int {
	last, hasPhase := -1, false
	take := func(i int) {
		if last < 0 || f.Finished(i) > f.Finished(last) {
			last = i
		}
	}
	for k := range f.Network.Goals {
		if g := &f.Network.Goals[k]; g.Phase {
			hasPhase = true
			for _, i := range g.Members {
				take(i)
			}
		}
	}
	for i := 0; i < f.Len() && !hasPhase; i++ {
		take(i)
	}
	return last
}

package model

import "fmt"

// Violation is one rule that a schedule breaks.
type Violation struct {
	Task int32 // a task concerned; None if it is about a resource
	Text string
}

// Check lists every rule that a schedule breaks, one start for each task. It walks the days one by one,
// uses none of the shortcuts of the other methods, and is meant for tests and for the last look at a
// result.
func (m *Model) Check(starts []int32) []Violation {
	c := checker{m: m, starts: starts}
	for i := range m.Tasks {
		c.checkTask(int32(i))
	}
	for i := range m.Arcs {
		c.checkArc(i)
	}
	for r := range m.Resources {
		c.checkResource(int32(r))
	}
	return c.found
}

type checker struct {
	m      *Model
	starts []int32
	found  []Violation
}

func (c *checker) broken(task int32, format string, args ...any) {
	c.found = append(c.found, Violation{Task: task, Text: fmt.Sprintf(format, args...)})
}

func (c *checker) checkTask(task int32) {
	t, x := &c.m.Tasks[task], c.starts[task]
	if x < t.Earliest || x > c.m.Horizon {
		c.broken(task, "task %d starts on %d, outside %d to %d", task, x, t.Earliest, c.m.Horizon)
		return
	}
	domain := &c.m.Domains[t.Domain]
	if domain.Next[x] != x {
		c.broken(task, "task %d starts on %d, which its domain leaves out", task, x)
	}
	switch finish, ok := c.done(task, t.Days); {
	case !ok:
		c.broken(task, "task %d starts on %d and does not finish within the horizon", task, x)
	case finish > t.Latest:
		c.broken(task, "task %d finishes at %d, after %d", task, finish, t.Latest)
	}
	if t.Prompt && x > t.Earliest && !c.isHeld(task) {
		c.broken(task, "task %d is on %d although nothing keeps it from being earlier", task, x)
	}
}

// isHeld reports whether some arc that the task waits by would be broken a day earlier.
func (c *checker) isHeld(task int32) bool {
	earlier := checker{m: c.m, starts: append([]int32(nil), c.starts...)}
	earlier.starts[task]--
	for i := range c.m.Arcs {
		if a := &c.m.Arcs[i]; a.To == task && !a.Back {
			earlier.checkArc(i)
		}
	}
	return len(earlier.found) > 0
}

// done is the boundary at which a task has done a number of its days, counted day by day; false if it
// never gets there.
func (c *checker) done(task, days int32) (int32, bool) {
	t := c.starts[task]
	calendar := &c.m.Calendars[c.m.Tasks[task].Calendar]
	for days > 0 {
		if t >= c.m.Horizon {
			return 0, false
		}
		if calendar.W[t+1] > calendar.W[t] {
			days--
		}
		t++
	}
	return t, true
}

func (c *checker) checkArc(i int) {
	a := &c.m.Arcs[i]
	from, to := a.FromDays, a.ToDays
	fine := true
	if a.From != Origin {
		from, fine = c.done(a.From, a.FromDays)
	}
	if a.To != Origin && fine {
		to, fine = c.done(a.To, a.ToDays)
	}
	if !fine {
		return // checkTask has said so
	}
	if a.Ordered && to < from {
		c.broken(a.To, "arc %d: the point of %d at %d comes before that of %d at %d", i, a.To, to, a.From, from)
	}
	if between := c.workedBetween(a.Calendar, from, to); between < a.Lag {
		c.broken(a.To, "arc %d: %d worked days from %d to %d, fewer than %d", i, between, from, to, a.Lag)
	}
}

// workedBetween is W(to)-W(from), counted day by day.
func (c *checker) workedBetween(calendar, from, to int32) int32 {
	if to < from {
		return -c.workedBetween(calendar, to, from)
	}
	w := c.m.Calendars[calendar].W
	count := int32(0)
	for day := from; day < to; day++ {
		count += w[day+1] - w[day]
	}
	return count
}

func (c *checker) checkResource(r int32) {
	used := make([]int32, c.m.Horizon)
	for i := range c.m.Tasks {
		t := &c.m.Tasks[i]
		w := c.m.Calendars[t.Calendar].W
		for _, demand := range t.Demands {
			if demand.Resource != r {
				continue
			}
			finish, _ := c.done(int32(i), t.Days)
			for day := c.starts[i]; day < finish; day++ {
				used[day] += demand.Amount * (w[day+1] - w[day])
			}
		}
	}
	for day, amount := range used {
		if capacity := c.m.Resources[r].Capacity[day]; amount > capacity && amount > 0 {
			c.broken(None, "resource %d: %d used on day %d, of %d", r, amount, day, capacity)
		}
	}
}

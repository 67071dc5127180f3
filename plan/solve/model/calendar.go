package model

// Calendar says which days are worked, so that both counting days and finding them take constant time.
type Calendar struct {
	W []int32 // W[t]: worked days before boundary t, for t from 0 to the horizon
	D []int32 // D[w]: the worked day number w, from 0
}

// NewCalendar counts a calendar whose worked days are given, one value for each day of the horizon.
func NewCalendar(worked []bool) Calendar {
	c := Calendar{W: make([]int32, len(worked)+1)}
	for day, works := range worked {
		if works {
			c.D = append(c.D, int32(day))
		}
		c.W[day+1] = int32(len(c.D))
	}
	return c
}

// EveryDay is the calendar that works on all days of a horizon.
func EveryDay(horizon int32) Calendar {
	worked := make([]bool, horizon)
	for day := range worked {
		worked[day] = true
	}
	return NewCalendar(worked)
}

// Works reports whether a day of the horizon is worked.
func (c *Calendar) Works(day int32) bool { return c.W[day] != c.W[day+1] }

// last is the last boundary.
func (c *Calendar) last() int32 { return int32(len(c.W)) - 1 }

// After is the boundary at which n worked days from x on are done: D(W(x)+n-1)+1, or x for n = 0. It is
// [Never] if the horizon does not hold them.
func (c *Calendar) After(x, n int32) int32 {
	if x > c.last() {
		return Never
	}
	if n == 0 {
		return x
	}
	w := c.W[x] + n - 1
	if int(w) >= len(c.D) {
		return Never
	}
	return c.D[w] + 1
}

// From is the lower inverse of After: the smallest x with After(x, n) >= y.
func (c *Calendar) From(y, n int32) int32 {
	switch {
	case y <= 0:
		return 0
	case y > c.last():
		return Never
	case n == 0:
		return y
	}
	return c.first(c.W[y-1] - n + 1)
}

// Until is the upper inverse of After: the largest x with After(x, n) <= y, [None] if there is none.
func (c *Calendar) Until(y, n int32) int32 {
	y = min(y, c.last())
	switch {
	case y < 0:
		return None
	case n == 0:
		return y
	}
	return c.final(c.W[y] - n)
}

// Lag is the smallest boundary y with W(y) >= W(t)+n; [Never] if the horizon does not hold that many
// worked days.
func (c *Calendar) Lag(t, n int32) int32 {
	if t > c.last() {
		return Never
	}
	return c.first(c.W[t] + n)
}

// Lead is the upper inverse of Lag: the largest boundary t with W(t)+n <= W(y), [None] if there is none.
func (c *Calendar) Lead(y, n int32) int32 {
	y = min(y, c.last())
	if y < 0 {
		return None
	}
	return c.final(c.W[y] - n)
}

// first is the smallest boundary with at least k worked days before it.
func (c *Calendar) first(k int32) int32 {
	switch {
	case k <= 0:
		return 0
	case int(k) > len(c.D):
		return Never
	}
	return c.D[k-1] + 1
}

// final is the largest boundary with at most k worked days before it.
func (c *Calendar) final(k int32) int32 {
	switch {
	case k < 0:
		return None
	case int(k) >= len(c.D):
		return c.last()
	}
	return c.D[k]
}

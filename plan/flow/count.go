package flow

import "epr/calendar"

// Counting in the letters of package calendar: W(t) worked days before the moment t, D(k) the worked day
// number k.

// after is the moment at which n days of work that start on x are done: D(W(x)+n-1)+1.
func after(c *calendar.Calendar, x calendar.Date, n int) calendar.Date {
	if n == 0 {
		return x
	}
	day := c.Nth(c.Before(x) + n - 1)
	if day.IsZero() {
		return Never
	}
	return day + 1
}

// until is the last moment x for which after(x, n) is y or earlier; 0 if there is none.
func until(c *calendar.Calendar, y calendar.Date, n int) calendar.Date {
	if n == 0 {
		return y
	}
	return final(c, c.Before(y)-n)
}

// first is the first moment with k worked days before it.
func first(c *calendar.Calendar, k int) calendar.Date {
	if k <= 0 {
		return 1
	}
	day := c.Nth(k - 1)
	if day.IsZero() {
		return Never
	}
	return day + 1
}

// final is the last moment with at most k worked days before it; 0 if there is none.
func final(c *calendar.Calendar, k int) calendar.Date {
	if k < 0 {
		return 0
	}
	if day := c.Nth(k); !day.IsZero() {
		return day
	}
	return Never - 1
}

package conflict

import (
	"testing"

	"epr/calendar"
)

// Of all periods the one is told in which most is lacking, and the shortest of several such.
func TestTightest(t *testing.T) {
	jobs := []job{
		{"a", calendar.Span{From: 1, To: 10}, 4},
		{"b", calendar.Span{From: 3, To: 6}, 5},
		{"c", calendar.Span{From: 4, To: 6}, 3},
		{"d", calendar.Span{From: 20, To: 40}, 5},
	}
	c := tightest(jobs, func(days calendar.Span) int { return days.Days() })
	if c.names() != "b; c" || c.load != 8 || c.given != 4 || (c.days != calendar.Span{From: 3, To: 6}) {
		t.Errorf("%s: %d of %d on days %d to %d", c.names(), c.load, c.given, c.days.From, c.days.To)
	}
}

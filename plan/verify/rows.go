package verify

import (
	"fmt"

	"epr/plan/source"
)

// checkRows ties every row to an activity and every activity to a row, and finds out which rows have
// dates that can be checked further.
func (c *checker) checkRows() {
	index := make(map[string]int, len(c.net.Activities))
	for i := range c.net.Activities {
		index[c.net.Activities[i].ID] = i
	}
	has := make([]bool, len(c.net.Activities))
	for k, row := range c.list {
		c.count(Extra, 1)
		i, known := index[row.ID]
		switch {
		case !known:
			c.broken(Extra, source.Span{}, fmt.Sprintf("the schedule has dates for %s, which is not in the plan", quote(row.ID)))
			continue
		case has[i]:
			c.broken(Extra, source.Span{}, fmt.Sprintf("the schedule has more than one row for %s", c.name(i)), i)
			continue
		case k > 0 && c.list[k-1].ID > row.ID:
			c.broken(Missing, source.Span{}, fmt.Sprintf("the row of %s stands after that of %s, but rows are sorted by id", c.name(i), quote(c.list[k-1].ID)), i)
		}
		has[i], c.rows[i] = true, row
	}
	for i := range has {
		c.count(Missing, 1)
		if !has[i] {
			c.brokenBy(Missing, i, "", fmt.Sprintf("%s has no dates in the schedule", c.name(i)))
			continue
		}
		c.sound[i] = c.checkDates(i)
	}
}

// checkDates reports whether a row can be checked further: it has dates, in order, and they lie in or
// near the programme.
func (c *checker) checkDates(i int) bool {
	row := c.rows[i]
	c.count(Span, 1)
	switch {
	case row.Start.IsZero() || row.Finish.IsZero():
		c.brokenBy(Span, i, "", fmt.Sprintf("%s has a row without a date", c.name(i)))
		return false
	case row.Finish < row.Start:
		c.brokenBy(Span, i, "", fmt.Sprintf("%s finishes on %s, before it starts on %s", c.name(i), row.Finish, row.Start))
		return false
	case !c.days.span.Contains(row.Start) || !c.days.span.Contains(row.Finish):
		c.brokenBy(Horizon, i, "", fmt.Sprintf("%s runs from %s to %s, far outside the programme (%s to %s)",
			c.name(i), row.Start, row.Finish, c.plan.Programme.Start, c.plan.Programme.End))
		return false
	}
	return true
}

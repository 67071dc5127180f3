package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
)

// PageClosing is an entry of the key of a plan on a page: a blackout that closes days to go-lives, once for all of its
// windows.
type PageClosing struct {
	Key      int // its number on the page: PageBlackout.Key
	ID, Name string
	Soft     bool // it may be entered at a price
	// When is its windows in words, from the model: "every year, 1 Dec to end Feb", or exact dates where they differ.
	When string
}

// sameDays is the fewest windows on the same days of years in a row that are told as one.
const sameDays = 3

// whenClosed says when the windows are that touch a span. What the model repeats every year is told once; so are
// windows that it lists one by one and that lie on the same days of at least sameDays years in a row. Windows are told
// whole, though the span may cut them.
func whenClosed(w calendar.Windows, within calendar.Span) string {
	var said []string
	if w.Every != nil {
		said = append(said, "every year, "+yearly(*w.Every))
	}
	spans := slices.DeleteFunc(slices.Clone(w.Spans), func(s calendar.Span) bool { return s.Intersect(within).Days() == 0 })
	slices.SortFunc(spans, func(a, b calendar.Span) int { return cmp.Compare(a.From, b.From) })
	for len(spans) > 0 {
		n := yearsInARow(spans)
		if n < sameDays {
			said, spans = append(said, spanSaid(spans[0])), spans[1:]
			continue
		}
		said = append(said, fmt.Sprintf("every year from %d to %d, %s", spans[0].From.Year(), spans[n-1].From.Year(), yearly(daysOf(spans[0]))))
		spans = spans[n:]
	}
	return strings.Join(said, "; ")
}

// yearsInARow counts the spans at the head of a list that lie on the same days, each a year after the one before.
func yearsInARow(spans []calendar.Span) int {
	n := 1
	for n < len(spans) && daysOf(spans[n]) == daysOf(spans[0]) && spans[n].From.Year() == spans[0].From.Year()+n {
		n++
	}
	return n
}

// daysOf is the days of the year from which and to which a span runs. The last of February is the same day in every
// year.
func daysOf(s calendar.Span) calendar.Yearly {
	_, from, first := s.From.Civil()
	_, to, last := s.To.Civil()
	if to == 2 && last == 29 {
		last = 28
	}
	return calendar.Yearly{From: calendar.MonthDay{Month: from, Day: first}, To: calendar.MonthDay{Month: to, Day: last}}
}

// yearly is a window that returns each year, "1 Dec to end Feb".
func yearly(y calendar.Yearly) string {
	if y.To.Month == 2 && y.To.Day >= 28 {
		return dayOfYear(y.From) + " to end Feb" // as calendar.Yearly has it, in leap years too
	}
	if y.From == y.To {
		return dayOfYear(y.From)
	}
	return dayOfYear(y.From) + " to " + dayOfYear(y.To)
}

// dayOfYear is "1 Dec".
func dayOfYear(d calendar.MonthDay) string {
	const leap = 2000 // a year that has every day
	return strings.TrimSuffix(calendar.MustOf(leap, d.Month, d.Day).Short(), fmt.Sprintf(" %d", leap))
}

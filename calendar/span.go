package calendar

import (
	"cmp"
	"slices"
)

// Span is a period of days, both ends inclusive. A span that ends before it begins has no days, and
// so has the zero Span.
type Span struct{ From, To Date }

// NamedSpan is a span with what it is for.
type NamedSpan struct {
	Span
	Name string
}

// IsZero reports whether s is the zero Span: no period at all.
func (s Span) IsZero() bool { return s == Span{} }

// Days counts the days of s, worked or not.
func (s Span) Days() int {
	if s.IsZero() || s.To < s.From {
		return 0
	}
	return int(s.To) - int(s.From) + 1
}

// Contains reports whether d is a day of s.
func (s Span) Contains(d Date) bool { return s.From <= d && d <= s.To && !s.IsZero() }

// Overlaps reports whether s and t have a day in common.
func (s Span) Overlaps(t Span) bool { return s.Intersect(t).Days() > 0 }

// Intersect is the days that s and t have in common, the zero Span if there are none.
func (s Span) Intersect(t Span) Span {
	common := Span{max(s.From, t.From), min(s.To, t.To)}
	if s.Days() == 0 || t.Days() == 0 || common.Days() == 0 {
		return Span{}
	}
	return common
}

// String is the span as "2026-12-01 to 2027-02-28", one date if it is a single day, "-" if it is
// zero.
func (s Span) String() string {
	if s.From == s.To {
		return s.From.String()
	}
	return s.From.String() + " to " + s.To.String()
}

// Merge is the days of all the spans as the fewest spans, in order: those that overlap or touch become
// one, those without days are left out. The argument is not changed.
func Merge(spans []Span) []Span {
	sorted := slices.Clone(spans)
	sorted = slices.DeleteFunc(sorted, func(s Span) bool { return s.Days() == 0 })
	slices.SortFunc(sorted, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	var merged []Span
	for _, s := range sorted {
		if last := len(merged) - 1; last >= 0 && s.From <= merged[last].To+1 {
			merged[last].To = max(merged[last].To, s.To)
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}

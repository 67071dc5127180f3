package source

import (
	"cmp"
	"fmt"
	"slices"
)

// Problems collects what is wrong with a model. The zero value is empty and ready for use.
type Problems struct {
	list []Problem
	seen map[sameness]bool
}

// sameness is what makes two problems one: a person would read the same thing twice.
type sameness struct {
	at         Span
	code, text string
}

// Add adds problems; one that says the same of the same place as an earlier one is dropped.
func (ps *Problems) Add(problems ...Problem) {
	for _, p := range problems {
		same := sameness{p.At, p.Code, p.Text}
		if ps.seen[same] {
			continue
		}
		if ps.seen == nil {
			ps.seen = map[sameness]bool{}
		}
		ps.seen[same] = true
		ps.list = append(ps.list, p)
	}
}

// Errorf adds an error without a hint.
func (ps *Problems) Errorf(code string, at Span, format string, args ...any) {
	ps.Add(Problem{Severity: Error, Code: code, At: at, Text: fmt.Sprintf(format, args...)})
}

// Merge adds the problems of another collection.
func (ps *Problems) Merge(others *Problems) { ps.Add(others.list...) }

// Len counts the problems.
func (ps *Problems) Len() int { return len(ps.list) }

// Count counts the problems of a severity.
func (ps *Problems) Count(s Severity) int { return count(ps.list, s) }

// HasErrors reports whether any problem is an error.
func (ps *Problems) HasErrors() bool { return ps.Count(Error) > 0 }

// IsClean reports whether there is neither an error nor a warning.
func (ps *Problems) IsClean() bool { return ps.Count(Error)+ps.Count(Warning) == 0 }

func count(problems []Problem, s Severity) int {
	n := 0
	for _, p := range problems {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// Sorted lists the problems in document order: files in the order in which they were read, then by
// place; what has no place comes last. The order does not depend on the order of adding.
func (ps *Problems) Sorted() []Problem {
	sorted := slices.Clone(ps.list)
	slices.SortStableFunc(sorted, compare)
	return sorted
}

func compare(a, b Problem) int {
	if a.At.IsZero() != b.At.IsZero() {
		if b.At.IsZero() {
			return -1
		}
		return 1
	}
	return cmp.Or(
		comparePlaces(a.At, b.At),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Text, b.Text),
	)
}

func comparePlaces(a, b Span) int {
	if a.IsZero() {
		return 0
	}
	return cmp.Or(
		cmp.Compare(a.File.Order, b.File.Order),
		cmp.Compare(a.File.Name, b.File.Name),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.End, b.End),
	)
}

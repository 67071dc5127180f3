package calendar

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// day reads a date, "-" for none.
func day(t *testing.T, s string) Date {
	t.Helper()
	if s == "-" {
		return 0
	}
	d, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// span makes a span of two dates.
func span(t *testing.T, from, to string) Span {
	t.Helper()
	return Span{day(t, from), day(t, to)}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to string
		days     int
		text     string
	}{
		{"winter", "2027-12-01", "2028-02-29", 91, "2027-12-01 to 2028-02-29"},
		{"one day", "2027-04-30", "2027-04-30", 1, "2027-04-30"},
		{"ends before it begins", "2027-04-30", "2027-04-29", 0, "2027-04-30 to 2027-04-29"},
		{"zero", "-", "-", 0, "-"},
	} {
		s := span(t, c.from, c.to)
		if s.Days() != c.days || s.String() != c.text || s.IsZero() != (c.name == "zero") {
			t.Errorf("%s: %d days, %q, zero %v; want %d, %q", c.name, s.Days(), s, s.IsZero(), c.days, c.text)
		}
	}
	if (Span{}).Contains(0) {
		t.Error("the zero span contains the zero date")
	}
}

// anySpan draws a span of a few days near 20 days after the start of 2027, sometimes empty or zero.
func anySpan() *rapid.Generator[Span] {
	start := MustOf(2027, 1, 1)
	return rapid.Custom(func(t *rapid.T) Span {
		if rapid.IntRange(0, 9).Draw(t, "zero") == 0 {
			return Span{}
		}
		from := start + Date(rapid.IntRange(0, 40).Draw(t, "from"))
		return Span{from, from + Date(rapid.IntRange(-2, 12).Draw(t, "days"))}
	})
}

func TestSpansAreSetsOfDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anySpan().Draw(t, "a"), anySpan().Draw(t, "b")
		count, common := 0, 0
		for d := MustOf(2026, 12, 1); d < MustOf(2027, 4, 1); d++ {
			if a.Contains(d) {
				count++
			}
			if a.Contains(d) && b.Contains(d) {
				common++
				if !a.Intersect(b).Contains(d) {
					t.Fatalf("%v is missing from the intersection", d)
				}
			}
		}
		got := []any{a.Days(), a.Intersect(b).Days(), a.Overlaps(b)}
		if diff := cmp.Diff([]any{count, common, common > 0}, got); diff != "" {
			t.Fatalf("days, days in common, overlap (-want +got):\n%s", diff)
		}
	})
}

func TestMergeKeepsTheDaysInTheFewestSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spans := rapid.SliceOfN(anySpan(), 0, 8).Draw(t, "spans")
		merged := Merge(spans)
		for d := MustOf(2026, 12, 1); d < MustOf(2027, 4, 1); d++ {
			if contains(spans, d) != contains(merged, d) {
				t.Fatalf("%v: in the spans %v, in %v %v", d, contains(spans, d), merged, contains(merged, d))
			}
		}
		for i, s := range merged {
			if s.Days() == 0 || i > 0 && s.From <= merged[i-1].To+1 {
				t.Fatalf("%v is not in order with a gap between", merged)
			}
		}
	})
}

func contains(spans []Span, d Date) bool {
	for _, s := range spans {
		if s.Contains(d) {
			return true
		}
	}
	return false
}

func TestMergeLeavesItsArgumentAlone(t *testing.T) {
	spans := []Span{span(t, "2027-02-01", "2027-02-02"), span(t, "2027-01-01", "2027-01-31")}
	before := append([]Span(nil), spans...)
	Merge(spans)
	if diff := cmp.Diff(before, spans); diff != "" {
		t.Errorf("changed (-before +after):\n%s", diff)
	}
}

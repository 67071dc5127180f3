package calendar

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// naive answers every question of a Calendar by walking day after day and asking the rule.
type naive struct {
	rule    Rule
	horizon Span
	without []Span
}

func (n naive) works(d Date) bool {
	return n.horizon.Contains(d) && n.rule.Works(d) && !contains(n.without, d)
}

// after is the nth worked day on or after d, zero if there is none.
func (n naive) after(d Date, nth int) Date {
	for d = max(d, n.horizon.From); d <= n.horizon.To; d++ {
		if n.works(d) {
			if nth--; nth == 0 {
				return d
			}
		}
	}
	return 0
}

// upTo is the nth worked day back from d, d included, zero if there is none.
func (n naive) upTo(d Date, nth int) Date {
	for d = min(d, n.horizon.To); d >= n.horizon.From; d-- {
		if n.works(d) {
			if nth--; nth == 0 {
				return d
			}
		}
	}
	return 0
}

func (n naive) count(s Span) int {
	count := 0
	for d := max(s.From, n.horizon.From); d <= min(s.To, n.horizon.To); d++ {
		if n.works(d) {
			count++
		}
	}
	return count
}

// anyCalendar draws a rule and a horizon of some months between 2025 and 2031, so that published and
// projected holidays are met.
func anyCalendar(t *rapid.T) (naive, *Calendar) {
	from := MustOf(2025, 11, 1) + Date(rapid.IntRange(0, 5*365).Draw(t, "from"))
	horizon := Span{from, from + Date(rapid.IntRange(-1, 200).Draw(t, "length"))}
	near := rapid.Custom(func(t *rapid.T) Span {
		start := from + Date(rapid.IntRange(-10, 200).Draw(t, "start"))
		return Span{start, start + Date(rapid.IntRange(-1, 20).Draw(t, "days"))}
	})
	named := rapid.Custom(func(t *rapid.T) NamedSpan { return NamedSpan{Span: near.Draw(t, "span")} })
	n := naive{
		rule: Rule{
			Workdays:  Weekdays(rapid.Uint8Range(0, uint8(EveryDay)).Draw(t, "workdays")),
			Holidays:  Nation(rapid.Uint8Range(0, uint8(NorthernIreland)).Draw(t, "nation")),
			Worked:    rapid.SliceOfN(named, 0, 2).Draw(t, "worked"),
			NotWorked: rapid.SliceOfN(named, 0, 2).Draw(t, "not worked"),
		},
		horizon: horizon,
		without: rapid.SliceOfN(near, 0, 2).Draw(t, "without"),
	}
	return n, Compile(n.rule, n.horizon, n.without...)
}

// anyDay draws a day in the horizon or a little outside, or no date.
func (n naive) anyDay(t *rapid.T, label string) Date {
	if rapid.IntRange(0, 19).Draw(t, label+" is no date") == 0 {
		return 0
	}
	return n.horizon.From + Date(rapid.IntRange(-30, n.horizon.Days()+30).Draw(t, label))
}

func TestCalendarWorksTheDaysOfItsRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, c := anyCalendar(t)
		var want, got, byNumber []Date
		for d := n.horizon.From - 20; d <= n.horizon.To+20; d++ {
			if n.works(d) {
				want = append(want, d)
			}
			if c.Works(d) {
				got = append(got, d)
			}
		}
		for i := range c.Len() {
			byNumber = append(byNumber, c.Nth(i))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("worked days (-rule +calendar):\n%s", diff)
		}
		if diff := cmp.Diff(want, byNumber); diff != "" {
			t.Fatalf("worked days by number (-rule +calendar):\n%s", diff)
		}
		if c.Nth(-1) != 0 || c.Nth(c.Len()) != 0 || c.Horizon() != n.horizon {
			t.Fatalf("Nth(-1) %v, Nth(%d) %v, horizon %v", c.Nth(-1), c.Len(), c.Nth(c.Len()), c.Horizon())
		}
	})
}

func TestCalendarCountsLikeWalking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, c := anyCalendar(t)
		d := n.anyDay(t, "day")
		s := Span{d, n.anyDay(t, "other day")}
		days := rapid.IntRange(1, 60).Draw(t, "days")
		type answers struct {
			Before, Count       int
			Next, Prev          Date
			Finish, Start       Date
			Later, Same, Sooner Date
		}
		later := n.after(d, days)
		if later != 0 {
			later++
		}
		want := answers{
			n.count(Span{n.horizon.From, d - 1}), n.count(s),
			n.after(d, 1), n.upTo(d, 1),
			n.after(d, days), n.upTo(d, days),
			later, d, n.upTo(d-1, days),
		}
		got := answers{
			c.Before(d), c.Count(s),
			c.Next(d), c.Prev(d),
			c.Finish(d, days), c.Start(d, days),
			c.Add(d, days), c.Add(d, 0), c.Add(d, -days),
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v, %d days (-walking +calendar):\n%s", s, days, diff)
		}
	})
}

func TestCalendarLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, c := anyCalendar(t)
		d, m := n.anyDay(t, "day"), n.anyDay(t, "middle")
		days := rapid.IntRange(-40, 40).Draw(t, "days")
		if c.Works(d) && c.Nth(c.Before(d)) != d {
			t.Fatalf("D(W(%v)) is %v", d, c.Nth(c.Before(d)))
		}
		if end := c.Add(d, days); end != 0 && c.Before(end) != c.Before(d)+days {
			t.Fatalf("W(%v) is %d, %d days after W(%v), which is %d", end, c.Before(end), days, d, c.Before(d))
		}
		whole := Span{min(d, m), max(d, m) + 10}
		parts := c.Count(Span{whole.From, m - 1}) + c.Count(Span{m, whole.To})
		if whole.From != 0 && c.Count(whole) != parts {
			t.Fatalf("%v holds %d worked days, split at %v %d", whole, c.Count(whole), m, parts)
		}
		if days < 1 {
			return
		}
		if finish := c.Finish(d, days); finish != 0 && c.Count(Span{d, finish}) != days {
			t.Fatalf("work of %d days from %v to %v holds %d", days, d, finish, c.Count(Span{d, finish}))
		}
		if start := c.Start(d, days); start != 0 && c.Finish(start, days) != c.Prev(d) {
			t.Fatalf("work of %d days from %v finishes on %v, wanted %v", days, start, c.Finish(start, days), c.Prev(d))
		}
	})
}

// TestCalendarAtChristmas is the meaning in dates that a person can check.
func TestCalendarAtChristmas(t *testing.T) {
	c := Compile(Rule{Workdays: MonToFri, Holidays: EnglandAndWales}, span(t, "2026-12-01", "2027-01-31"),
		span(t, "2027-01-11", "2027-01-15"))
	thursday, friday := day(t, "2026-12-24"), day(t, "2026-12-25")
	got := map[string]string{
		"three days from Thursday finish":    c.Finish(thursday, 3).String(),
		"three days from Christmas finish":   c.Finish(friday, 3).String(),
		"and are done on the morning of":     c.Add(friday, 3).String(),
		"two days up to Christmas start":     c.Start(friday, 2).String(),
		"two days before Thursday":           c.Add(thursday, -2).String(),
		"next after Christmas":               c.Next(friday).String(),
		"last up to Christmas":               c.Prev(friday).String(),
		"first after the week taken out":     c.Next(day(t, "2027-01-09")).String(),
		"work of no days finishes":           c.Finish(thursday, 0).String(),
		"work of no days starts":             c.Start(thursday, 0).String(),
		"work that outlasts the horizon":     c.Finish(thursday, 30).String(),
		"and is done":                        c.Add(thursday, 30).String(),
		"work that begins before it":         c.Start(thursday, 30).String(),
		"work up to the end of the horizon":  c.Finish(day(t, "2027-01-29"), 1).String(),
		"and is done, beyond any worked day": c.Add(day(t, "2027-01-29"), 1).String(),
	}
	want := map[string]string{
		"three days from Thursday finish":    "2026-12-30",
		"three days from Christmas finish":   "2026-12-31",
		"and are done on the morning of":     "2027-01-01",
		"two days up to Christmas start":     "2026-12-23",
		"two days before Thursday":           "2026-12-22",
		"next after Christmas":               "2026-12-29",
		"last up to Christmas":               "2026-12-24",
		"first after the week taken out":     "2027-01-18",
		"work of no days finishes":           "-",
		"work of no days starts":             "-",
		"work that outlasts the horizon":     "-",
		"and is done":                        "-",
		"work that begins before it":         "-",
		"work up to the end of the horizon":  "2027-01-29",
		"and is done, beyond any worked day": "2027-01-30",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func fifteenYears() (Rule, Span) {
	return Rule{Workdays: MonToFri, Holidays: EnglandAndWales}, Span{MustOf(2024, 4, 1), MustOf(2039, 3, 31)}
}

func BenchmarkCompile(b *testing.B) {
	rule, horizon := fifteenYears()
	b.ReportAllocs()
	for b.Loop() {
		Compile(rule, horizon)
	}
}

func BenchmarkCount(b *testing.B) {
	rule, horizon := fifteenYears()
	c := Compile(rule, horizon)
	s := Span{horizon.From + 1000, horizon.To - 1000}
	for b.Loop() {
		c.Count(s)
	}
}

func BenchmarkRuleWorks(b *testing.B) {
	rule, _ := fifteenYears()
	d := MustOf(2027, 4, 30) // a Friday
	for b.Loop() {
		rule.Works(d)
	}
}

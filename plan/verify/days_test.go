package verify

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
)

// The windows read here day by day are those that package calendar lists, which goes about it another
// way.
func TestWindowsAgreeWithCalendar(t *testing.T) {
	within := calendar.Span{From: calendar.MustOf(2026, 1, 1), To: calendar.MustOf(2029, 12, 31)}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWindows(t, within)
		listed := w.In(within)
		for day := within.From; day <= within.To; day++ {
			inList := slices.ContainsFunc(listed, func(s calendar.Span) bool { return s.Contains(day) })
			if got := holds(w, day); got != inList {
				t.Fatalf("%s: holds is %v, but the windows are %v", day, got, listed)
			}
		}
	})
}

func drawWindows(t *rapid.T, within calendar.Span) calendar.Windows {
	var w calendar.Windows
	for range rapid.IntRange(0, 2).Draw(t, "spans") {
		from := within.From + calendar.Date(rapid.IntRange(0, 1000).Draw(t, "from"))
		w.Spans = append(w.Spans, calendar.Span{From: from, To: from + calendar.Date(rapid.IntRange(0, 90).Draw(t, "days"))})
	}
	if rapid.Bool().Draw(t, "every year") {
		w.Every = &calendar.Yearly{From: drawMonthDay(t), To: drawMonthDay(t)}
	}
	return w
}

// drawMonthDay draws the days around the end of February more often than others.
func drawMonthDay(t *rapid.T) calendar.MonthDay {
	if rapid.Bool().Draw(t, "around the end of February") {
		return rapid.SampledFrom([]calendar.MonthDay{{Month: 2, Day: 27}, {Month: 2, Day: 28}, {Month: 2, Day: 29}, {Month: 3, Day: 1}}).Draw(t, "day")
	}
	return calendar.MonthDay{Month: rapid.IntRange(1, 12).Draw(t, "month"), Day: rapid.IntRange(1, 28).Draw(t, "day")}
}

// The worked days counted here are those of a compiled calendar.
func TestWorkedDaysAgreeWithCompiledCalendar(t *testing.T) {
	p := &plan.Plan{Programme: plan.Programme{Start: calendar.MustOf(2026, 9, 1), End: calendar.MustOf(2027, 8, 31)}}
	pause := &plan.Blackout{ID: "christmas", Windows: calendar.Windows{Every: &calendar.Yearly{
		From: calendar.MonthDay{Month: 12, Day: 18}, To: calendar.MonthDay{Month: 1, Day: 4}}}}
	d := newDays(p)
	for _, id := range plan.BuiltInCalendars() {
		rule, _ := p.WorkingCalendar(id)
		compiled := calendar.Compile(rule, d.span, pause.Windows.In(d.span)...)
		table := d.workedDays(id, []*plan.Blackout{pause})
		for day := d.span.From; day <= d.span.To; day++ {
			if table.works(day) != compiled.Works(day) || table.between(d.span.From, day) != compiled.Before(day) {
				t.Fatalf("calendar %q on %s: worked %v with %d before, want %v with %d", id, day,
					table.works(day), table.between(d.span.From, day), compiled.Works(day), compiled.Before(day))
			}
		}
	}
}

func TestShareOf(t *testing.T) {
	for _, c := range []struct {
		days  int
		share plan.Hundredths
		want  int
	}{{10, 80, 8}, {10, 81, 9}, {3, 33, 1}, {3, 34, 2}, {1, 1, 1}, {20, 100, 20}} {
		if got := shareOf(c.days, c.share); got != c.want {
			t.Errorf("%s of %d days is %d, want %d", c.share, c.days, got, c.want)
		}
	}
}

package reports

import (
	"testing"

	"epr/calendar"
)

func TestWhenClosed(t *testing.T) {
	span := func(y1, m1, d1, y2, m2, d2 int) calendar.Span {
		return calendar.Span{From: calendar.MustOf(y1, m1, d1), To: calendar.MustOf(y2, m2, d2)}
	}
	page := span(2026, 7, 1, 2041, 3, 31)
	winter := &calendar.Yearly{From: calendar.MonthDay{Month: 12, Day: 1}, To: calendar.MonthDay{Month: 2, Day: 28}}
	winters := []calendar.Span{span(2028, 12, 1, 2029, 2, 28), span(2026, 12, 1, 2027, 2, 28), span(2027, 12, 1, 2028, 2, 29)}
	for _, c := range []struct {
		name    string
		windows calendar.Windows
		want    string
	}{
		{"what returns each year, once", calendar.Windows{Every: winter}, "every year, 1 Dec to end Feb"},
		{"one day a year", calendar.Windows{Every: &calendar.Yearly{From: calendar.MonthDay{Month: 3, Day: 31}, To: calendar.MonthDay{Month: 3, Day: 31}}}, "every year, 31 Mar"},
		{"listed one by one, in any order, leap years too", calendar.Windows{Spans: winters}, "every year from 2026 to 2028, 1 Dec to end Feb"},
		{"two are not worth a rule", calendar.Windows{Spans: winters[:2]}, "1 Dec 2026 to 28 Feb 2027; 1 Dec 2028 to 28 Feb 2029"},
		{"dates that differ", calendar.Windows{Spans: []calendar.Span{span(2027, 8, 1, 2027, 8, 13), span(2028, 8, 2, 2028, 8, 2), span(2029, 8, 1, 2029, 8, 13)}},
			"1 Aug 2027 to 13 Aug 2027; 2 Aug 2028; 1 Aug 2029 to 13 Aug 2029"},
		{"a rule and a window of its own", calendar.Windows{Every: winter, Spans: []calendar.Span{span(2027, 5, 3, 2027, 5, 4)}},
			"every year, 1 Dec to end Feb; 3 May 2027 to 4 May 2027"},
		{"whole where the page cuts it, and nothing beyond the page",
			calendar.Windows{Spans: []calendar.Span{span(2026, 6, 1, 2026, 7, 1), span(2041, 4, 1, 2041, 4, 2)}}, "1 Jun 2026 to 1 Jul 2026"},
	} {
		if got := whenClosed(c.windows, page); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

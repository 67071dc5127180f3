package reports_test

import (
	"testing"

	"epr/calendar"
	"epr/plan/diff"
	"epr/reports"
)

// It is planned for 9 March 2027 and promised by 30 June 2027 now; each case is how it stood before.
func TestStoodBefore(t *testing.T) {
	at := func(finish, by calendar.Date) diff.Stood { return diff.Stood{Finish: finish, By: by} }
	march := func(d int) calendar.Date { return calendar.MustOf(2027, 3, d) }
	now, by, may := march(9), calendar.MustOf(2027, 6, 30), calendar.MustOf(2027, 5, 31)
	for _, c := range []struct {
		name  string
		stood []diff.Stood
		want  string
	}{
		{"never otherwise", nil, ""},
		{"another date", []diff.Stood{at(march(2), by)}, "planned before for 2 Mar 2027"},
		{"there and back", []diff.Stood{at(now, by), at(march(2), by)}, "planned before for 9 Mar 2027, then 2 Mar 2027"},
		{"another promise", []diff.Stood{at(now, may)}, "promised before by 31 May 2027"},
		{"both", []diff.Stood{at(march(1), may), at(march(2), by)}, "planned before for 1 Mar 2027, then 2 Mar 2027; promised before by 31 May 2027"},
		{"no schedule yet", []diff.Stood{at(0, may)}, "promised before by 31 May 2027"},
		{"too many to name", []diff.Stood{at(march(1), by), at(march(2), by), at(march(3), by), at(march(4), by), at(march(5), by), at(march(6), by)},
			"planned before for 1 Mar 2027, then 2 other dates, then 4 Mar 2027, then 5 Mar 2027, then 6 Mar 2027"},
	} {
		if got := reports.StoodBefore(c.stood, now, by); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

package calendar

import "testing"

func TestRuleWorks(t *testing.T) {
	named := func(from, to string) []NamedSpan { return []NamedSpan{{Span: span(t, from, to)}} }
	office := Rule{Workdays: MonToFri, Holidays: EnglandAndWales}
	overtime := Rule{Workdays: MonToFri, Holidays: EnglandAndWales, Worked: named("2026-12-25", "2026-12-28")}
	closed := overtime
	closed.NotWorked = named("2026-12-24", "2026-12-26")
	for _, c := range []struct {
		name string
		rule Rule
		day  string
		want bool
	}{
		{"weekday", office, "2026-11-20", true},
		{"weekend", office, "2026-11-21", false},
		{"bank holiday", office, "2026-12-25", false},
		{"substitute day", office, "2026-12-28", false},
		{"bank holiday of another nation", office, "2026-11-30", true},
		{"bank holiday of its own nation", Rule{Workdays: MonToFri, Holidays: Scotland}, "2026-11-30", false},
		{"bank holiday of no nation", Rule{Workdays: MonToFri}, "2026-12-25", true},
		{"projected bank holiday", office, "2032-12-27", false},
		{"every day has no weekend", Rule{Workdays: EveryDay}, "2026-11-21", true},
		{"extra day on a bank holiday", overtime, "2026-12-25", true},
		{"extra day on a weekend", overtime, "2026-12-27", true},
		{"removed weekday", closed, "2026-12-24", false},
		{"removed wins over extra", closed, "2026-12-26", false},
		{"extra beside removed", closed, "2026-12-27", true},
		{"zero rule", Rule{}, "2026-11-20", false},
		{"no date", Rule{Workdays: EveryDay}, "-", false},
	} {
		if got := c.rule.Works(day(t, c.day)); got != c.want {
			t.Errorf("%s: %s worked is %v, want %v", c.name, c.day, got, c.want)
		}
	}
}

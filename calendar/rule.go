package calendar

import "slices"

// Rule says which days are worked. The zero Rule works none.
type Rule struct {
	Workdays  Weekdays    // worked unless something below says otherwise
	Holidays  Nation      // whose bank holidays are not worked
	Worked    []NamedSpan // extra worked days: also on weekends and bank holidays
	NotWorked []NamedSpan // removed days; they win
}

// Works reports whether the rule works a day, from first principles. To ask more than a few times,
// [Compile] the rule.
func (r Rule) Works(d Date) bool {
	on := func(s NamedSpan) bool { return s.Contains(d) }
	switch {
	case d == 0 || slices.ContainsFunc(r.NotWorked, on):
		return false
	case slices.ContainsFunc(r.Worked, on):
		return true
	}
	return r.Workdays.Has(d.Weekday()) && !IsHoliday(r.Holidays, d)
}

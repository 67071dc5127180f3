package calendar

import "slices"

// Meetings lists the meetings within a span: the dates and those of the rule (nil for none), less the
// exceptions, in order and without repeats. An exception wins over a date, too.
//
// Whether a single day is a meeting of a rule is Meetings(nil, rule, nil, Span{day, day}).
func Meetings(dates []Date, rule *MeetingRule, except []Date, within Span) []Date {
	candidates := slices.Clone(dates)
	if rule != nil && within.Days() > 0 {
		candidates = append(candidates, rule.pattern.dates(within)...)
	}
	var meetings []Date
	for _, d := range candidates {
		if within.Contains(d) && !slices.Contains(except, d) {
			meetings = append(meetings, d)
		}
	}
	slices.Sort(meetings)
	return slices.Compact(meetings)
}

// MeetingRule is a rule for meeting dates, as "last thursday of odd months"; see [ParseMeetingRule].
type MeetingRule struct {
	text    string
	pattern pattern
}

// String is the rule as it was written, in lower case.
func (r *MeetingRule) String() string { return r.text }

// pattern is what a rule means.
type pattern interface {
	// dates lists the meetings at least of a span, in order.
	dates(within Span) []Date
}

// monthly is a day of the week of some months: the nth, or the last.
type monthly struct {
	nth     int // 1 to 4; 0 is the last
	weekday Weekday
	months  monthSet
}

// monthSet is a set of months; bit 1 is January.
type monthSet uint16

func (s monthSet) has(month int) bool { return s&(1<<month) != 0 }

func (m monthly) dates(within Span) []Date {
	var dates []Date
	for year := within.From.Year(); year <= within.To.Year(); year++ {
		for month := 1; month <= 12; month++ {
			if m.months.has(month) {
				dates = append(dates, m.in(year, month))
			}
		}
	}
	return dates
}

func (m monthly) in(year, month int) Date {
	if m.nth == 0 {
		return last(m.weekday, year, month)
	}
	return nth(m.nth, m.weekday, year, month)
}

// weekly is every so many weeks from a day on.
type weekly struct {
	weeks int
	from  Date
}

func (w weekly) dates(within Span) []Date {
	step := 7 * w.weeks
	first := int(w.from)
	if behind := int(within.From) - first; behind > 0 {
		first += behind / step * step
	}
	var dates []Date
	for d := first; d <= int(within.To); d += step {
		dates = append(dates, Date(d))
	}
	return dates
}

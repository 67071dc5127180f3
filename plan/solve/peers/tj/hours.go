package tj

import (
	"strings"

	"epr/calendar"
)

// weekdays are the days of the week on which a day of the horizon is worked.
func (e *exporter) weekdays(works []bool) [7]bool {
	var week [7]bool
	for day, is := range works {
		if is {
			week[e.weekday(day)] = true
		}
	}
	return week
}

func (e *exporter) weekday(day int) calendar.Weekday {
	return (e.network.Horizon.From + calendar.Date(day)).Weekday()
}

// writeHours writes the days of the week: worked from nine on, or off.
func (e *exporter) writeHours(indent string, works []bool) {
	week := e.weekdays(works)
	for _, on := range []bool{true, false} {
		var names []string
		for day, name := range calendar.WeekdayNames() {
			if week[day] == on {
				names = append(names, name)
			}
		}
		if len(names) == 0 {
			continue
		}
		hours := "off"
		if on {
			hours = "9:00 - " + e.evening()
		}
		e.print("%sworkinghours %s %s\n", indent, strings.Join(names, ", "), hours)
	}
}

// closed are the spans of days that are not there although their day of the week is worked. If wide they
// reach over days of the week that are not worked.
func (e *exporter) closed(works, there []bool, wide bool) []calendar.Span {
	week := e.weekdays(works)
	var spans []calendar.Span
	open := false
	for i, is := range there {
		day := e.network.Horizon.From + calendar.Date(i)
		switch {
		case !week[day.Weekday()]:
			open = open && wide
		case is:
			open = false
		case open:
			spans[len(spans)-1].To = day
		default:
			open, spans = true, append(spans, calendar.Span{From: day, To: day})
		}
	}
	return spans
}

func (e *exporter) writeLeave(indent string, s calendar.Span) {
	e.print("%sleaves holiday \"closed\" %s - %s\n", indent, s.From, s.To+1)
}

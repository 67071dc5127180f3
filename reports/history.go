package reports

import (
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan/diff"
)

// mostStood is how many earlier dates are named; of more, the first and the last ones.
const mostStood = 4

// StoodBefore says how a date stood in versions that were kept: "planned before for 12 Mar 2027, then 19 Mar 2027;
// promised before by 30 Apr 2027". Now it is planned for is and promised by by; "" if it never stood otherwise.
func StoodBefore(stood []diff.Stood, is, by calendar.Date) string {
	var planned, promised []calendar.Date
	for _, s := range stood {
		planned, promised = append(planned, s.Finish), append(promised, s.By)
	}
	planned, promised = turns(planned, is), turns(promised, by)
	var said []string
	if len(planned) > 0 {
		said = append(said, "planned before for "+thenSaid(planned))
	}
	if len(promised) > 0 {
		said = append(said, "promised before by "+thenSaid(promised))
	}
	return strings.Join(said, "; ")
}

// turns are the dates of a list that differ from the one before, up to what is now.
func turns(dates []calendar.Date, now calendar.Date) []calendar.Date {
	dates = slices.Compact(slices.DeleteFunc(dates, calendar.Date.IsZero))
	if n := len(dates); n > 0 && dates[n-1] == now {
		return dates[:n-1]
	}
	return dates
}

// thenSaid are dates one after the other.
func thenSaid(dates []calendar.Date) string {
	var said []string
	for k, d := range dates {
		if left := len(dates) - mostStood; left > 0 && k > 0 && k <= left {
			if k == left {
				said = append(said, Count(left, "other date"))
			}
			continue
		}
		said = append(said, d.Short())
	}
	return strings.Join(said, ", then ")
}

// LookedSaid says what of the earlier versions was not looked at; "" if nothing was left out.
func LookedSaid(l diff.Looked) string {
	var said []string
	if l.IsCut && l.Versions > 0 {
		said = append(said, "Versions kept before "+l.From.Short()+" were not looked at.")
	}
	if l.Unread > 0 {
		said = append(said, Count(l.Unread, "earlier version")+" cannot be read any more.")
	}
	return strings.Join(said, " ")
}

// historyOf is what is known of how a date was told and how it stood before; nil if nothing is.
func (f *facts) historyOf(id string, isPhase bool) *diff.History {
	for k := range f.in.History {
		if h := &f.in.History[k]; h.ID == id && h.IsPhase == isPhase {
			return h
		}
	}
	return nil
}

// HistorySaid says how a date was told, baselined and planned before, a sentence each without its full stop; of what
// never changed nothing is said. Now it is planned for is and promised by by.
func HistorySaid(h *diff.History, is, by calendar.Date) []string {
	var said []string
	if told := Announcements(h.Told); told != "" {
		said = append(said, told)
	}
	if approved := approvedSaid(h.Approved); approved != "" {
		said = append(said, "baselined "+approved)
	}
	if before := StoodBefore(h.Stood, is, by); before != "" {
		said = append(said, before)
	}
	return said
}

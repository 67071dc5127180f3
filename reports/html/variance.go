package html

import (
	"strings"

	"epr/plan"
	"epr/reports"
)

// variance is the calendar days of a variance, inWorking its working days.
func variance(d reports.DaysBoth) string { return signed(plan.Whole{N: d.Calendar, Set: d.Set}) }

func inWorking(d reports.DaysBoth) string { return signed(plan.Whole{N: d.Working, Set: d.Set}) }

// hasHistory reports whether a milestone has more to say than its last baseline.
func hasHistory(m reports.Milestone) bool { return len(m.Told) > 0 || len(m.Baselines) > 1 }

// history says what was announced and how the baselines had it.
func history(s reports.Standing) string {
	var parts []string
	for _, said := range []string{reports.Announcements(s.Told), reports.Baselined(s.Baselines)} {
		if said != "" {
			parts = append(parts, said)
		}
	}
	return orDash(capital(strings.Join(parts, "; ")))
}

// move says how a risk moved since the last register; "" if there is nothing to say.
func move(m reports.Movement) string {
	switch m.Move {
	case reports.MoveNew:
		return "new"
	case reports.MoveUp:
		return "▲ up from " + reports.Number(m.WasScore)
	case reports.MoveDown:
		return "▼ down from " + reports.Number(m.WasScore)
	case reports.MoveSame:
		return "as it was"
	}
	return ""
}

package xlsx

import (
	"slices"

	"epr/plan"
	"epr/reports"
)

// baselineColumns are the date in the last baseline, and the days from it.
func baselineColumns(of func(i int) *reports.Standing) []column {
	return []column{
		{"Baseline", func(i int) cell { return date(of(i).Baseline) }},
		{"From it (days)", func(i int) cell { return varied(of(i).Variance, of(i).Variance.Calendar) }},
		{"Working days", func(i int) cell { return varied(of(i).Variance, of(i).Variance.Working) }},
	}
}

// varied is one count of a variance; none if there is no baseline to vary from.
func varied(d reports.DaysBoth, count int) cell { return days(plan.Whole{N: count, Set: d.Set}) }

// baselineNote says which baseline the dates are measured against.
func baselineNote(b *reports.BaselineName) string {
	if b == nil {
		return ""
	}
	return " Baseline is the schedule “" + b.ID + "”, approved by " + b.Approver + " on " + b.Date.Short() +
		"; the days from it are calendar days and working days of the programme, positive if later."
}

// hasHistory reports whether any milestone was announced for more than one date.
func hasHistory(list []reports.Milestone) bool {
	return slices.ContainsFunc(list, func(m reports.Milestone) bool { return len(m.Told) > 1 })
}

// hasStood reports whether any milestone stood otherwise in a version that was kept.
func hasStood(list []reports.Milestone) bool {
	return slices.ContainsFunc(list, func(m reports.Milestone) bool { return len(m.Stood) > 0 })
}

// announcedNote tells the history of each phase that was announced for more than one date.
func announcedNote(phases []reports.Phase) string {
	note := ""
	for i := range phases {
		if p := &phases[i]; len(p.Told) > 1 {
			note += " " + p.Name + ": " + reports.Announcements(p.Told) + "."
		}
	}
	return note
}

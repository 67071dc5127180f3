package reports

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// activityRow is the row of an activity, but for its links and what follows from them.
func (o *outliner) activityRow(i int) OutlineRow {
	a, dates := o.activity(i), o.rows[i]
	row := OutlineRow{
		Level: len(o.open) + 1, ID: a.ID, Name: a.Name, Kind: a.Kind, Place: a.Place,
		Start: dates.Start, Finish: dates.Finish, State: o.state(i), Owner: a.Owner, HeldBy: o.heldBy(i),
		Deadline: promiseOf(a.Target).Date, StartOfDay: a.StartOfDay, Calendar: o.calendar(i),
		Needs: a.Needs, Notes: outlineNotes(a), Last: o.last(a), Baselines: o.baselined(a),
	}
	if !a.IsMilestone() {
		row.Days = max(1, o.worked(i))
	}
	switch row.State {
	case Done:
		row.Worked = row.Days
	case UnderWay:
		history := calendar.Span{From: dates.Start, To: o.status - 1}
		row.Worked = min(row.Days-1, a.Terms.Work.Count(history))
	}
	return row
}

// outlineNotes says what a gate is decided by.
func outlineNotes(a *plan.Activity) []string {
	var notes []string
	if a.Meeting != nil {
		notes = append(notes, "Decided by "+orID(a.Meeting.Name, a.Meeting.ID)+".")
	}
	if a.Step == nil {
		return notes
	}
	if len(a.Step.Criteria) > 0 {
		notes = append(notes, "Criteria: "+strings.Join(a.Step.Criteria, "; ")+".")
	}
	if len(a.Step.Evidence) > 0 {
		notes = append(notes, "Evidence: "+strings.Join(a.Step.Evidence, "; ")+".")
	}
	return notes
}

// linkNote tells what of a link another tool cannot hold; "" if it can.
func linkNote(from *plan.Activity, l plan.Link, days, whole int) string {
	unit := "working day"
	switch {
	case l.Max && l.Type == plan.StartStart:
		return fmt.Sprintf("Starts at most %s after %s starts.", Count(l.Lag, unit), quoted(from.Name))
	case l.Max:
		return fmt.Sprintf("Comes at most %s after %s (%s).", Count(l.Lag, unit), quoted(from.Name), l.Type)
	case l.Done < plan.One:
		return fmt.Sprintf("Waits until %d%% of %s is done, written as a lag of %s.", int(l.Done), quoted(from.Name), Count(days, unit))
	case days < whole:
		return fmt.Sprintf("Waits %s after %s in the plan, written as %d because other tools count the days between otherwise.",
			Count(whole, unit), quoted(from.Name), days)
	}
	return ""
}

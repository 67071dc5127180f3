package assurance

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// invalidDates is point 9: what lies on the wrong side of the status date.
func (a *assessment) invalidDates() Check {
	c := point(9, "Invalid dates", "activities forecast before the status date, or with actual dates after it", "0")
	var all []int
	for i := range a.rows {
		if !a.activity(i).IsMilestone() {
			all = append(all, i)
		}
	}
	if c = c.over(len(all), ofAll); a.status.IsZero() {
		return c.without(noStatus)
	}
	for _, i := range all {
		if why := a.invalid(i); why != "" {
			c.against(a.id(i), why)
		}
	}
	return c.atMost(0)
}

// invalid says what is wrong with the dates of an activity at the status date, "" if nothing is.
func (a *assessment) invalid(i int) string {
	x, row := a.activity(i), a.rows[i]
	switch {
	case x.Done() && x.Progress.Finished > a.status:
		return "is said to have finished on " + x.Progress.Finished.Short()
	case x.Started() && x.Progress.Started > a.status:
		return "is said to have started on " + x.Progress.Started.Short()
	case !x.Done() && row.Finish < a.status:
		return "is to finish on " + row.Finish.Short()
	case !x.Started() && row.Start < a.status:
		return "is to start on " + row.Start.Short()
	}
	return ""
}

// highDuration is point 8: work that was committed to take long.
func (a *assessment) highDuration() Check {
	most := a.Settings.HighDuration
	c := point(8, "High duration", fmt.Sprintf("activities with a baseline duration above %s ÷ population", workingDays(most)), "at most 5%").over(len(a.open), ofWork)
	if a.baseline == nil {
		return c.without(noBaseline)
	}
	fresh := 0
	for _, i := range a.open {
		row, ok := a.baseline.Find(a.id(i))
		if !ok {
			fresh++
			continue
		}
		if n := a.activity(i).Terms.Work.Count(calendar.Span{From: row.Start, To: row.Finish}); n > most {
			c.against(a.id(i), workingDays(n))
		}
	}
	c.Note = "Worked days in the baseline, all of which counts as planned in detail."
	if fresh > 0 {
		c.Note += " " + counted(fresh, "activity is", "activities are") + " not in it."
	}
	return c.atMost(5)
}

// missed is point 11: work due by the status date that came, or comes, later than committed.
func (a *assessment) missed() Check {
	c := point(11, "Missed tasks", "activities finished or forecast later than in the baseline ÷ those due in the baseline by the status date", "at most 5%")
	c.Of = "activities due by the status date"
	switch {
	case a.baseline == nil:
		return c.without(noBaseline)
	case a.status.IsZero():
		return c.without(noStatus)
	}
	due, _ := a.due()
	c = c.over(len(due), c.Of)
	for _, i := range due {
		was, _ := a.baseline.Find(a.id(i))
		if is := a.rows[i].Finish; is > was.Finish {
			c.against(a.id(i), fmt.Sprintf("%s later than %s", counted(int(is-was.Finish), "day", "days"), was.Finish.Short()))
		}
	}
	c.Note = "The baseline is " + a.baselineIs + "."
	return c.atMost(5)
}

// due are the activities that the baseline has finished by the status date, fresh those that it does not have;
// milestones left out.
func (a *assessment) due() (due, fresh []int) {
	for i := range a.rows {
		if a.activity(i).IsMilestone() {
			continue
		}
		if was, ok := a.baseline.Find(a.id(i)); !ok {
			fresh = append(fresh, i)
		} else if was.Finish <= a.status {
			due = append(due, i)
		}
	}
	return due, fresh
}

// execution is point 14, the baseline execution index.
func (a *assessment) execution() Check {
	c := point(14, "Baseline execution index", "activities done by the status date ÷ (those due in the baseline by then + those that it does not have)", "at least 0.95")
	c.Measure, c.Of = Index, "activities due by the status date, or new"
	switch {
	case a.baseline == nil:
		return c.without(noBaseline)
	case a.status.IsZero():
		return c.without(noStatus)
	}
	due, fresh := a.due()
	if c = c.over(len(due)+len(fresh), c.Of); c.Denominator == 0 {
		return c.without("Nothing was due by the status date, and nothing is new.")
	}
	for i := range a.rows {
		if x := a.activity(i); !x.IsMilestone() && x.Done() && x.Progress.Finished <= a.status {
			c.Numerator++
		}
	}
	for _, i := range due {
		if !a.activity(i).Done() {
			c.against(a.id(i), "was due and is not done")
		}
	}
	if len(fresh) > 0 {
		c.Note = counted(len(fresh), "activity is", "activities are") + " not in the baseline."
	}
	return c.judged(c.Numerator*100 >= 95*c.Denominator)
}

// pathLength is point 13, the critical path length index.
func (a *assessment) pathLength() Check {
	c := point(13, "Critical path length index", "(critical path length + total float) ÷ critical path length, in working days", "at least 0.95")
	c.Measure, c.Of = Index, "completion"
	switch {
	case a.status.IsZero():
		return c.without(noStatus)
	case a.baseline == nil:
		return c.without(noBaseline)
	}
	finish, was := last(a.rows), last(a.baseline.Rows)
	length := a.between(a.status-1, finish)
	if c.Population = 1; length <= 0 {
		return c.without("Nothing is left to do after the status date.")
	}
	float := a.between(finish, was)
	c.Numerator, c.Denominator = length+float, length
	c.Note = fmt.Sprintf("%s from the status date to the last finish, %s; float is what is left from there to that of the baseline, %s.",
		workingDays(length), finish.Short(), was.Short())
	return c.judged(isGoodIndex(length, float))
}

// isGoodIndex compares (length + float) ÷ length with 0.95 before rounding.
func isGoodIndex(length, float int) bool { return (length+float)*100 >= 95*length }

// last is the last finish of a schedule.
func last(rows []plan.Row) calendar.Date {
	var day calendar.Date
	for _, row := range rows {
		day = max(day, row.Finish)
	}
	return day
}

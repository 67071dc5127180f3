package plan

import (
	"fmt"

	"epr/calendar"
	"epr/plan/source"
)

// checkProgramme checks the frame of the plan.
func (c *checker) checkProgramme() {
	c.workingCalendar(c.plan.Programme.Calendar, c.plan.Programme.Origin, "the programme")
	c.checkOrder()
	c.checkHolidays()
}

// checkHolidays says from when bank holidays are not yet proclaimed. Every long plan has such years and nobody can
// mend that, so it is no warning.
func (c *checker) checkHolidays() {
	p := &c.plan.Programme
	const known = calendar.HolidaysListedTo
	if p.End.Year() <= known {
		return
	}
	years := fmt.Sprintf("those of %d to %d are", known+1, p.End.Year())
	if p.End.Year() == known+1 {
		years = fmt.Sprintf("those of %d are", known+1)
	}
	c.note("holidays-projected", p.Place("end"), fmt.Sprintf(
		"the programme outruns the bank holidays that are proclaimed, which go to %d: %s worked out by today's rules",
		known, years),
		`a one-off holiday may still come or one be moved; put such a day under "not_worked" of the calendar when it is known`)
}

// workingCalendar looks up a calendar that somebody works by. From is where the key "calendar" stands.
func (c *checker) workingCalendar(id string, from Origin, who string) {
	if !c.name(c.names.calendars, id, from, "calendar", who) {
		return
	}
	if cal := c.plan.Calendars.Get(id); cal != nil && cal.Working == nil && cal.Meeting != nil {
		c.wrong("wrong-calendar", from.Place("calendar"),
			who+" works by calendar "+q(id)+", which has meetings instead of working days",
			"name a working calendar, such as "+q(Weekdays), source.Note{At: cal.At, Text: "the calendar"})
	}
}

// meetingCalendar looks up the meetings of a gate.
func (c *checker) meetingCalendar(step *Step, who string) {
	if !c.name(c.names.calendars, step.Meets, step.Origin, "meets", who) {
		return
	}
	cal := c.plan.Calendars.Get(step.Meets)
	if cal != nil && (cal.Meeting != nil || cal.Working == nil) {
		return
	}
	p := source.Problem{Code: "wrong-calendar", At: step.Place("meets"),
		Text: who + " is decided at the meetings of calendar " + q(step.Meets) + ", which has working days instead of meetings",
		Hint: `name a calendar that has "dates" or a "rule"`}
	if cal != nil {
		p.Notes = []source.Note{{At: cal.At, Text: "the calendar"}}
	}
	c.problems.Add(p)
}

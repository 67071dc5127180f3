package conflict

import (
	"fmt"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/words"
)

// job is work that has to be done within some days, with how much of something that is shared it takes.
type job struct {
	name   string
	window calendar.Span
	load   int
}

// crowd is jobs that must all be done between two days, and how much there is then of what they share.
type crowd struct {
	jobs        []job
	days        calendar.Span
	load, given int
}

// tightest finds the days for which most is lacking, from the first day of some job to the last day of some
// job. Ties go to the fewest days.
func tightest(jobs []job, given func(calendar.Span) int) crowd {
	var firsts, lasts []calendar.Date
	for _, j := range jobs {
		firsts, lasts = append(firsts, j.window.From), append(lasts, j.window.To)
	}
	slices.Sort(firsts)
	slices.Sort(lasts)
	firsts, lasts = slices.Compact(firsts), slices.Compact(lasts)
	var best crowd
	for _, from := range firsts {
		for _, to := range lasts {
			if days := (calendar.Span{From: from, To: to}); days.Days() > 0 {
				best = best.worse(crowdIn(jobs, days, given))
			}
		}
	}
	return best
}

func crowdIn(jobs []job, days calendar.Span, given func(calendar.Span) int) crowd {
	c := crowd{days: days}
	for _, j := range jobs {
		if days.From <= j.window.From && j.window.To <= days.To {
			c.jobs = append(c.jobs, j)
			c.load += j.load
		}
	}
	if len(c.jobs) > 0 {
		c.given = given(days)
	}
	return c
}

// worse is the crowd of the two in which more is lacking.
func (c crowd) worse(d crowd) crowd {
	switch lacking, than := d.load-d.given, c.load-c.given; {
	case len(d.jobs) == 0:
		return c
	case len(c.jobs) == 0 || lacking > than || lacking == than && d.days.Days() < c.days.Days():
		return d
	}
	return c
}

func (c crowd) names() string {
	names := make([]string, len(c.jobs))
	for k, j := range c.jobs {
		names[k] = j.name
	}
	return firstFew(names)
}

// overworked compares for each team the work that it has with what it can do meanwhile.
func overworked(n *plan.Network, windows []calendar.Span) []string {
	var lines []string
	for i := range n.Teams {
		supply := &n.Teams[i]
		jobs, works := jobsOf(n, supply.Team.ID, windows)
		if len(jobs) == 0 {
			continue
		}
		c := tightest(jobs, func(days calendar.Span) int {
			given := 0
			for day := days.From; day <= days.To; day++ {
				if works[day] {
					given += int(supply.On(day))
				}
			}
			return given
		})
		text := fmt.Sprintf("%s: %s person-days of the team %s %s, when there are %s", c.names(),
			plan.Hundredths(c.load), supply.Team.Name, between(c.days), plan.Hundredths(c.given))
		if c.load <= c.given {
			text += ", but they do not fit in beside each other"
		}
		lines = append(lines, text)
	}
	return lines
}

// jobsOf lists the work that a team has, and the days on which some of it can be done.
func jobsOf(n *plan.Network, team string, windows []calendar.Span) ([]job, map[calendar.Date]bool) {
	var jobs []job
	works := map[calendar.Date]bool{}
	for i := range n.Activities {
		a := &n.Activities[i]
		for _, need := range a.Needs {
			if need.Team != team || windows[i].IsZero() {
				continue
			}
			jobs = append(jobs, job{a.Name, windows[i], int(need.Amount) * remaining(a)})
			for day := windows[i].From; day <= windows[i].To; day++ {
				works[day] = works[day] || a.Terms.Work.Works(day)
			}
		}
	}
	return jobs, works
}

// crowded compares for each body the decisions that it has to take with what its meetings can.
func crowded(n *plan.Network, windows []calendar.Span) []string {
	var lines []string
	for _, body := range n.Plan.Calendars.All() {
		var gates []job
		for i := range n.Activities {
			if a := &n.Activities[i]; a.Meeting == body && !windows[i].IsZero() {
				gates = append(gates, job{a.Name, windows[i], 1})
			}
		}
		if len(gates) == 0 || body.Meeting.Slots == 0 {
			continue
		}
		c := tightest(gates, func(days calendar.Span) int { return body.Meeting.Slots * len(body.Meeting.On(days)) })
		lines = append(lines, fmt.Sprintf("%s: %s of %s %s, when its meetings can take %d", c.names(), words.Count(c.load, "decision"),
			edit.Noun{Table: edit.Calendar, ID: body.ID}.Say(n.Plan), between(c.days), c.given))
	}
	return lines
}

package verify

import (
	"fmt"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// load is who needs a team, day by day.
type load struct {
	team  *plan.Team
	users []user
	sum   []plan.Hundredths // from the first day that can be asked about
}

// user is an activity that needs people of a team on its worked days of a span.
type user struct {
	activity int
	needs    plan.Hundredths
	span     calendar.Span
}

// checkTeams checks that on no day more people of a team are needed than there are.
func (c *checker) checkTeams() {
	loads := c.loads()
	for _, team := range c.plan.Teams.All() {
		if l := loads[team.ID]; l != nil {
			c.checkLoad(l)
		}
	}
}

// loads adds up what is needed of each team.
func (c *checker) loads() map[string]*load {
	loads := map[string]*load{}
	for i := range c.net.Activities {
		for _, need := range c.facts[i].needs {
			team := c.plan.Teams.Get(need.Team)
			if team == nil {
				c.broken(Team, source.Span{}, fmt.Sprintf("%s needs %s, a team the plan does not have", c.name(i), quote(need.Team)), i)
				continue
			}
			if loads[team.ID] == nil {
				loads[team.ID] = &load{team: team, sum: make([]plan.Hundredths, c.days.span.Days())}
			}
			c.load(loads[team.ID], i, need.Amount)
		}
	}
	return loads
}

func (c *checker) load(l *load, i int, needs plan.Hundredths) {
	if !c.sound[i] || c.facts[i].done || c.activity(i).IsMilestone() {
		return
	}
	u := user{i, needs, calendar.Span{From: c.workFrom(i), To: c.rows[i].Finish}}
	l.users = append(l.users, u)
	for day := u.span.From; day <= u.span.To; day++ {
		if c.occupied(u, day) {
			l.sum[day-c.days.span.From] += needs
		}
	}
}

// occupied reports whether an activity needs its people on a day: every worked day and, for a gate,
// its meeting.
func (c *checker) occupied(u user, day calendar.Date) bool {
	gate := c.activity(u.activity).Kind == plan.Gate && !c.facts[u.activity].started
	return u.span.Contains(day) && (gate || c.facts[u.activity].work.works(day))
}

// checkLoad reports each run of overloaded days once: a run ends with a day on which the team is
// needed and suffices.
func (c *checker) checkLoad(l *load) {
	var run []calendar.Date
	report := func() {
		if len(run) > 0 {
			c.reportLoad(l, run)
			run = nil
		}
	}
	for at, needed := range l.sum {
		if needed == 0 {
			continue
		}
		c.count(Team, 1)
		if day := c.days.span.From + calendar.Date(at); needed > c.size(l.team, day) {
			run = append(run, day)
		} else {
			report()
		}
	}
	report()
}

// reportLoad tells of the first day of a run who needs the team, and how long the run is.
func (c *checker) reportLoad(l *load, run []calendar.Date) {
	day := run[0]
	var users []int
	for _, u := range l.users {
		if c.occupied(u, day) && !slices.Contains(users, u.activity) {
			users = append(users, u.activity)
		}
	}
	verb := "need"
	if len(users) == 1 {
		verb = "needs"
	}
	text := fmt.Sprintf("%s %s %s of team %s on %s but the team has %s", list(c.names(users)), verb,
		l.sum[day-c.days.span.From], quote(l.team.ID), day, c.size(l.team, day))
	if more := len(run) - 1; more > 0 {
		text += fmt.Sprintf("; it is too small on %s more until %s", plural(more, "day"), run[more])
	}
	c.broken(Team, l.team.At, text, users...)
}

// size is how many people a team has on a day: its dated size times the factors of the blackouts
// that are on, rounded down to hundredths once.
func (c *checker) size(team *plan.Team, day calendar.Date) plan.Hundredths {
	size, parts := int64(0), int64(1)
	for _, step := range team.Size {
		if step.From <= day {
			size = int64(step.Is)
		}
	}
	for _, b := range c.plan.Blackouts.All() {
		for _, factor := range b.Capacity {
			if factor.Team == team.ID && c.days.inWindow(b, day) {
				size, parts = size*int64(factor.By), parts*int64(plan.One)
			}
		}
	}
	return plan.Hundredths(size / parts)
}

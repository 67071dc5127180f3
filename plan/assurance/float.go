package assurance

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// highFloat is point 6: work that can slip far. Float is how far an activity alone can slip, with its teams,
// calendars, meetings and closed windows in force, before a promise breaks, a broken one gets later, or a hard rule
// ends it. Days on which a window is closed to the activity are not counted: waiting is not float.
func (a *assessment) highFloat() Check {
	most := a.Settings.HighFloat
	c := point(6, "High float", fmt.Sprintf("activities with a total float above %s ÷ population", workingDays(most)), "at most 5%").over(len(a.open), ofWork)
	if a.Floats == nil {
		return c.without(noFloats)
	}
	withWindows, standard, floats := 0, 0, map[string]int{}
	for _, i := range a.open {
		slip := a.Floats.Of(i).Promise
		if !slip.Set {
			continue
		}
		float := a.openDays(i, a.rows[i].Start, slip.Last)
		if float > most {
			c.against(a.id(i), workingDays(float))
			floats[a.id(i)] = -float
		}
		if slip.Working > most {
			withWindows++
		}
		if float > HighFloat {
			standard++
		}
	}
	c.mostFirst(floats)
	c.Note = fmt.Sprintf("To a promise or a hard rule, with teams and windows in force. Waiting for a window is not counted; with it, %d.", withWindows)
	if most != HighFloat {
		c.Note += fmt.Sprintf(" Above the standard's %d it would be %d.", HighFloat, standard)
	}
	return c.atMost(5)
}

// openDays counts the working days of an activity from one start to a later one, those in its closed windows left
// out.
func (a *assessment) openDays(i int, from, to calendar.Date) int {
	x := a.activity(i)
	work := x.Terms.Work
	if x.Kind == plan.Gate {
		work = x.Terms.Calendar
	}
	span := calendar.Span{From: from, To: to - 1}
	n := work.Before(to) - work.Before(from)
	for _, window := range x.Terms.Closed {
		if inside := window.Intersect(span); inside.Days() > 0 {
			n -= work.Count(inside)
		}
	}
	return max(0, n)
}

// negativeFloat is point 7: work that would have to be earlier for a promise to be kept.
func (a *assessment) negativeFloat() Check {
	c := point(7, "Negative float", "activities with a total float below 0 ÷ population", "0%").over(len(a.open), ofWork)
	if a.Flow == nil {
		return c.without(noFloats)
	}
	p := a.newPressure()
	for k := range a.net.Goals {
		if g := &a.net.Goals[k]; a.lateBy(g) > 0 {
			p.to(g)
		}
	}
	floats := map[string]int{}
	for _, i := range a.open {
		if of := p.of[i]; of != nil {
			floats[a.id(i)] = p.least[i]
			c.against(a.id(i), fmt.Sprintf("%s, for %s", minus(p.least[i]), quoted(orID(of.Name, of.ID))))
		}
	}
	c.mostFirst(floats)
	c.Note = "Float to a promise that the schedule breaks: how far it can slip without making that later still, less how late it is."
	return c.atMost(0)
}

func minus(n int) string { return fmt.Sprintf("−%s", workingDays(-n)) }

// promiseOf is the earlier of the promised and the announced date of a goal, zero if there is neither.
func promiseOf(g *plan.Goal) calendar.Date {
	by, announced := g.By, g.InForce()
	if by.IsZero() || !announced.IsZero() && announced < by {
		return announced
	}
	return by
}

// lateBy is the calendar days from the promise of a goal to when it is reached, 0 if it is kept or none was made.
func (a *assessment) lateBy(g *plan.Goal) int {
	promise := promiseOf(g)
	if promise.IsZero() || len(g.Members) == 0 {
		return 0
	}
	return max(0, int(a.reached(g)-promise))
}

// reached is the day on which a goal is reached.
func (a *assessment) reached(g *plan.Goal) calendar.Date {
	var last calendar.Date
	for _, m := range g.Members {
		last = max(last, a.rows[m].Finish)
	}
	return last
}

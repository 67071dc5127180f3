package critical

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
)

// Say tells what makes a step critical, in the words of the end of a sentence that begins with the
// activity: first what it waits for, then what moved it on from there.
func (s *Step) Say(n *plan.Network, sch *plan.Schedule) []string {
	said := []string{s.sayWait(n, sch)}
	for _, r := range s.Moved {
		said = append(said, explain.Say(n, sch, r))
	}
	return said
}

func (s *Step) sayWait(n *plan.Network, sch *plan.Schedule) string {
	if s.By.From < 0 {
		return explain.Say(n, sch, s.Own)
	}
	from := &n.Activities[s.By.From]
	row, _ := sch.Find(from.ID)
	switch h := s.By.HandOver; {
	case h == nil:
		return "waits for " + explain.SayFinish(n, sch, s.By.From) + s.sayReady(row.Finish)
	case h.Body != nil:
		return fmt.Sprintf("waits for a place on the agenda of %s, which %s has on %s", h.Body.Name, from.Name, row.Finish.Short())
	default:
		return fmt.Sprintf("waits for %s of %s, busy with %s until %s", people(h.Amount), h.Team.Name, from.Name, row.Finish.Short())
	}
}

// sayReady adds the day from which a link lets a step start if that is not the next.
func (s *Step) sayReady(finish calendar.Date) string {
	if s.Ready <= finish+1 {
		return ""
	}
	return ", and then until " + s.Ready.Short()
}

func people(n plan.Hundredths) string {
	switch n {
	case plan.One / 2:
		return "half a person"
	case plan.One:
		return "1 person"
	}
	return n.String() + " people"
}

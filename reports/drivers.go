package reports

import (
	"fmt"
)

// drivers are the three sentences on what drives the finish of the programme, from its critical chain; none
// if there is no chain.
func (f *facts) drivers(p *Pack) []string {
	if len(p.Critical) == 0 || len(p.Critical[0].Steps) == 0 {
		return nil
	}
	c := &p.Critical[0]
	return []string{f.chainOf(c), WaitsOf(c), joinSentences(longestWait(c), roomLeft(p))}
}

// chainOf says which chain leads to the finish, and what ties it together.
func (f *facts) chainOf(c *CriticalChain) string {
	first := &c.Steps[0]
	text := fmt.Sprintf("%s finishes on %s, at the end of a chain of %s from %s on %s",
		quoted(c.Name), c.Finish.Long(), Count(len(c.Steps), "activity"), quoted(first.Name), first.Start.Long())
	if c.HandOvers > 0 {
		text += fmt.Sprintf("; %s of them %s for people of the one before rather than for its work",
			Number(c.HandOvers), Plural(c.HandOvers, "waits", "wait"))
	}
	return text + "."
}

// WaitsOf says where the days of a chain go: "Of its 238 days, work takes 180 and waiting the rest: meetings
// 40, days off 18." Days on which a blackout lets work rest are told apart from both.
func WaitsOf(c *CriticalChain) string {
	text := fmt.Sprintf("Of its %s, work takes %s", Count(c.Days, "day"), Number(c.Work))
	if c.Paused > 0 {
		text += fmt.Sprintf(", pauses inside it %s (%s)", Number(c.Paused), pausesOf(c))
	}
	var parts []string
	for _, cause := range c.Causes {
		parts = append(parts, fmt.Sprintf("%s %s", cause.Name, Number(cause.Days)))
	}
	if len(parts) == 0 {
		return text + "; nothing on it waits."
	}
	return text + " and waiting the rest: " + Join(parts) + "."
}

// pausesOf names the longest pause of a chain, and counts the others: "the longest from 1 Nov 2026 to 30 Mar 2027".
func pausesOf(c *CriticalChain) string {
	var longest WorkPause
	n := 0
	for k := range c.Steps {
		for _, p := range c.Steps[k].Pauses {
			if n++; n == 1 || p.Span.Days() > longest.Span.Days() {
				longest = p
			}
		}
	}
	text := fmt.Sprintf("from %s to %s, %s", longest.Span.From.Short(), longest.Span.To.Short(), longest.Blackout)
	if n > 1 {
		return "the longest " + text
	}
	return text
}

// longestWait says what moved the chain most; empty if nothing did.
func longestWait(c *CriticalChain) string {
	most := &c.Steps[0]
	for k := range c.Steps {
		if c.Steps[k].Moved > most.Moved {
			most = &c.Steps[k]
		}
	}
	if most.Moved == 0 {
		return ""
	}
	why := most.Why
	if len(most.Pauses) > 0 {
		why = why[:len(why)-1] // where its work rests
	}
	return fmt.Sprintf("The longest wait on it is that of %s: it %s.", quoted(most.Name), why[len(why)-1])
}

// roomLeft says how little the open activities can slip; empty if that is not known.
func roomLeft(p *Pack) string {
	little, open := 0, 0
	for i := range p.Schedule {
		if float := p.Schedule[i].Float; float.Promise.Set {
			open++
			if float.Promise.N < LittleFloat {
				little++
			}
		}
	}
	if open == 0 {
		return ""
	}
	if little == 0 {
		return fmt.Sprintf("Every open activity can slip by %s or more before a promise breaks.", Count(LittleFloat, "working day"))
	}
	return fmt.Sprintf("%s of %s can slip by less than %s before a promise breaks.",
		Number(little), Count(open, "open activity", "open activities"), Count(LittleFloat, "working day"))
}

package reports

import (
	"fmt"
	"slices"
)

// The chances, in ten-thousandths, from which a promise is called likely to be kept, and below which it is
// called unlikely. They are ours.
const (
	LikelyKept   = 8_000
	UnlikelyKept = 2_000
)

// made counts the promises made, kept by the plan or not.
func (c *Confidence) made() int { return c.PlanKeeps.Of }

// Weakest is the promise still open that is the least likely to be kept; nil if there is none.
func (c *Confidence) Weakest() *PromiseChance {
	for i := range c.Promises {
		if p := &c.Promises[i]; !p.Done {
			return p
		}
	}
	return nil
}

// broken is the promises that are broken for good, because what they promised has happened too late: of each
// phase and activity the date that it missed by most.
func (c *Confidence) broken() (list []*PromiseChance) {
	for i := range c.Promises {
		p := &c.Promises[i]
		if !p.Done || p.Chance > 0 {
			continue
		}
		k := slices.IndexFunc(list, func(other *PromiseChance) bool { return other.ID == p.ID })
		switch {
		case k < 0:
			list = append(list, p)
		case p.Promise.Date < list[k].Promise.Date:
			list[k] = p
		}
	}
	return list
}

// odds are the three sentences of a forecast.
func (f *facts) odds(p *Pack) [3]string {
	if !p.Confidence.Given {
		return [3]string{}
	}
	c, risks := &p.Confidence, p.Risks.Rows
	return [3]string{willWeMakeIt(c), whatCouldStopUs(c, risks), whatWouldHelp(c, risks)}
}

// willWeMakeIt says with what chance the promises are kept, and which is the weakest.
func willWeMakeIt(c *Confidence) string {
	broken := c.broken()
	switch {
	case c.made() == 0:
		return joinSentences("There is no promise to keep.", whenFinished(&c.Programme))
	case len(broken) > 0:
		return joinSentences(alreadyBroken(broken, c.made()), standing(c))
	case c.open() == 0:
		return fmt.Sprintf("Yes: %s made has been kept.", allOf(c.made()))
	}
	return joinSentences(verdict(c), standing(c))
}

// open counts the promises of what has not happened.
func (c *Confidence) open() int {
	n := 0
	for i := range c.Promises {
		if p := &c.Promises[i]; !p.Done {
			n++
		}
	}
	return n
}

// allOf is "the one promise", "every one of the 4 promises".
func allOf(n int) string {
	if n == 1 {
		return "the one promise"
	}
	return "every one of the " + Count(n, "promise")
}

// together is "both promises", "all 4 promises".
func together(n int) string {
	if n == 2 {
		return "both promises"
	}
	return "all " + Count(n, "promise")
}

func verdict(c *Confidence) string {
	subject := "the one promise made is kept"
	if c.made() > 1 {
		subject = together(c.made()) + " are kept"
	}
	chance := fmt.Sprintf("the chance that %s is %s.", subject, Chance(c.AllKept.Share))
	switch share := c.AllKept.Share; {
	case share >= 10_000:
		return fmt.Sprintf("Yes: %s in every one of %s.", subject, Count(c.Method.Runs, "replication"))
	case share >= LikelyKept:
		return "Very probably: " + chance
	case share >= 5_000:
		return "More likely than not: " + chance
	case share >= UnlikelyKept:
		return "Probably not: " + chance
	case share > 0:
		return "Hardly: " + chance
	}
	if c.made() == 1 {
		return fmt.Sprintf("No, as things stand: the one promise made is kept in none of %s.", Count(c.Method.Runs, "replication"))
	}
	return fmt.Sprintf("No, as things stand: in none of %s are %s kept at once.", Count(c.Method.Runs, "replication"), together(c.made()))
}

func alreadyBroken(broken []*PromiseChance, all int) string {
	first := broken[0]
	if len(broken) == 1 {
		return fmt.Sprintf("No: %s was finished on %s, %s after it was promised.",
			quoted(first.Name), first.Planned.Long(), Count(int(first.Planned-first.Promise.Date), "day"))
	}
	return fmt.Sprintf("No: %s of %s are broken already, that of %s by %s.",
		Number(len(broken)), Count(all, "promise"), quoted(first.Name), Count(int(first.Planned-first.Promise.Date), "day"))
}

// standing says how the weakest open promise stands, and where that is never kept how the next one does; "" if
// all that are open are sure to be kept.
func standing(c *Confidence) string {
	w := c.Weakest()
	switch {
	case w == nil, w.Chance >= 10_000:
		return ""
	case c.made() == 1:
		return fmt.Sprintf("%s is promised for %s; %s.", quoted(w.Name), w.Promise.Date.Long(), safeDate(w))
	case w.Chance > 0:
		return fmt.Sprintf("The weakest is %s with %s for %s; %s.", quoted(w.Name), Chance(w.Chance), w.Promise.Date.Long(), safeDate(w))
	}
	text := fmt.Sprintf("%s never keeps %s; %s.", quoted(w.Name), w.Promise.Date.Long(), safeDate(w))
	if next := c.weakestAfter(w); next != nil {
		text += fmt.Sprintf(" The next weakest is %s with %s for %s.", quoted(next.Name), Chance(next.Chance), next.Promise.Date.Long())
	}
	return text
}

// weakestAfter is the open promise of something else with the least chance above 0; nil if there is none.
func (c *Confidence) weakestAfter(w *PromiseChance) *PromiseChance {
	for i := range c.Promises {
		if p := &c.Promises[i]; !p.Done && p.Chance > 0 && p.ID != w.ID {
			return p
		}
	}
	return nil
}

// safeDate says which date a promise could name and keep four times in five.
func safeDate(p *PromiseChance) string {
	switch days := p.Short; {
	case p.P80.Beyond:
		return fmt.Sprintf("more than one time in five it is not finished when the forecast ends, on %s", p.P80.Date.Long())
	case days.Calendar > 0:
		return fmt.Sprintf("a date to keep four times in five is %s, %s later", p.P80.Long(), Count(days.Calendar, "day"))
	case days.Calendar < 0:
		return fmt.Sprintf("four times in five it is finished by %s, %s before", p.P80.Long(), Count(-days.Calendar, "day"))
	}
	return "four times in five it is finished by that day"
}

// whenFinished says when something is finished with even chances and with four in five.
func whenFinished(p *Prospect) string {
	switch {
	case p.P50.Beyond:
		return fmt.Sprintf("More often than not the programme is not finished when the forecast ends, on %s.", p.P50.Date.Long())
	case p.P80.Beyond:
		return fmt.Sprintf("The programme is finished by %s with even chances, and with a chance of %s not when the forecast ends, on %s.",
			p.P50.Long(), Chance(p.Never), p.P80.Date.Long())
	case p.P10 == p.P90:
		return fmt.Sprintf("The programme is finished on %s.", p.P50.Long())
	}
	return fmt.Sprintf("The programme is finished by %s with even chances and by %s four times in five.", p.P50.Long(), p.P80.Long())
}

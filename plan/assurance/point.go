package assurance

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// What the checks look at, in words.
const (
	ofWork  = "unfinished activities, milestones left out"
	ofLinks = "links towards them"
	ofAll   = "activities, milestones left out"
)

// Why checks cannot be made.
const (
	noBaseline = "There is no baseline, and no schedule has been committed to compare with."
	noStatus   = "The plan states no status date."
	noFloats   = "No floats were worked out for this schedule."
)

// point is one of the fourteen.
func point(number int, name, definition, threshold string) Check {
	return Check{
		ID: fmt.Sprintf("dcma-%02d", number), Number: number, Name: name, Definition: definition, Threshold: threshold,
		Clause: "DCMA-EA PAM 200.1 (October 2012), chapter 4", Measure: Share,
	}
}

// ours is a check of our own: nothing may be counted against the schedule.
func ours(id, name, definition string) Check {
	return Check{ID: "epr-" + id, Name: name, Definition: definition, Threshold: "none", Clause: "epr", Measure: Share}
}

// without is a check that cannot be made.
func (c Check) without(why string) Check {
	c.Outcome, c.Why, c.Note = NotApplicable, why, ""
	return c
}

// atMost finishes a check of which so many per cent may be counted against the schedule.
func (c Check) atMost(percent int) Check {
	c.Numerator = len(c.Offenders)
	if c.Denominator == 0 {
		return c.without(fmt.Sprintf("There is nothing to look at: no %s.", c.Of))
	}
	return c.judged(c.Numerator*100 <= percent*c.Denominator)
}

func (c Check) judged(met bool) Check {
	if c.Outcome = NotMet; met {
		c.Outcome = Met
	}
	return c
}

// over sets what a check looks at, all of which is its denominator.
func (c Check) over(n int, of string) Check {
	c.Population, c.Denominator, c.Of = n, n, of
	return c
}

// against counts something against the schedule.
func (c *Check) against(id, why string) {
	c.Offenders = append(c.Offenders, Offender{id, why})
}

// mostFirst puts the offenders with the least number first.
func (c *Check) mostFirst(by map[string]int) {
	slices.SortStableFunc(c.Offenders, func(a, b Offender) int { return cmp.Compare(by[a.ID], by[b.ID]) })
}

func quoted(s string) string { return "“" + s + "”" }

func orID(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

// counted writes a number with its noun.
func counted(n int, noun, plural string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(n) + " " + plural
}

// grouped writes a number with commas between thousands.
func grouped(n int) string {
	if n < 1_000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1_000), n%1_000)
}

func workingDays(n int) string { return counted(n, "working day", "working days") }

package plan

import "strconv"

// checkAttempts warns of attempts that leave the forecast as it is. The kind is that of the work, empty if it
// is not known: only a gate can be asked again without any days of work before.
func (c *checker) checkAttempts(a Attempts, kind Kind, from Origin, who string) {
	const because = `, so that "attempts" changes nothing`
	switch {
	case kind == Milestone: // refused, whatever it says
	case a.Pass == Chance{Share: 10_000, Set: true}:
		c.warn("no-effect", from.Place("attempts.pass"), who+" passes at the first attempt for certain"+because,
			"give the chance that one attempt passes, such as pass = 0.7, or take it out")
	case a.Most == 1:
		c.warn("no-effect", from.Place("attempts.most"), who+" has one attempt and no more"+because,
			`allow at least two, or take it out; left out, "most" is `+strconv.Itoa(MostAttempts))
	case a.Again == Whole{Set: true} && kind != Gate && kind != "":
		c.warn("no-effect", from.Place("attempts.again"), who+" takes no days for a further attempt"+because,
			"give the working days of one; left out, they are those of the first")
	}
}

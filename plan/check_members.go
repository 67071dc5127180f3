package plan

import (
	"fmt"
	"slices"
	"strings"

	"epr/plan/source"
)

// checkMembers checks the trusts and the workflows.
func (c *checker) checkMembers() {
	for id, trust := range c.plan.Trusts.All() {
		who := "trust " + q(id)
		c.workingCalendar(trust.Calendar, trust.Origin, who)
		c.checkODS(trust)
		c.checkGroups(trust.Origin, c.names.trusts, id, trust.Groups, func(name string) source.Span {
			return c.plan.Trusts.Get(name).At
		})
	}
	for id, workflow := range c.plan.Workflows.All() {
		c.checkGroups(workflow.Origin, c.names.workflows, id, workflow.Groups, func(name string) source.Span {
			return c.plan.Workflows.Get(name).At
		})
	}
}

// checkGroups reports names that would call two things at once: phases call members by id and by group.
func (c *checker) checkGroups(from Origin, d directory, id string, groups []string, header func(string) source.Span) {
	for i, group := range groups {
		if slices.Contains(d.names, group) {
			c.wrong("name-clash", from.Place(index("groups", i)),
				d.noun+" "+q(id)+" is in the group "+q(group)+", which is also the id of a "+d.noun,
				"choose another name for the group",
				source.Note{At: header(group), Text: "the " + d.noun + " of that id"})
		}
	}
}

// checkODS warns of an organisation code of a shape that no code has. Codes of the Organisation Data
// Service have three to six capital letters and digits and start with a letter: a trust three ("RWD"), a
// site of a trust five, a practice six. Those of three characters may also start with a digit, as
// commissioners' do.
func (c *checker) checkODS(trust *Trust) {
	ods := trust.ODS
	if ods == "" || isODSShape(ods) {
		return
	}
	hint := `a trust has three capital letters and digits, as in "RWD", a site five, a practice six`
	if upper := strings.ToUpper(strings.ReplaceAll(ods, " ", "")); isODSShape(upper) {
		hint = "did you mean " + q(upper) + "?"
	}
	c.warn("ods-shape", trust.Place("ods"), fmt.Sprintf(
		"trust %s has the ODS code %s, a shape that no code has", q(trust.ID), q(ods)), hint)
}

func isODSShape(ods string) bool {
	if len(ods) < 3 || len(ods) > 6 {
		return false
	}
	for i := range len(ods) {
		isLetter, isDigit := 'A' <= ods[i] && ods[i] <= 'Z', '0' <= ods[i] && ods[i] <= '9'
		if !isLetter && !isDigit || i == 0 && isDigit && len(ods) > 3 {
			return false
		}
	}
	return true
}

package plan

import (
	"slices"

	"epr/plan/source"
)

// checkUnused warns of nouns that nothing in the plan uses. Where a name could not be followed it may have
// meant any noun of its kind, and none of that kind is called unused.
func (c *checker) checkUnused() {
	for id, team := range c.plan.Teams.All() {
		c.unused("team", id, team.At, "no work needs it")
	}
	for id, playbook := range c.plan.Playbooks.All() {
		c.unused("playbook", id, playbook.At, "no phase goes through it")
	}
	for id, threshold := range c.plan.Thresholds.All() {
		c.unused("threshold", id, threshold.At, "no contract is compared with it")
	}
	c.unusedCalendars()
	c.unusedMembers()
	c.unusedContracts()
}

func (c *checker) unused(noun, id string, at source.Span, because string) {
	if !c.isUsed(noun, id) && !c.spoilt[noun] {
		c.warn("unused", at, noun+" "+q(id)+" is never used: "+because, "take it out, or name it where it belongs")
	}
}

// unusedCalendars counts the programme's calendar as used.
func (c *checker) unusedCalendars() {
	if c.plan.Programme.Calendar == "" {
		c.used[use{"calendar", Weekdays}] = true
	}
	for id, cal := range c.plan.Calendars.All() {
		because := "nobody works by it"
		if cal.Meeting != nil {
			because = "no gate meets by it"
		}
		c.unused("calendar", id, cal.At, because)
	}
}

// unusedMembers looks at trusts and workflows that no phase calls, and at groups that nothing calls. A member
// is called by its id, by one of its groups, by "all", or by one-off work; a blackout or a limit calls
// nobody.
func (c *checker) unusedMembers() {
	trusts, workflows := c.calledMembers()
	for id, trust := range c.plan.Trusts.All() {
		c.unusedMember(member{"trust", id, trust.Groups, trust.Origin}, trusts)
	}
	for id, workflow := range c.plan.Workflows.All() {
		c.unusedMember(member{"workflow", id, workflow.Groups, workflow.Origin}, workflows)
	}
}

// member is a trust or a workflow.
type member struct {
	noun, id string
	groups   []string
	from     Origin
}

// calledMembers lists the names that phases and one-off work call.
func (c *checker) calledMembers() (trusts, workflows []string) {
	for _, phase := range c.plan.Phases.All() {
		trusts, workflows = append(trusts, phase.Trusts...), append(workflows, phase.Workflows...)
	}
	for _, activity := range c.plan.Activities.All() {
		trusts, workflows = append(trusts, activity.In.Trust), append(workflows, activity.In.Workflow)
	}
	return trusts, workflows
}

func callsAny(names []string, id string, groups []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return name == "all" || name == id || slices.Contains(groups, name)
	})
}

// unusedMember warns of a member that nobody calls, or of a group of its that nobody calls: of each group once,
// at its first member.
func (c *checker) unusedMember(m member, called []string) {
	if c.spoilt[m.noun] {
		return
	}
	isMeant := func(group string) bool { return c.meant[use{m.noun, group}] || source.Suggest(group, called) != "" }
	if !callsAny(called, m.id, m.groups) && !unclearGroups(m.from, m.groups) &&
		!isMeant(m.id) && !slices.ContainsFunc(m.groups, isMeant) {
		c.warn("unused", m.from.At, m.noun+" "+q(m.id)+" is never used: no phase has it as a member", "take it out, or add it to a phase")
	}
	for i, group := range m.groups {
		if group == "" || c.isUsed(m.noun, group) {
			continue
		}
		c.used[use{m.noun, group}] = true
		hint := "take it out, or call it in a phase"
		if near := source.Suggest(group, called); near != "" {
			hint = "did you mean " + q(near) + "?"
		}
		c.warn("unused", m.from.Place(index("groups", i)),
			"the group "+q(group)+" of "+m.noun+" "+q(m.id)+" is never used: no phase calls it", hint)
	}
}

// unusedContracts looks at contracts that no work is tied to.
func (c *checker) unusedContracts() {
	for id, contract := range c.plan.Contracts.All() {
		if len(contract.Covers)+len(contract.Outlast) == 0 && !contract.has("covers") && !contract.has("outlast") {
			c.unused("contract", id, contract.At, "it covers no work and outlasts none")
		}
	}
}

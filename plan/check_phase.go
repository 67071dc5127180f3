package plan

import (
	"slices"
	"strings"

	"epr/plan/source"
)

// checkPhases checks who takes part in each phase, what they go through, and what the phase promises.
func (c *checker) checkPhases() {
	for id, phase := range c.plan.Phases.All() {
		who := "phase " + q(id)
		c.nameAll(c.names.trustCalls, phase.Trusts, phase.Origin, "trusts", who)
		c.nameAll(c.names.workflowCalls, phase.Workflows, phase.Origin, "workflows", who)
		c.nameAll(c.names.playbooks, phase.Playbooks, phase.Origin, "playbook", who)
		c.nameSites(phase.Sites, phase.Trusts, phase.Origin, who)
		c.checkTarget(phase.Target, phase.Origin, who)
		c.startsInside(phase.NotBefore, phase.Place("not_before"), who)
		c.checkCompleteWhen(phase, who)
		c.checkLinks(phase.After, phase.Origin, who, onlyOneOffs())
		c.checkHasWork(phase, who)
	}
}

// nameSites looks up sites. With trusts given, all of them known, they have to belong to one of those.
func (c *checker) nameSites(sites, trusts []string, from Origin, who string) {
	isUnknown := func(name string) bool { return !slices.Contains(c.names.trustCalls.names, name) }
	if slices.ContainsFunc(trusts, isUnknown) {
		trusts = nil
	}
	for i, id := range sites {
		path := index("sites", i)
		if c.ownerOf(id, trusts) != nil || id == "" && from.has(path) {
			continue
		}
		at := from.Place(path)
		if elsewhere := c.ownerOf(id, nil); elsewhere != nil {
			c.wrong("unknown-site", at,
				who+" names the site "+q(id)+", which belongs to trust "+q(elsewhere.ID)+" and to none of its own",
				`add the trust to "trusts", or leave the site out`,
				source.Note{At: elsewhere.Sites.Get(id).At, Text: "the site"})
			continue
		}
		c.wrong("unknown-site", at, who+" names the site "+q(id)+", which no trust has",
			didYouMean(id, c.sitesOf(trusts), `list it under "sites" of its trust`))
	}
}

// ownerOf is the first of the trusts that has a site of that id; no list of trusts means all of them.
func (c *checker) ownerOf(site string, trusts []string) *Trust {
	for _, trust := range c.called(trusts) {
		if trust.Sites.Has(site) {
			return trust
		}
	}
	return nil
}

func (c *checker) sitesOf(trusts []string) []string {
	var ids []string
	for _, trust := range c.called(trusts) {
		ids = append(ids, trust.Sites.IDs()...)
	}
	return ids
}

// called lists the trusts that a list of ids and groups calls, or may call; all of them if there is no list.
func (c *checker) called(names []string) []*Trust {
	var trusts []*Trust
	for id, trust := range c.plan.Trusts.All() {
		if len(names) == 0 || callsAny(names, id, trust.Groups) || unclearGroups(trust.Origin, trust.Groups) {
			trusts = append(trusts, trust)
		}
	}
	return trusts
}

// checkCompleteWhen looks up the steps that finish a phase, among those of its playbooks and the one-off
// work that belongs to it.
func (c *checker) checkCompleteWhen(phase *Phase, who string) {
	steps := c.stepsOf(phase)
	for i, name := range phase.CompleteWhen {
		path := index("complete_when", i)
		if slices.Contains(steps, name) || !c.knowsPlaybooks(phase) || name == "" && phase.has(path) {
			continue
		}
		hint := didYouMean(name, steps, "name steps of the phase's playbooks")
		if last := name[strings.LastIndexByte(name, '/')+1:]; slices.Contains(steps, last) && last != name {
			hint = "name the step alone: " + q(last)
		}
		c.wrong("unknown-step", phase.Place(path),
			who+" is complete when "+q(name)+" is, which is no step of it", hint)
	}
}

// stepsOf lists the steps of the phase's playbooks and the one-off work that belongs to it.
func (c *checker) stepsOf(phase *Phase) []string {
	var steps []string
	for _, id := range phase.Playbooks {
		if playbook := c.plan.Playbooks.Get(id); playbook != nil {
			steps = append(steps, playbook.Steps.IDs()...)
		}
	}
	for id, activity := range c.plan.Activities.All() {
		if activity.In.Phase == phase.ID {
			steps = append(steps, id)
		}
	}
	return steps
}

// knowsPlaybooks reports whether every playbook of the phase exists. If one does not, a step that seems
// to be missing may be one of its.
func (c *checker) knowsPlaybooks(phase *Phase) bool {
	if len(phase.Playbooks) == 0 && phase.has("playbook") {
		return false
	}
	return !slices.ContainsFunc(phase.Playbooks, func(id string) bool { return !c.plan.Playbooks.Has(id) })
}

// checkHasWork warns of a phase in which nothing is done.
func (c *checker) checkHasWork(phase *Phase, who string) {
	if len(c.stepsOf(phase)) == 0 && c.knowsPlaybooks(phase) {
		c.warn("empty-phase", phase.At, who+" has no work, so that nothing is planned or promised for it",
			`give it a "playbook", or name it as "phase" of one-off activities`)
	}
}

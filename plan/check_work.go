package plan

import (
	"iter"
	"slices"

	"epr/plan/source"
)

// work is a step of a playbook, or one-off work.
type work struct {
	*Step
	playbook *Playbook // nil for one-off work
	who      string    // as problems call it
}

// allWork goes through every step of every playbook and then the one-off work.
func (c *checker) allWork() iter.Seq[work] {
	return func(yield func(work) bool) {
		for id, playbook := range c.plan.Playbooks.All() {
			for name, step := range playbook.Steps.All() {
				if !yield(work{step, playbook, "step " + q(name) + " of playbook " + q(id)}) {
					return
				}
			}
		}
		for id, step := range c.plan.Activities.All() {
			if !yield(work{step, nil, "activity " + q(id)}) {
				return
			}
		}
	}
}

// checkWork checks every piece of work on its own.
func (c *checker) checkWork() {
	for w := range c.allWork() {
		c.workingCalendar(w.Calendar, w.Origin, w.who)
		c.nameAll(c.names.contracts, w.Contracts, w.Origin, "contract", w.who)
		c.checkTarget(w.Target, w.Origin, w.who)
		c.startsInside(w.NotBefore, w.Place("not_before"), w.who)
		c.checkNeeds(w.Needs, w.Origin, w.who)
		c.meetingCalendar(w.Step, w.who)
		c.checkKind(w)
		c.checkDays(w)
		c.checkAttempts(w.Attempts, w.Kind, w.Origin, w.who)
		c.checkOnly(w)
		c.checkPlace(w)
		c.checkWorkLinks(w)
	}
}

// checkOnly checks the limits of a step to some members. A limit along a dimension that the step is not
// done for would be passed over in silence.
func (c *checker) checkOnly(w work) {
	limits := []struct {
		key   string
		names []string
		per   Dimension
		isPer bool
	}{
		{"trusts", w.Only.Trusts, PerTrust, w.IsPer(PerTrust) || w.IsPer(PerSite)},
		{"sites", w.Only.Sites, PerSite, w.IsPer(PerSite)},
		{"workflows", w.Only.Workflows, PerWorkflow, w.IsPer(PerWorkflow)},
	}
	for _, limit := range limits {
		if len(limit.names) > 0 && !limit.isPer && (w.Per != nil || !w.has("per")) {
			c.wrong("only-without-per", w.Place("only."+limit.key),
				w.who+" is limited to some "+limit.key+" but is not done once for each "+string(limit.per),
				"add "+q(string(limit.per))+` to "per", or take the limit out`)
		}
	}
	c.nameAll(c.names.trustCalls, w.Only.Trusts, w.Origin, "only.trusts", w.who)
	c.nameAll(c.names.workflowCalls, w.Only.Workflows, w.Origin, "only.workflows", w.who)
	c.nameAll(c.names.sites, w.Only.Sites, w.Origin, "only.sites", w.who)
}

// checkPlace looks up where one-off work belongs.
func (c *checker) checkPlace(w work) {
	in := w.In
	c.name(c.names.phases, in.Phase, w.Origin, "phase", w.who)
	c.name(c.names.workflows, in.Workflow, w.Origin, "workflow", w.who)
	known := c.name(c.names.trusts, in.Trust, w.Origin, "trust", w.who)
	switch {
	case in.Site == "":
	case in.Trust == "" && !w.has("trust") && c.ownerOf(in.Site, nil) != nil:
		c.wrong("site-without-trust", w.Place("site"),
			w.who+" belongs to site "+q(in.Site)+" but to no trust", `name the trust too: "trust"`)
	case known && !c.plan.Trusts.Get(in.Trust).Sites.Has(in.Site):
		c.siteOfOther(w)
	case !known:
		c.name(c.names.sites, in.Site, w.Origin, "site", w.who)
	}
}

// siteOfOther reports one-off work at a site that its trust does not have.
func (c *checker) siteOfOther(w work) {
	p := source.Problem{Code: "unknown-site", At: w.Place("site"),
		Text: w.who + " belongs to site " + q(w.In.Site) + ", which trust " + q(w.In.Trust) + " does not have",
		Hint: didYouMean(w.In.Site, c.plan.Trusts.Get(w.In.Trust).Sites.IDs(), `list it under "sites" of the trust`)}
	if owner := c.ownerOf(w.In.Site, nil); owner != nil {
		p.Hint = "that is a site of trust " + q(owner.ID)
	}
	c.problems.Add(p)
}

// kindsOfWork lists the kinds that some work in the plan has.
func (c *checker) kindsOfWork() []Kind {
	var kinds []Kind
	for w := range c.allWork() {
		if !slices.Contains(kinds, w.Kind) {
			kinds = append(kinds, w.Kind)
		}
	}
	return kinds
}

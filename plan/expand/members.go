package expand

import (
	"slices"

	"epr/plan"
)

// phaseMembers are the trusts, sites and workflows of a phase, in the order of the plan.
type phaseMembers struct {
	trusts    []*plan.Trust
	sites     map[string][]*plan.Site // by trust
	workflows []*plan.Workflow
}

// membersOf works out who takes part in a phase. Names of nobody are left out: the check of the plan
// has reported them.
func membersOf(p *plan.Plan, phase *plan.Phase) phaseMembers {
	m := phaseMembers{sites: map[string][]*plan.Site{}}
	for id, trust := range p.Trusts.All() {
		if !called(phase.Trusts, id, trust.Groups) {
			continue
		}
		m.trusts = append(m.trusts, trust)
		for siteID, site := range trust.Sites.All() {
			if len(phase.Sites) == 0 || slices.Contains(phase.Sites, siteID) {
				m.sites[id] = append(m.sites[id], site)
			}
		}
	}
	for id, workflow := range p.Workflows.All() {
		if called(phase.Workflows, id, workflow.Groups) {
			m.workflows = append(m.workflows, workflow)
		}
	}
	return m
}

// called reports whether a list of ids and groups names a member.
func called(names []string, id string, groups []string) bool {
	for _, name := range names {
		if name == "all" || name == id || slices.Contains(groups, name) {
			return true
		}
	}
	return false
}

// places lists the combinations of members for which a step is done.
func (m phaseMembers) places(phase string, step *plan.Step) []plan.Place {
	at := []plan.Place{{Phase: phase}}
	if step.IsPer(plan.PerTrust) || step.IsPer(plan.PerSite) {
		at = m.perTrust(at[0], step)
	}
	if step.IsPer(plan.PerSite) {
		at = m.perSite(at, step)
	}
	if step.IsPer(plan.PerWorkflow) {
		at = m.perWorkflow(at, step)
	}
	return at
}

func (m phaseMembers) perTrust(place plan.Place, step *plan.Step) []plan.Place {
	var places []plan.Place
	for _, trust := range m.trusts {
		if len(step.Only.Trusts) == 0 || called(step.Only.Trusts, trust.ID, trust.Groups) {
			place.Trust = trust.ID
			places = append(places, place)
		}
	}
	return places
}

func (m phaseMembers) perSite(at []plan.Place, step *plan.Step) []plan.Place {
	var places []plan.Place
	for _, place := range at {
		for _, site := range m.sites[place.Trust] {
			if len(step.Only.Sites) == 0 || slices.Contains(step.Only.Sites, site.ID) {
				place.Site = site.ID
				places = append(places, place)
			}
		}
	}
	return places
}

func (m phaseMembers) perWorkflow(at []plan.Place, step *plan.Step) []plan.Place {
	var places []plan.Place
	for _, place := range at {
		for _, w := range m.workflows {
			if len(step.Only.Workflows) == 0 || called(step.Only.Workflows, w.ID, w.Groups) {
				place.Workflow = w.ID
				places = append(places, place)
			}
		}
	}
	return places
}

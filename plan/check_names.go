package plan

import (
	"slices"

	"epr/plan/source"
)

// directory is a kind of noun that other nouns name.
type directory struct {
	noun   string // "trust"
	code   string // of a name it does not have
	names  []string
	define string // the header that would define one, up to the id
	isOpen bool   // there may be names that were not understood
}

// directories are those of a plan. Trusts and workflows have two: by id alone, and by whatever a phase
// may call them, which is also a group or "all".
type directories struct {
	trusts, trustCalls       directory
	workflows, workflowCalls directory
	sites                    directory
	phases, playbooks        directory
	teams                    directory
	calendars                directory
	blackouts                directory
	contracts, thresholds    directory
}

func directoriesOf(p *Plan) directories {
	d := directories{
		trusts:     directory{"trust", "unknown-trust", p.Trusts.IDs(), "[trust.", false},
		workflows:  directory{"workflow", "unknown-workflow", p.Workflows.IDs(), "[workflow.", false},
		sites:      directory{"site", "unknown-site", nil, "[trust.….site.", false},
		phases:     directory{"phase", "unknown-phase", p.Phases.IDs(), "[phase.", false},
		playbooks:  directory{"playbook", "unknown-playbook", p.Playbooks.IDs(), "[playbook.", false},
		teams:      directory{"team", "unknown-team", p.Teams.IDs(), "[team.", false},
		calendars:  directory{"calendar", "unknown-calendar", append(BuiltInCalendars(), p.Calendars.IDs()...), "[calendar.", false},
		blackouts:  directory{"blackout", "unknown-blackout", p.Blackouts.IDs(), "[blackout.", false},
		contracts:  directory{"contract", "unknown-contract", p.Contracts.IDs(), "[contract.", false},
		thresholds: directory{"threshold", "unknown-threshold", append([]string{GoodsAndServices}, p.Thresholds.IDs()...), "[threshold.", false},
	}
	d.trustCalls, d.workflowCalls = d.trusts.and("all"), d.workflows.and("all")
	for _, trust := range p.Trusts.All() {
		d.trustCalls = d.trustCalls.and(trust.Groups...)
		d.trustCalls.isOpen = d.trustCalls.isOpen || unclearGroups(trust.Origin, trust.Groups)
		d.sites = d.sites.and(trust.Sites.IDs()...)
	}
	for _, workflow := range p.Workflows.All() {
		d.workflowCalls = d.workflowCalls.and(workflow.Groups...)
		d.workflowCalls.isOpen = d.workflowCalls.isOpen || unclearGroups(workflow.Origin, workflow.Groups)
	}
	return d
}

// unclearGroups reports whether a member names groups that were not understood, so that it may be in any.
func unclearGroups(from Origin, groups []string) bool {
	return slices.Contains(groups, "") || len(groups) == 0 && from.has("groups")
}

// and is the directory with more names; each is kept once.
func (d directory) and(names ...string) directory {
	d.names = slices.Clip(d.names)
	for _, name := range names {
		if !slices.Contains(d.names, name) {
			d.names = append(d.names, name)
		}
	}
	return d
}

// name looks up what something in the plan may name at a path. An empty id was not given or not understood.
func (c *checker) name(d directory, id string, from Origin, path, who string) bool {
	if id == "" {
		c.spoil(d.noun, from, path)
		return false
	}
	return c.lookUp(d, id, from.Place(path), who)
}

// lookUp notes that a name is used, and reports it if there is no such thing; then it may have
// meant another. Who says who names it: `phase "one"`.
func (c *checker) lookUp(d directory, id string, at source.Span, who string) bool {
	if slices.Contains(d.names, id) {
		c.used[use{d.noun, id}] = true
		return true
	}
	if d.isOpen {
		c.spoilt[d.noun] = true
		return false
	}
	if near := source.Suggest(id, d.names); near != "" {
		c.meant[use{d.noun, near}] = true
	} else {
		c.spoilt[d.noun] = true
	}
	c.wrong(d.code, at, who+" names the "+d.noun+" "+q(id)+", which is not in the plan",
		didYouMean(id, d.names, "define it in "+d.define+id+"]"))
	return false
}

// nameAll looks up every name of a list.
func (c *checker) nameAll(d directory, ids []string, from Origin, key, who string) {
	if len(ids) == 0 {
		c.spoil(d.noun, from, key)
	}
	for i, id := range ids {
		path := index(key, i)
		if id == "" && from.has(path) {
			c.spoilt[d.noun] = true // not understood
			continue
		}
		c.lookUp(d, id, from.Place(path), who)
	}
}

// spoil notes that a name of a kind of noun was written but not understood.
func (c *checker) spoil(noun string, from Origin, path string) {
	if from.has(path) {
		c.spoilt[noun] = true
	}
}

// isUsed reports whether anything has named a noun, or has probably meant to.
func (c *checker) isUsed(noun, id string) bool {
	return c.used[use{noun, id}] || c.meant[use{noun, id}]
}

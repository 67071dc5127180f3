package diff

import "epr/plan"

// idTable is a table of plans whose ids may have other names in another version.
type idTable struct {
	header string // as in [Rename]
	has    func(p *plan.Plan, id string) bool
	// pairs are the entries that went and came with the same content.
	pairs func(old, new *plan.Plan) []Rename
}

// tables are the tables that a plan has, in the order in which renames are told: the one list of them. The sites of
// trusts come after the trusts, and the steps of playbooks after the playbooks.
func tables(p *plan.Plan) []idTable {
	all := []idTable{
		tableOf("calendar", func(p *plan.Plan) *plan.Table[plan.Calendar] { return &p.Calendars }, plainCalendar, always),
		tableOf("team", func(p *plan.Plan) *plan.Table[plan.Team] { return &p.Teams }, plainTeam, sameTeam),
		tableOf("blackout", func(p *plan.Plan) *plan.Table[plan.Blackout] { return &p.Blackouts }, plainBlackout, always),
		tableOf("contract", func(p *plan.Plan) *plan.Table[plan.Contract] { return &p.Contracts }, plainContract, always),
		tableOf("trust", func(p *plan.Plan) *plan.Table[plan.Trust] { return &p.Trusts }, plainTrust, sameTrust),
	}
	for _, id := range p.Trusts.IDs() {
		all = append(all, tableOf("trust."+id+".site", sitesOf(id), plainSite, sameSite))
	}
	all = append(all,
		tableOf("workflow", func(p *plan.Plan) *plan.Table[plan.Workflow] { return &p.Workflows }, plainWorkflow, sameWorkflow),
		tableOf("phase", func(p *plan.Plan) *plan.Table[plan.Phase] { return &p.Phases }, plainPhase, always),
		tableOf("playbook", func(p *plan.Plan) *plan.Table[plan.Playbook] { return &p.Playbooks }, plainPlaybook, always))
	for _, id := range p.Playbooks.IDs() {
		all = append(all, tableOf("playbook."+id, stepsOf(id), plainStep, always))
	}
	return append(all, tableOf("activity", func(p *plan.Plan) *plan.Table[plan.Step] { return &p.Activities }, plainStep, always))
}

// sitesOf gives the sites of a trust; nil of a plan without it.
func sitesOf(trust string) func(*plan.Plan) *plan.Table[plan.Site] {
	return func(p *plan.Plan) *plan.Table[plan.Site] {
		if t := p.Trusts.Get(trust); t != nil {
			return &t.Sites
		}
		return nil
	}
}

// stepsOf gives the steps of a playbook; nil of a plan without it.
func stepsOf(playbook string) func(*plan.Plan) *plan.Table[plan.Step] {
	return func(p *plan.Plan) *plan.Table[plan.Step] {
		if b := p.Playbooks.Get(playbook); b != nil {
			return &b.Steps
		}
		return nil
	}
}

// tableOf is the table under a header, that of gives of a plan: entries with the same content are one if is says so.
func tableOf[T any](header string, of func(*plan.Plan) *plan.Table[T], content func(T) T, is func(a, b *T) bool) idTable {
	return idTable{
		header: header,
		has:    func(p *plan.Plan, id string) bool { t := of(p); return t != nil && t.Has(id) },
		pairs: func(old, new *plan.Plan) []Rename {
			if was, now := of(old), of(new); was != nil && now != nil {
				return pairs(header, was, now, content, is)
			}
			return nil
		},
	}
}

// pairs are the entries of a table that went and came with the same content. An entry for which there are two
// candidates is not renamed: nobody can know.
func pairs[T any](name string, old, new *plan.Table[T], content func(T) T, is func(a, b *T) bool) []Rename {
	var went, came []string
	for _, id := range old.IDs() {
		if !new.Has(id) {
			went = append(went, id)
		}
	}
	for _, id := range new.IDs() {
		if !old.Has(id) {
			came = append(came, id)
		}
	}
	match := func(a, b string) bool {
		x, y := old.Get(a), new.Get(b)
		return is(x, y) && same(content(*x), content(*y))
	}
	var found []Rename
	for _, a := range went {
		to := matching(came, func(b string) bool { return match(a, b) })
		if len(to) == 1 && len(matching(went, func(other string) bool { return match(other, to[0]) })) == 1 {
			found = append(found, Rename{Table: name, Old: a, New: to[0]})
		}
	}
	return found
}

func matching(list []string, is func(string) bool) []string {
	var found []string
	for _, id := range list {
		if is(id) {
			found = append(found, id)
		}
	}
	return found
}

func always[T any](_, _ *T) bool { return true }

// Teams and members have little content: two of them are the same only if they are called the same.

func sameTeam(a, b *plan.Team) bool         { return a.Name != "" && a.Name == b.Name }
func sameWorkflow(a, b *plan.Workflow) bool { return a.Name != "" && a.Name == b.Name }
func sameSite(a, b *plan.Site) bool         { return a.Name != "" && a.Name == b.Name }
func sameTrust(a, b *plan.Trust) bool {
	return a.ODS != "" && a.ODS == b.ODS || a.Name != "" && a.Name == b.Name
}

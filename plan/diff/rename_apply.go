package diff

import (
	"slices"
	"strings"

	"epr/plan"
)

// renaming gives a plan other ids, wherever they are said.
type renaming struct {
	tables map[string]map[string]string // new ids by table and old id
	words  map[string]string            // of the parts of activity ids
}

// renamed is a plan with other ids. The plan itself if there is nothing to rename.
func renamed(p *plan.Plan, renames []Rename) *plan.Plan {
	if len(renames) == 0 {
		return p
	}
	return newRenaming(renames).plan(p)
}

func newRenaming(renames []Rename) *renaming {
	r := &renaming{tables: map[string]map[string]string{}, words: map[string]string{}}
	for _, n := range renames {
		if r.tables[n.Table] == nil {
			r.tables[n.Table] = map[string]string{}
		}
		r.tables[n.Table][n.Old] = n.New
		if isPart(n.Table) {
			r.words[n.Old] = n.New
		}
	}
	return r
}

// activity is the new id of an activity of the plan with the old names.
func (r *renaming) activity(a *plan.Activity, old *plan.Plan) string {
	if old.Activities.Get(a.ID) == a.Step {
		return r.id("activity", a.ID)
	}
	return r.path(a.ID)
}

// isPart reports whether the ids of a table are parts of activity ids.
func isPart(table string) bool {
	return table == "trust" || strings.HasSuffix(table, ".site") || table == "workflow" || table == "phase" ||
		table == "activity" || strings.HasPrefix(table, "playbook.")
}

func (r *renaming) id(table, id string) string {
	if to, ok := r.tables[table][id]; ok {
		return to
	}
	return id
}

func (r *renaming) ids(table string, list []string) []string {
	return mapped(list, func(id string) string { return r.id(table, id) })
}

// path is a selector, an activity's id, or the name of a step.
func (r *renaming) path(text string) string {
	parts := strings.Split(text, "/")
	for k, part := range parts {
		if to, ok := r.words[part]; ok {
			parts[k] = to
		}
	}
	return strings.Join(parts, "/")
}

func (r *renaming) paths(list []string) []string { return mapped(list, r.path) }

func mapped(list []string, by func(string) string) []string {
	if list == nil {
		return nil
	}
	made := make([]string, len(list))
	for k, s := range list {
		made[k] = by(s)
	}
	return made
}

func (r *renaming) sites(list []string) []string { return r.paths(list) }

func (r *renaming) plan(p *plan.Plan) *plan.Plan {
	made := *p
	made.Programme.Calendar = r.id("calendar", p.Programme.Calendar)
	made.Calendars = rekeyed(r, "calendar", &p.Calendars, func(c plan.Calendar, id string) plan.Calendar { c.ID = id; return c })
	made.Trusts = rekeyed(r, "trust", &p.Trusts, r.trust)
	made.Workflows = rekeyed(r, "workflow", &p.Workflows, func(w plan.Workflow, id string) plan.Workflow { w.ID = id; return w })
	made.Teams = rekeyed(r, "team", &p.Teams, func(t plan.Team, id string) plan.Team { t.ID = id; return t })
	made.Blackouts = rekeyed(r, "blackout", &p.Blackouts, func(b plan.Blackout, id string) plan.Blackout { b.ID = id; return r.blackout(b) })
	made.Waivers = rekeyed(r, "waiver", &p.Waivers, func(w plan.Waiver, id string) plan.Waiver {
		w.ID, w.Blackout, w.Activities = id, r.id("blackout", w.Blackout), r.paths(w.Activities)
		return w
	})
	made.Phases = rekeyed(r, "phase", &p.Phases, r.phase)
	made.Playbooks = rekeyed(r, "playbook", &p.Playbooks, r.playbook)
	made.Activities = rekeyed(r, "activity", &p.Activities, r.step)
	made.Contracts = rekeyed(r, "contract", &p.Contracts, func(c plan.Contract, id string) plan.Contract {
		c.ID, c.Covers, c.Outlast = id, r.paths(c.Covers), r.paths(c.Outlast)
		return c
	})
	made.Risks = rekeyed(r, "risk", &p.Risks, func(risk plan.Risk, id string) plan.Risk { return r.risk(risk) })
	made.Adjusts = slices.Clone(p.Adjusts)
	for k := range made.Adjusts {
		a := &made.Adjusts[k]
		a.Selector, a.Calendar, a.Needs, a.After = r.path(a.Selector), r.id("calendar", a.Calendar), r.needs(a.Needs), r.after(a.After)
	}
	made.Progress = slices.Clone(p.Progress)
	for k := range made.Progress {
		made.Progress[k].Activity = r.path(made.Progress[k].Activity)
	}
	return &made
}

// rekeyed is a table with its entries copied and under their new ids.
func rekeyed[T any](r *renaming, name string, t *plan.Table[T], by func(T, string) T) plan.Table[T] {
	var made plan.Table[T]
	for id, entry := range t.All() {
		to := r.id(name, id)
		e := by(*entry, to)
		made.Add(to, &e)
	}
	return made
}

func (r *renaming) trust(t plan.Trust, id string) plan.Trust {
	t.ID, t.Calendar = id, r.id("calendar", t.Calendar)
	t.Sites = rekeyed(r, "trust."+id+".site", &t.Sites, func(s plan.Site, id string) plan.Site { s.ID = id; return s })
	return t
}

func (r *renaming) phase(p plan.Phase, id string) plan.Phase {
	p.ID = id
	p.Trusts, p.Sites, p.Workflows = r.ids("trust", p.Trusts), r.sites(p.Sites), r.ids("workflow", p.Workflows)
	p.Playbooks, p.CompleteWhen, p.After = r.ids("playbook", p.Playbooks), r.paths(p.CompleteWhen), r.after(p.After)
	return p
}

func (r *renaming) playbook(p plan.Playbook, id string) plan.Playbook {
	p.ID = id
	p.Steps = rekeyed(r, "playbook."+id, &p.Steps, r.step)
	return p
}

func (r *renaming) step(s plan.Step, id string) plan.Step {
	s.ID = id
	s.Only = plan.Only{Trusts: r.ids("trust", s.Only.Trusts), Sites: r.sites(s.Only.Sites), Workflows: r.ids("workflow", s.Only.Workflows)}
	s.In = plan.Place{Phase: r.id("phase", s.In.Phase), Trust: r.id("trust", s.In.Trust), Site: r.path(s.In.Site), Workflow: r.id("workflow", s.In.Workflow)}
	s.Calendar, s.Meets = r.id("calendar", s.Calendar), r.id("calendar", s.Meets)
	s.Needs, s.After, s.Contracts = r.needs(s.Needs), r.after(s.After), r.ids("contract", s.Contracts)
	s.Within = slices.Clone(s.Within)
	for k := range s.Within {
		s.Within[k].Before, s.Within[k].After = r.path(s.Within[k].Before), r.path(s.Within[k].After)
	}
	return s
}

func (r *renaming) needs(list []plan.Need) []plan.Need {
	list = slices.Clone(list)
	for k := range list {
		list[k].Team = r.id("team", list[k].Team)
	}
	return list
}

func (r *renaming) after(list []plan.After) []plan.After {
	list = slices.Clone(list)
	for k := range list {
		list[k].Step = r.path(list[k].Step)
	}
	return list
}

func (r *renaming) blackout(b plan.Blackout) plan.Blackout {
	b.Phases, b.Trusts, b.Sites, b.Activities = r.ids("phase", b.Phases), r.ids("trust", b.Trusts), r.sites(b.Sites), r.paths(b.Activities)
	b.Capacity = slices.Clone(b.Capacity)
	for k := range b.Capacity {
		b.Capacity[k].Team = r.id("team", b.Capacity[k].Team)
	}
	return b
}

func (r *renaming) risk(risk plan.Risk) plan.Risk {
	risk.Hits = r.paths(risk.Hits)
	if risk.Closes != nil {
		made := *risk.Closes
		made.Scope = r.blackout(made.Scope)
		risk.Closes = &made
	}
	return risk
}

package diff

import (
	"slices"

	"epr/plan"
)

// settle takes out of a plan in between what refers to something that is not there yet, or any more, so that
// it waits for the group that brings it. Calendars that work refers to come with it.
func (x *mixer) settle(p *plan.Plan) {
	x.bringCalendars(p)
	p.Playbooks = replaced(&p.Playbooks, func(b *plan.Playbook) *plan.Playbook {
		made := *b
		made.Steps = replaced(&b.Steps, func(s *plan.Step) *plan.Step { return settledStep(p, s) })
		return &made
	})
	p.Activities = replaced(&p.Activities, func(s *plan.Step) *plan.Step { return settledStep(p, s) })
	for k := range p.Adjusts {
		p.Adjusts[k].Needs = settledNeeds(p, p.Adjusts[k].Needs)
	}
	p.Blackouts = replaced(&p.Blackouts, func(b *plan.Blackout) *plan.Blackout { return x.settledBlackout(p, b) })
	p.Waivers = replaced(&p.Waivers, func(w *plan.Waiver) *plan.Waiver { return x.settledWaiver(p, w) })
	p.Contracts = replaced(&p.Contracts, func(c *plan.Contract) *plan.Contract {
		made := *c
		made.Covers, made.Outlast = x.named(c.Covers), x.named(c.Outlast)
		return &made
	})
}

// replaced is a table with its entries replaced; those for which nil is given are left out.
func replaced[T any](t *plan.Table[T], by func(*T) *T) plan.Table[T] {
	var made plan.Table[T]
	for id, entry := range t.All() {
		if e := by(entry); e != nil {
			made.Add(id, e)
		}
	}
	return made
}

func settledStep(p *plan.Plan, s *plan.Step) *plan.Step {
	made := *s
	made.Needs = settledNeeds(p, s.Needs)
	made.Contracts = only(s.Contracts, p.Contracts.Has)
	return &made
}

// settledNeeds are the needs of teams that are there. No list stays none.
func settledNeeds(p *plan.Plan, needs []plan.Need) []plan.Need {
	if needs == nil {
		return nil
	}
	made := make([]plan.Need, 0, len(needs))
	for _, n := range needs {
		if p.Teams.Has(n.Team) {
			made = append(made, n)
		}
	}
	return made
}

// settledBlackout is a blackout less what it names in vain. One that named something and now names nothing
// would hold for everything, so it has no effect instead.
func (x *mixer) settledBlackout(p *plan.Plan, b *plan.Blackout) *plan.Blackout {
	made := *b
	made.Phases = only(b.Phases, p.Phases.Has)
	made.Trusts = only(b.Trusts, hasTrust(p))
	made.Sites = only(b.Sites, hasSite(p))
	made.Activities = x.named(b.Activities)
	made.Capacity = slices.DeleteFunc(slices.Clone(b.Capacity), func(f plan.Factor) bool { return !p.Teams.Has(f.Team) })
	for _, pair := range [][2][]string{{b.Phases, made.Phases}, {b.Trusts, made.Trusts}, {b.Sites, made.Sites}, {b.Activities, made.Activities}} {
		if len(pair[0]) > 0 && len(pair[1]) == 0 {
			made.Effect = plan.NoEffect
		}
	}
	return &made
}

func (x *mixer) settledWaiver(p *plan.Plan, w *plan.Waiver) *plan.Waiver {
	made := *w
	if made.Activities = x.named(w.Activities); len(made.Activities) == 0 || !p.Blackouts.Has(w.Blackout) {
		return nil
	}
	return &made
}

// named are the selectors of a list that name something.
func (x *mixer) named(selectors []string) []string { return only(selectors, x.names) }

func only(list []string, keep func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !keep(s) })
}

func hasTrust(p *plan.Plan) func(string) bool {
	known := map[string]bool{"all": true}
	for id, t := range p.Trusts.All() {
		known[id] = true
		for _, g := range t.Groups {
			known[g] = true
		}
	}
	return func(id string) bool { return known[id] }
}

func hasSite(p *plan.Plan) func(string) bool {
	known := map[string]bool{}
	for _, t := range p.Trusts.All() {
		for id := range t.Sites.All() {
			known[id] = true
		}
	}
	return func(id string) bool { return known[id] }
}

// bringCalendars adds the calendars that something refers to and that are not there: the new version's, else
// the old one's.
func (x *mixer) bringCalendars(p *plan.Plan) {
	bring := func(id string) {
		if id == "" || p.Calendars.Has(id) {
			return
		}
		for _, from := range []*plan.Plan{x.new, x.old} {
			if c := from.Calendars.Get(id); c != nil {
				p.Calendars.Add(id, c)
				return
			}
		}
	}
	bring(p.Programme.Calendar)
	for _, t := range p.Trusts.All() {
		bring(t.Calendar)
	}
	for _, b := range p.Playbooks.All() {
		for _, s := range b.Steps.All() {
			bring(s.Calendar)
			bring(s.Meets)
		}
	}
	for _, s := range p.Activities.All() {
		bring(s.Calendar)
		bring(s.Meets)
	}
	for k := range p.Adjusts {
		bring(p.Adjusts[k].Calendar)
	}
}

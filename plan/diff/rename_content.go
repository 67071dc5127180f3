package diff

import "epr/plan"

// The content of a noun is what it says apart from its id, its name, its place and its notes.

func plainCalendar(c plan.Calendar) plan.Calendar {
	c.Origin, c.ID, c.Name, c.Note = plan.Origin{}, "", "", ""
	return c
}

func plainTeam(t plan.Team) plan.Team {
	t.Origin, t.ID, t.Name, t.Note = plan.Origin{}, "", "", ""
	return t
}

func plainBlackout(b plan.Blackout) plan.Blackout {
	b.Origin, b.ID, b.Name, b.Source, b.Note = plan.Origin{}, "", "", "", ""
	return b
}

func plainContract(c plan.Contract) plan.Contract {
	c.Origin, c.ID, c.Name, c.Source, c.Note = plan.Origin{}, "", "", "", ""
	return c
}

func plainTrust(t plan.Trust) plan.Trust {
	t.Origin, t.ID, t.Name, t.Note = plan.Origin{}, "", "", ""
	var sites plan.Table[plan.Site]
	for id, s := range t.Sites.All() {
		made := plainSite(*s)
		sites.Add(id, &made)
	}
	t.Sites = sites
	return t
}

func plainSite(s plan.Site) plan.Site {
	s.Origin, s.ID, s.Name, s.Note = plan.Origin{}, "", "", ""
	return s
}

func plainWorkflow(w plan.Workflow) plan.Workflow {
	w.Origin, w.ID, w.Name, w.Note, w.Owner, w.Specialty = plan.Origin{}, "", "", "", "", ""
	return w
}

func plainPhase(p plan.Phase) plan.Phase {
	p.Origin, p.ID, p.Name, p.Note, p.Owner = plan.Origin{}, "", "", "", ""
	return p
}

func plainPlaybook(p plan.Playbook) plan.Playbook {
	var steps plan.Table[plan.Step]
	for id, s := range p.Steps.All() {
		made := plainStep(*s)
		steps.Add(id, &made)
	}
	return plan.Playbook{Steps: steps}
}

func plainStep(s plan.Step) plan.Step {
	s.Origin, s.ID, s.Name, s.Note, s.Owner = plan.Origin{}, "", "", "", ""
	return s
}

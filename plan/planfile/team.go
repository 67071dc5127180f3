package planfile

import "epr/plan"

func (r *reader) team(id string, t *table) {
	t.require("size")
	keep(t, &r.plan.Teams, id, "team", &plan.Team{
		Origin: t.origin(),
		ID:     id,
		Name:   t.textOr("name", id),
		Size:   t.dated("size", maxPeople),
		Note:   t.text("note"),
	})
	t.done()
}

// needs reads how many people of each team are needed.
func (t *table) needs() []plan.Need {
	teams := t.sub("needs")
	if teams == nil {
		return nil
	}
	var needs []plan.Need
	for _, kid := range teams.kids {
		amount := teams.amount(kid.name, 1, maxPeople)
		needs = append(needs, plan.Need{Team: kid.name, Amount: amount})
	}
	return needs
}

package planfile

import "epr/plan"

func (r *reader) workflow(id string, t *table) {
	keep(t, &r.plan.Workflows, id, "workflow", &plan.Workflow{
		Origin:    t.origin(),
		ID:        id,
		Name:      t.textOr("name", id),
		Owner:     t.text("owner"),
		Specialty: t.text("specialty"),
		Groups:    t.ids("groups"),
		Note:      t.text("note"),
	})
	t.done()
}

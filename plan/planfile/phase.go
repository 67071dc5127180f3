package planfile

import "epr/plan"

func (r *reader) phase(id string, t *table) {
	keep(t, &r.plan.Phases, id, "phase", &plan.Phase{
		Origin:       t.origin(),
		Target:       t.target(),
		ID:           id,
		Name:         t.textOr("name", id),
		Trusts:       t.members("trusts"),
		Sites:        t.texts("sites"),
		Workflows:    t.members("workflows"),
		Playbooks:    t.names("playbook"),
		CompleteWhen: t.texts("complete_when"),
		NotBefore:    t.date("not_before"),
		After:        t.after(),
		Owner:        t.text("owner"),
		Note:         t.text("note"),
	})
	t.done()
}

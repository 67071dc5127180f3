package planfile

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

func (r *reader) playbook(id string, t *table) {
	book := r.plan.Playbooks.Get(id)
	if book == nil {
		book = &plan.Playbook{Origin: t.origin(), ID: id}
		keep(t, &r.plan.Playbooks, id, "playbook", book)
	}
	for _, kid := range t.kids {
		step := t.entry(kid, "playbook."+id, "step")
		t.value(kid.name)
		if step == nil {
			continue
		}
		step.who = "step " + quote(kid.name) + " of playbook " + quote(id)
		s := r.step(kid.name, step)
		s.Per = step.dimensions()
		s.Only = step.only()
		keep(step, &book.Steps, kid.name, "step", s)
		step.done()
	}
}

func (r *reader) activity(id string, t *table) {
	s := r.step(id, t)
	s.In = plan.Place{
		Phase:    t.text("phase"),
		Trust:    t.text("trust"),
		Site:     t.text("site"),
		Workflow: t.text("workflow"),
	}
	keep(t, &r.plan.Activities, id, "activity", s)
	t.done()
}

// step reads what steps of playbooks and one-off activities have in common.
func (r *reader) step(id string, t *table) *plan.Step {
	return &plan.Step{
		Origin:    t.origin(),
		Target:    t.target(),
		ID:        id,
		Name:      t.textOr("name", id),
		Kind:      t.kind(),
		Days:      t.duration(),
		Attempts:  t.attempts(),
		Calendar:  t.text("calendar"),
		StartsOn:  t.startsOn(),
		NotBefore: t.date("not_before"),
		Needs:     t.needs(),
		After:     t.after(),
		Within:    t.within(),
		Meets:     t.text("meets"),
		Papers:    t.whole("papers", wantDays, 0, 260),
		Criteria:  t.texts("criteria"),
		Evidence:  t.texts("evidence"),
		Contracts: t.names("contract"),
		Owner:     t.text("owner"),
		Note:      t.text("note"),
	}
}

func (t *table) kind() plan.Kind {
	t.require("kind")
	n := t.value("kind")
	if n == nil || n.form == isText && n.text == "" {
		return ""
	}
	return t.kindOf(n, "kind")
}

func (t *table) startsOn() calendar.Weekdays {
	if !t.has("starts_on") {
		return 0
	}
	return t.weekdays("starts_on")
}

func (t *table) dimensions() []plan.Dimension {
	names := make([]string, len(plan.Dimensions))
	for i, d := range plan.Dimensions {
		names[i] = string(d)
	}
	var per []plan.Dimension
	t.elements("per", wantTexts, nil, func(_ int, n *node) {
		d := plan.Dimension(t.choiceOf(n, "per", "something that a step can be done for", "unknown-value", names))
		if d != "" && !slices.Contains(per, d) {
			per = append(per, d)
		}
	})
	return per
}

func (t *table) only() plan.Only {
	only := t.sub("only")
	if only == nil {
		return plan.Only{}
	}
	defer only.done()
	return plan.Only{Trusts: only.texts("trusts"), Sites: only.texts("sites"), Workflows: only.texts("workflows")}
}

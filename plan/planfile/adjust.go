package planfile

import (
	"epr/plan"
	"epr/plan/source"
)

func (r *reader) adjust(selector string, t *table) {
	if isNew := once(t, &r.adjusted, selector, "the adjustment of"); !isNew {
		return
	}
	t.require("reason")
	r.plan.Adjusts = append(r.plan.Adjusts, plan.Adjust{
		Origin:    t.origin(),
		Target:    t.target(),
		Selector:  selector,
		Days:      t.duration(),
		Attempts:  t.attempts(),
		Needs:     t.needs(),
		Calendar:  t.text("calendar"),
		StartsOn:  t.startsOn(),
		NotBefore: t.date("not_before"),
		After:     t.after(),
		Owner:     t.text("owner"),
		Note:      t.text("note"),
		Reason:    t.text("reason"),
	})
	t.done()
}

// once notes a name, or reports that it has been met before.
func once(t *table, met *map[string]source.Span, name, what string) (isNew bool) {
	if first, ok := (*met)[name]; ok {
		twice(t, what+" "+quote(name), first)
		return false
	}
	if *met == nil {
		*met = map[string]source.Span{}
	}
	(*met)[name] = t.node.at
	return true
}

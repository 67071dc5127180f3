package diff

import (
	"fmt"
	"slices"
	"strings"

	"epr/plan"
)

// Rename is an id that both versions have under different names.
type Rename struct {
	// Table is the header that the id stands in: "trust", "trust.ulth.site", "phase", "workflow", "team",
	// "calendar", "blackout", "contract", "playbook", "playbook.acute" (of a step), "activity". Trusts and
	// playbooks in it have their new names.
	Table string
	Old   string
	New   string
	// Stated says that somebody said so; otherwise it was recognised: of the ids that went and came, these two
	// alone have this content.
	Stated bool
}

// findRenames gives the old plan the names of the new one: those stated, then those that are recognised, which
// may make others recognisable.
func findRenames(old, new *plan.Plan, stated []Rename) (*plan.Plan, []Rename) {
	all := slices.Clone(stated)
	for k := range all {
		all[k].Stated = true
	}
	old = renamed(old, all)
	const rounds = 5
	for range rounds {
		found := recognised(old, new)
		if len(found) == 0 {
			break
		}
		all = append(all, found...)
		old = renamed(old, found)
	}
	return old, all
}

// checkStated reports a stated rename of what the old version does not have, or to what the new one does not.
func checkStated(old, new *plan.Plan, stated []Rename) error {
	for _, r := range stated {
		switch {
		case !has(old, tableThen(r.Table, stated), r.Old):
			return fmt.Errorf("%s.%s is said to be called %s now, but the old version has no %s.%s", r.Table, r.Old, r.New, r.Table, r.Old)
		case !has(new, r.Table, r.New):
			return fmt.Errorf("%s.%s is said to be called %s now, but the new version has no %s.%s", r.Table, r.Old, r.New, r.Table, r.New)
		}
	}
	return nil
}

// tableThen is a header with the old name of the playbook or the trust in it.
func tableThen(table string, stated []Rename) string {
	first, rest, _ := strings.Cut(table, ".")
	id, tail, _ := strings.Cut(rest, ".")
	for _, r := range stated {
		if r.Table == first && r.New == id && id != "" {
			return strings.TrimSuffix(first+"."+r.Old+"."+tail, ".")
		}
	}
	return table
}

// has reports whether a plan has an id under a header, as in [Rename].
func has(p *plan.Plan, header, id string) bool {
	return slices.ContainsFunc(tables(p), func(t idTable) bool { return t.header == header && t.has(p, id) })
}

// recognised are the renames that show in one look.
func recognised(old, new *plan.Plan) []Rename {
	var all []Rename
	for _, t := range tables(new) {
		all = append(all, t.pairs(old, new)...)
	}
	return all
}

package diff

import (
	"epr/plan"
)

// Mixed is the plan in between that has the edits of some groups, for tests.
func Mixed(old, new *Version, groups ...Group) *plan.Plan {
	c := &comparison{old: old, new: new, diff: &Diff{}, span: spanOf(old, new)}
	a := &attributor{old: old, new: new, edits: c.edits(), span: c.programmes(), oldIDs: idsOf(old.Network), newIDs: idsOf(new.Network)}
	has := map[Group]bool{}
	for _, g := range groups {
		has[g] = true
	}
	return a.mixed(func(k editKey) bool { return has[k.group] })
}

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
func has(p *plan.Plan, table, id string) bool {
	first, rest, _ := strings.Cut(table, ".")
	switch {
	case first == "playbook" && rest != "":
		book := p.Playbooks.Get(rest)
		return book != nil && book.Steps.Has(id)
	case first == "trust" && rest != "":
		trust := p.Trusts.Get(strings.TrimSuffix(rest, ".site"))
		return trust != nil && trust.Sites.Has(id)
	}
	switch table {
	case "calendar":
		return p.Calendars.Has(id)
	case "trust":
		return p.Trusts.Has(id)
	case "workflow":
		return p.Workflows.Has(id)
	case "team":
		return p.Teams.Has(id)
	case "blackout":
		return p.Blackouts.Has(id)
	case "phase":
		return p.Phases.Has(id)
	case "playbook":
		return p.Playbooks.Has(id)
	case "contract":
		return p.Contracts.Has(id)
	case "activity":
		return p.Activities.Has(id)
	}
	return false
}

// recognised are the renames that show in one look.
func recognised(old, new *plan.Plan) []Rename {
	var all []Rename
	all = append(all, pairs("calendar", &old.Calendars, &new.Calendars, plainCalendar, always)...)
	all = append(all, pairs("team", &old.Teams, &new.Teams, plainTeam, sameTeam)...)
	all = append(all, pairs("blackout", &old.Blackouts, &new.Blackouts, plainBlackout, always)...)
	all = append(all, pairs("contract", &old.Contracts, &new.Contracts, plainContract, always)...)
	all = append(all, pairs("trust", &old.Trusts, &new.Trusts, plainTrust, sameTrust)...)
	for id, is := range new.Trusts.All() {
		if was := old.Trusts.Get(id); was != nil {
			all = append(all, pairs("trust."+id+".site", &was.Sites, &is.Sites, plainSite, sameSite)...)
		}
	}
	all = append(all, pairs("workflow", &old.Workflows, &new.Workflows, plainWorkflow, sameWorkflow)...)
	all = append(all, pairs("phase", &old.Phases, &new.Phases, plainPhase, always)...)
	all = append(all, pairs("playbook", &old.Playbooks, &new.Playbooks, plainPlaybook, always)...)
	for id, is := range new.Playbooks.All() {
		if was := old.Playbooks.Get(id); was != nil {
			all = append(all, pairs("playbook."+id, &was.Steps, &is.Steps, plainStep, always)...)
		}
	}
	return append(all, pairs("activity", &old.Activities, &new.Activities, plainStep, always)...)
}

// pairs are the entries of a table that went and came with the same content. An entry for which there are two
// candidates is not renamed: nobody can know.
func pairs[T any](name string, old, new *plan.Table[T], content func(T) T, is func(a, b *T) bool) []Rename {
	var went, came []string
	for _, id := range old.IDs() {
		if !new.Has(id) {
			went = append(went, id)
		}
	}
	for _, id := range new.IDs() {
		if !old.Has(id) {
			came = append(came, id)
		}
	}
	match := func(a, b string) bool {
		x, y := old.Get(a), new.Get(b)
		return is(x, y) && same(content(*x), content(*y))
	}
	var found []Rename
	for _, a := range went {
		to := matching(came, func(b string) bool { return match(a, b) })
		if len(to) == 1 && len(matching(went, func(other string) bool { return match(other, to[0]) })) == 1 {
			found = append(found, Rename{Table: name, Old: a, New: to[0]})
		}
	}
	return found
}

func matching(list []string, is func(string) bool) []string {
	var found []string
	for _, id := range list {
		if is(id) {
			found = append(found, id)
		}
	}
	return found
}

func always[T any](_, _ *T) bool { return true }

// Teams and members have little content: two of them are the same only if they are called the same.

func sameTeam(a, b *plan.Team) bool         { return a.Name != "" && a.Name == b.Name }
func sameWorkflow(a, b *plan.Workflow) bool { return a.Name != "" && a.Name == b.Name }
func sameSite(a, b *plan.Site) bool         { return a.Name != "" && a.Name == b.Name }
func sameTrust(a, b *plan.Trust) bool {
	return a.ODS != "" && a.ODS == b.ODS || a.Name != "" && a.Name == b.Name
}

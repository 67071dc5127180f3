package planfile

import (
	"epr/plan"
	"epr/plan/source"
)

func (r *reader) trust(id string, t *table) {
	trust := &plan.Trust{
		Origin:   t.origin(),
		ID:       id,
		Name:     t.textOr("name", id),
		ODS:      t.text("ods"),
		Groups:   t.ids("groups"),
		Staff:    t.staff(),
		Calendar: t.text("calendar"),
		Note:     t.text("note"),
	}
	r.sites(t, trust)
	keep(t, &r.plan.Trusts, id, "trust", trust)
	t.done()
}

// sites reads the sites of a trust: those of the short list, and those with a table, which can be the
// same.
func (r *reader) sites(t *table, trust *plan.Trust) {
	for i, id := range t.ids("sites") {
		n := t.value("sites").kids[i]
		site := &plan.Site{Origin: plan.Origin{At: n.at, Keys: n}, ID: id, Name: id}
		if id != "" && !trust.Sites.Add(id, site) {
			t.problems.Add(source.Problem{Code: "duplicate-id", At: n.at, Text: "site " + quote(id) + " is listed twice",
				Notes: []source.Note{{At: trust.Sites.Get(id).At, Text: "the first is here"}}})
		}
	}
	t.entries("site", "site", func(id string, s *table) {
		detail := plan.Site{Origin: s.origin(), ID: id, Name: s.textOr("name", id), Staff: s.staff(), Note: s.text("note")}
		s.done()
		if listed := trust.Sites.Get(id); listed != nil {
			*listed = detail
			return
		}
		keep(s, &trust.Sites, id, "site", &detail)
	})
}

// maxStaff is above the number of people who work in the whole of the health service.
const maxStaff = 2_000_000

// staff reads heads by staff group.
func (t *table) staff() plan.Staff {
	groups := t.sub("staff")
	if groups == nil {
		return nil
	}
	var staff plan.Staff
	for _, kid := range groups.kids {
		count := groups.whole(kid.name, wantWhole, 0, maxStaff)
		if kid.isUnset() {
			continue
		}
		checkID(groups, kid.name, kid.key)
		staff = append(staff, plan.Heads{Group: kid.name, Count: count.N})
	}
	return staff
}

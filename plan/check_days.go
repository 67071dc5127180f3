package plan

import "slices"

// checkDays checks durations that follow from staff: somebody has those staff, and it is said whose.
func (c *checker) checkDays(w work) {
	c.checkQuantity(w.Days, w.Origin, w.who)
	if !countsStaff(w.Days) || w.IsPer(PerTrust) || w.IsPer(PerSite) || w.In.Trust != "" {
		return
	}
	if w.Per == nil && w.has("per") || w.has("trust") {
		return
	}
	hint := `add "trust" or "site" to "per", or count them: { count = …, per_day = … }`
	if w.playbook == nil {
		hint = `name the "trust", or count them: { count = …, per_day = … }`
	}
	c.wrong("staff-without-trust", w.Place("days.staff"),
		w.who+" takes as long as its staff need, but belongs to no trust whose staff could be counted", hint)
}

func countsStaff(d Duration) bool {
	return d.Quantity != nil && (d.Quantity.AllStaff || len(d.Quantity.Staff) > 0)
}

// checkQuantity looks up the staff groups that a duration counts.
func (c *checker) checkQuantity(d Duration, from Origin, who string) {
	if d.Quantity == nil || len(d.Quantity.Staff) == 0 {
		return
	}
	groups := append(c.staffGroups(), "all")
	for i, group := range d.Quantity.Staff {
		path := index("days.staff", i)
		if !slices.Contains(groups, group) && (group != "" || !from.has(path)) {
			c.wrong("unknown-staff-group", from.Place(path),
				who+" counts the staff group "+q(group)+", which no trust or site has",
				didYouMean(group, groups, `state it under "staff" of the trusts`))
		}
	}
}

// staffGroups lists the staff groups of all trusts and sites, in the order in which they are met.
func (c *checker) staffGroups() []string {
	var groups []string
	add := func(staff Staff) {
		for _, heads := range staff {
			if !slices.Contains(groups, heads.Group) {
				groups = append(groups, heads.Group)
			}
		}
	}
	for _, trust := range c.plan.Trusts.All() {
		add(trust.Staff)
		for _, site := range trust.Sites.All() {
			add(site.Staff)
		}
	}
	return groups
}

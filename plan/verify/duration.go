package verify

import (
	"slices"

	"epr/plan"
)

// daysOf is how many working days an activity takes.
func (r *reader) daysOf(a *plan.Activity, stated plan.Duration) int {
	switch {
	case a.Kind == plan.Milestone:
		return 0
	case a.Kind == plan.Gate:
		return 1
	case stated.Quantity == nil:
		return stated.Likely
	}
	q := stated.Quantity
	pieces := q.Count
	if q.AllStaff || len(q.Staff) > 0 {
		pieces = r.heads(a.Place, q)
	}
	return daysAtRate(pieces, q)
}

// daysAtRate works a quantity off, a day's worth a day.
func daysAtRate(pieces int, q *plan.Quantity) int {
	attendance := q.Attendance
	if attendance == 0 {
		attendance = plan.One
	}
	left, perDay := int64(pieces)*int64(plan.One)*int64(plan.One), int64(q.PerDay)*int64(attendance)
	if perDay <= 0 {
		return 0
	}
	n := 0
	for ; left > 0; left -= perDay {
		n++
	}
	return max(n, 1)
}

// heads counts the staff of the site if the work has one that says its staff, else of the trust; a
// trust that says none has the staff of its sites.
func (r *reader) heads(place plan.Place, q *plan.Quantity) int {
	trust := r.plan.Trusts.Get(place.Trust)
	if trust == nil {
		return 0
	}
	if site := trust.Sites.Get(place.Site); site != nil && len(site.Staff) > 0 {
		return headsOf(site.Staff, q)
	}
	if len(trust.Staff) > 0 {
		return headsOf(trust.Staff, q)
	}
	sum := 0
	for _, site := range trust.Sites.All() {
		sum += headsOf(site.Staff, q)
	}
	return sum
}

func headsOf(staff plan.Staff, q *plan.Quantity) int {
	sum := 0
	for _, group := range staff {
		if q.AllStaff || slices.Contains(q.Staff, group.Group) {
			sum += group.Count
		}
	}
	return sum
}

package plan

import "slices"

// Heads counts the staff of a quantity at a place: of the site for work at a site, else of the trust, or
// failing its own numbers of all its sites together. It is 0 where the place has none of those staff, and
// of a quantity that counts something else.
func (p *Plan) Heads(place Place, q *Quantity) int {
	trust := p.Trusts.Get(place.Trust)
	if trust == nil {
		return 0
	}
	if site := trust.Sites.Get(place.Site); site != nil {
		return site.Staff.count(q)
	}
	if len(trust.Staff) > 0 {
		return trust.Staff.count(q)
	}
	sum := 0
	for _, site := range trust.Sites.All() {
		sum += site.Staff.count(q)
	}
	return sum
}

func (s Staff) count(q *Quantity) int {
	sum := 0
	for _, heads := range s {
		if q.AllStaff || slices.Contains(q.Staff, heads.Group) {
			sum += heads.Count
		}
	}
	return sum
}

package planfile

import "epr/plan"

func (r *reader) waiver(id string, t *table) {
	t.require("blackout", "activities", "approver", "date", "reason")
	keep(t, &r.plan.Waivers, id, "waiver", &plan.Waiver{
		Origin:     t.origin(),
		ID:         id,
		Blackout:   t.text("blackout"),
		Activities: t.texts("activities"),
		Approver:   t.text("approver"),
		Date:       t.date("date"),
		Reason:     t.text("reason"),
	})
	t.done()
}

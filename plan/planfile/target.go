package planfile

import "epr/plan"

// target reads what was promised about a date.
func (t *table) target() plan.Target {
	return plan.Target{
		By:        t.date("by"),
		MustBy:    t.date("must_by"),
		Announced: t.announced(),
		Priority:  wholeOr(t, "priority", 1, 100, 0),
	}
}

// announced reads a date, or the history of one as a list, oldest first.
func (t *table) announced() []plan.Announced {
	var history []plan.Announced
	isDate := func(n *node) bool { return n.form == isDay }
	t.elements("announced", wantAnnounced, isDate, func(_ int, n *node) {
		if n.form != isTable {
			history = append(history, plan.Announced{Date: t.dateOf(n, "announced", wantAnnounced)})
			return
		}
		entry := newTable(n, t.problems, "an announced date", "the announced date")
		entry.require("date")
		history = append(history, plan.Announced{Date: entry.date("date"), On: entry.date("on"), Where: entry.text("where")})
		entry.done()
	})
	return history
}

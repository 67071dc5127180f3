package planfile

import (
	"slices"

	"epr/plan"
)

// maxLag is the largest lag, in working days.
const maxLag = 5_200

// after reads what work waits for: a list of names and tables.
func (t *table) after() []plan.After {
	var links []plan.After
	t.elements("after", wantLinks, nil, func(_ int, n *node) {
		if n.form != isTable {
			links = append(links, plan.After{Step: t.textOf(n, "after", wantLinks)})
			return
		}
		link := newTable(n, t.problems, "a link", "the link")
		link.require("step")
		links = append(links, plan.After{
			Step:   link.text("step"),
			Link:   link.linkType(),
			Lag:    link.whole("lag", wantDays, -maxLag, maxLag).N,
			Done:   link.amount("done", 1, plan.One),
			Within: link.whole("within", wantDays, 0, maxLag),
		})
		link.done()
	})
	return links
}

func (t *table) linkType() plan.LinkType {
	name := t.choice("link", "a type of link", "unknown-value", plan.LinkTypes())
	return plan.LinkType(max(0, slices.Index(plan.LinkTypes(), name)))
}

// within reads the maximum lags that tie work to other work: one table or a list of them.
func (t *table) within() []plan.Within {
	var ties []plan.Within
	isOne := func(n *node) bool { return n.form == isTable }
	t.elements("within", wantWithin, isOne, func(_ int, n *node) {
		tie := t.row(n, "within", "limit", wantWithin)
		if tie == nil {
			return
		}
		tie.require("days")
		ties = append(ties, plan.Within{
			Before: tie.text("before"),
			After:  tie.text("after"),
			Days:   tie.whole("days", wantDays, 0, maxLag).N,
		})
		tie.done()
	})
	return ties
}

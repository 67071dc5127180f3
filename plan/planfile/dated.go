package planfile

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// The largest amounts of a plan. They are far above what any programme needs, and far below what
// arithmetic can hold.
const (
	maxPounds = 1_000_000_000_000 * plan.One
	maxPeople = 100_000 * plan.One
)

// dated reads a dated amount: a number, or steps that each hold from their date.
func (t *table) dated(key string, most plan.Hundredths) plan.Dated {
	n := t.value(key)
	switch {
	case n == nil:
		return nil
	case n.form == isWhole || n.form == isDecimal:
		is, ok := t.amountOf(n, key, wantDated, 0, most)
		if !ok {
			return nil
		}
		return plan.Dated{{Is: is}}
	case n.form != isList:
		t.wrong(n, key, wantDated)
		return nil
	case len(n.kids) == 0:
		t.report("missing-key", n.at, "", "%s of %s has no steps", quote(key), t.who)
	}
	return t.steps(n, key, most)
}

func (t *table) steps(n *node, key string, most plan.Hundredths) plan.Dated {
	var dated plan.Dated
	var last source.Span
	for _, kid := range n.kids {
		step := t.row(kid, key, "dated amount", wantDated)
		if step == nil {
			continue
		}
		step.require("from", "is")
		s := plan.DatedStep{From: step.date("from"), Is: step.amount("is", 0, most)}
		step.done()
		if k := len(dated); k > 0 && s.From != 0 && s.From <= dated[k-1].From {
			step.unsorted("from", s.From, last)
			continue
		}
		if s.From != 0 {
			dated, last = append(dated, s), step.value("from").at
		}
	}
	return dated
}

// unsorted reports a date of a list that is not later than the one before it.
func (t *table) unsorted(key string, date calendar.Date, before source.Span) {
	t.problems.Add(source.Problem{Code: "unsorted-dates", At: t.value(key).at,
		Text:  quote(key) + " is " + date.String() + ", which is not later than the one before it",
		Hint:  "write the list in the order of its dates",
		Notes: []source.Note{{At: before, Text: "the one before it"}}})
}

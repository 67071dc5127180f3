package planfile

import "epr/plan"

// maxYears keeps a mistyped year from making a horizon that nobody could plan over.
const maxYears = 30

func (r *reader) programme(top *table) {
	t := top.sub("programme")
	if t == nil {
		return
	}
	t.what, t.who = "the programme", "the programme"
	if first := r.plan.Programme.At; !first.IsZero() {
		twice(t, "the programme", first)
	}
	t.require("name", "start", "end")
	p := plan.Programme{
		Origin:      t.origin(),
		Name:        t.text("name"),
		Start:       t.date("start"),
		End:         t.date("end"),
		Status:      t.date("status"),
		Calendar:    t.textOr("calendar", "weekdays"),
		CostOfDelay: costOfDelay(t),
		Owner:       t.text("owner"),
		Confidence:  t.confidence(),
		EscalateAt:  wholeOr(t, "escalate_at", 1, 25, 15),
		Bands:       bands(t),
		Note:        t.text("note"),
	}
	if !t.has("status") {
		p.Status = p.Start
	}
	if !p.Start.IsZero() && p.End > p.Start.AddMonths(12*maxYears) {
		t.report("out-of-range", t.value("end").at, "", "%s is more than %d years after the start", quote("end"), maxYears)
		p.End = 0
	}
	r.plan.Programme = p
	t.done()
}

func costOfDelay(t *table) plan.Dated {
	cost := t.sub("cost_of_delay")
	if cost == nil {
		return nil
	}
	defer cost.done()
	cost.require("per_month")
	return cost.dated("per_month", maxPounds)
}

func bands(t *table) plan.Bands {
	b := plan.DefaultBands
	s := t.sub("bands")
	if s == nil {
		return b
	}
	defer s.done()
	before := s.problems.Len()
	b.Moderate = wholeOr(s, "moderate", 1, 25, b.Moderate)
	b.High = wholeOr(s, "high", 1, 25, b.High)
	b.Extreme = wholeOr(s, "extreme", 1, 25, b.Extreme)
	if s.problems.Len() == before && (b.Moderate >= b.High || b.High >= b.Extreme) {
		s.report("out-of-range", s.node.at, "", "the risk bands have to rise: moderate is %d, high is %d, extreme is %d", b.Moderate, b.High, b.Extreme)
	}
	return b
}

func wholeOr(t *table, key string, low, high, otherwise int) int {
	if n := t.whole(key, wantWhole, low, high); n.Set {
		return n.N
	}
	return otherwise
}

package planfile

import "epr/plan"

// The largest numbers of a duration: twenty years of working days, and more people than there are.
const (
	maxDays    = 5_200
	maxPieces  = 10_000_000
	maxPerDay  = 1_000_000 * plan.One
	maxStretch = 100 * plan.One
)

// duration reads "days": a number, a range, or a quantity at a rate.
func (t *table) duration() plan.Duration {
	n := t.value("days")
	switch {
	case n == nil:
		return plan.Duration{}
	case n.form != isTable:
		days := t.wholeOf(n, "days", wantDuration, 1, maxDays).N
		return plan.Duration{Low: days, Likely: days, High: days}
	}
	d := newTable(n, t.problems, "a duration", "the duration")
	defer d.done()
	if len(d.given("staff", "count", "per_day", "attendance")) > 0 {
		return plan.Duration{Quantity: d.quantity()}
	}
	d.require("low", "likely", "high")
	days := plan.Duration{
		Low:    wholeOr(d, "low", 1, maxDays, 0),
		Likely: wholeOr(d, "likely", 1, maxDays, 0),
		High:   wholeOr(d, "high", 1, maxDays, 0),
	}
	d.rises(plan.Hundredths(days.Low)*plan.One, plan.Hundredths(days.Likely)*plan.One, plan.Hundredths(days.High)*plan.One)
	return days
}

// rises reports a range of which low, likely and high are not in this order. Zero is not stated.
func (t *table) rises(low, likely, high plan.Hundredths) {
	switch {
	case low != 0 && likely != 0 && low > likely:
		t.report("out-of-range", t.value("low").at, "", "%s is %s, more than %s, which is %s", quote("low"), low, quote("likely"), likely)
	case high != 0 && likely != 0 && high < likely:
		t.report("out-of-range", t.value("high").at, "", "%s is %s, less than %s, which is %s", quote("high"), high, quote("likely"), likely)
	}
}

func (t *table) quantity() *plan.Quantity {
	t.require("per_day")
	q := &plan.Quantity{
		Count:      t.whole("count", wantWhole, 1, maxPieces).N,
		PerDay:     t.amount("per_day", 1, maxPerDay),
		Attendance: t.amount("attendance", 1, plan.One),
		Low:        t.amount("low", 1, plan.One),
		High:       t.amount("high", plan.One, maxStretch),
	}
	if staff := t.names("staff"); len(staff) == 1 && staff[0] == "all" {
		q.AllStaff = true
	} else {
		q.Staff = staff
	}
	t.checkQuantity()
	return q
}

func (t *table) checkQuantity() {
	switch len(t.given("staff", "count")) {
	case 0:
		t.report("missing-key", t.node.at, "", "%s has a rate, but neither \"staff\" nor \"count\"", t.who)
	case 2:
		t.report("conflicting-keys", t.value("count").key, "", "%s has both \"staff\" and \"count\"", t.who)
	}
	t.exclude("means nothing: days that follow from a quantity have factors \"low\" and \"high\" only", "likely")
}

// spread reads a number, or a range of three.
func (t *table) spread(key string, low, high plan.Hundredths) plan.Range {
	n := t.value(key)
	switch {
	case n == nil:
		return plan.Range{}
	case n.form != isTable:
		h, _ := t.amountOf(n, key, wantRange, low, high)
		return plan.Range{Low: h, Likely: h, High: h}
	}
	s := newTable(n, t.problems, "a range", "the range")
	defer s.done()
	s.require("low", "likely", "high")
	r := plan.Range{
		Low:    s.amount("low", low, high),
		Likely: s.amount("likely", low, high),
		High:   s.amount("high", low, high),
	}
	s.rises(r.Low, r.Likely, r.High)
	return r
}

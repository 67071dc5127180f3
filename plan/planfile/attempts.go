package planfile

import "epr/plan"

// maxAttempts is the most attempts anything can take. Whoever expects more has planned no pass.
const maxAttempts = 20

// attempts reads how often work may have to be done until it passes.
func (t *table) attempts() plan.Attempts {
	n := t.value("attempts")
	if n == nil {
		return plan.Attempts{}
	}
	if n.form != isTable {
		t.wrong(n, "attempts", wantAttempts)
		return plan.Attempts{}
	}
	a := newTable(n, t.problems, quote("attempts"), quote("attempts"))
	defer a.done()
	a.require("pass")
	return plan.Attempts{
		Pass:  a.passes(),
		Again: a.whole("again", wantDays, 0, maxDays),
		Most:  wholeOr(a, "most", 1, maxAttempts, 0),
	}
}

// passes reads the chance that an attempt passes.
func (t *table) passes() plan.Chance {
	pass := t.chance("pass")
	if pass.Set && pass.Share == 0 {
		t.report("out-of-range", t.value("pass").at, "it is the chance that one attempt passes",
			"%s is 0, but has to be above 0 and at most 1", quote("pass"))
		return plan.Chance{}
	}
	return pass
}

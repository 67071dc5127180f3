package planfile

import "epr/plan"

// certain is the chance of what is sure to happen, in the units of [plan.Chance]. It has as many decimal places
// as a plan may write of a chance.
const (
	certain      = 10_000
	chancePlaces = 4
)

// chance reads a chance from 0 to 1.
func (t *table) chance(key string) plan.Chance {
	n := t.value(key)
	if n == nil {
		return plan.Chance{}
	}
	share, ok := t.decimal(n, key, wantNumber, chancePlaces)
	switch {
	case !ok:
		return plan.Chance{}
	case share < 0 || share > certain:
		t.outOfRange(n, key, "0", "1", percentage(share))
		return plan.Chance{}
	}
	return plan.Chance{Share: int(share), Set: true}
}

// percentage is the hint for a chance that is probably meant in per cent; empty if it cannot be.
func percentage(share int64) string {
	if percent := share / certain; share%certain == 0 && 1 < percent && percent <= 100 {
		return "write " + plan.Hundredths(percent).String() + " for " + plan.Hundredths(percent*int64(plan.One)).String() + "%"
	}
	return ""
}

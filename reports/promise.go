package reports

import (
	"epr/calendar"
	"epr/plan"
)

// Promise is the date that slack is measured against: the earliest of the promised (by) date, the announced one
// and the one that cannot be broken (must_by). The zero Promise is none.
type Promise struct {
	Date calendar.Date
	Kind PromiseKind
	// FromPhase marks the promise of the phase, shown beside a go-live that has none of its own and
	// without which the phase is not finished.
	FromPhase bool
}

// PromiseKind says how a date was promised.
type PromiseKind string

// The ways to promise a date.
const (
	PromisedBy PromiseKind = "by"
	Announced  PromiseKind = "announced"
	MustBy     PromiseKind = "must by"
)

// IsZero reports whether nothing was promised.
func (p Promise) IsZero() bool { return p.Date.IsZero() }

// Slack is the calendar days from a finish to a promise: negative if late, unset if nothing was
// promised.
func (p Promise) Slack(finish calendar.Date) plan.Whole {
	if p.IsZero() {
		return plan.Whole{}
	}
	return plan.Whole{N: int(p.Date - finish), Set: true}
}

// promiseOf is the promise that a target makes.
func promiseOf(t plan.Target) Promise {
	var first Promise
	for _, p := range []Promise{{Date: t.By, Kind: PromisedBy}, {Date: t.InForce(), Kind: Announced}, {Date: t.MustBy, Kind: MustBy}} {
		if !p.IsZero() && (first.IsZero() || p.Date < first.Date) {
			first = p
		}
	}
	return first
}

// promise is what was promised for an activity: its own promise, or for a go-live that completes its
// phase the phase's.
func (f *facts) promise(i int) Promise {
	a := f.activity(i)
	if own := promiseOf(a.Target); !own.IsZero() || a.Kind != plan.GoLive {
		return own
	}
	end, ok := f.ends[a.Place.Phase]
	if !ok || !end.member[i] {
		return Promise{}
	}
	p := promiseOf(end.goal.Target)
	p.FromPhase = !p.IsZero()
	return p
}

package reports

import (
	"slices"

	"epr/plan/explain"
)

// reasons is the way to an activity's start, nil if it is not known.
func (f *facts) reasons(i int) []explain.Reason {
	if i < len(f.in.Reasons) {
		return f.in.Reasons[i]
	}
	return nil
}

// heldBy says what holds the start of an activity, in the words of package explain: of the reasons the
// one that cost most days, days off left aside unless there is nothing else. "" if it is not known.
func (f *facts) heldBy(i int) string {
	var telling []explain.Reason
	for _, r := range f.reasons(i) {
		if r.Cause != explain.Calendar {
			telling = append(telling, r)
		}
	}
	if len(telling) == 0 {
		telling = f.reasons(i)
	}
	if len(telling) == 0 {
		return ""
	}
	return explain.Say(f.net, f.in.Schedule, explain.Main(telling))
}

// chain is what an activity waits for, back to the one that waits for nothing else, in time order.
type chain struct {
	links []int // activities; the last one is the one that was asked about
	// push is what moved one of them most, and pushed which; Days() is 0 if nothing moved any.
	push   explain.Reason
	pushed int
}

// chainTo follows what holds each start back from an activity.
func (f *facts) chainTo(i int) chain {
	c := chain{pushed: i}
	seen := map[int]bool{}
	for at := i; at >= 0; at = f.holder(at, seen) {
		seen[at] = true
		c.links = append(c.links, at)
		for _, r := range f.reasons(at) {
			if r.Cause != explain.MaximumLag && r.Days() > c.push.Days() {
				c.push, c.pushed = r, at
			}
		}
	}
	slices.Reverse(c.links)
	return c
}

// holder is the activity that holds the start of another, -1 if none does or all that do were seen. Work
// that is held back so as not to come too long before other work is held by what holds that work.
func (f *facts) holder(i int, seen map[int]bool) int {
	for _, r := range f.reasons(i) {
		switch {
		case r.Cause == explain.Link && !seen[r.Other]:
			return r.Other
		case r.Cause == explain.Link, r.Cause == explain.MaximumLag:
			return f.lastBefore(seen, i, r.Other)
		}
	}
	return -1
}

// lastBefore is, of what some activities wait for, the unseen one that finishes last; -1 if there is
// none.
func (f *facts) lastBefore(seen map[int]bool, waiting ...int) int {
	last := -1
	for _, w := range waiting {
		for _, b := range f.before[w] {
			if !seen[b] && (last < 0 || f.rows[b].Finish > f.rows[last].Finish) {
				last = b
			}
		}
	}
	return last
}

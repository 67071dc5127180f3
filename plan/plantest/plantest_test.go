package plantest_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/source"
)

// features are what generated networks must have among them, or properties checked on them say less
// than they seem to.
var features = map[string]func(*plan.Network) bool{
	"finish-start":       hasLink(func(l plan.Link) bool { return l.Type == plan.FinishStart }),
	"start-start":        hasLink(func(l plan.Link) bool { return l.Type == plan.StartStart }),
	"finish-finish":      hasLink(func(l plan.Link) bool { return l.Type == plan.FinishFinish }),
	"start-finish":       hasLink(func(l plan.Link) bool { return l.Type == plan.StartFinish }),
	"positive lag":       hasLink(func(l plan.Link) bool { return l.Lag > 0 && !l.Max }),
	"negative lag":       hasLink(func(l plan.Link) bool { return l.Lag < 0 }),
	"maximum lag":        hasLink(func(l plan.Link) bool { return l.Max }),
	"share of the work":  hasLink(func(l plan.Link) bool { return l.Done < plan.One }),
	"gate":               hasActivity(func(a *plan.Activity) bool { return a.Kind == plan.Gate }),
	"slots":              hasActivity(func(a *plan.Activity) bool { return a.Meeting != nil && a.Meeting.Meeting.Slots > 0 }),
	"opening milestone":  hasActivity(func(a *plan.Activity) bool { return a.StartOfDay }),
	"closing milestone":  hasActivity(func(a *plan.Activity) bool { return a.IsMilestone() && !a.StartOfDay }),
	"forbidden":          hasActivity(func(a *plan.Activity) bool { return len(a.Terms.Closed) > 0 }),
	"paused":             hasActivity(func(a *plan.Activity) bool { return len(a.Terms.Pauses) > 0 }),
	"soft":               hasActivity(func(a *plan.Activity) bool { return len(a.Terms.SoftClosed) > 0 }),
	"across New Year":    hasActivity(crossesNewYear),
	"waived":             hasActivity(func(a *plan.Activity) bool { return len(a.Waivers) > 0 }),
	"starts_on":          hasActivity(func(a *plan.Activity) bool { return a.Terms.StartsOn != 0 }),
	"contract":           hasActivity(func(a *plan.Activity) bool { return len(a.Contracts) > 0 }),
	"legacy contract":    hasActivity(func(a *plan.Activity) bool { return len(a.Outlast) > 0 }),
	"must_by":            hasActivity(func(a *plan.Activity) bool { return !a.Target.MustBy.IsZero() }),
	"by":                 hasActivity(func(a *plan.Activity) bool { return !a.Target.By.IsZero() }),
	"part of a person":   hasActivity(func(a *plan.Activity) bool { return len(a.Needs) > 0 && a.Needs[0].Amount%plan.One != 0 }),
	"done":               hasActivity(func(a *plan.Activity) bool { return a.Done() }),
	"under way":          hasActivity(func(a *plan.Activity) bool { return a.Started() && !a.Done() }),
	"days by quantity":   hasActivity(func(a *plan.Activity) bool { return a.Step.Days.Quantity != nil }),
	"team smaller later": hasTeam(func(s *plan.Supply) bool { return s.Size[0] > s.Size[len(s.Size)/4] }),
	"team of hundredths": hasTeam(func(s *plan.Supply) bool {
		return slices.ContainsFunc(s.Size, func(h plan.Hundredths) bool { return h%10 != 0 })
	}),
}

func hasLink(fits func(plan.Link) bool) func(*plan.Network) bool {
	return func(n *plan.Network) bool { return slices.ContainsFunc(n.Links, fits) }
}

func hasActivity(fits func(*plan.Activity) bool) func(*plan.Network) bool {
	return func(n *plan.Network) bool {
		return slices.ContainsFunc(n.Activities, func(a plan.Activity) bool { return fits(&a) })
	}
}

func hasTeam(fits func(*plan.Supply) bool) func(*plan.Network) bool {
	return func(n *plan.Network) bool {
		return slices.ContainsFunc(n.Teams, func(s plan.Supply) bool { return fits(&s) })
	}
}

func crossesNewYear(a *plan.Activity) bool {
	return slices.ContainsFunc(a.Terms.Forbids, func(b *plan.Blackout) bool {
		return b.Windows.Every != nil && b.Windows.Every.To.IsBefore(b.Windows.Every.From)
	})
}

func TestNetworksHaveEveryFeature(t *testing.T) {
	seen := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		for range 3 { // so that a rare feature is not missed by chance
			n := plantest.Network(t)
			for name, has := range features {
				if has(n) {
					seen[name]++
				}
			}
		}
	})
	for name := range features {
		if seen[name] == 0 {
			t.Errorf("no network drawn has the feature %q", name)
		}
	}
}

// Plans drawn are legal: the check of the plan finds nothing wrong with them.
func TestPlansAreLegal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, p := range plan.Check(plantest.Plan(t)) {
			if p.Severity == source.Error {
				t.Fatalf("%s: %s", p.Code, p.Text)
			}
		}
	})
}

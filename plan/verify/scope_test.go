package verify

import (
	"testing"

	"epr/plan"
)

func TestScopeIncludes(t *testing.T) {
	p := &plan.Plan{}
	p.Trusts.Add("ash", &plan.Trust{ID: "ash", Groups: []string{"wave-1"}})
	p.Trusts.Add("oak", &plan.Trust{ID: "oak"})
	train := plan.Activity{ID: "one/ash/north/train", Kind: plan.Training, Place: plan.Place{Phase: "one", Trust: "ash", Site: "north"}}
	shared := plan.Activity{ID: "one/design", Kind: plan.Design, Place: plan.Place{Phase: "one"}}
	live := plan.Activity{ID: "one/ash/live", Kind: plan.Milestone, Place: plan.Place{Phase: "one", Trust: "ash"}}
	for _, c := range []struct {
		name                string
		limits              plan.Blackout
		train, shared, live bool
	}{
		{"no limits", plan.Blackout{}, true, true, false},
		{"kind", plan.Blackout{Blocks: []plan.Kind{plan.GoLive, plan.Training}}, true, false, false},
		{"milestones are no work", plan.Blackout{Blocks: []plan.Kind{plan.Milestone}}, false, false, false},
		{"phase", plan.Blackout{Phases: []string{"one"}}, true, true, false},
		{"other phase", plan.Blackout{Phases: []string{"two"}}, false, false, false},
		{"trust", plan.Blackout{Trusts: []string{"ash"}}, true, false, false},
		{"other trust", plan.Blackout{Trusts: []string{"oak"}}, false, false, false},
		{"group", plan.Blackout{Trusts: []string{"wave-1"}}, true, false, false},
		{"all trusts", plan.Blackout{Trusts: []string{"all"}}, true, false, false},
		{"site", plan.Blackout{Sites: []string{"north"}}, true, false, false},
		{"other site", plan.Blackout{Sites: []string{"south"}}, false, false, false},
		{"selector", plan.Blackout{Activities: []string{"one/*"}}, true, true, false},
		{"selector of a member", plan.Blackout{Activities: []string{"one/*/train", "two/*"}}, true, false, false},
		{"every limit must hold", plan.Blackout{Phases: []string{"one"}, Trusts: []string{"ash"}, Blocks: []plan.Kind{plan.Design}}, false, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := c.limits
			b.ID, b.Effect = "window", plan.Forbid
			p.Blackouts = plan.Table[plan.Blackout]{}
			p.Blackouts.Add(b.ID, &b)
			s := scopes(p)[0]
			got := [3]bool{s.includes(&train), s.includes(&shared), s.includes(&live)}
			if want := [3]bool{c.train, c.shared, c.live}; got != want {
				t.Errorf("includes work of a trust, shared work, a milestone: %v, want %v", got, want)
			}
		})
	}
}

func TestCalendarOf(t *testing.T) {
	for _, c := range []struct {
		name, step, trust, programme, want string
	}{
		{"its own", "nights", "days", "shop", "nights"},
		{"its trust's", "", "days", "shop", "days"},
		{"the programme's", "", "", "shop", "shop"},
		{"the default", "", "", "", plan.Weekdays},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &plan.Plan{Programme: plan.Programme{Calendar: c.programme}}
			p.Trusts.Add("ash", &plan.Trust{ID: "ash", Calendar: c.trust})
			a := &plan.Activity{Step: &plan.Step{Calendar: c.step}, Place: plan.Place{Trust: "ash"}}
			if got := newReader(p, nil).calendarOf(a); got != c.want {
				t.Errorf("calendar %q, want %q", got, c.want)
			}
		})
	}
}

func TestList(t *testing.T) {
	for want, names := range map[string][]string{
		``:                         nil,
		`"a"`:                      {"a"},
		`"a" and "b"`:              {"a", "b"},
		`"a", "b" and "c"`:         {"a", "b", "c"},
		`"a", "b", "c" and 2 more`: {"a", "b", "c", "d", "e"},
	} {
		if got := list(names); got != want {
			t.Errorf("%v is %s, want %s", names, got, want)
		}
	}
}

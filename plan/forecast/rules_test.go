package forecast_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/forecast"
	"epr/plan/source"
	"epr/plan/verify"
)

// breakable are the rules that nobody controls.
var breakable = []verify.Rule{verify.MustBy, verify.MaximumLag, verify.Contract, verify.Outlast}

// keepsRules verifies a replication against the plan as it turned out: with the days as drawn, and with
// blackouts where risks have closed days.
func keepsRules(t failer, c drawnCase, policy forecast.Policy, p *forecast.Played) {
	if !p.Fits {
		return
	}
	n := c.turnedOut(t, p)
	for _, v := range verify.Check(n, p.Schedule).Violations {
		isLoose := v.Rule == verify.Team && p.Loose > 0 && policy == forecast.KeepOrder // see flow.Loose
		if !slices.Contains(breakable, v.Rule) && !isLoose {
			t.Errorf("%s is broken: %s", v.Rule, v.Text)
		}
	}
}

// turnedOut is the network of the plan as it turned out in a replication.
func (c drawnCase) turnedOut(t failer, p *forecast.Played) *plan.Network {
	q := *c.net.Plan
	q.Programme.End = p.Horizon.To
	q.Adjusts = slices.Clone(q.Adjusts)
	q.Progress = slices.Clone(q.Progress)
	for i := range c.net.Activities {
		a := &c.net.Activities[i]
		if a.Done() || a.Kind == plan.Gate || a.Kind == plan.Milestone {
			continue
		}
		days := p.Days[i]
		if a.Started() {
			k := slices.IndexFunc(q.Progress, func(x plan.Progress) bool { return x.Activity == a.ID })
			q.Progress[k].Remaining = plan.Whole{N: days, Set: true}
			days += a.Days.Likely - p.Planned[i]
		}
		q.Adjusts = append(q.Adjusts, plan.Adjust{
			Selector: a.ID, Days: plan.Duration{Low: days, Likely: days, High: days}, Reason: "as drawn",
		})
	}
	q.Blackouts = withClosures(c.net, p)
	n, problems := expand.Expand(&q)
	for _, problem := range problems {
		if problem.Severity == source.Error && problem.Code != "no-gap" && problem.Code != "no-room" {
			t.Fatal(fmt.Sprintf("the plan as it turned out cannot be expanded: %s [%s]", problem.Text, problem.Code))
		}
	}
	return n
}

// withClosures are the blackouts of a plan and the days that risks have closed.
func withClosures(n *plan.Network, p *forecast.Played) plan.Table[plan.Blackout] {
	var table plan.Table[plan.Blackout]
	for id, b := range n.Plan.Blackouts.All() {
		table.Add(id, b)
	}
	for k := range n.Drivers {
		if d := &n.Drivers[k]; p.Happens[k] && len(d.Closes) > 0 {
			b := d.Risk.Closes.Scope
			b.ID = "closed-by-" + d.Risk.ID
			b.Windows = calendar.Windows{Spans: []calendar.Span{p.Closed[k]}}
			table.Add(b.ID, &b)
		}
	}
	return table
}

func TestReplicationsKeepTheRules(t *testing.T) {
	for _, policy := range []forecast.Policy{forecast.KeepOrder, forecast.Redispatch} {
		t.Run([]string{"keep order", "redispatch"}[policy], func(t *testing.T) {
			c := example(t)
			o := forecast.Options{Policy: policy, Runs: 1_000}
			played, err := forecast.Play(c.net, c.schedule, o, 0, 1, 2, 500, 999)
			if err != nil {
				t.Fatal(err)
			}
			for k := range played {
				if !played[k].Fits {
					t.Errorf("replication %d does not fit before %s", k, played[k].Horizon.To)
				}
				keepsRules(t, c, policy, &played[k])
			}
			rapid.Check(t, func(t *rapid.T) {
				c := drawn(t, true)
				played, err := forecast.Play(c.net, c.schedule, forecast.Options{Policy: policy, Runs: 100}, 0, 33, 66)
				if err != nil {
					t.Fatal(err)
				}
				for k := range played {
					keepsRules(t, c, policy, &played[k])
				}
			})
		})
	}
}

package reports_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

func riskOf(t *testing.T, p *reports.Pack, id string) reports.Risk {
	t.Helper()
	for _, r := range p.Risks.Rows {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("no risk %s", id)
	return reports.Risk{}
}

// TestEffect follows one risk by hand: "training-release" has a probability of 45 % and delays by 15 days, so
// that the made-up forecast has it cost 2·⌊15·0.45⌋ = 12 days at P80, 6 at P50 and on average, 12 points of
// chance and 6 points to miss a window, and half of all that once its response for £180,000 is in place.
func TestEffect(t *testing.T) {
	r := riskOf(t, reportstest.Pack(), "training-release")
	// The programme is finished on 28 May 2028; 6 days of delay are 3 of May and 3 of June at £250,000 a month.
	want := reports.RiskEffect{Set: true, P50: 6, P80: 12, Mean: 600, Price: reports.Pounds{N: 24_194 + 25_000, Set: true},
		Lost: chance(0), Most: reports.Lost{ID: "two", Name: "Phase 2: coast and community", Chance: 1_200},
		Window: reports.Lost{ID: "two/community/st-cuthberts/go-live", Name: "Go live, St Cuthbert's Community Hospital (Phase 2)", Chance: 600}}
	if diff := cmp.Diff(want, r.Now); diff != "" {
		t.Errorf("now (-want +got):\n%s", diff)
	}
	if r.After.P80 != 6 || r.After.Mean != 300 {
		t.Errorf("after: %+v", r.After)
	}
	// What 3 of the 6 days cost: 1 to 3 June.
	if r.Saved != (reports.Pounds{N: 25_000, Set: true}) || r.Pays != reports.PaysNo || r.Net() != 25_000-180_000 {
		t.Errorf("saves %+v, pays %q, net %d", r.Saved, r.Pays, r.Net())
	}
	// 45 % is likely (4); 6 days on average where it happens in 45 of 100 cases are 13⅓ days of the 554 that
	// are left, 2.4 %, which is minor (2).
	if r.Computed != (plan.Score{Consequence: 2, Likelihood: 4}) || r.ComputedBand != plan.High || !r.Disagrees {
		t.Errorf("computed %+v, %s, differs %v", r.Computed, r.ComputedBand, r.Disagrees)
	}
}

// TestRank holds that what does most to the promises comes first, then days, then score; what is not played
// comes last.
func TestRank(t *testing.T) {
	var ids []string
	for _, r := range reportstest.Pack().Risks.Rows {
		ids = append(ids, r.ID)
	}
	want := []string{"interfaces-late", "training-release", "migration-defects", "design-decisions", "safety-case", "supplier-staff",
		"winter-surge", "network", "strike", "legacy-extension", "benefits", "capital"}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	in := reportstest.Input()
	in.Forecast = nil
	if got := reports.Build(in).Risks; got.Rows[0].ID != "training-release" || got.OrderRule() != "current score, then expected delay" {
		t.Errorf("without a forecast %s is first, by %s", got.Rows[0].ID, got.OrderRule())
	}
}

func TestLeftOut(t *testing.T) {
	p := reportstest.Pack()
	for id, want := range map[string]string{"benefits": "it states no probability", "capital": "it hits nothing that is still to be done", "strike": ""} {
		r := riskOf(t, p, id)
		if r.LeftOut != want || r.Now.Set != (want == "") {
			t.Errorf("%s is left out because %q, played %v", id, r.LeftOut, r.Now.Set)
		}
	}
}

func TestMovement(t *testing.T) {
	p := reportstest.Pack()
	for id, want := range map[string]reports.Movement{
		"training-release":  {Move: reports.MoveNew},
		"interfaces-late":   {Move: reports.MoveUp, WasScore: 12, WasRank: 1},
		"safety-case":       {Move: reports.MoveDown, WasScore: 19, WasRank: 2},
		"migration-defects": {Move: reports.MoveSame, WasScore: 16, WasRank: 3},
	} {
		if diff := cmp.Diff(want, riskOf(t, p, id).Movement); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
	if len(p.Risks.Gone) != 1 || p.Risks.Gone[0].ID != "tender-challenged" || !p.Risks.Compared {
		t.Errorf("gone: %+v", p.Risks.Gone)
	}
	in := reportstest.Input()
	in.LastRegister = nil
	if got := reports.Build(in).Risks; got.Compared || got.Rows[0].Movement != (reports.Movement{}) {
		t.Errorf("with no last register: %+v", got.Rows[0].Movement)
	}
	in.LastRegister = []reports.Registered{}
	if got := reports.Build(in).Risks; !got.Compared || got.CountMoves(reports.MoveNew) != 12 {
		t.Errorf("with an empty last register %d of 12 are new", got.CountMoves(reports.MoveNew))
	}
}

// TestScale has the limits of the scale, each on its last value and on the next.
func TestScale(t *testing.T) {
	for _, c := range []struct {
		chance, delay           int
		likelihood, consequence int
	}{
		{1, 0, 1, 1}, {10, 1, 1, 2}, {11, 500, 2, 2}, {100, 501, 2, 3}, {101, 1_000, 3, 3}, {1_000, 1_001, 3, 4},
		{1_001, 2_500, 4, 4}, {5_000, 2_501, 4, 5}, {5_001, 9_999, 5, 5},
	} {
		want := plan.Score{Likelihood: c.likelihood, Consequence: c.consequence}
		if got := reports.AssumedScale.Score(c.chance, c.delay); got != want {
			t.Errorf("a chance of %d and a delay of %d score %+v, want %+v", c.chance, c.delay, got, want)
		}
	}
	rule := reports.AssumedScale.Rule()
	for _, limit := range []string{"rare up to 0.1%", "unlikely up to 1%", "possible up to 10%", "likely up to 50%", "minor up to 5%", "moderate up to 10%", "major up to 25%", "assumed"} {
		if !strings.Contains(rule, limit) {
			t.Errorf("the rule does not say %q: %s", limit, rule)
		}
	}
}

// TestMoreScoresMore holds that neither a likelier risk nor a longer delay scores less.
func TestMoreScoresMore(t *testing.T) {
	share := rapid.IntRange(0, 10_000)
	rapid.Check(t, func(t *rapid.T) {
		a, b := share.Draw(t, "chance"), share.Draw(t, "delay")
		less, more := reports.AssumedScale.Score(a, b), reports.AssumedScale.Score(a+share.Draw(t, "more"), b+share.Draw(t, "longer"))
		if more.Likelihood < less.Likelihood || more.Consequence < less.Consequence || more.Value() > 25 || less.Value() < 1 {
			t.Fatalf("%+v and then %+v", less, more)
		}
	})
}

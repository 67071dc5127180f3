package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

func TestEvidence(t *testing.T) {
	p := reportstest.Programme()
	p.Programme.Confidence = plan.Confidence{Rating: plan.DeliveryAmber, By: "EPR Programme Board", Date: day(2026, 11, 18), Reason: "Phase 1 is late.", Source: "Minutes"}
	e := reports.Build(reportstest.WithForecast(reportstest.InputOf(p))).Evidence
	wantGates := []reports.GateEvidence{
		{ID: "fund-devices", Name: "Release the second half of the device budget", Date: day(2027, 1, 12), Days: 52, Criteria: 2},
		{ID: "od-approval", Name: "Approve the organisational development plan", Date: day(2027, 3, 9), Days: 108, Criteria: 2, Unfinished: 1,
			Last: reports.Waiting{ID: "od-plan", Name: "Organisational development plan approved", Start: day(2027, 1, 27), Finish: day(2027, 1, 27), Share: plan.One},
			Room: whole(23)}, // 28 January to 1 March; papers close on 2 March
	}
	if diff := cmp.Diff(wantGates, e.Gates); diff != "" {
		t.Errorf("gates (-want +got):\n%s", diff)
	}
	wantSlips := []reports.Slip{{ID: "two", Name: "Phase 2: coast and community", First: day(2027, 9, 30), Times: 1, InForce: day(2027, 11, 30), Finish: day(2027, 8, 8), Days: -53}}
	if diff := cmp.Diff(wantSlips, e.Slips); diff != "" {
		t.Errorf("slips (-want +got):\n%s", diff)
	}
	if e.Cliffs[0].Float != 7 || e.Cliffs[0].ID != "three/coast/ferry-road/go-live" || len(e.Extreme) != 4 || e.Risks != 12 {
		t.Errorf("the nearest cliff is that of %s in %d days; %d of %d risks are extreme", e.Cliffs[0].ID, e.Cliffs[0].Float, len(e.Extreme), e.Risks)
	}
	if e.Stated.Days != 3 || e.Suggests != plan.DeliveryRed || e.Weakest.ID != "one" {
		t.Errorf("stated %d days ago, suggests %q, weakest %s", e.Stated.Days, e.Suggests, e.Weakest.ID)
	}
	want := "By the rule below the evidence is consistent with red: the chance to keep every promise is 0%, below 20%. " +
		"The stated rating is amber, given by EPR Programme Board on 18 November 2026, 3 days before the status date, which differs: whoever rates knows more than this rule, or may want to look again."
	if diff := cmp.Diff(want, e.Sentence); diff != "" {
		t.Error(diff)
	}
}

// TestTrained puts the go-live of a site before its training is over. Of the 100 nurses, at 10 a day from
// Monday 5 July 2027, 70 are trained when the site goes live on Wednesday 14 July, and of the 50 doctors, at
// 5 a day, 35: 105 of 150 are 70 %. Super-users without a head count weigh nothing then; alone they are
// weighed by their days.
func TestTrained(t *testing.T) {
	p := bare()
	p.Programme.Status = day(2027, 1, 4)
	trust := plan.Trust{ID: "a", Name: "A"}
	trust.Sites.Add("north", &plan.Site{ID: "north", Name: "North", Staff: plan.Staff{{Group: "nurses", Count: 100}, {Group: "doctors", Count: 50}}})
	p.Trusts.Add("a", &trust)
	p.Phases.Add("one", &plan.Phase{ID: "one", Name: "One", Trusts: []string{"a"}})
	at := plan.Place{Phase: "one", Trust: "a", Site: "north"}
	heads := func(group string, perDay plan.Hundredths) plan.Duration {
		return plan.Duration{Quantity: &plan.Quantity{Staff: []string{group}, PerDay: perDay}}
	}
	for _, step := range []plan.Step{
		{ID: "nurses", Kind: plan.Training, In: at, NotBefore: day(2027, 7, 5), Days: heads("nurses", 10*plan.One)},
		{ID: "doctors", Kind: plan.Training, In: at, NotBefore: day(2027, 7, 5), Days: heads("doctors", 5*plan.One)},
		{ID: "super-users", Kind: plan.Training, In: at, NotBefore: day(2027, 7, 5), Days: plan.Duration{Low: 1, Likely: 1, High: 1}},
		{ID: "live", Name: "Live", Kind: plan.GoLive, In: at, NotBefore: day(2027, 7, 14), Days: plan.Duration{Low: 1, Likely: 1, High: 1}},
		{ID: "elsewhere", Kind: plan.Training, NotBefore: day(2027, 9, 6), Days: plan.Duration{Low: 5, Likely: 5, High: 5}},
	} {
		p.Activities.Add(step.ID, &step)
	}
	want := []reports.Trained{{ID: "live", Name: "Live", Date: day(2027, 7, 14), Share: 7_000, Heads: 150, Activities: 3}}
	if diff := cmp.Diff(want, reports.Build(reportstest.InputOf(p)).Evidence.Trained); diff != "" {
		t.Errorf("by heads (-want +got):\n%s", diff)
	}
	ten := plan.Duration{Low: 10, Likely: 10, High: 10}
	p.Activities.Get("nurses").Days, p.Activities.Get("doctors").Days = ten, ten
	want[0].Share, want[0].Heads = 7_142, 0 // 7 + 7 + 1 of 10 + 10 + 1 days
	if diff := cmp.Diff(want, reports.Build(reportstest.InputOf(p)).Evidence.Trained); diff != "" {
		t.Errorf("by days (-want +got):\n%s", diff)
	}
}

package examples_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/plantest"
)

// TestWinterCliffReadings holds the dates of each reading of "closed in winter", worked out by hand from the
// calendar, and that they are proved best.
func TestWinterCliffReadings(t *testing.T) {
	for _, tt := range []struct{ scenario, cutoverA, buildB, cutoverB string }{
		{"longest-first", "2027-07-28 2027-08-10", "2026-08-03 2027-07-27", "2027-08-11 2027-08-24"},
		{"team-away", "2026-08-03 2026-08-14", "2026-08-17 2027-08-10", "2027-08-11 2027-08-24"},
		{"", "2026-08-03 2026-08-14", "2026-08-17 2027-03-12", "2027-03-31 2027-04-13"},
		{"nothing-rests", "2026-08-03 2026-08-14", "2027-03-31 2027-10-26", "2027-10-27 2027-11-09"},
		{"every-winter", "2026-08-03 2026-08-14", "2027-03-31 2027-10-26", "2028-03-31 2028-04-13"},
	} {
		t.Run(tt.scenario, func(t *testing.T) {
			_, result := afresh(t, "winter-cliff.toml", tt.scenario)
			want := map[string]string{
				"rollout/a/build": "2026-01-05 2026-07-31", "rollout/a/cutover": tt.cutoverA,
				"rollout/b/build": tt.buildB, "rollout/b/cutover": tt.cutoverB,
			}
			if diff := cmp.Diff(want, datesOf(result.Schedule, "rollout/a/build", "rollout/a/cutover", "rollout/b/build", "rollout/b/cutover")); diff != "" {
				t.Errorf("dates (-want +got):\n%s", diff)
			}
			allProved(t, result)
		})
	}
}

// TestWinterCliffFloat holds the cliff of the plan: 55 working days are free, the 56th costs the window. It plans
// the longer builds, too, so that it does not rest on the words of package explain alone.
func TestWinterCliffFloat(t *testing.T) {
	n, result := afresh(t, "winter-cliff.toml", "")
	floats, build := float.New(flow.New(n, result.Schedule)), n.Index("rollout/a/build")
	fall, ok := floats.Fall(build)
	if got := floats.Of(build).Cliff.Working; got != 55 || !ok || n.Activities[fall.GoLive].ID != "rollout/a/cutover" || fall.To != plantest.Date("2027-04-13") {
		t.Errorf("%d working days to the cliff, then %+v; want 55, then the cutover of A on 13 April 2027", got, fall)
	}
	for _, tt := range []struct{ days, build, cutover string }{
		{"205", "2026-01-05 2026-10-16", "2026-10-19 2026-10-30"},
		{"206", "2026-01-05 2026-10-19", "2027-03-31 2027-04-13"},
	} {
		longer := "[adjust.\"rollout/a/build\"]\ndays = " + tt.days + "\nreason = \"x\"\n\n# computed:"
		changed := expanded(t, edited(t, "winter-cliff.toml", "# computed:", longer), "winter-cliff.toml")
		got := datesOf(scheduled(t, changed), "rollout/a/build", "rollout/a/cutover")
		want := map[string]string{"rollout/a/build": tt.build, "rollout/a/cutover": tt.cutover}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("a build of %s days (-want +got):\n%s", tt.days, diff)
		}
	}
}

package solve_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/plantest"
	"epr/plan/solve"
)

// softModel has training of ten days, in time only if it enters a soft window of two weeks in its second
// week.
const softModel = head + `
COST
[blackout.autumn]
from = 2026-09-14
to = 2026-09-27
effect = "forbid"
soft = { price = PRICE }
[activity.train]
kind = "training"
days = 10
by = 2026-09-18
MUST
`

// TestSoftWindows: waiting for the end of the window makes the training 21 days late. At a cost of delay
// of 30,400 a month, a day is worth 1,000.
func TestSoftWindows(t *testing.T) {
	const cost = "[programme.cost_of_delay]\nper_month = 30_400"
	const enters, waits = "train 2026-09-07 2026-09-18\n", "train 2026-09-28 2026-10-09\n"
	for _, tt := range []struct {
		rule, cost string
		price      int
		must, want string
		late       int64 // weighted days, rounded up
	}{
		{"cheaper than the delay", cost, 20_990, "", enters, 21},
		{"dearer than the delay", cost, 21_010, "", waits, 21},
		{"without a cost of delay the window is avoided", "", 1, "", waits, 21},
		{"and entered where there is no other way", "", 1, "must_by = 2026-10-02", enters, 0},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			model := strings.NewReplacer("COST", tt.cost, "PRICE", fmt.Sprint(tt.price), "MUST", tt.must).Replace(softModel)
			r := mustSolve(t, plantest.ExpandText(t, model), solve.Options{})
			if diff := cmp.Diff(tt.want, rows(r.Schedule)); diff != "" {
				t.Error(diff)
			}
			var entered []string
			for _, e := range r.SoftEntries {
				entered = append(entered, fmt.Sprintf("%s enters %s %s", e.Activity, e.Blackout.ID, e.Days))
			}
			var wanted []string
			if tt.want == enters {
				wanted = []string{"train enters autumn 2026-09-14 to 2026-09-18"}
			}
			if diff := cmp.Diff(wanted, entered); diff != "" {
				t.Error(diff)
			}
			for _, s := range r.Stages {
				if strings.Contains(s.Name, "promised") && s.Value != tt.late {
					t.Errorf("%d weighted days late, want %d", s.Value, tt.late)
				}
			}
		})
	}
}

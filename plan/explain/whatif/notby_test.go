package whatif_test

import (
	"testing"

	"epr/calendar"
	"epr/plan/explain/whatif"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// TestCanBeBy asks for days before, on and after that on which something is, and checks the answer with the
// independent check: by the day, nothing broken, and every cost as the two schedules have it.
func TestCanBeBy(t *testing.T) {
	if testing.Short() {
		t.Skip("seconds")
	}
	n, s := plantest.Example(t, "lincolnshire")
	cases := []struct {
		target string
		day    calendar.Date
		want   solve.Possibility
	}{
		{"three/ulth/pilgrim/go-live", calendar.MustOf(2027, 9, 26), solve.Feasible},
		{"three/ulth/pilgrim/go-live", calendar.MustOf(2027, 12, 1), solve.Feasible},
		{"one/lchs/west/go-live", calendar.MustOf(2027, 4, 11), solve.Feasible},
		{"one/lchs/west/go-live", calendar.MustOf(2027, 1, 31), solve.Impossible}, // winter
	}
	for _, c := range cases {
		i := n.Index(c.target)
		got := whatif.CanBeBy(n, s, []int{i}, c.day)
		if got.Answer != c.want {
			t.Errorf("%s by %s: %v, want %v", c.target, c.day, got.Answer, c.want)
			continue
		}
		if (got.Answer == solve.Impossible) != (got.Diagnosis != nil) {
			t.Errorf("%s by %s: a diagnosis belongs to what cannot be, and only to that", c.target, c.day)
		}
		if got.Diagnosis != nil && len(got.Diagnosis.Conflicts) == 0 {
			t.Errorf("%s by %s: no conflict is told", c.target, c.day)
		}
		if got.Schedule != nil {
			checkNotBy(t, c.target, got)
		}
	}
}

func checkNotBy(t *testing.T, target string, got whatif.NotBy) {
	t.Helper()
	if row, _ := got.Schedule.Find(target); row.Finish > got.Date {
		t.Errorf("%s finishes on %s, not by %s", target, row.Finish, got.Date)
	}
	if r := verify.Check(got.Network, got.Schedule); !r.OK() {
		t.Errorf("the schedule breaks a rule: %s", r.Violations[0].Text)
	}
	if len(got.Costs) == 0 || got.Moved == 0 {
		t.Errorf("%s by %s: something must move", target, got.Date)
	}
	for _, c := range got.Costs {
		if day := got.Schedule.Finish(got.Network, c.Goal); day != c.To {
			t.Errorf("%s is said to move to %s, but is on %s", c.Goal.ID, c.To, day)
		}
	}
}

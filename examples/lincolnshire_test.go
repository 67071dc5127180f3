package examples_test

import (
	"strings"
	"testing"

	"epr/examples"
	"epr/plan"
	"epr/plan/plantest"
)

func TestLincolnshireTellsItsStory(t *testing.T) {
	n, result := afresh(t, "lincolnshire.toml", "")
	s := result.Schedule
	if got := len(n.Activities); got < 250 {
		t.Errorf("%d activities, want at least 250", got)
	}
	promise := plantest.Date("2027-04-30")
	if one := finish(t, n, s, "one"); one > promise {
		t.Errorf("phase 1 is live on %s: its promise is no longer kept", one)
	}
	if two := finish(t, n, s, "two"); two <= promise {
		t.Errorf("phase 2 is live on %s: its promise is no longer under pressure", two)
	}
	for i := range n.Activities {
		a := &n.Activities[i]
		row, _ := s.Find(a.ID)
		if len(a.Waivers) == 0 && isWardWork(a.Kind) && touchesWinter(row) {
			t.Errorf("%s (%s) is from %s to %s, in winter", a.ID, a.Kind, row.Start, row.Finish)
		}
	}
}

func isWardWork(k plan.Kind) bool {
	return k == plan.Training || k == plan.Cutover || k == plan.GoLive || k == plan.Hypercare
}

func touchesWinter(row plan.Row) bool {
	for d := row.Start; d <= row.Finish; d++ {
		if _, month, _ := d.Civil(); month == 12 || month <= 2 {
			return true
		}
	}
	return false
}

// TestLincolnshireAnswersItsQuestions holds what the README promises of a change.
func TestLincolnshireAnswersItsQuestions(t *testing.T) {
	if testing.Short() {
		t.Skip("plans the programme once for each question")
	}
	n, before := afresh(t, "lincolnshire.toml", "")
	tests := []struct {
		name, old, new string
		goal           string
		sooner         bool
		days           int // at least
	}{
		{"a third cutover crew brings phase 2 forward",
			`"Cutover crew",                 size = 6`, `"Cutover crew",                 size = 9`, "two", true, 7},
		{"a shorter winter brings phase 1 forward", `to = "02-28"`, `to = "01-31"`, "one", true, 7},
		{"two more days of one workshop cost phase 2 a season",
			"[adjust.\"*/virtual-wards/workshop\"]\n", "[adjust.\"*/virtual-wards/workshop\"]\ndays = 7\n", "two", false, 90},
		{"and phase 3 a winter",
			"[adjust.\"*/virtual-wards/workshop\"]\n", "[adjust.\"*/virtual-wards/workshop\"]\ndays = 7\n", "three", false, 150},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changed := expanded(t, edited(t, "lincolnshire.toml", tt.old, tt.new), "lincolnshire.toml")
			later := int(finish(t, changed, scheduled(t, changed), tt.goal) - finish(t, n, before.Schedule, tt.goal))
			if tt.sooner {
				later = -later
			}
			if later < tt.days {
				t.Errorf("phase %s moved by %d days, want at least %d", tt.goal, later, tt.days)
			}
		})
	}
}

func TestLincolnshireRisksAreComplete(t *testing.T) {
	n := expanded(t, examples.Files, "lincolnshire.toml")
	if got := n.Plan.Risks.Len(); got < 14 {
		t.Errorf("%d risks, want at least 14", got)
	}
	for k, id := range n.Plan.Risks.IDs() {
		r, driver := n.Plan.Risks.Get(id), n.Drivers[k]
		hasImpact := !r.Impact.Delay.IsZero() || !r.Impact.Stretch.IsZero()
		if r.Inherent.Value() == 0 || r.Target.Value() == 0 || !r.Probability.Set ||
			len(driver.Closes) == 0 && (len(driver.Hits) == 0 || !hasImpact) {
			t.Errorf("risk %s lacks a score, a probability or an effect on activities", id)
		}
		if r.Target.Value() > r.Current.Value() || r.Current.Value() > r.Inherent.Value() {
			t.Errorf("risk %s: scores rise from %d to %d to %d", id, r.Inherent.Value(), r.Current.Value(), r.Target.Value())
		}
	}
}

// TestLincolnshireSaysEachUncertaintyOnce holds that work which may fail has attempts, or a risk of its failing,
// but not both.
func TestLincolnshireSaysEachUncertaintyOnce(t *testing.T) {
	n := expanded(t, examples.Files, "lincolnshire.toml")
	fails := map[int]bool{}
	for _, driver := range n.Drivers {
		if driver.Risk.ID == "failed-load" {
			for _, i := range driver.Hits {
				fails[i] = true
			}
		}
	}
	for i := range n.Activities {
		a := &n.Activities[i]
		mayFail := a.Kind == plan.Rehearsal || strings.Contains(a.ID, "/trial-load-")
		if mayFail && fails[i] == a.Attempts.Pass.Set {
			t.Errorf("%s: the risk that it fails %v, attempts %v", a.ID, fails[i], a.Attempts)
		}
	}
}

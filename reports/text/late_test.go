package text_test

import (
	"strings"
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/text"
)

// TestLateForOneReason sees that a chain is told once where a phase and the go-live that ends it are late for it.
func TestLateForOneReason(t *testing.T) {
	due, now := calendar.MustOf(2027, 3, 31), calendar.MustOf(2027, 7, 4)
	why := func(id, name string) []reports.WhyStep {
		return []reports.WhyStep{{ID: id, Name: name, Start: now, Finish: now}, {ID: id + "/train", Name: "Train for " + name, Start: due, Finish: due}}
	}
	made := func(id, name string, isPhase bool, steps []reports.WhyStep) reports.Promised {
		return reports.Promised{ID: id, Name: name, Phase: isPhase, Promise: reports.Promise{Date: due, Kind: reports.PromisedBy},
			Finish: now, Slack: plan.Whole{N: int(due - now), Set: true}, Rating: reports.Red, Why: steps}
	}
	p := &reports.Pack{Promises: []reports.Promised{
		made("one", "Phase 1", true, why("a", "Go-live A")),
		made("a", "Go-live A", false, why("a", "Go-live A")),
		made("b", "Go-live B", false, why("b", "Go-live B")),
	}}
	var b strings.Builder
	if err := text.Summary(&b, p, text.Options{Width: 200}); err != nil {
		t.Fatal(err)
	}
	for want, n := range map[string]int{
		"That waits for “Train for Go-live A”":                    1,
		"That waits for “Train for Go-live B”":                    1,
		"It ends with “Go-live A”, as does “Phase 1”: see above.": 1,
		"95 days LATE:": 3,
	} {
		if got := strings.Count(b.String(), want); got != n {
			t.Errorf("%q is said %d times, want %d", want, got, n)
		}
	}
}

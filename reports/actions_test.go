package reports_test

import (
	"testing"

	"epr/reports"
	"epr/reports/reportstest"
)

// TestActions lists every response that is still to be done once, by due date, and none that is done.
func TestActions(t *testing.T) {
	in := reportstest.Input()
	p := reports.Build(in)
	open := map[string]bool{}
	for id, risk := range in.Network.Plan.Risks.All() {
		for _, x := range risk.Responses.All() {
			if !x.Done {
				open[id+"/"+x.ID] = true
			}
		}
	}
	if len(p.Actions) != len(open) || len(open) == 0 {
		t.Errorf("%d actions, want %d", len(p.Actions), len(open))
	}
	for i := range p.Actions {
		a := &p.Actions[i]
		if !open[a.Risk+"/"+a.ID] {
			t.Errorf("%s of %s is not open, or told twice", a.ID, a.Risk)
		}
		delete(open, a.Risk+"/"+a.ID)
		if status := p.Header.Status; !a.Due.IsZero() && a.Due < status && a.Overdue != int(status-a.Due) {
			t.Errorf("%s, due %s, is overdue by %d days", a.ID, a.Due, a.Overdue)
		}
		if i > 0 && !a.Due.IsZero() && (p.Actions[i-1].Due.IsZero() || a.Due < p.Actions[i-1].Due) {
			t.Errorf("%s comes after %s", a.Due, p.Actions[i-1].Due)
		}
	}
}

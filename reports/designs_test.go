package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestDesigns counts the designs of the invented programme: three workflows in phase one, all designed, two of them
// built; nothing is designed in the other phases yet, no gate waits for a design, and tests are not by workflow.
func TestDesigns(t *testing.T) {
	d := reports.Build(reportstest.Input()).Designs
	got := []reports.Share{d.Drafted, d.SignedOff, d.Built, d.Tested}
	want := []reports.Share{{N: 3, Of: 10}, {N: 3, Of: 10}, {N: 2, Of: 10}, {}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	last := d.Periods[len(d.Periods)-1]
	if last.Done != 3 || last.Expected != 7 || last.Planned != 10 {
		t.Errorf("at the end %d are signed off, %d to be, %d planned", last.Done, last.Expected, last.Planned)
	}
	for k := 1; k < len(d.Periods); k++ {
		p, q := d.Periods[k-1], d.Periods[k]
		if q.Done < p.Done || q.Expected < p.Expected || q.Planned < p.Planned || q.First <= p.First {
			t.Errorf("%v is followed by %v", p, q)
		}
	}
}

// TestDesignsSignedOffByGates dates a signature by the gate that waits for the design, and a stage by its last work.
func TestDesignsSignedOffByGates(t *testing.T) {
	p := reportstest.Programme()
	playbook := p.Playbooks.Get("acute")
	freeze := plan.Step{ID: "freeze", Name: "Design freeze", Kind: plan.Gate, Meets: "go-live-panel", After: []plan.After{{Step: "design"}},
		Days: plan.Duration{Low: 1, Likely: 1, High: 1}}
	playbook.Steps.Add(freeze.ID, &freeze)
	in := reportstest.InputOf(p)
	d := reports.Build(in).Designs
	for _, x := range d.Rows {
		if x.Phase != "Phase 2: coast and community" {
			continue
		}
		gate, ok := in.Schedule.Find("two/freeze")
		if !ok || x.SignedOff.Date != gate.Finish || x.SignedOff.State != reports.Planned || x.SignedOff.Date <= x.Drafted.Date {
			t.Errorf("%s is drafted on %s and signed off on %s, the gate is on %s", x.Workflow, x.Drafted.Date, x.SignedOff.Date, gate.Finish)
		}
	}
	if d.SignedOff.N != 0 || d.Drafted.N != 3 {
		t.Errorf("%d drafted, %d signed off", d.Drafted.N, d.SignedOff.N)
	}
}

package expand_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNamesOfSeveralPhasesTellThePhase holds that the same name in two phases is told apart, whichever playbooks it
// comes from, and that a name that is clear stays short.
func TestNamesOfSeveralPhasesTellThePhase(t *testing.T) {
	n := network(t, `
[playbook.book.a]
kind = "build"
name = "Award decided"
days = 1
[playbook.book.b]
kind = "build"
name = "Order signed"
days = 1
[playbook.other.c]
kind = "build"
name = "Award decided"
days = 1
[phase.second]
name = "Second: the engine"
playbook = "other"
[activity.late]
kind = "build"
name = "Award decided"
days = 1
`)
	got := map[string]string{}
	for i := range n.Activities {
		got[n.Activities[i].ID] = n.Activities[i].Name
	}
	want := map[string]string{
		"one/a": "Award decided (one)", "one/b": "Order signed", "second/c": "Award decided (Second)", "late": "Award decided",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

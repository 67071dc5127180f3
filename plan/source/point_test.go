package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/source"
)

func TestPoint(t *testing.T) {
	f := source.NewFile("plan.toml", "[phase.one]\nmust_by = 2027-04-30\n")
	var b strings.Builder
	for _, at := range []source.Span{f.Span(22, 32), f.Whole(), {}} {
		if err := source.Point(&b, at, "phase one must be finished", source.Style{}); err != nil {
			t.Fatal(err)
		}
	}
	want := `plan.toml:2:11: phase one must be finished
    2 │ must_by = 2027-04-30
      ╵           ^^^^^^^^^^
plan.toml: phase one must be finished
phase one must be finished
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

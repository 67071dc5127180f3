package diff_test

import (
	"io/fs"
	"strings"
	"testing"

	"epr/plan"
	"epr/plan/diff"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// version reads a model and solves it, keeping a committed schedule if there is one.
func version(t *testing.T, text string, committed *diff.Version) *diff.Version {
	t.Helper()
	v := read(t, plantest.Text(text), plantest.TextFile)
	var kept *plan.Schedule
	if committed != nil {
		kept = committed.Schedule
	}
	schedule(t, v, kept)
	return v
}

// replayed is a version in the order of work of another: quicker than planning it anew, and enough where only what
// differs is looked at.
func replayed(t *testing.T, text string, of *diff.Version) *diff.Version {
	t.Helper()
	v := read(t, plantest.Text(text), plantest.TextFile)
	var ok bool
	if v.Schedule, ok = solve.Replay(v.Network, of.Schedule); !ok {
		schedule(t, v, of.Schedule)
	}
	return v
}

// read reads and expands a model.
func read(t testing.TB, files fs.FS, name string) *diff.Version {
	t.Helper()
	n := plantest.Expand(t, files, name)
	return &diff.Version{Plan: n.Plan, Network: n}
}

// schedule solves a version, keeping a committed schedule if there is one.
func schedule(t testing.TB, v *diff.Version, committed *plan.Schedule) {
	t.Helper()
	result, err := solve.Solve(v.Network, solve.Options{Effort: solve.Quick, Committed: committed})
	if err != nil {
		t.Fatal(err)
	}
	v.Schedule = result.Schedule
	v.IsSound = verify.Check(v.Network, v.Schedule).OK()
}

// changed is a text with parts replaced, each of which it has once.
func changed(t *testing.T, text string, oldNew ...string) string {
	t.Helper()
	for k := 0; k < len(oldNew); k += 2 {
		if strings.Count(text, oldNew[k]) != 1 {
			t.Fatalf("%q is %d times in the model", oldNew[k], strings.Count(text, oldNew[k]))
		}
		text = strings.Replace(text, oldNew[k], oldNew[k+1], 1)
	}
	return text
}

func compare(t *testing.T, old, new *diff.Version, o diff.Options) *diff.Diff {
	t.Helper()
	d, err := diff.Compare(old, new, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

package flow_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan/flow"
)

// TestBackward: one goal after another, and the first again, a pass gives what Rough gives of each goal's limits alone.
func TestBackward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		pass := f.NewBackward()
		goals := append(n.Goals, n.Goals...)
		for k := range goals {
			g := &goals[k]
			day := s.Finish(n, g) + calendar.Date(rapid.IntRange(0, 40).Draw(t, "room"))
			by := make([]calendar.Date, f.Len())
			for i := range by {
				by[i] = flow.Never
			}
			for _, m := range g.Members {
				by[m] = f.DueAt(m, day)
			}
			if diff := cmp.Diff(f.Rough(f.Limits(by, false)), pass.To(g.Members, day)); diff != "" {
				t.Fatalf("%s by %s (-in the whole plan +one after another):\n%s", g.ID, day, diff)
			}
		}
	})
}

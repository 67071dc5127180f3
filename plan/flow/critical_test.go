package flow_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/flow"
)

// critical lists what decides when an activity finishes, by index.
func critical(f *flow.Flow, timing *flow.Timing, end int) []int {
	var list []int
	f.Critical(timing, end, func(i int) { list = append(list, i) })
	slices.Sort(list)
	return list
}

// TestCriticalAsPlanned: in the schedule itself, it is those reached through the waits that bind.
func TestCriticalAsPlanned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		if slices.ContainsFunc(f.HandOvers, func(h flow.HandOver) bool { return h.Interleaved }) {
			t.Skip("waits do not see who is in whose way on which day")
		}
		timing := &flow.Timing{}
		f.Retime(timing)
		for end := range f.Len() {
			want := []int{end}
			for k := 0; k < len(want); k++ {
				for _, w := range f.Waits(want[k]) {
					if w.Binds && !slices.Contains(want, w.From) {
						want = append(want, w.From)
					}
				}
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, critical(f, timing, end)); diff != "" {
				t.Fatalf("critical for %s (-waits that bind +critical):\n%s", n.Activities[end].ID, diff)
			}
		}
	})
}

// TestCritical: what is not critical can take no time at all and the end is not finished earlier.
func TestCritical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		timing := played(t, n, f)
		timing.Follow = false // with it, work can keep itself from starting sooner, in a circle
		f.Retime(timing)
		end := rapid.IntRange(0, f.Len()-1).Draw(t, "end")
		finish, decides := f.Finish(end, timing), critical(f, timing, end)
		for i := range timing.Durations {
			if !slices.Contains(decides, i) {
				timing.Durations[i], timing.NotBefore[i], timing.Repeats[i] = 1, 0, 0
				timing.Shut[i], timing.Rest[i] = nil, nil
			}
		}
		if f.Retime(timing); f.Finish(end, timing) < finish {
			t.Fatalf("%s is finished on %s rather than %s without work that is not critical", n.Activities[end].ID, f.Finish(end, timing), finish)
		}
	})
}

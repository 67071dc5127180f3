package diff_test

import (
	"testing"

	"epr/plan/diff"
)

// The plans in between begin with the old plan and end with the new one. The parts add up to the whole for every milestone of generated pairs of versions with edits in every group; the
// shares of the edits add up to their step; and the means over all orders add up to the steps.
func TestSums(t *testing.T) {
	pairs := 12
	if *long {
		pairs = 300
	}
	var said tally
	eachPair(t, pairs, func(seed int, old, new *diff.Version) {
		d := compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
		checkEnds(t, seed, old, new)
		checkSums(t, seed, d)
		checkShares(t, seed, d)
		checkRanges(t, seed, d)
		said.count(d)
		few := compare(t, old, new, diff.Options{Attribute: true, ByEdit: true, MostEdits: 3})
		checkSums(t, seed, few)
		checkShares(t, seed, few)
	})
	t.Logf("%+v", said)
	if said.Moved == 0 || said.Steps == [5]int{} {
		t.Error("nothing was looked at")
	}
	for g, n := range said.Steps {
		if n == 0 {
			t.Errorf("%v moved nothing in any pair", diff.Group(g))
		}
	}
}

// tally counts what the pairs were about, so that a test that looks at nothing shows.
type tally struct {
	Pairs, Milestones, Moved, Edits, Joined, Left, NotReproduced, Loosened, Reproduction, Reoptimised int
	Steps                                                                                             [5]int // milestones that each group moved
}

func (s *tally) count(d *diff.Diff) {
	s.Pairs++
	s.Milestones += len(d.Milestones)
	s.Edits += len(d.Edits)
	a := d.Attribution
	s.Left += len(a.Left)
	if !a.IsReproduced {
		s.NotReproduced++
	}
	if a.Loosened {
		s.Loosened++
	}
	for k := range a.Steps {
		s.Joined += len(a.Steps[k].Groups) - 1
	}
	for k := range a.Moves {
		m := &a.Moves[k]
		if !d.Milestones[k].Moved.IsZero() {
			s.Moved++
		}
		if !m.Reproduction.IsZero() {
			s.Reproduction++
		}
		if !m.Reoptimisation.IsZero() {
			s.Reoptimised++
		}
		for i, days := range m.Steps {
			if len(a.Steps[i].Groups) == 1 && !days.IsZero() {
				s.Steps[a.Steps[i].Groups[0]]++
			}
		}
	}
}

func checkSums(t *testing.T, seed int, d *diff.Diff) {
	t.Helper()
	for k := range d.Milestones {
		if got := d.Attribution.Moves[k].Sum(); got != d.Milestones[k].Moved {
			t.Errorf("seed %d: %s moved by %v, but its parts add up to %v", seed, d.Milestones[k].ID, d.Milestones[k].Moved, got)
		}
	}
}

func checkShares(t *testing.T, seed int, d *diff.Diff) {
	t.Helper()
	for i := range d.Attribution.Steps {
		step := &d.Attribution.Steps[i]
		sums := make([]diff.Days, len(d.Milestones))
		edits := 0
		for _, share := range step.Shares {
			edits += len(share.Edits)
			for _, m := range share.Moves {
				sums[m.Milestone] = sums[m.Milestone].Plus(m.Days)
			}
		}
		if edits != len(step.Edits) {
			t.Errorf("seed %d: %v has %d edits, but shares of %d", seed, step.Groups, len(step.Edits), edits)
		}
		for k, sum := range sums {
			if want := d.Attribution.Moves[k].Steps[i]; sum != want {
				t.Errorf("seed %d: %v moves %s by %v, but its edits by %v", seed, step.Groups, d.Milestones[k].ID, want, sum)
			}
		}
	}
}

func checkRanges(t *testing.T, seed int, d *diff.Diff) {
	t.Helper()
	for k := range d.Attribution.Moves {
		m := &d.Attribution.Moves[k]
		if m.Ranges == nil {
			continue
		}
		mean, steps := 0, 0
		for _, r := range m.Ranges {
			mean += r.Shapley
			if r.Shapley < 120*r.Low || r.Shapley > 120*r.High {
				t.Errorf("seed %d: the mean %d of %v is not between %d and %d", seed, r.Shapley, r.Group, r.Low, r.High)
			}
		}
		for _, s := range m.Steps {
			steps += s.Calendar
		}
		if mean != 120*steps {
			t.Errorf("seed %d: %s moves by %d days in the steps, but by %d/120 in the mean", seed, d.Milestones[k].ID, steps, mean)
		}
	}
}

package solve_test

import (
	"testing"

	"epr/plan/plantest"
	"epr/plan/solve"
)

// BenchmarkSolve solves generated programmes of 300 and of 6,180 activities, and the larger one again with
// its own schedule committed.
func BenchmarkSolve(b *testing.B) {
	b.Run("300", func(b *testing.B) { benchmark(b, 10, false) })
	b.Run("6180", func(b *testing.B) { benchmark(b, plantest.NationalTrusts, false) })
	b.Run("6180 committed", func(b *testing.B) { benchmark(b, plantest.NationalTrusts, true) })
}

func benchmark(b *testing.B, trusts int, committed bool) {
	n := national(b, trusts)
	var o solve.Options
	if committed {
		r, err := solve.Solve(n, o)
		if err != nil {
			b.Fatal(err)
		}
		o.Committed = r.Schedule
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := solve.Solve(n, o); err != nil {
			b.Fatal(err)
		}
	}
}

package flow_test

import (
	"testing"

	"epr/calendar"
	"epr/plan/flow"
	"epr/plan/plantest"
)

// BenchmarkNational times a national programme again: 206 trusts, 30 steps each.
func BenchmarkNational(b *testing.B) {
	n := network(b, plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps), plantest.ProgrammeFile)
	s := solved(b, n)
	f := flow.New(n, s)
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			flow.New(n, s)
		}
	})
	b.Run("retime", func(b *testing.B) {
		t := &flow.Timing{}
		for b.Loop() {
			f.Retime(t)
		}
	})
	b.Run("latest", func(b *testing.B) {
		limits := make([]calendar.Date, f.Len())
		for i := range limits {
			limits[i] = f.HardLatest(i)
		}
		for b.Loop() {
			f.Latest(limits)
		}
	})
}

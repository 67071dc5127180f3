package flow_test

import (
	"testing"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/plan/flow"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
)

// BenchmarkNational times a national programme again: 206 trusts, 30 steps each.
func BenchmarkNational(b *testing.B) {
	n := plantest.Expand(b, plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps), plantest.ProgrammeFile)
	s := scheduled.Quick(b, n)
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			flow.New(n, s)
		}
	})
	benchmark(b, n, s)
	b.Run("latest", func(b *testing.B) {
		f := flow.New(n, s)
		limits := make([]calendar.Date, f.Len())
		for i := range limits {
			limits[i] = f.HardLatest(i)
		}
		for b.Loop() {
			f.Latest(limits)
		}
	})
}

// BenchmarkLincolnshire times the example again, of 418 activities.
func BenchmarkLincolnshire(b *testing.B) {
	n := plantest.Expand(b, examples.Files, "lincolnshire.toml")
	benchmark(b, n, scheduled.Quick(b, n))
}

// benchmark times a schedule again as a forecast does, with durations that change every time.
func benchmark(b *testing.B, n *plan.Network, s *plan.Schedule) {
	f := flow.New(n, s)
	timing, end := replications(f), f.Order[f.Len()-1]
	b.Run("retime", func(b *testing.B) {
		for k := 0; b.Loop(); k++ {
			replicate(f, timing, k)
			f.Retime(timing)
		}
	})
	b.Run("critical", func(b *testing.B) {
		f.Retime(timing)
		for b.Loop() {
			f.Critical(timing, end, func(int) {})
		}
	})
	b.Run("dispatch", func(b *testing.B) {
		d := f.NewDispatch()
		for k := 0; b.Loop(); k++ {
			replicate(f, timing, k)
			d.Retime(timing)
		}
	})
	timing.Follow = true
	b.Run("follow", func(b *testing.B) {
		for k := 0; b.Loop(); k++ {
			replicate(f, timing, k)
			f.Retime(timing)
		}
	})
}

// replications is a timing with everything that a forecast plays.
func replications(f *flow.Flow) *flow.Timing {
	timing := &flow.Timing{Durations: make([]int, f.Len()), Steady: make([]int, f.Len()), Repeats: make([]int, f.Len()),
		Shut: make([][]calendar.Span, f.Len()), Rest: make([][]calendar.Span, f.Len()), StandIn: true}
	for i := range timing.Steady {
		timing.Steady[i] = max(1, f.Days(i)*8/10)
		week := []calendar.Span{{From: f.Start(i), To: f.Start(i) + 6}}
		switch i % 10 {
		case 0:
			timing.Rest[i] = week
		case 1:
			timing.Shut[i] = week
		case 2:
			timing.Repeats[i] = 1
		}
	}
	return timing
}

// replicate gives work between 0.8 and 1.3 times its days.
func replicate(f *flow.Flow, timing *flow.Timing, k int) {
	for i := range timing.Durations {
		timing.Durations[i] = max(1, f.Days(i)*(8+(i*7+k*3)%6)/10)
	}
}

// TestAllocations: once warm, nothing is allocated.
func TestAllocations(t *testing.T) {
	n := plantest.Expand(t, plantest.Acute(6, 6), plantest.AcuteFile)
	f := flow.New(n, scheduled.Quick(t, n))
	timing, d, end := replications(f), f.NewDispatch(), f.Order[f.Len()-1]
	changed := []int{3, 5, 8}
	for name, run := range map[string]func(){
		"dispatch": func() { d.Retime(timing) },
		"retime":   func() { f.Retime(timing) },
		"again":    func() { f.Again(timing, changed); timing.Undo() },
		"critical": func() { f.Critical(timing, end, func(int) {}) },
	} {
		k := 0
		if n := testing.AllocsPerRun(20, func() { replicate(f, timing, k); k++; f.Retime(timing); run() }); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

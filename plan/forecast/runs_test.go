package forecast_test

import (
	"testing"

	"epr/plan"
	"epr/plan/forecast"
)

func TestDefaultRuns(t *testing.T) {
	for activities, want := range map[int]int{0: 5_000, 1: 5_000, 500: 5_000, 501: 4_000, 1_000: 2_000, 2_500: 1_000, 6_180: 1_000} {
		n := &plan.Network{Activities: make([]plan.Activity, activities)}
		if got := forecast.DefaultRuns(n); got != want {
			t.Errorf("%d activities: %d replications, want %d", activities, got, want)
		}
	}
}

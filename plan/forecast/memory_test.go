package forecast_test

import (
	"runtime"
	"testing"

	"epr/plan/forecast"
)

// Ten times as many replications may take a little more memory, since their dates spread a little further,
// and where two risks close days at once.
func TestMemoryDoesNotGrowWithReplications(t *testing.T) {
	c := example(t)
	few, many := allocated(t, c, 100), allocated(t, c, 1_000)
	if many > few+few/4 {
		t.Errorf("100 replications allocate %d bytes, 1,000 of them %d", few, many)
	}
}

func allocated(t *testing.T, c drawnCase, runs int) uint64 {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := forecast.Run(c.net, c.schedule, forecast.Options{Runs: runs}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

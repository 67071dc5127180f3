package reports_test

import (
	"testing"

	"epr/reports"
)

// Only what is proved best is no distance from it: value and bound are rounded.
func TestGap(t *testing.T) {
	for _, tt := range []struct {
		stage reports.Stage
		want  int
	}{
		{reports.Stage{Value: 13, Bound: 13, Proved: true}, 0},
		{reports.Stage{Value: 13, Bound: 13}, 1},
		{reports.Stage{Value: 13, Bound: 10}, 3},
	} {
		if got := tt.stage.Gap(); got != tt.want {
			t.Errorf("%+v: %d from the best, want %d", tt.stage, got, tt.want)
		}
	}
}

package assurance

import "testing"

// TestIsGoodIndex tries the published values of the critical path length index, and both sides of the threshold.
func TestIsGoodIndex(t *testing.T) {
	for _, c := range []struct {
		length, float int
		want          bool
	}{
		{250, -10, true},  // 0.96
		{250, -20, false}, // 0.92
		{20, -1, true},    // 0.95
		{1000, -50, true},
		{1000, -51, false}, // 0.949 rounds to 0.95
		{10, 0, true},
		{10, 30, true},
	} {
		if got := isGoodIndex(c.length, c.float); got != c.want {
			t.Errorf("%d days with a float of %d: %v", c.length, c.float, got)
		}
	}
}

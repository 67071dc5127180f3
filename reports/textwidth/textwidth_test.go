package textwidth_test

import (
	"testing"

	"epr/reports/textwidth"
)

func TestOf(t *testing.T) {
	m := textwidth.Measure{Letter: 600, Quote: 350, Full: 1000}
	tests := []struct {
		text string
		bold bool
		want int
	}{
		{"", false, 0},
		{" !", false, 278 + 278},
		{"W~", false, 944 + 584},          // the widest capital, and the last of ASCII
		{"W~", true, 944 + 584 + 1528/12}, // bold
		{"ŵ", false, 600},                 // a Welsh letter
		{"w\u0302", false, 722},           // the same with a mark of its own
		{"“·", false, 700},
		{"→漢", false, 2000},
		{"\t\x7f", false, 1200}, // not printable: as a letter
	}
	for _, tt := range tests {
		if got := m.Of(tt.text, tt.bold); got != tt.want {
			t.Errorf("%q, bold %v: %d, want %d", tt.text, tt.bold, got, tt.want)
		}
	}
}

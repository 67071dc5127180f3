package html

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// TestContrast holds the colours, light and dark, to WCAG 2.2 level AA: 4.5 to 1 for text (1.4.3), 3 to 1 for bars,
// marks and the edges of fields against what is behind them (1.4.11). What axe-core cannot see is text in pictures.
func TestContrast(t *testing.T) {
	type pair struct{ front, back string }
	text := []pair{
		{"ink", "ground"}, {"ink", "paper"}, {"ink", "stripe"}, {"ink", "chosen"}, {"quiet", "ground"}, {"quiet", "paper"}, {"quiet", "stripe"},
		{"quiet", "chosen"}, {"link", "ground"}, {"link", "paper"}, {"link", "stripe"}, {"link", "chosen"}, {"on-head", "head"}, {"paper", "link"},
		{"bad-text", "paper"}, {"watch-text", "paper"}, {"good-text", "paper"}, {"bad-text", "stripe"}, {"watch-text", "stripe"}, {"good-text", "stripe"},
		{"on-bad", "bad"}, {"on-watch", "watch"}, {"on-good", "good"}, {"on-calm", "calm"}, {"on-tint", "moderate"}, {"on-tint", "low"},
		{"ink", "hatch-ground"}, {"on-prepare", "prepare"}, {"on-design", "design"}, {"on-build", "build"}, {"on-test", "test"},
		{"on-training", "training"}, {"on-live", "live"}, {"on-hypercare", "hypercare"}, {"on-after", "after"}, {"on-phase", "phase"},
	}
	shapes := []pair{
		{"edge", "paper"}, {"edge", "ground"}, {"focus", "paper"}, {"focus", "ground"}, {"focus", "stripe"}, {"bad", "paper"}, {"bad", "stripe"},
		{"edge", "hatch-ground"}, {"prepare", "paper"}, {"build", "paper"}, {"test", "paper"}, {"training", "paper"}, {"live", "paper"}, {"phase", "paper"}, {"phase", "stripe"},
		{"was", "paper"}, {"was", "stripe"}, {"good", "paper"}, {"focus", "chosen"}, {"edge", "chosen"}, {"build", "stripe"}, {"paper", "build"},
	}
	light := coloursIn(file("colours.css"))
	for theme, colours := range map[string]map[string]colour{"light": light, "dark": coloursIn(file("dark.css"))} {
		for name := range light {
			if _, ok := colours[name]; !ok {
				t.Errorf("%s: no colour %s", theme, name)
			}
		}
		for _, p := range text {
			if got := contrast(colours[p.front], colours[p.back]); got < 4.5 {
				t.Errorf("%s: text %s on %s has %.2f", theme, p.front, p.back, got)
			}
		}
		for _, p := range shapes {
			if got := contrast(colours[p.front], colours[p.back]); got < 3 {
				t.Errorf("%s: %s on %s has %.2f", theme, p.front, p.back, got)
			}
		}
	}
}

type colour struct{ r, g, b float64 }

func coloursIn(css string) map[string]colour {
	colours := map[string]colour{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2});`).FindAllStringSubmatch(css, -1) {
		colours[m[1]] = colour{linear(m[2]), linear(m[3]), linear(m[4])}
	}
	return colours
}

// linear is a component of a colour as light (WCAG 2.2, relative luminance).
func linear(hex string) float64 {
	n, _ := strconv.ParseUint(hex, 16, 8)
	c := float64(n) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

func contrast(a, b colour) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

func luminance(c colour) float64 { return 0.2126*c.r + 0.7152*c.g + 0.0722*c.b }

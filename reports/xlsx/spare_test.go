package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/reports"
	"epr/reports/reportstest"
)

// TestRisksAtLength holds that what is said of a few risks beside the matrix names all of them, and has room there.
func TestRisksAtLength(t *testing.T) {
	const from = 8
	rapid.Check(t, func(t *rapid.T) {
		var list []reports.Risk
		for i := range rapid.IntRange(1, topRows-1).Draw(t, "risks") {
			words := func(name string) string {
				return strings.Repeat("word ", rapid.IntRange(0, 60).Draw(t, name))
			}
			list = append(list, reports.Risk{Name: fmt.Sprintf("Risk %d", i), Cause: words("cause"), Effect: words("effect"), Controls: words("controls"), Note: words("note")})
		}
		s := &sheet{widths: []float64{21, 21, 21, 21, 21, 21, 3, 5, 40, 15, 17, 25, 34, 14}}
		shown := s.risksAtLength(list, from)
		words := shown.value.(string)
		high := s.cellHeight() * float64(topRows-len(list))
		if got := heightOf(lineCount(words, shown.look, s.room(from, from+6)), shown.look.points()); got > high {
			t.Fatalf("it takes %.0f points of %.0f", got, high)
		}
		for _, r := range list {
			if !strings.Contains(words, r.Name) && words != "The register holds no other risk." {
				t.Fatalf("%q is not in %q", r.Name, words)
			}
		}
	})
}

// TestInOneLine holds that the title of a chart is no wider than the chart, and keeps its finding and the beginning of the
// name before it.
func TestInOneLine(t *testing.T) {
	s := &sheet{widths: []float64{30, 30, 30}}
	rapid.Check(t, func(t *rapid.T) {
		name := "Phase " + rapid.StringMatching("[a-z ]{0,90}[a-z]").Draw(t, "name")
		const finding = ": 20% by 31 Mar 2021"
		got := s.inOneLine(name+finding, 1, 3)
		if !strings.HasSuffix(got, finding) || !strings.HasPrefix(got, "Phase") {
			t.Fatalf("%q becomes %q", name+finding, got)
		}
		if wide := textWidth(got, 12, true); wide > s.room(1, 3)*9/10 {
			t.Fatalf("%q is %d wide", got, wide)
		}
	})
}

// TestRightOver holds that rows beside a note are together as high as the note, none of them much higher than the others.
func TestRightOver(t *testing.T) {
	s := &sheet{isTrial: true, widths: make([]float64, 13)}
	for c := range s.widths {
		s.widths[c] = 16
	}
	for row := 4; row <= 9; row++ {
		s.height(row, 22)
	}
	words := strings.Repeat("a note of some length ", 60)
	s.rightOver(4, 9, words)
	need := heightOf(lineCount(words, rightLook, s.room(besideFrom, 13)), rightLook.points())
	if got := s.between(4, 10); got < need {
		t.Errorf("the rows are %.0f points high, the note takes %.0f", got, need)
	}
	if s.heightAt(4) != s.heightAt(9) {
		t.Errorf("rows are %.0f and %.0f points high", s.heightAt(4), s.heightAt(9))
	}
}

// TestScoreChart holds that the scores of a few risks are drawn below the register, from the cells that may be changed, and
// that those of many are not.
func TestScoreChart(t *testing.T) {
	for _, test := range []struct {
		name   string
		pack   *reports.Pack
		charts int
	}{
		{"one risk", small(), 1},
		{"a register that fills its page", reportstest.Pack(), 0},
	} {
		drawn := 0
		for name, text := range parts(t, write(t, test.pack)) {
			if strings.HasPrefix(name, "xl/charts/chart") && strings.Contains(string(text), sheetRisks) {
				drawn++
			}
		}
		if drawn != test.charts {
			t.Errorf("%s: %d charts of scores, want %d", test.name, drawn, test.charts)
		}
	}
}

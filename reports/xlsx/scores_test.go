package xlsx

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"epr/plan"
	"epr/reports/reportstest"
)

// registerCell is the cell of a column of the register in the row of its i-th risk.
func registerCell(t *testing.T, f *excelize.File, head string, i int) string {
	t.Helper()
	for c := 1; ; c++ {
		switch got, _ := f.GetCellValue(sheetRisks, at(c, fewRisksHead)); got {
		case head:
			return at(c, fewRisksHead+1+i)
		case "":
			t.Fatalf("the register has no column %q", head)
		}
	}
}

// TestScores holds that each score is a formula of the two inputs beside it, that its result is the model's, and that
// the rating and what the board is told follow it.
func TestScores(t *testing.T) {
	p := reportstest.Pack()
	f := reopen(t, write(t, p))
	for i, r := range p.Risks.Rows {
		consequence, likelihood := registerCell(t, f, headConsequence, i), registerCell(t, f, headLikelihood, i)
		score := registerCell(t, f, headScore, i)
		for cell, want := range map[string]int{consequence: r.Current.Consequence, likelihood: r.Current.Likelihood, score: r.Score} {
			if got, _ := f.GetCellValue(sheetRisks, cell, excelize.Options{RawCellValue: true}); got != fmt.Sprint(want) {
				t.Errorf("%s of %s is %s, want %d", cell, r.ID, got, want)
			}
		}
		if got, _ := f.GetCellFormula(sheetRisks, score); got != "N("+consequence+")*N("+likelihood+")" {
			t.Errorf("the score of %s is the formula %q", r.ID, got)
		}
		for head, want := range map[string]string{headRating: bandName(r.Band), "To board": yes(r.Escalated)} {
			cell := registerCell(t, f, head, i)
			if got, _ := f.GetCellValue(sheetRisks, cell); got != want {
				t.Errorf("%s of %s is %q, want %q", head, r.ID, got, want)
			}
			if text, _ := f.GetCellFormula(sheetRisks, cell); !strings.Contains(text, score) {
				t.Errorf("%s of %s does not follow %s: %q", head, r.ID, score, text)
			}
		}
	}
	if said, _ := f.SearchSheet(sheetRisks, inputNote); len(said) != 1 {
		t.Error("the register does not say which cells are inputs")
	}
}

// TestScoresAreKept holds that the inputs take 1 to 5 only, and that scores and ratings are coloured by rule.
func TestScoresAreKept(t *testing.T) {
	p := reportstest.Pack()
	f := reopen(t, write(t, p))
	last := len(p.Risks.Rows) - 1
	rules, err := f.GetDataValidations(sheetRisks)
	if err != nil || len(rules) != 1 {
		t.Fatalf("%d rules for the inputs, %v", len(rules), err)
	}
	if want := registerCell(t, f, headConsequence, 0) + ":" + registerCell(t, f, headLikelihood, last); rules[0].Sqref != want || rules[0].Formula1 != `"1,2,3,4,5"` {
		t.Errorf("%s takes %s, want %s to take 1 to 5", rules[0].Sqref, rules[0].Formula1, want)
	}
	coloured, err := f.GetConditionalFormats(sheetRisks)
	if err != nil {
		t.Fatal(err)
	}
	score := registerCell(t, f, headScore, 0)
	for _, head := range []string{headScore, headRating} {
		area := registerCell(t, f, head, 0) + ":" + registerCell(t, f, head, last)
		if len(coloured[area]) != len(p.Risks.ByBand) {
			t.Errorf("%s has %d rules, want one for each band", area, len(coloured[area]))
		}
		for k, rule := range coloured[area] {
			if want := fmt.Sprintf("$%s>=%d", score, p.Risks.ByBand[k].From); rule.Criteria != want {
				t.Errorf("rule %d of %s is %q, want %q", k, area, rule.Criteria, want)
			}
		}
	}
}

// TestTried changes scores as a reader would, has LibreOffice recompute the workbook, and sees score, rating, board
// and the counts of the heat map follow.
func TestTried(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed")
	}
	p := reportstest.Pack()
	f := reopen(t, write(t, p))
	tried := []plan.Score{{Consequence: 5, Likelihood: 5}, {Consequence: 1, Likelihood: 2}, {Consequence: 3, Likelihood: 2}, {Consequence: 2, Likelihood: 4}}
	for i, s := range tried {
		f.SetCellInt(sheetRisks, registerCell(t, f, headConsequence, i), int64(s.Consequence))
		f.SetCellInt(sheetRisks, registerCell(t, f, headLikelihood, i), int64(s.Likelihood))
	}
	var edited bytes.Buffer
	if err := f.Write(&edited); err != nil {
		t.Fatal(err)
	}
	g := recomputed(t, office, withoutResults(t, edited.Bytes()))
	counts, bands := map[plan.Score]int{}, map[plan.Band]int{}
	for i, r := range p.Risks.Rows {
		s := r.Current
		if i < len(tried) {
			s = tried[i]
		}
		counts[s]++
		band := p.Risks.Bands.Of(s.Value())
		bands[band]++
		for head, want := range map[string]string{
			headScore: fmt.Sprint(s.Value()), headRating: bandName(band), "To board": yes(s.Value() >= p.Risks.EscalateAt),
		} {
			if got, _ := g.GetCellValue(sheetRisks, registerCell(t, g, head, i)); got != want {
				t.Errorf("%s of risk %d, tried as %d × %d, is %q, want %q", head, i+1, s.Consequence, s.Likelihood, got, want)
			}
		}
	}
	countsFollow(t, g, counts, bands)
}

// countsFollow checks the counts of the heat map.
func countsFollow(t *testing.T, g *excelize.File, counts map[plan.Score]int, bands map[plan.Band]int) {
	t.Helper()
	raw := excelize.Options{RawCellValue: true}
	for l := 1; l <= 5; l++ {
		for c := 1; c <= 5; c++ {
			cell := at(c+1, fewRisksHead+11-2*l)
			got, _ := g.GetCellValue(sheetHeatMap, cell, raw)
			if n, err := strconv.Atoi(got); err != nil || n != counts[plan.Score{Consequence: c, Likelihood: l}] {
				t.Errorf("%s counts %q risks at %d × %d, want %d", cell, got, c, l, counts[plan.Score{Consequence: c, Likelihood: l}])
			}
		}
	}
	for k, band := range []plan.Band{plan.Extreme, plan.High, plan.Moderate, plan.Low} {
		cell := at(3, fewRisksHead+heatRows+3+k)
		if got, _ := g.GetCellValue(sheetHeatMap, cell, raw); got != fmt.Sprint(bands[band]) {
			t.Errorf("%s counts %q %s risks, want %d", cell, got, band, bands[band])
		}
	}
}

// recomputed is a workbook as LibreOffice computes it.
func recomputed(t *testing.T, office string, content []byte) *excelize.File {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	file := filepath.Join(in, "tried.xlsx")
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
	profile := "-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile")
	if said, err := exec.Command(office, profile, "--headless", "--convert-to", "xlsx", "--outdir", out, file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	computed, err := os.ReadFile(filepath.Join(out, "tried.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return reopen(t, computed)
}

func TestLocated(t *testing.T) {
	heads := []string{"#", "Score", "Rating"}
	if got := located("IF({Score}>=15,{#},{Rating})", heads, 7); got != "IF(B7>=15,A7,C7)" {
		t.Error(got)
	}
}

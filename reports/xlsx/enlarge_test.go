package xlsx

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

func TestNarrowed(t *testing.T) {
	for _, c := range []struct {
		name   string
		widths []float64
		wide   float64
		want   []float64
	}{
		{"what fits stays", []float64{40, 13, 40}, 100, []float64{40, 13, 40}},
		{"text gives way, dates do not", []float64{40, 13, 40, 13}, 90, []float64{32, 13, 32, 13}},
		{"text gives way so far and no farther", []float64{40, 13, 40, 13}, 20, []float64{24, 13, 24, 13}},
		{"a date still has room", []float64{16, 100}, 20, []float64{13.5, 60}},
		{"nothing gives way", []float64{13, 13}, 20, []float64{13, 13}},
	} {
		if diff := cmp.Diff(c.want, narrowed(c.widths, c.wide)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// small is a programme of a build and a go-live that a winter moves, with one risk.
func small() *reports.Pack {
	p := empty()
	book := &plan.Playbook{ID: "book"}
	book.Steps.Add("build", &plan.Step{ID: "build", Name: "Build", Kind: plan.Build, Days: plan.Duration{Low: 110, Likely: 110, High: 110}})
	book.Steps.Add("live", &plan.Step{ID: "live", Name: "Go live", Kind: plan.GoLive, Days: plan.Duration{Low: 2, Likely: 2, High: 2},
		After: []plan.After{{Step: "build"}}})
	p.Playbooks.Add("book", book)
	p.Blackouts.Add("winter", &plan.Blackout{ID: "winter", Name: "Winter", Effect: plan.Forbid, Blocks: []plan.Kind{plan.GoLive},
		Windows: calendar.Windows{Spans: []calendar.Span{{From: calendar.MustOf(2026, 11, 1), To: calendar.MustOf(2027, 2, 28)}}}})
	p.Risks.Add("late", &plan.Risk{ID: "late", Name: "It is late", Current: plan.Score{Consequence: 3, Likelihood: 3}, Inherent: plan.Score{Consequence: 4, Likelihood: 3}})
	p.Phases.Add("one", &plan.Phase{ID: "one", Name: "One", Playbooks: []string{"book"}, Target: plan.Target{By: calendar.MustOf(2027, 3, 31)}})
	return reports.Build(reportstest.InputOf(p))
}

// TestSmallPack holds that sheets with little on them are written larger, so that they fill the width of a page of either
// paper and are one page of it, and that they are shown as much smaller.
func TestSmallPack(t *testing.T) {
	f := reopen(t, write(t, small()))
	larger := map[string]bool{}
	for _, name := range f.GetSheetList() {
		view, err := f.GetSheetView(name, 0)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetCellStyle(name, "A1")
		if err != nil {
			t.Fatal(err)
		}
		title, err := f.GetStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		if larger[name] = *view.ZoomScale < 100; !larger[name] {
			continue
		}
		if props, _ := f.GetSheetProps(name); !*props.FitToPage {
			t.Errorf("%s is printed at a fixed scale", name)
		}
		onOnePage(t, f, name)
		if shown := title.Font.Size * *view.ZoomScale / 100; shown < 0.95*float64(titleLook.size) || shown > float64(titleLook.size) {
			t.Errorf("the title of %s is shown at %.1f points", name, shown)
		}
		for paper, fits := range map[string]float64{"A3": scaleOn(t, f, name, printableWidth, printableHeight), "A4": scaleOn(t, f, name, printableWidthA4, printableHeightA4) * math.Sqrt2} {
			if fits < 0.94 {
				t.Errorf("on %s, %s is made smaller to %.0f%% of the size of the paper", paper, name, 100*fits)
			}
		}
	}
	for _, name := range []string{sheetPhases, sheetCritical, sheetControls, sheetClashes} {
		if !larger[name] {
			t.Errorf("%s is not written larger", name)
		}
	}
	for _, name := range []string{sheetSummary, sheetDesigns, sheetSchedule} {
		if larger[name] {
			t.Errorf("%s is written larger", name)
		}
	}
}

// TestOnSide holds that a wide table of few rows stands on its side in the pack, with the figures of the plain pack.
func TestOnSide(t *testing.T) {
	pack := small()
	side, err := reopen(t, write(t, pack)).GetRows(sheetMilestones)
	if err != nil {
		t.Fatal(err)
	}
	if head := side[3]; head[0] != "Milestone" || head[1] != pack.Milestones[0].Name {
		t.Fatalf("the table is headed %q", head)
	}
	var heads, shown []string
	for _, row := range side[4 : len(side)-1] {
		heads, shown = append(heads, row[0]), append(shown, row[1])
	}
	s := &sheet{book: newBook(pack)}
	columns, _ := s.milestoneColumns(pack.Milestones)
	for k, col := range columns[1:] {
		if heads[k] != col.head {
			t.Errorf("row %d is %q, want %q", k, heads[k], col.head)
		}
		if words, ok := col.cell(0).value.(string); ok && shown[k] != words {
			t.Errorf("%s is %q, want %q", col.head, shown[k], words)
		}
	}
}

package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"epr/plan"
	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
)

// drawn is a page as text: a character for each week. Stages are their first letters, "#" is a phase, "*" a
// go-live, "?" a gate, "o" a milestone, "v" a promise, "/" a week closed to go-lives.
func drawn(p reports.Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "from %s, %d weeks a column, status in column %d, grouped %v, hidden %d, beyond %d\n",
		p.Columns[0], p.Weeks, p.Status, p.Grouped, p.Hidden, p.Beyond)
	for _, x := range p.Blackouts {
		fmt.Fprintf(&b, "blackout %d %s, %s, columns %d to %d, lane %d, soft %v\n", x.Key, x.Name, x.Span, x.From, x.To, x.Lane, x.Soft)
	}
	for _, row := range p.Rows {
		fmt.Fprintf(&b, "%-32.32s %s %s ", strings.Repeat("  ", int(row.Level))+row.Name, row.Finish, row.Rating)
		if row.Level == reports.LevelRest {
			fmt.Fprintf(&b, "%d more ", row.Count)
		}
		b.WriteByte('|')
		for _, cell := range row.Cells {
			b.WriteByte(letter(cell))
		}
		b.WriteString("|\n")
	}
	return b.String()
}

func letter(c reports.PageCell) byte {
	switch {
	case c.Event == plan.GoLive:
		return '*'
	case c.Event == plan.Gate:
		return '?'
	case c.Event == plan.Milestone:
		return 'o'
	case c.Promised && c.Band == reports.BandPhase, c.Promised && c.Band == "":
		return 'v'
	case c.Band == reports.BandPhase:
		return '#'
	case c.Band == reports.BandTraining:
		return 'L'
	case c.Band != "":
		return c.Band[0]
	case c.Closed:
		return '/'
	}
	return ' '
}

func TestPage(t *testing.T) {
	golden.Compare(t, "page.txt", drawn(reportstest.Pack().Page))
}

func TestPageOfManyTrusts(t *testing.T) {
	page := reports.Build(reportstest.InputOf(reportstest.Many(60))).Page
	if len(page.Rows) > reports.PageRows {
		t.Errorf("%d rows, more than %d", len(page.Rows), reports.PageRows)
	}
	golden.Compare(t, "page-60-trusts.txt", drawn(page))
}

// TestPageOfManyPhases sees that where there is no room for trusts each phase has one row, with all its work in it.
func TestPageOfManyPhases(t *testing.T) {
	p := reportstest.Many(3)
	one := p.Phases.Get("one")
	for k := range 19 {
		phase := *one
		phase.ID, phase.Name = fmt.Sprintf("more-%02d", k), fmt.Sprintf("More %d", k)
		p.Phases.Add(phase.ID, &phase)
	}
	page := reports.Build(reportstest.InputOf(p)).Page
	if !page.PerPhase || page.Hidden != 0 || len(page.Rows) != p.Phases.Len() {
		t.Fatalf("per phase: %t, %d trusts left out, %d rows of %d phases", page.PerPhase, page.Hidden, len(page.Rows), p.Phases.Len())
	}
	for i := range page.Rows {
		row := &page.Rows[i]
		if row.Level != reports.LevelPhase || !slices.ContainsFunc(row.Cells, func(c reports.PageCell) bool { return c.Event == plan.GoLive }) {
			t.Errorf("the row of %s, of level %d, shows no go-live", row.ID, row.Level)
		}
	}
}

func TestPageOfManyYears(t *testing.T) {
	p := reportstest.Many(2)
	p.Programme.End = day(2042, 12, 31)
	late := plan.Step{ID: "last", Name: "Last", Kind: plan.Decommission, Days: plan.Duration{Low: 5, Likely: 5, High: 5}, NotBefore: day(2040, 1, 2)}
	benefits := plan.Step{ID: "benefits", Name: "Benefits", Kind: plan.Benefits, Days: plan.Duration{Low: 5, Likely: 5, High: 5}, NotBefore: day(2042, 1, 2)}
	p.Activities.Add(late.ID, &late)
	p.Activities.Add(benefits.ID, &benefits)
	page := reports.Build(reportstest.InputOf(p)).Page
	if len(page.Columns) > reports.PageColumns || page.Weeks != 7 || page.Beyond != 1 {
		t.Errorf("%d columns of %d weeks, %d beyond", len(page.Columns), page.Weeks, page.Beyond)
	}
	if last := page.End(len(page.Columns) - 1); last < day(2040, 1, 2) || last > day(2040, 3, 1) {
		t.Errorf("the page ends on %s", last)
	}
}

func TestBandsCoverTheKinds(t *testing.T) {
	covered := map[plan.Kind]reports.Band{}
	for _, band := range reports.Bands {
		for _, kind := range band.Kinds() {
			covered[kind] = band
		}
	}
	for _, kind := range plan.Kinds {
		if event := kind == plan.Gate || kind == plan.Milestone; event == (covered[kind] != "") {
			t.Errorf("kind %s: band %q", kind, covered[kind])
		}
	}
}

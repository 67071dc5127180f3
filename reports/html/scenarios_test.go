package html

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
	"epr/reports/reportstest"
)

// scenariosPack is the invented programme beside a plan planned afresh and three scenarios, one of which no schedule keeps.
func scenariosPack() *reports.Pack {
	in := reportstest.WithScenarios(reportstest.WithForecast(reportstest.Input()))
	in.Alternatives[1].Name = `Winter <lasts> & "on"`
	for range 9 {
		in.Alternatives[1].Edits = append(in.Alternatives[1].Edits, "team.trainers.size: 12 → <b>20</b>")
	}
	return reports.Build(in)
}

var (
	tableRow = regexp.MustCompile(`(?s)<tr>.*?</tr>`)
	cellText = regexp.MustCompile(`(?s)<t[hd][^>]*>(.*?)</t[hd]>`)
	anyTag   = regexp.MustCompile(`<[^>]*>`)
	spaces   = regexp.MustCompile(`\s+`)
)

// tablesIn are the cells of the tables of a section, as they are read.
func tablesIn(section string) [][][]string {
	var tables [][][]string
	for _, table := range strings.Split(section, "<table")[1:] {
		var rows [][]string
		for _, row := range tableRow.FindAllString(table, -1) {
			var cells []string
			for _, cell := range cellText.FindAllStringSubmatch(row, -1) {
				said := html.UnescapeString(anyTag.ReplaceAllString(cell[1], " "))
				cells = append(cells, strings.TrimSpace(spaces.ReplaceAllString(said, " ")))
			}
			rows = append(rows, cells)
		}
		tables = append(tables, rows)
	}
	return tables
}

func scenariosSection(page string) string {
	return regexp.MustCompile(`(?s)<section id="scenarios".*?</section>`).FindString(page)
}

func TestScenarios(t *testing.T) {
	section := scenariosSection(markup(write(t, scenariosPack())))
	tables := tablesIn(section)
	if len(tables) != 3 {
		t.Fatalf("%d tables, want 3", len(tables))
	}
	edit := "team.trainers.size: 12 → <b>20</b>"
	wantFirst := [][]string{
		{"Scenario", "What it changes", "Promises kept", "Finish", "Later, days", "P80", "Chance of all promises", "Cost of lateness", "Mean cost of delay", "Dates moved"},
		{"The plan as committed", "–", "4 of 5", "28 May 2028", "+7", "17 Aug 2028", "0%", "£416,667", "£367,363", "122"},
		{"The plan, planned afresh", "–", "4 of 5", "21 May 2028", "–", "17 Aug 2028", "0%", "£358,333", "£367,363", "–"},
		{`1 Winter <lasts> & "on"`, `blackout.winter.every: { from = "12-01", to = "02-28" } → { from = "12-01", to = "03-31" } ` +
			strings.Repeat(edit+" ", 5) + "And 4 more edits " + strings.Repeat(edit+" ", 4) + "Assumed.",
			"4 of 5", "25 Jun 2028", "+35", "14 Sep 2028", "0%", "£416,667", "£594,917", "122"},
		{"2 Phase 2 is promised for the end of 2027", "phase.two.by: 2027-10-29 → 2027-12-31 Assumed.", "4 of 5", "28 May 2028", "+7", "17 Aug 2028", "0%", "£416,667", "£367,363", "122"},
		{"3 A date that nothing can keep", "phase.one.must_by: 2026-12-01 added", "■ No schedule keeps its rules", "–", "–", "–", "–", "–", "–", "–"},
	}
	if diff := cmp.Diff(wantFirst, tables[0]); diff != "" {
		t.Errorf("what each comes to (-want +got):\n%s", diff)
	}
	wantSecond := [][]string{
		{"Promise", "Promised", "The plan as committed", "The plan, planned afresh", `1 Winter <lasts> & "on"`, "2 Phase 2 is promised for the end of 2027"},
		{"Phase 1: core record", "30 Apr 2027", "■ 20 Jun 2027 51 days late 0% likely", "■ 13 Jun 2027 44 days late 0% likely", "■ 20 Jun 2027 51 days late 0% likely", "■ 20 Jun 2027 51 days late 0% likely"},
		{"Organisational development plan approved", "26 Feb 2027", "● 27 Jan 2027 30 days early 54% likely", "● 20 Jan 2027 37 days early 54% likely", "● 27 Jan 2027 30 days early 54% likely", "● 27 Jan 2027 30 days early 54% likely"},
		{"Phase 3: specialties", "31 Jul 2028", "● 28 May 2028 64 days early 73% likely", "● 21 May 2028 71 days early 73% likely", "● 25 Jun 2028 36 days early 57% likely", "● 28 May 2028 64 days early 73% likely"},
		{"Phase 2: coast and community", "29 Oct 2027", "● 8 Aug 2027 82 days early 81% likely", "● 1 Aug 2027 89 days early 81% likely", "● 8 Aug 2027 82 days early 81% likely", "● 8 Aug 2027 114 days early 94% likely promised for 30 Nov 2027"},
		{"Every site live", "30 Nov 2028", "● 28 May 2028 186 days early 100% likely", "● 21 May 2028 193 days early 100% likely", "● 25 Jun 2028 158 days early 100% likely", "● 28 May 2028 186 days early 100% likely"},
	}
	if diff := cmp.Diff(wantSecond, tables[1]); diff != "" {
		t.Errorf("promises (-want +got):\n%s", diff)
	}
	wantDate := []string{"Go live, Ferry Road Maternity Hospital (Phase 3)", "5 Mar 2028 +7", "27 Feb 2028", "9 Apr 2028 +42", "5 Mar 2028 +7"}
	if diff := cmp.Diff(wantDate, tables[2][1]); diff != "" {
		t.Errorf("the date farthest apart (-want +got):\n%s", diff)
	}
}

// TestScenariosSayAll sees that what binds is said of every scenario, and that the dates left out are counted.
func TestScenariosSayAll(t *testing.T) {
	p := scenariosPack()
	c := p.Scenarios
	for c.Dates = c.Dates[:len(c.Dates):len(c.Dates)]; len(c.Dates) <= mostCompared+1; {
		c.Dates = append(c.Dates, c.Dates...)
	}
	c.Dates, c.Same = c.Dates[:mostCompared+2], 1
	section := html.UnescapeString(anyTag.ReplaceAllString(scenariosSection(markup(write(t, p))), ""))
	wants := []string{c.Sentence(), c.Rule(), "And 2 more dates that differ by less.", "1 other date is the same in all.", "“epr plan --scenario never” says why."}
	for i := range c.Variants {
		wants = append(wants, c.Variants[i].BindsSentence())
	}
	for _, want := range wants {
		if !strings.Contains(section, want) {
			t.Errorf("the scenarios do not say: %s", want)
		}
	}
}

// TestNoScenarios sees that a plan without scenarios has no view of them.
func TestNoScenarios(t *testing.T) {
	if page := write(t, forecastPack()); strings.Contains(page, `"#scenarios"`) || scenariosSection(page) != "" {
		t.Error("there is a view of scenarios that the plan has not")
	}
}

// Package xlsx writes the board pack: an Excel workbook for A3 paper whose first sheet stands alone as
// the board paper. It renders a [reports.Pack] and computes nothing but its layout, so that no figure
// can differ from the one another output shows.
//
// [Write] is the one function to call; [WritePlain] writes the same pack for screen readers, one table on a sheet.
// All that a programme has stands in the workbook. In print, lists that would take many pages end where boards stop
// reading, worst or next first, columns where they would be too small to read, and the sheet says how much that is of what.
// Where pages begin is worked out here: tables stay whole where a page has room, pages of a list are as full as each other,
// and the rows of tables are as high as fills their page.
//
// The same pack gives the same bytes on every machine. The only formulas are those that follow the scores that may be
// tried in the risk register, and each brings its result; text of the plan that begins with "=" stays text.
package xlsx

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// Write writes the board pack. Its errors are those of w, or say which sheet could not be made.
func Write(w io.Writer, p *reports.Pack) error {
	b := newBook(p)
	defer b.file.Close()
	for _, part := range sheetsOf(p) {
		if err := b.build(part); err != nil {
			return fmt.Errorf("sheet %q: %w", part.name, err)
		}
	}
	if err := b.describe(); err != nil {
		return err
	}
	return b.save(w)
}

// part is one sheet of the pack: its name, what it holds, and who writes it.
type part struct {
	name  string
	about string // one line: the contents of the sheet
	tab   string // colour of its tab
	build func(*sheet)
}

// The names of the sheets, for links between them.
const (
	sheetSummary    = "Summary"
	sheetPage       = "Plan on a page"
	sheetPhases     = "Phases and trusts"
	sheetMilestones = "Milestones"
	sheetConfidence = "Confidence"
	sheetEvidence   = "Evidence"
	sheetCritical   = "Critical chain"
	sheetHeatMap    = "Heat map"
	sheetRisks      = "Risk register"
	sheetCosts      = "Risk costs"
	sheetControls   = "Risk controls"
	sheetTeams      = "Teams"
	sheetClashes    = "Clashes avoided"
	sheetContracts  = "Contracts"
	sheetDesigns    = "Workflow designs"
	sheetReadiness  = "Readiness"
	sheetSince      = "Changes since last version"
	sheetAssurance  = "Assurance"
	sheetDecisions  = "Decisions and actions"
	sheetScenarios  = "Scenarios"
	sheetSchedule   = "Schedule"
	sheetProvenance = "Provenance"
	sheetData       = "Data"
)

// sheets is every pack in its order; see sheetsOf.
func sheets() []part {
	return []part{
		{sheetSummary, "Will we make it, what could stop us, what would help, what is to be decided", navy, (*sheet).summary},
		{sheetPage, "Every phase, trust and site over the weeks, with blackouts and go-lives", blue, (*sheet).planOnAPage},
		{sheetPhases, "Finish, promise and slack of every phase, and the next go-live of every trust", blue, (*sheet).phasesAndTrusts},
		{sheetMilestones, "Go-lives, gates and milestones, worst slip first", blue, (*sheet).milestones},
		{sheetConfidence, "With what chance the dates are kept, what could move them, where each go-live lands", blue, (*sheet).confidence},
		{sheetEvidence, "What a judgement of delivery confidence can rest on, beside the stated one", blue, (*sheet).evidence},
		{sheetCritical, "What decides when each phase is finished, step by step, with the float of each", blue, (*sheet).critical},
		{sheetHeatMap, "Risks by likelihood and consequence, how they moved, and the top five", red, (*sheet).heatMap},
		{sheetRisks, "Every risk with its scores and what is done next, ranked by what it does to the promises; scores may be tried", red, (*sheet).riskRegister},
		{sheetCosts, "What each risk costs the programme in days, pounds and chances, and whether its responses pay", red, (*sheet).riskCosts},
		{sheetControls, "Controls, gaps, assurance and all responses of every risk", red, (*sheet).riskControls},
		{sheetTeams, "Load of each team by month against its size", green, (*sheet).teams},
		{sheetDesigns, "Designs in scope, drafted, signed off, built and tested, and their burn-up", green, (*sheet).designs},
		{sheetReadiness, "Gates by trust, with criteria, evidence and the share of staff trained", green, (*sheet).readiness},
		{sheetClashes, "What each blackout would have hit, where it moved and what that cost; work that enters one", green, (*sheet).clashes},
		{sheetContracts, "Contracts with their thresholds, extensions, notice dates and cover", green, (*sheet).contracts},
		{sheetSince, "What moved since the schedule was last committed, farthest first; what was added and removed", green, (*sheet).since},
		{sheetAssurance, "Quality of the schedule: the fourteen points of the DCMA and checks of our own, with what they counted", green, (*sheet).assurance},
		{sheetDecisions, "Board decisions of the coming 120 days and later, what missing one costs; responses to risks still to be done", green, (*sheet).decisions},
		{sheetSchedule, "Every activity with its dates and what holds them", grey, (*sheet).schedule},
		{sheetProvenance, "Where this pack comes from, what was checked, what it takes for granted", grey, (*sheet).provenance},
		{sheetData, "What the charts read", grey, (*sheet).data},
	}
}

// book is a workbook being made.
type book struct {
	file   *excelize.File
	pack   *reports.Pack
	styles map[look]int
	// results are those of the formulas, in the order in which they were written; see setFormula.
	results []any
	plain   bool // see WritePlain
}

func newBook(p *reports.Pack) *book {
	return &book{file: excelize.NewFile(), pack: p, styles: map[look]int{}}
}

// addSheet adds an empty sheet. The first takes the place of the one that a new workbook has.
func (b *book) addSheet(isFirst bool, name string) error {
	if !isFirst {
		_, err := b.file.NewSheet(name)
		return err
	}
	if err := b.setDefaultFont(); err != nil {
		return err
	}
	return b.file.SetSheetName("Sheet1", name)
}

// build makes one sheet.
func (b *book) build(p part) error {
	if err := b.addSheet(p.name == sheetSummary, p.name); err != nil {
		return err
	}
	s := b.fitted(p)
	p.build(s)
	return s.err
}

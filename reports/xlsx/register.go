package xlsx

import (
	"fmt"
	"slices"

	"epr/reports"
)

// riskRegister writes every risk with its scores, its effect and what is done next.
func (s *sheet) riskRegister() {
	s.riskTable("Risk register", registerTable, s.registerAbout(), s.registerColumns(), s.registerNote())
	s.inputs(len(s.pack.Risks.Rows))
}

// registerNote says how to read the register.
func (s *sheet) registerNote() string {
	r := &s.pack.Risks
	words := fmt.Sprintf("Score is consequence × likelihood, existing controls counted. The board is told of scores from %d. ", r.EscalateAt)
	if r.Compared {
		words += "Since last compares scores with the last committed register" + gone(r) + ". "
	}
	return words + "“!” marks a date that has passed. What each risk costs is on “" + sheetCosts + "”, controls and assurance are on “" + sheetControls + "”."
}

// riskCosts writes what each risk does to the finish and to the promises or, without a forecast, what the plan says that
// it would delay.
func (s *sheet) riskCosts() {
	columns, about, note := riskDelays, "What the plan says that each risk would delay. No forecast was made, so what that costs the programme is not known.",
		"Expected delay is probability × likely delay in working days for one activity."
	if s.pack.Risks.Forecast {
		columns, about = riskCosts, "What each risk costs the programme by the forecast, and whether its responses pay, in the order of the register."
		note = "Days at P50 and P80, on average, and pounds are what the programme's finish would gain without the risk, on the same luck; “after” is what is left of the days at P80 once every response is in place. " +
			"Chance lost is the points of a hundred by which the chance to keep every promise would rise without it. " + reports.AssumedScale.Rule()
	}
	s.riskTable("Risk costs", costsTable, about, slices.Concat(riskIs[:3], riskPlayed, columns), note)
}

// The names of the tables of the register and of what its risks cost, and the column of the name of a risk.
const (
	registerTable = "Risks"
	costsTable    = "RiskCosts"
	riskNamed     = 1
)

// sayInputs says beside the way back which cells may be changed.
func (s *sheet) sayInputs(row int) {
	l := look{ink: ink, across: left, wrap: true}
	s.span(3, row, len(s.widths), row, cell{inputNote, l})
	s.grow(row, heightOf(lineCount(inputNote, l, s.room(3, len(s.widths))), l.points()))
}

// riskControls writes what keeps each risk in check, and who looks at it.
func (s *sheet) riskControls() {
	s.riskTable("Risk controls", "RiskControls", "Controls, gaps and assurance of every risk, and all responses, in the order of the register.", controlColumns[:],
		"A response with a cost or a date says so; “done” marks those that are.")
}

// riskTable writes a row for each risk.
func (s *sheet) riskTable(title, name, about string, all []riskColumn, note string) {
	list := s.pack.Risks.Rows
	columns, left := s.riskColumns(all)
	widths := make([]float64, len(columns))
	shown, heads := make([]column, len(columns)), make([]string, len(columns))
	for c, col := range columns {
		widths[c] = col.width
		heads[c] = col.head
		shown[c] = column{col.head, func(i int) cell {
			is := col.show(&list[i])
			if f, ok := is.value.(formula); ok {
				is.value = formula{located(f.text, heads, s.registerHead()+1+i), f.result}
			}
			return is
		}}
	}
	isOnSide := name != registerTable && s.onSide(len(list))
	if isOnSide {
		widths = sideWidths(len(list))
	}
	s.columns(widths...)
	row := s.banner(title, about)
	if len(left) > 0 {
		note += " Left out, because no risk states it: " + reports.Join(left) + "."
	}
	if s.hasManyRisks() {
		s.manyRisks(row, name, note, shown)
		return
	}
	if name == registerTable && len(list) > 0 && s.told == nil {
		s.sayInputs(row - 1)
	}
	head, kept := row, 2
	switch {
	case len(list) == 0:
		row = s.nothing(row, "The register holds no risk.")
	case isOnSide:
		kept = 1
		row = s.sideTable(name, row, len(list), riskNamed, 90, shown...)
		row = s.note(row, note)
	default:
		row = s.table(name, row, len(list), min(spread(len(list), 52, 30), s.share(row, len(list))), shown...)
		row = s.note(row, note)
		if name == registerTable {
			row = s.scoreChart(row, heads)
		}
	}
	s.setUp(layout{lastColumn: len(widths), lastRow: row - 1, titleRows: head, titleColumns: kept, frozen: true})
}

// The risks from which only the first pages of them are printed, and how many those are.
const (
	manyRisks     = 60
	mostRiskPages = 4
)

func (b *book) hasManyRisks() bool { return len(b.pack.Risks.Rows) > manyRisks }

// manyRisks ends the sheet with the risks, below what is to be said of them.
func (s *sheet) manyRisks(row int, name, note string, shown []column) {
	if row = s.note(row, note); name == registerTable && s.told == nil {
		s.sayInputs(row)
		row++
	}
	head, rows := row, len(s.pack.Risks.Rows)
	row = s.table(name, row, rows, 30, shown...)
	s.setUp(layout{lastColumn: len(shown), lastRow: row - 1, titleRows: head, titleColumns: 2, frozen: true,
		tail: tail{head: head, rows: rows, nouns: "risks, in the order of the register", pages: mostRiskPages}})
}

func (s *sheet) registerAbout() string {
	r := &s.pack.Risks
	return fmt.Sprintf("%s, ranked by %s. %s extreme, %s high, %s moderate, %s low.",
		reports.Count(len(r.Rows), "risk"), r.OrderRule(), reports.Number(r.ByBand[0].Count), reports.Number(r.ByBand[1].Count),
		reports.Number(r.ByBand[2].Count), reports.Number(r.ByBand[3].Count))
}

// riskColumns lists the columns that some risk fills, and the headers of the others.
func (s *sheet) riskColumns(all []riskColumn) (shown []riskColumn, left []string) {
	for _, col := range all {
		if col.has == nil || s.anyRisk(col.has) {
			shown = append(shown, col)
		} else {
			left = append(left, col.head)
		}
	}
	return shown, left
}

func (s *sheet) anyRisk(has func(*reports.Risk) bool) bool {
	for i := range s.pack.Risks.Rows {
		if has(&s.pack.Risks.Rows[i]) {
			return true
		}
	}
	return false
}

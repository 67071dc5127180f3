package xlsx

import (
	"fmt"
	"strings"

	"epr/plan"
	"epr/reports"
)

// The most trusts side by side, and gates one by one, that the sheet shows; of more trusts it shows how many have
// passed each gate, and of more gates a page, the rest counted and said.
const (
	mostTrustColumns = 6
	mostGates        = 60
	nextGates        = 20
)

// readiness writes the gates of the phases by trust with what they are judged by, then each gate to come.
func (s *sheet) readiness() {
	r := &s.pack.Readiness
	if len(r.Rows) == 0 && s.onSide(len(r.Waiting)) {
		s.fewGates(r)
		return
	}
	s.holdMatrix()
	s.columns(50, 26, 40, 32, 18, 18, 17, 17, 17, 17)
	row := s.banner("Readiness", readinessAbout(r))
	head := row - 1
	if len(r.Rows) == 0 && len(r.Waiting) == 0 {
		row = s.nothing(row, "No gate is left to be passed.")
		s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head})
		return
	}
	row = s.section(row, "Gates by trust")
	row = s.gateMatrix(row, r)
	if used := s.used(row); used > s.pagePoints()*2/3 && used < s.pagePoints() {
		s.breakPage(row)
	}
	row = s.section(row, "Gates to come, one by one")
	list := row
	row = s.gateList(row, r)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: row - 1, titleRows: head, tail: whole(list, row)})
}

// holdMatrix widens the columns a little where that lets the first page hold all gates by trust: a page then begins with the
// list of gates. A last row alone would begin it otherwise.
func (s *sheet) holdMatrix() {
	if s.told != nil || s.isTrial || s.isUnbroken || s.wide > 0 {
		return
	}
	t := s.tried()
	if t.last.number < 2 || len(t.turned) > 0 {
		return
	}
	for share := 102; share <= 124; share += 2 {
		wider := *s
		wider.wide = t.total() * float64(share) / 100
		if len(wider.tried().turned) > 0 {
			s.wide = wider.wide
			return
		}
	}
}

func readinessAbout(r *reports.Readiness) string {
	if len(r.Waiting) == 0 {
		return "No gate is left to be passed."
	}
	short := 0
	for i := range r.Waiting {
		if t := r.Waiting[i].AtGoLive; t.Set && t.Share < reports.TrainedEnough {
			short++
		}
	}
	words := reports.Count(len(r.Waiting), "gate") + " to come, the next on " + r.Waiting[0].Date.Long() + "."
	if short > 0 {
		words += fmt.Sprintf(" For %s fewer than %s of the staff are projected to be trained at the go-live.", reports.Number(short), reports.Chance(reports.TrainedEnough))
	}
	return words
}

func (s *sheet) gateMatrix(row int, r *reports.Readiness) int {
	if len(r.Rows) == 0 {
		return s.note(row, "No phase has a gate, or no trust takes part, so there is nothing to set side by side.")
	}
	list := r.Gates
	columns := []column{
		{"Gate", func(i int) cell { return strong(list[i].Name) }},
		{"Phase", func(i int) cell { return text(list[i].Phase) }},
		{"Criteria", func(i int) cell { return text(listOr(list[i].Criteria, "! none named")) }},
		{"Evidence asked for", func(i int) cell { return text(listOr(list[i].Evidence, "! none named")) }},
	}
	if len(r.Rows) <= mostTrustColumns {
		columns = append(columns, trustColumns(r)...)
	}
	if totals := countColumns(list); len(r.Rows) > mostTrustColumns || len(r.Rows)+len(totals) <= mostTrustColumns {
		columns = append(columns, totals...)
	}
	if len(r.Rows) > mostTrustColumns { // there is room for one more
		columns = append(columns, column{"First of all", func(i int) cell { return date(list[i].First) }})
	}
	row = s.table("GatesByTrust", row, len(list), gateHeight(len(list)), columns...)
	return s.note(row, fmt.Sprintf("▲ marks the last gate before a go-live at whose date fewer than %s of the staff of the trust, or the site, will be trained. A gate of a whole phase stands in the column of each of its trusts.",
		reports.Chance(reports.TrainedEnough)))
}

// gateHeight is the points of a gate in the matrix at least: many stand closer, so that they fit on a page.
func gateHeight(gates int) float64 {
	if few := 12; gates > few {
		return 24
	}
	return 44
}

func trustColumns(r *reports.Readiness) []column {
	var columns []column
	taken := map[string]bool{"gate": true, "phase": true, "criteria": true, "evidence asked for": true}
	for k := range r.Rows {
		columns = append(columns, column{headOf(r.Rows[k].Name, taken), func(i int) cell { return gateCell(&r.Rows[k].Cells[i]) }})
	}
	return columns
}

func countColumns(list []reports.GateColumn) []column {
	return []column{
		{"Trusts that have passed it", func(i int) cell { return middle(of(list[i].Trusts)) }},
		{"Next", func(i int) cell { return date(list[i].Next) }},
		{"Last", func(i int) cell { return date(list[i].Last) }},
		{"Trusts with too few trained", func(i int) cell { return tooFew(&list[i]) }},
	}
}

func tooFew(g *reports.GateColumn) cell {
	switch {
	case !g.Final:
		return cell{none, midLook}
	case g.Short > 0:
		l := midLook
		l.fill = yellow
		return cell{"▲ " + reports.Number(g.Short), l}
	}
	return count(0)
}

// headOf is a name as a header that no other column has.
func headOf(name string, taken map[string]bool) string {
	return headIn(label(name), taken)
}

// headIn is headOf with a name that is short enough.
func headIn(name string, taken map[string]bool) string {
	name = strings.TrimSpace(clean(name))
	head := name
	for n := 2; head == "" || taken[strings.ToLower(head)]; n++ {
		head = strings.TrimSpace(fmt.Sprintf("%s (%d)", name, n))
	}
	taken[strings.ToLower(head)] = true
	return head
}

// gateCell says how far a trust has come with its gates of one column.
func gateCell(c *reports.GateCell) cell {
	l := look{across: centre, wrap: true, lines: edges{all: line}}
	switch {
	case c.Passed.Of == 0:
		l.ink = grey
		return cell{none, l}
	case c.Passed.N == c.Passed.Of:
		l.fill, l.ink, l.bold = green, white, true
		return cell{"● Passed", l}
	}
	l.fill = pale
	glyph := "○ "
	words := c.Next.Short()
	if c.Passed.Of > 1 {
		words += "\n" + reports.Number(c.Passed.N) + " of " + reports.Count(c.Passed.Of, "gate") + " passed"
	}
	if c.Trained.Set {
		words += "\n" + reports.Chance(c.Trained.Share) + " trained"
		if c.Short {
			glyph, l.fill = "▲ ", yellow
		}
	}
	return cell{glyph + words, l}
}

func (s *sheet) gateList(row int, r *reports.Readiness) int {
	if len(r.Waiting) == 0 {
		return s.note(row, "No gate is left to be passed.")
	}
	list := r.Waiting
	if len(list) > mostGates {
		list = list[:nextGates]
	}
	row = s.table("GatesToCome", row, len(list), spread(len(list), 28, 18), gateColumns(list)...)
	if more := len(r.Waiting) - len(list); more > 0 {
		row = s.note(row, "… and "+reports.Count(more, "later gate")+": see “"+sheetMilestones+"”.")
	}
	return s.note(row, gatesNote)
}

const gatesNote = "Trained is the share of the staff of the gate's place, by the trainings of its phase, worked before that day; at the go-live: before the first one of that place that comes after the gate. " +
	"The plan names criteria and evidence; whether they are met is for those who decide."

func gateColumns(list []reports.GateReady) []column {
	return []column{
		{"Gate to come", func(i int) cell { return strong(list[i].Name) }},
		{"Where", func(i int) cell { return text(whereOf(&list[i])) }},
		{"Owner", func(i int) cell { return text(list[i].Owner) }},
		{"Id", func(i int) cell { return text(list[i].ID) }},
		{"Date", func(i int) cell { return date(list[i].Date) }},
		{"Waits for", func(i int) cell { return middle(unfinished(list[i].Unfinished)) }},
		{headNamed, func(i int) cell { return middle(named(&list[i])) }},
		{"Trained at the gate", func(i int) cell { return trainedCell(list[i].AtGate, false) }},
		{"First go-live", func(i int) cell { return date(list[i].GoLive) }},
		{"Trained at the go-live", func(i int) cell { return trainedCell(list[i].AtGoLive, true) }},
	}
}

func whereOf(g *reports.GateReady) string {
	for _, name := range []string{g.Site, g.Trust, g.Phase} {
		if name != "" {
			return name
		}
	}
	return "The programme"
}

func unfinished(n int) string {
	if n == 0 {
		return "Nothing unfinished"
	}
	return reports.Count(n, "activity")
}

// trainedCell is a share of staff; too little at a go-live is marked.
func trainedCell(t plan.Chance, isGoLive bool) cell {
	if !t.Set {
		return cell{none, midLook}
	}
	words, l := reports.Chance(t.Share), midLook
	if isGoLive && t.Share < reports.TrainedEnough {
		words, l.fill = "▲ "+words, yellow
	}
	return cell{words, l}
}

// named counts the criteria and the evidence of a gate; what lacks either is marked.
func named(g *reports.GateReady) string {
	words := fmt.Sprintf("%d, %d", len(g.Criteria), len(g.Evidence))
	if len(g.Criteria) == 0 || len(g.Evidence) == 0 {
		return "! " + words
	}
	return words
}

func listOr(items []string, none string) string {
	if len(items) == 0 {
		return none
	}
	return bullets(items, 6)
}

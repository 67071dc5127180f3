package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// The plan on a page has a few columns of names and dates, then one for each column of the page.
const (
	pageName   = 1
	pageStart  = 2
	pageFinish = 3
	pageSlack  = 4
	pageRating = 5
	pageWeeks  = 6 // the first week
)

// gantt is the plan on a page being written. Its text is larger the more weeks there are, because the
// page is then printed smaller.
type gantt struct {
	*sheet
	page *reports.Page
	size int // points
	last int // column
}

// planOnAPage writes the cell Gantt.
func (s *sheet) planOnAPage() {
	g := &gantt{sheet: s, page: &s.pack.Page, size: fontSize}
	if len(g.page.Rows) == 0 {
		s.columns(pageWidth)
		row := s.banner(sheetPage, "No row to show.")
		row = s.nothing(row, "The plan has no activity.")
		s.setUp(layout{lastColumn: 1, lastRow: row - 1, onePage: true})
		return
	}
	g.setColumns()
	row := s.banner(sheetPage, g.about())
	row = g.timeHeads(row)
	head := row - 1
	row = g.lanes(row)
	row = g.bars(row)
	row = g.key(row)
	s.setUp(layout{lastColumn: g.last, lastRow: row - 1, titleRows: head, titleColumns: 1, onePage: true, frozen: true})
}

// setColumns widens the weeks while the page has room, and enlarges the text once it has not.
func (g *gantt) setColumns() {
	weeks := len(g.page.Columns)
	week := weekWidth(weeks, 1)
	if total := labelWidth + week*float64(weeks); total > pageWidth {
		g.size = min(13, int(fontSize*total/pageWidth+0.5))
	}
	g.enlarge()
	grow := float64(g.size) / fontSize
	week = weekWidth(weeks, grow)
	widths := []float64{44 * grow, 13 * grow, 13 * grow, 8 * grow, 15 * grow}
	for range weeks {
		widths = append(widths, week)
	}
	g.columns(widths...)
	g.last = len(widths)
}

// enlarge makes the text larger where few rows leave most of the page empty, as far as the columns have room.
func (g *gantt) enlarge() {
	const most = 14
	for g.size < most {
		size := float64(g.size + 1)
		high := bannerHeight + size*(3.4+1.6*float64(g.page.Lanes)+3.2*float64(len(g.page.Rows))+keyLines*1.8)
		if labelWidth*size/fontSize+leastWeek*float64(len(g.page.Columns)) > pageWidth || high > pageHeight {
			return
		}
		g.size++
	}
}

// pageHeight is the points of a page whose columns fill its width.
const pageHeight = pageWidth * pointsPerCharacter * printableHeight / printableWidth

// leastWeek is the least width of a week, in characters.
const leastWeek = 1.4

// weekWidth is the width of a week beside the other columns, which are so many times as wide as at full size.
func weekWidth(weeks int, grow float64) float64 {
	return min(6, max(leastWeek, (pageWidth-labelWidth*grow)/float64(weeks)))
}

// keyLines is how many lines the key of a small page takes, at a guess: only afterwards is it known where they break.
const keyLines = 5

const labelWidth = 93 // of the columns before the weeks, at full size

func (g *gantt) about() string {
	about := "Each column is a week"
	if g.page.Weeks > 1 {
		about = fmt.Sprintf("Each column is %d weeks", g.page.Weeks)
	}
	about += " and begins on a Monday. Where stages overlap the later one is shown, a go-live before all"
	switch {
	case g.page.PerPhase:
		about += "; each phase has one row, with the work of its trusts in it"
	case g.page.Grouped:
		about += "; sites are in the rows of their trusts"
	}
	if g.page.Hidden > 0 {
		about += "; " + reports.Count(g.page.Hidden, "trust") + " with more slack counted in the last row of each phase"
	}
	if g.page.Beyond > 0 {
		about += "; " + reports.Count(g.page.Beyond, "activity goes on", "activities go on") + " after the last column"
	}
	return about + "."
}

// timeHeads writes the rows of years and months, and the headers of the other columns beside them.
func (g *gantt) timeHeads(row int) int {
	head := headLook
	head.size = g.size
	for c, words := range []string{"Phase, trust, site", "Start", "Finish", "Slack", "Rating"} {
		g.span(pageName+c, row, pageName+c, row+1, cell{words, head})
	}
	year := func(c int) string { return fmt.Sprint(g.page.Columns[c].Year()) }
	month := func(c int) string { return periodName(g.page.Columns[c], 1)[:3] }
	monthly := func(c int) string { return month(c) + year(c) }
	g.timeRow(row, navy, year, year)
	g.timeRow(row+1, blue, monthly, month)
	g.height(row, float64(g.size)*1.7)
	g.height(row+1, float64(g.size)*1.7)
	return row + 2
}

// timeRow writes one cell over the columns of each year or month, by its key.
func (g *gantt) timeRow(row int, fill string, key, label func(int) string) {
	for from := 0; from < len(g.page.Columns); {
		to := from
		for to+1 < len(g.page.Columns) && key(to+1) == key(from) {
			to++
		}
		l := look{fill: fill, ink: white, bold: true, size: g.size, across: centre, lines: edges{all: white}}
		words := label(from)
		if textWidth(words, g.size, true) > g.room(pageWeeks+from, pageWeeks+to) {
			words = words[:1] // "D" for December
		}
		if textWidth(words, g.size, true) > g.room(pageWeeks+from, pageWeeks+to) {
			words = ""
		}
		g.span(pageWeeks+from, row, pageWeeks+to, row, cell{words, l})
		from = to + 1
	}
}

// lanes writes a row for each lane of blackouts, each window one cell with its name, or where that has
// no room with its number in the key.
func (g *gantt) lanes(row int) int {
	for lane := range g.page.Lanes {
		words := "Closed to go-lives"
		if lane > 0 {
			words = ""
		}
		g.span(pageName, row, pageRating, row, cell{words, look{size: g.size, ink: grey, across: left, indent: 1, italic: true}})
		for i := range g.page.Blackouts {
			if b := &g.page.Blackouts[i]; b.Lane == lane {
				g.lane(row, b)
			}
		}
		g.height(row, float64(g.size)*1.6)
		row++
	}
	return row
}

func (g *gantt) lane(row int, b *reports.PageBlackout) {
	l := look{fill: closedFill, size: g.size, across: centre, lines: edges{all: white}}
	room := g.room(pageWeeks+b.From, pageWeeks+b.To)
	words := fmt.Sprintf("%d %s", b.Key, b.Name)
	if textWidth(words, g.size, false) > room {
		words = fmt.Sprint(b.Key)
	}
	if b.Soft {
		l.fill = softFill
	}
	g.span(pageWeeks+b.From, row, pageWeeks+b.To, row, cell{words, l})
}

// rowHeight makes the rows of the page as high as the page allows.
func (g *gantt) rowHeight() float64 {
	used := bannerHeight + float64(g.size)*(3.4+1.6*float64(g.page.Lanes)) + g.keyHeight()
	room := (g.onePagePoints() - used) / float64(len(g.page.Rows))
	return min(max(room, float64(g.size)*1.35), float64(g.size)*13)
}

func (g *gantt) bars(row int) int {
	high := g.rowHeight()
	for i := range g.page.Rows {
		g.bar(row, &g.page.Rows[i])
		g.height(row, high)
		row++
	}
	return row
}

func (g *gantt) bar(row int, r *reports.PageRow) {
	l := look{size: g.size, across: left, indent: 1, lines: edges{bottom: line}}
	middle := look{size: g.size, across: centre, lines: edges{bottom: line}}
	switch r.Level {
	case reports.LevelPhase:
		l.bold, l.ink, l.fill, middle.fill, middle.bold = true, navy, pale, pale, true
	case reports.LevelTrust, reports.LevelShared, reports.LevelRest:
		l.indent = 2
	case reports.LevelSite:
		l.indent = 4
	}
	name := shortName(r.Name)
	if r.Level == reports.LevelRest {
		name = reports.Count(r.Count, "more trust")
	}
	g.put(pageName, row, cell{shorten(name, l, g.room(pageName, pageName)-l.indent*9_000), l})
	dated := middle
	dated.format = formatDate
	g.put(pageStart, row, cell{r.Start, dated})
	g.put(pageFinish, row, cell{r.Finish, dated})
	slack := days(r.Slack)
	slack.look = middle
	slack.look.format = formatDays
	g.put(pageSlack, row, slack)
	rating := rated(r.Rating)
	rating.look.size = g.size
	if r.Rating == reports.Unpromised {
		rating = cell{none, middle}
	}
	g.put(pageRating, row, rating)
	for c := range r.Cells {
		g.put(pageWeeks+c, row, g.week(r, c))
	}
}

// shortName leaves out what every trust's name ends with.
func shortName(name string) string {
	for _, ending := range []string{" NHS Foundation Trust", " NHS Trust"} {
		if short, found := strings.CutSuffix(name, ending); found {
			return short
		}
	}
	return name
}

package xlsx

import (
	"fmt"

	"epr/plan"
	"epr/reports"
)

// sample is an entry of the key: how it looks on the page, and what it means.
type sample struct {
	mark  cell
	words string
}

// samples lists what the page shows, the stages that occur first.
func (g *gantt) samples() []sample {
	var list []sample
	for _, band := range reports.Bands {
		if g.shows(func(c *reports.PageCell) bool { return c.Band == band }) {
			mark := markOf(band)
			list = append(list, sample{cell{mark.letter, look{fill: mark.fill, ink: mark.ink, bold: true}}, string(band)})
		}
	}
	live := markOf(reports.BandGoLive)
	for _, event := range []plan.Kind{plan.GoLive, plan.Gate, plan.Milestone} {
		l := look{bold: true, lines: edges{all: line}}
		if event == plan.GoLive {
			l.fill, l.ink = live.fill, live.ink
		}
		list = append(list, sample{cell{eventGlyph(event), l}, capital(string(event))})
	}
	list = append(list,
		sample{cell{"/", look{fill: closedFill, ink: hatchInk}}, "Closed to go-lives"},
		sample{cell{"▼", look{fill: pale, ink: navy, bold: true}}, "Promised date of the phase"},
	)
	if g.page.Status >= 0 {
		list = append(list, sample{cell{"", look{lines: edges{left: red, heavyLeft: true}}},
			"Status date, " + g.pack.Header.Status.Short()})
	}
	return list
}

func (g *gantt) shows(has func(*reports.PageCell) bool) bool {
	for i := range g.page.Rows {
		for c := range g.page.Rows[i].Cells {
			if has(&g.page.Rows[i].Cells[c]) {
				return true
			}
		}
	}
	return false
}

// keyHeight is the height of the key in points.
func (g *gantt) keyHeight() float64 {
	return float64(g.size) * (1 + 1.8*float64(len(g.sampleLines())+len(g.blackoutLines())))
}

// key explains the page: the samples, then the blackouts by number.
func (g *gantt) key(row int) int {
	g.height(row, float64(g.size))
	row++
	label := look{size: g.size, bold: true, ink: navy, across: left, indent: 1}
	for i, line := range g.sampleLines() {
		if i == 0 {
			g.put(pageName, row, cell{"Key", label})
		}
		for _, p := range line {
			g.put(p.column, row, p.mark)
			g.span(p.column+1, row, p.to, row, cell{p.words, look{size: g.size, across: left, indent: 1}})
		}
		g.height(row, float64(g.size)*1.8)
		row++
	}
	for i, words := range g.blackoutLines() {
		if i == 0 {
			g.put(pageName, row, cell{"Blackouts", label})
		}
		g.span(pageStart, row, g.last, row, cell{shorten(words, look{size: g.size}, g.room(pageStart, g.last)), look{size: g.size, across: left}})
		g.height(row, float64(g.size)*1.8)
		row++
	}
	return row
}

// placed is a sample with its columns: the mark in one, the words up to another.
type placed struct {
	sample
	column, to int
}

// sampleLines places the samples from the first week on, as many to a line as fit.
func (g *gantt) sampleLines() [][]placed {
	var lines [][]placed
	var line []placed
	column := pageWeeks
	for _, s := range g.samples() {
		s.mark.look.size, s.mark.look.across = g.size, centre
		to := g.fitWords(column+1, s.words)
		if to > g.last && len(line) > 0 {
			lines, line = append(lines, line), nil
			column = pageWeeks
			to = g.fitWords(column+1, s.words)
		}
		line = append(line, placed{s, column, min(to, g.last)})
		column = to + 2
	}
	return append(lines, line)
}

// fitWords is the column up to which words from a column on need room; beyond the last if there is
// none.
func (g *gantt) fitWords(from int, words string) int {
	need := textWidth(words, g.size, false) + 14_000
	to := from
	for to <= g.last && g.room(from, to) < need {
		to++
	}
	return to
}

// blackoutLines lists the blackouts of the page with their windows, as many to a line as fit.
func (g *gantt) blackoutLines() []string {
	var lines []string
	room := g.room(pageStart, g.last)
	line := ""
	for _, words := range g.blackoutTexts() {
		longer := line + "     " + words
		if line == "" {
			longer = words
		}
		if line != "" && textWidth(longer, g.size, false) > room {
			lines = append(lines, line)
			longer = words
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// blackoutTexts is each blackout with its number and when it is, by number.
func (g *gantt) blackoutTexts() []string {
	var texts []string
	for i := range g.page.Closings {
		c := &g.page.Closings[i]
		texts = append(texts, fmt.Sprintf("%d %s: %s", c.Key, c.Name, c.When))
	}
	return texts
}

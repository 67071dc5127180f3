package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"epr/reports"
)

// besideFrom is where the notes at the right of the table of activities begin.
const besideFrom = 8

func (s *sheet) rightHeading(row int, title string) int {
	s.put(besideFrom, row, cell{title, sectionLook})
	s.grow(row, 30)
	return row + 1
}

// rightLook is that of the notes there, which are as much to be read as the table.
var rightLook = look{size: 11, across: left, indent: 1, wrap: true}

// rightNote writes a paragraph there.
func (s *sheet) rightNote(row int, words string) int {
	l, to := rightLook, len(s.widths)
	if s.heads[row-1] {
		s.head(row)
	}
	s.span(besideFrom, row, to, row, cell{words, l})
	s.grow(row, heightOf(lineCount(words, l, s.room(besideFrom, to)), l.points())+8)
	return row + 1
}

// fewestBeside is the fewest lines of the table that have room beside them for the two notes.
const fewestBeside = 6

// swayed is the work that sways the finish, and beside it what else may break and how all this was computed: each note over
// several rows of the table, so that none of these is as high as a note. A table that ends its page fills it, and then
// there is room below the notes for a chart.
func (s *sheet) swayed(row int, c *reports.Confidence, endsPage bool) int {
	breaks, computed := "What else may break", "How this was computed"
	lines := len(c.Sensitive)
	if s.told != nil || lines < fewestBeside {
		right := s.rightHeading(row, breaks)
		for _, words := range breakNotes(c) {
			right = s.rightNote(right, words)
		}
		right = s.rightNote(s.rightHeading(right, computed), c.Method.Sentence)
		return max(s.sensitive(row, c, 22), right)
	}
	next := s.sensitive(row, c, s.swayedHeight(row, lines, endsPage))
	last := row + 1 + lines
	s.rightHeading(row, breaks)
	at := s.rightOver(row+1, row+1+lines*2/3-1, strings.Join(breakNotes(c), "\n"))
	s.rightHeading(at, computed)
	if at = s.rightOver(at+1, last, c.Method.Sentence); endsPage && s.between(at, last+1) >= leastBeside {
		s.draw(area{at, last, besideFrom, len(s.widths)}, s.criticalDrawing())
	}
	return next
}

// swayedHeight is the points of each of the lines of the table at least: what the page has room for, if it ends it.
func (s *sheet) swayedHeight(row, lines int, endsPage bool) float64 {
	const least, most, others = 22, 48, 130
	if !endsPage {
		return least
	}
	return min(most, max(least, (s.restOfPage(row+1)-others)/float64(lines)))
}

// rightOver writes a paragraph at the right over as many rows as it takes, up to one, which are made higher if these are not
// enough, and returns the row after it.
func (s *sheet) rightOver(row, most int, words string) int {
	l, to := rightLook, len(s.widths)
	l.up = top
	need, last := heightOf(lineCount(words, l, s.room(besideFrom, to)), l.points())+8, row
	for last < most && s.between(row, last+1) < need {
		last++
	}
	s.span(besideFrom, row, to, last, cell{words, l})
	lacks := need - s.between(row, last+1)
	for r := row; lacks > 0 && r <= last; r++ {
		s.height(r, s.heightAt(r)+lacks/float64(last+1-row))
	}
	return last + 1
}

// criticalData is the name of the block that the chart beside the table reads, and leastBeside the points in which it can
// be read.
const (
	criticalData = "CriticalWork"
	leastBeside  = 150
)

func criticalBlock(c *reports.Confidence) block {
	list := c.Sensitive
	return block{criticalData, "How often work decides the finish of the programme", []string{"Activity", "Critical in"}, len(list), func(i int) []cell {
		return []cell{text(label(list[i].Name)), odds(list[i].Criticality)}
	}}
}

// criticalDrawing is bars of how often the work of the table decides the finish.
func (s *sheet) criticalDrawing() drawing {
	data := s.sourceOf(criticalData)
	return drawing{kind: excelize.Bar, of: data, title: s.inOneLine(criticalFinding(s.pack.Confidence.Sensitive), besideFrom, len(s.widths)),
		how: "A bar for each activity shows in what share of the replications it is critical.",
		chart: func(c *excelize.Chart) {
			c.Series = []excelize.ChartSeries{series(data, "B", blue)}
			scale(c, 0, 0.2, formatShare)
			full := 1.1 // room for the number beside a full bar
			c.YAxis.Maximum = &full
			c.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: oddsFormat}
			downwards(c)
		}}
}

// criticalFinding names the work of the table that decides the finish most often.
func criticalFinding(list []reports.Sensitive) string {
	most := &list[0]
	for i := range list {
		if list[i].Criticality > most.Criticality {
			most = &list[i]
		}
	}
	return most.Name + ": decides the finish in " + reports.Chance(most.Criticality)
}

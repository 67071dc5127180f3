// Package svg draws a plan on one page as an SVG picture for documents and web pages: a row for each phase, trust
// and site, stages as bars, go-lives as diamonds, promises as pennants, closed windows hatched, and a line at the
// status date. [Write] is the one function to call.
//
// The picture has a title and a description, and a tooltip on every row. Where the reader prefers dark it is dark. Nothing is said by colour alone: each
// stage has a letter, each rating a word. It needs no script, no font and no file besides, and is as wide as a
// landscape A4 page at the size of book print.
package svg

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"epr/calendar"
	"epr/reports"
)

// Write draws the page of a pack. The only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error {
	d := &drawing{pack: p, page: &p.Page}
	d.layOut()
	d.open()
	d.head()
	if len(d.page.Columns) > 0 {
		d.axis()
		d.blackouts()
		d.rows()
		d.status()
	}
	d.legend()
	d.put("</svg>")
	_, err := io.WriteString(w, d.b.String())
	return err
}

// Measures, in units of the picture.
const (
	width      = 1120
	margin     = 16
	labels     = 262 // width of the names of the rows
	verdicts   = 206 // width of the dates and ratings beside them
	left       = margin + labels
	right      = width - margin - verdicts
	headHeight = 66
	axisHeight = 34
	laneHeight = 15
	rowHeight  = 19
	barHeight  = 13
	legendLine = 18
	smallPrint = 10
	printLine  = 14
)

// drawing is a picture under way.
type drawing struct {
	pack *reports.Pack
	page *reports.Page
	b    strings.Builder

	from, to calendar.Date // of the chart
	lanes    float64       // where the blackouts begin
	top      float64       // where the rows begin
	bottom   float64       // where they end
	height   float64
	notes    []string // beneath the legend
}

func (d *drawing) layOut() {
	if n := len(d.page.Columns); n > 0 {
		d.from, d.to = d.page.Columns[0], d.page.End(n-1)
	}
	d.lanes = headHeight + axisHeight
	d.top = d.lanes + float64(d.page.Lanes*laneHeight) + 4
	d.bottom = d.top + float64(len(d.page.Rows)*rowHeight)
	d.notes = broken(d.smallPrint(), smallPrint, width-2*margin)
	d.height = d.bottom + 2*legendLine + float64(len(d.notes)*printLine) + 24
}

// x is where a day begins.
func (d *drawing) x(day calendar.Date) float64 {
	day = min(max(day, d.from), d.to+1)
	return left + float64(day-d.from)*float64(right-left)/float64(d.to+1-d.from)
}

func (d *drawing) put(format string, values ...any) {
	fmt.Fprintf(&d.b, format+"\n", values...)
}

func (d *drawing) open() {
	d.put(`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="plan-title plan-description" viewBox="0 0 %d %.0f" font-family="Arial, Helvetica, sans-serif" font-size="11" fill="#212b32" class="plan">`,
		width, d.height)
	d.put(`<title id="plan-title">%s: plan on a page</title>`, text(d.pack.Header.Programme))
	d.put(`<desc id="plan-description">%s</desc>`, text(d.description()))
	d.put(dark)
	d.put(`<defs><pattern id="plan-closed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#eef1f3" class="plan-hatch-paper"/><path d="M0 0V6" class="plan-hatch" stroke="#768692" stroke-width="1.6"/></pattern></defs>`)
	d.put(`<rect width="%d" height="%.0f" fill="#ffffff" class="plan-paper"/>`, width, d.height)
}

// description is the chart in words.
func (d *drawing) description() string {
	sentences := []string{fmt.Sprintf("A chart of %s over time, as at %s.", reports.Count(len(d.page.Rows), "row"), d.pack.Header.Status.Long()),
		d.pack.InShort[0]}
	for i := range d.page.Rows {
		if row := &d.page.Rows[i]; row.Level == reports.LevelPhase {
			sentences = append(sentences, row.Name+": "+verdict(row)+".")
		}
	}
	return strings.Join(sentences, " ")
}

func (d *drawing) head() {
	h := &d.pack.Header
	d.put(`<text x="%d" y="30" font-size="19" font-weight="bold">%s</text>`, margin, text(fit(h.Programme, 19, true, width-2*margin)))
	line := "Plan as at " + h.Status.Long()
	if len(d.pack.Page.Columns) == 0 {
		line += ". There is nothing to show."
	}
	if h.Hash != "" {
		line += ", model " + h.Hash
	}
	d.put(`<text x="%d" y="50" font-size="12" fill="#425563" class="plan-faint">%s</text>`, margin, text(line))
}

// typeface is how a label is set.
type typeface struct {
	size float64
	bold bool
}

// label is a text at a place, shortened to a width; the direction of its letters is its own.
func (d *drawing) label(x, y float64, face typeface, s string, width float64) {
	weight := ""
	if face.bold {
		weight = ` font-weight="bold"`
	}
	d.put(`<text x="%.1f" y="%.1f" style="unicode-bidi:plaintext" font-size="%g"%s>%s</text>`, x, y, face.size, weight, text(fit(s, face.size, face.bold, width)))
}

// text is a text inside an element.
func text(s string) string {
	var b strings.Builder
	// A builder takes everything.
	_ = xml.EscapeText(&b, []byte(reports.OneLine(s)))
	return b.String()
}

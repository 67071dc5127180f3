// Package mermaid writes a plan as a Gantt chart in Mermaid's text, which GitHub, GitLab and many documents draw.
// [Write] is the one function to call.
//
// A phase is a section, a trust a bar, a go-live a milestone. A large programme, of which no chart this wide would
// be legible, has a bar for each phase instead. Mermaid knows no quotes, so characters that mean something to it
// are left out of names.
package mermaid

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// MostRows is the most bars and milestones of a chart that shows trusts.
const MostRows = 60

// Write writes the chart of a pack. The only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error {
	c := &chart{pack: p}
	c.line(fmt.Sprintf(`%%%%{init: {"gantt": {"leftPadding": %d}}}%%%%`, sectionWidth))
	c.line("gantt")
	c.line("  title " + Label(p.Header.Programme, "Programme"))
	c.line("  dateFormat YYYY-MM-DD")
	c.line("  axisFormat %b %Y")
	c.line("  todayMarker off")
	c.status()
	c.closed()
	if rows := c.phases(true); rows > MostRows {
		c.phases(false)
	}
	_, err := io.WriteString(w, c.b.String())
	return err
}

// chart is the text of a chart under way.
type chart struct {
	pack *reports.Pack
	b    strings.Builder
	next int // number of the next id
}

func (c *chart) line(s string) { c.b.WriteString(s + "\n") }

// The room for the names of sections, in pixels, and the characters that fit there. Mermaid's own is so narrow that
// they run into the bars.
const (
	sectionWidth  = 180
	sectionLength = 30
)

func (c *chart) section(name string) { c.line("  section " + reports.Cut(name, sectionLength)) }

// task adds a bar over some days, or a milestone.
func (c *chart) task(name, tags string, from, to calendar.Date) {
	c.next++
	c.line(fmt.Sprintf("  %s :%st%d, %s, %s", name, tags, c.next, from, to+1))
}

func (c *chart) milestone(name, tags string, day calendar.Date) {
	c.next++
	c.line(fmt.Sprintf("  %s :%smilestone, t%d, %s, 1d", name, tags, c.next, day))
}

func (c *chart) status() {
	if c.pack.Header.Status.IsZero() {
		return
	}
	c.section("As at")
	c.milestone("Status date, "+c.pack.Header.Status.Long(), "crit, ", c.pack.Header.Status)
}

// mostWindows is how many windows of one blackout have a row each. Mermaid draws each window in a row of its own, and the
// same winter fifteen times would push the plan off the screen.
const mostWindows = 2

// closed shows the windows that are closed to some go-live; of a blackout with many, the one that comes next and when the
// others are.
func (c *chart) closed() {
	windows := map[int][]reports.PageBlackout{} // by the key of the blackout
	for _, b := range c.pack.Page.Blackouts {
		windows[b.Key] = append(windows[b.Key], b)
	}
	if len(windows) > 0 {
		c.section("Closed to go-lives")
	}
	for i := range c.pack.Page.Closings {
		closing := &c.pack.Page.Closings[i]
		name, list := closing.Name, windows[closing.Key]
		if len(list) > mostWindows {
			name, list = name+", "+closing.When, []reports.PageBlackout{c.coming(list)}
		}
		for _, b := range list {
			c.task(Label(name, closing.ID), "done, ", b.Span.From, b.Span.To)
		}
	}
}

// coming is the first window that is not over at the status date, else the last.
func (c *chart) coming(list []reports.PageBlackout) reports.PageBlackout {
	for _, b := range list {
		if b.Span.To >= c.pack.Header.Status {
			return b
		}
	}
	return list[len(list)-1]
}

// phases adds the phases with their trusts and go-lives, or without, and counts the rows. Where there are too
// many for a chart with trusts, nothing is added.
func (c *chart) phases(withTrusts bool) (rows int) {
	before := c.b.Len()
	text, next := c.b.String(), c.next
	if !withTrusts {
		c.section("Phases")
	}
	for k := range c.pack.Outline.Rows {
		row := &c.pack.Outline.Rows[k]
		name := Label(row.Name, row.ID)
		switch {
		case row.IsSummary() && row.Level == 1 && withTrusts:
			c.section(name)
			fallthrough
		case row.IsSummary() && row.Level <= 2 && (withTrusts || row.Level == 1):
			c.task(name, state(row), row.Start, row.Finish)
			rows++
		case row.Kind == plan.GoLive && withTrusts:
			c.milestone(name, state(row), row.Start)
			rows++
		}
	}
	if withTrusts && rows > MostRows {
		c.b.Reset()
		c.b.WriteString(text[:before])
		c.next = next
	}
	return rows
}

func state(row *reports.OutlineRow) string {
	switch row.State {
	case reports.Done:
		return "done, "
	case reports.UnderWay:
		return "active, "
	}
	return ""
}

// longest is the most characters of a name in a chart.
const longest = 60

// keyword finds names that would be taken for a statement.
var keyword = regexp.MustCompile(`(?i)^(gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|` +
	`todayMarker|weekday|weekend|title|section|click|href|call|acc\w+|vert|\d{4}-\d\d-\d\d)`)

// Label is a name as Mermaid takes one, the id where nothing of it is left.
func Label(name, id string) string {
	name = strings.ReplaceAll(reports.OneLine(name), ":", " –")
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune("#;%`<>{}[]|\\\"", r) {
			return ' '
		}
		return r
	}, name)
	name = strings.TrimLeft(strings.Join(strings.Fields(name), " "), " -–=@~*_")
	if name == "" {
		name = id
	}
	if keyword.MatchString(name) {
		name = "· " + name
	}
	return reports.Cut(name, longest)
}

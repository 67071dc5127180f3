package text

import (
	"slices"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// draw prints a table that has been laid out: its titles in a rule as wide as the page, and its lines.
func (p *page) draw(l layout) {
	rows := l.align()
	p.rule(rows[0])
	for i, row := range rows[1:] {
		p.line(p.tint(row, l, l.lines[i]))
	}
}

// align is the titles and the lines with every column at its place.
func (l layout) align() []string {
	var b strings.Builder
	w := tablewriter.NewTable(&b, l.style()...)
	w.Header(l.titles)
	for _, line := range l.lines {
		cells := make([]string, len(line))
		for i, c := range line {
			cells[i] = c.text
		}
		must(w.Append(cells))
	}
	must(w.Render())
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
}

// style leaves to the library what it does well, to align. Its lines, wrapping, trimming and title case
// are off, and so is its habit of reading from the environment how wide characters are.
func (l layout) style() []tablewriter.Option {
	padding, alignment := l.padding(), l.alignment()
	return []tablewriter.Option{
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
		})),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderPaddingPerColumn(padding),
		tablewriter.WithRowConfig(tw.CellConfig{Padding: tw.CellPadding{PerColumn: padding}}),
		tablewriter.WithColumnWidths(l.columnWidths()),
		tablewriter.WithHeaderAlignmentConfig(tw.CellAlignment{PerColumn: alignment}),
		tablewriter.WithRowAlignmentConfig(tw.CellAlignment{PerColumn: alignment}),
	}
}

// padding sets columns apart; the last column ends the page.
func (l layout) padding() []tw.Padding {
	apart := tw.Padding{Right: strings.Repeat(" ", between), Overwrite: true}
	all := slices.Repeat([]tw.Padding{apart}, len(l.widths))
	all[len(all)-1].Right = ""
	return all
}

// columnWidths are the widths of the columns with their padding.
func (l layout) columnWidths() tw.Mapper[int, int] {
	all := tw.NewMapper[int, int]()
	for i, w := range l.widths {
		all.Set(i, w+between)
	}
	return all.Set(len(l.widths)-1, l.widths[len(l.widths)-1])
}

func (l layout) alignment() tw.Alignment {
	all := make(tw.Alignment, len(l.right))
	for i, right := range l.right {
		all[i] = tw.AlignLeft
		if right {
			all[i] = tw.AlignRight
		}
	}
	return all
}

// must stops on an error that only a fault of this package can cause: the table is complete and the
// writer is a string.
func must(err error) {
	if err != nil {
		panic("text: " + err.Error())
	}
}

// tint colours the cells of an aligned line that have an ink, the last first, so that the places of
// those before it stay where they are.
func (p *page) tint(row string, l layout, cells []printed) string {
	if !p.Colour {
		return row
	}
	for i, c := range slices.Backward(cells) {
		if c.ink == plain || c.text == "" {
			continue
		}
		from := l.begins(i)
		if l.right[i] {
			from += l.widths[i] - width(c.text)
		}
		at := len(cut(row, from))
		row = row[:at] + p.paint(c.ink, c.text) + row[at+len(c.text):]
	}
	return row
}

// begins is the place of a column on the line.
func (l layout) begins(column int) int {
	at := 0
	for _, w := range l.widths[:column] {
		at += w + between
	}
	return at
}

// rule prints titles in a line drawn across the page: where there is room between two of them, and
// after the last.
func (p *page) rule(titles string) {
	titles = strings.TrimRight(titles, " ")
	titles += strings.Repeat(" ", max(0, p.Width-width(titles)))
	for titles != "" {
		blank := len(titles) - len(strings.TrimLeft(titles, " "))
		p.out.WriteString(p.paint(faint, dash(blank, blank == len(titles))))
		titles = titles[blank:]
		word, _, _ := strings.Cut(titles, "  ")
		word = strings.TrimRight(word, " ")
		p.out.WriteString(p.paint(bold, word))
		titles = titles[len(word):]
	}
	p.out.WriteByte('\n')
}

// dash is the line in so many columns between two titles, or after the last.
func dash(columns int, last bool) string {
	switch {
	case last && columns > 1:
		return " " + strings.Repeat("─", columns-1)
	case last:
		return ""
	case columns > 2:
		return " " + strings.Repeat("─", columns-2) + " "
	}
	return strings.Repeat(" ", columns)
}

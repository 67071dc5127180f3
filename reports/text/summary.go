// Package text prints a pack for a terminal. [Summary] is what "epr plan" shows: what a programme manager
// must know before opening any file, in as few lines as that takes. [Forecast] is what "epr forecast" shows,
// [Answer] what "epr why" does.
//
// Tables are as wide as the page and gain columns on wider ones. A name takes up to three lines and is
// then shortened with "…"; an id is broken over lines but never shortened. A long list shows its first
// entries, the worst first, and ends with a line that counts the rest; [Options].All shows everything.
// Colour repeats what words and signs already say. With [Options].Plain, and on pages too narrow for a
// table, each fact has a line of its own with its name before it.
//
// The package looks at no terminal and no environment: width and colour are options. Names are data of
// the plan and may hold anything, so control characters are replaced and what would reorder the text of
// others is removed before a name is printed.
package text

import (
	"io"

	"epr/reports"
)

// Options say how a summary is to look. The zero Options is 80 columns without colour.
type Options struct {
	Width  int  // columns of the page; 0 is 80, and less than 20 is 20
	Colour bool // add colour
	Plain  bool // no tables and no signs, one fact a line, as for a screen reader
	All    bool // leave nothing out
}

// Summary prints a pack. No line is wider than the page. The only errors are those of the writer.
func Summary(w io.Writer, p *reports.Pack, o Options) error {
	pg := newPage(o)
	pg.head(p)
	pg.drivers(p)
	pg.phases(p)
	pg.trusts(p)
	pg.late(p)
	pg.blackouts(p)
	pg.decisions(p)
	pg.whatIf(p)
	pg.proof(p)
	pg.risks(p)
	_, err := io.WriteString(w, pg.out.String())
	return err
}

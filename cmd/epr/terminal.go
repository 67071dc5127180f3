package main

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"epr/plan/source"
	"epr/reports/text"
)

// terminal is where the program prints and what it knows about the place.
//
// The rules of printing: results go to standard output, problems and what was written to standard
// error. What stops the program is said once, as "epr: " and one sentence, lower case, without a full
// stop. Colour, and anything that moves, appears only on a terminal and never under NO_COLOR. What is
// printed is the same on a terminal and in a pipe, but for colour and width; no line is wider than the
// terminal. In a pipe sentences about places in files stay on one line, for editors and scripts to follow.
// For screen readers there are no lines drawn, tables or signs: with --plain, or under ACCESSIBLE.
type terminal struct {
	stdout, stderr io.Writer
	colour         bool // standard output may be coloured
	errColour      bool // standard error may be
	isLive         bool // standard error is a terminal, on which a line may be written over
	plain          bool // for a screen reader
	width          int  // columns of standard output
	// Columns of each where it is a terminal; 0 where it is none, and then sentences about places in files stay on
	// one line.
	outColumns, errColumns int
}

// defaultWidth is the width where nothing tells it, as in a pipe.
const defaultWidth = 80

// system is the terminal the program was started in.
func system() *terminal {
	plain, dumb := accessible(os.Getenv("ACCESSIBLE")), os.Getenv("TERM") == "dumb"
	colour := os.Getenv("NO_COLOR") == "" && !dumb && !plain
	return &terminal{
		stdout:     os.Stdout,
		stderr:     os.Stderr,
		colour:     colour && term.IsTerminal(int(os.Stdout.Fd())),
		errColour:  colour && term.IsTerminal(int(os.Stderr.Fd())),
		isLive:     !dumb && !plain && term.IsTerminal(int(os.Stderr.Fd())),
		plain:      plain,
		width:      columns(),
		outColumns: columnsOf(os.Stdout),
		errColumns: columnsOf(os.Stderr),
	}
}

// accessible reports whether the variable ACCESSIBLE asks for output that suits a screen reader.
func accessible(value string) bool { return value != "" && value != "0" && value != "false" }

// environmentHelp is the part of the help about what the program takes from its environment.
const environmentHelp = `
ENVIRONMENT
  NO_COLOR    not empty: no colour; nor is there any in a pipe, or where TERM is dumb
  ACCESSIBLE  not empty, 0 or false: as --plain, with every command: no lines drawn, no tables, no colour,
              nothing that moves, no picture of the source line beside a problem
  COLUMNS     width in columns where standard output is no terminal; 80 if that is not set
`

// say prints a sentence about what was done on standard error, without a full stop, broken to its columns.
func (t *terminal) say(format string, values ...any) error {
	_, err := io.WriteString(t.stderr, t.problems().Break(fmt.Sprintf(format, values...)+"\n"))
	return err
}

// page is how a result is printed.
func (t *terminal) page(plain, all bool) text.Options {
	return text.Options{Width: t.width, Colour: t.colour && !plain, Plain: plain || t.plain, All: all}
}

// problems is how problems are printed on standard error.
func (t *terminal) problems() source.Style {
	return source.Style{Colour: t.errColour, Plain: t.plain, Columns: t.errColumns}
}

// results is how what is found out about places in files is printed on standard output.
func (t *terminal) results() source.Style {
	return source.Style{Colour: t.colour, Plain: t.plain, Columns: t.outColumns}
}

// columnsOf is the width of the terminal that a file is; 0 if it is none.
func columnsOf(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// columns is the width of the terminal, or what COLUMNS says.
func columns() int {
	if width := columnsOf(os.Stdout); width > 0 {
		return width
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && width > 0 {
		return width
	}
	return defaultWidth
}

package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// terminal is where the program prints and what it knows about the place.
//
// The rules of printing: results go to standard output, problems and what was written to standard
// error. What stops the program is said once, as "epr: " and one sentence, lower case, without a full
// stop. Colour, and anything that moves, appears only on a terminal and never under NO_COLOR.
type terminal struct {
	stdout, stderr io.Writer
	colour         bool // standard output may be coloured
	errColour      bool // standard error may be
	isLive         bool // standard error is a terminal, on which a line may be written over
	width          int  // columns of standard output
}

// defaultWidth is the width where nothing tells it, as in a pipe.
const defaultWidth = 80

// system is the terminal the program was started in.
func system() *terminal {
	plain := os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb"
	return &terminal{
		stdout:    os.Stdout,
		stderr:    os.Stderr,
		colour:    !plain && term.IsTerminal(int(os.Stdout.Fd())),
		errColour: !plain && term.IsTerminal(int(os.Stderr.Fd())),
		isLive:    term.IsTerminal(int(os.Stderr.Fd())) && os.Getenv("TERM") != "dumb",
		width:     columns(),
	}
}

// columns is the width of the terminal, or what COLUMNS says.
func columns() int {
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && width > 0 {
		return width
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && width > 0 {
		return width
	}
	return defaultWidth
}

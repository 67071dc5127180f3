package source

// The rules of printing:
//
//	plan.toml:31:10: error: task "train-ed" waits for "bild-ed", which is not a task [unknown-task]
//	   31 │ after = ["bild-ed", "permit"]
//	      ╵          ^^^^^^^^^
//	      hint: did you mean "build-ed"?
//	      plan.toml:18:6: "build-ed" is defined here
//
// The place comes first, so that terminals and editors make a link of it; then one sentence, lower
// case, no full stop, its code in brackets; the line as written; the caret; the hint; other places.
// Columns count characters from 1. Tabs are copied into the caret line, so that it fits whatever
// width a tab has. A long line is cut around the caret. Characters that would move the cursor are
// shown as "�". The first ten problems are shown, errors before all others, in document order; then
// how many there are besides, and last a line that counts them all.

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Style is how problems are printed. The zero Style suits a pipe.
type Style struct {
	// Colour is whether to colour; whoever calls knows where the text goes.
	Colour bool
	// All prints every problem rather than the first ten.
	All bool
	// More is the command that prints them all, for the line that says how many were left out.
	More string
	// Width is the width in columns to which source lines are cut; 0 is 100.
	Width int
	// Columns is the width to which sentences are broken, on a terminal; 0 breaks none, for those who follow lines.
	Columns int
	// Plain leaves out the source lines with their carets, which a screen reader would read aloud sign by sign.
	Plain bool
}

const (
	fewProblems  = 10
	defaultWidth = 100
)

// Print writes the problems, in document order, and a line that counts them. It writes nothing if there
// are none. The error is that of w.
func Print(w io.Writer, problems *Problems, style Style) error {
	all := problems.Sorted()
	if len(all) == 0 {
		return nil
	}
	shown := all
	if !style.All {
		shown = first(all, fewProblems)
	}
	var b strings.Builder
	for _, p := range shown {
		style.problem(&b, p)
		b.WriteByte('\n')
	}
	if left := len(all) - len(shown); left > 0 {
		b.WriteString(style.and() + amount(left, "more problem") + style.more() + "\n")
	}
	b.WriteString(Tally(all) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// first is at most n of the problems, errors rather than warnings rather than notes, in their order.
func first(problems []Problem, n int) []Problem {
	if len(problems) <= n {
		return problems
	}
	errors := min(count(problems, Error), n)
	warnings := min(count(problems, Warning), n-errors)
	left := [...]int{Error: errors, Warning: warnings, Notice: n - errors - warnings}
	var shown []Problem
	for _, p := range problems {
		if left[p.Severity] > 0 {
			left[p.Severity]--
			shown = append(shown, p)
		}
	}
	return shown
}

func (s Style) and() string {
	if s.Plain {
		return "and "
	}
	return "… and "
}

func (s Style) more() string {
	if s.More == "" {
		return ""
	}
	return ": " + s.More
}

// Tally counts problems: "3 errors, 1 warning in plan.toml".
func Tally(problems []Problem) string {
	var parts, files []string
	if n := count(problems, Error); n > 0 {
		parts = append(parts, amount(n, "error"))
	}
	if n := count(problems, Warning); n > 0 {
		parts = append(parts, amount(n, "warning"))
	}
	if n := count(problems, Notice); n > 0 {
		parts = append(parts, amount(n, "note"))
	}
	if parts == nil {
		return "no problems"
	}
	for _, p := range problems {
		if !p.At.IsZero() && !slices.Contains(files, p.At.File.Name) {
			files = append(files, p.At.File.Name)
		}
	}
	tally := strings.Join(parts, ", ")
	switch len(files) {
	case 0:
		return tally
	case 1:
		return tally + " in " + clean(files[0])
	}
	return tally + " in " + amount(len(files), "file")
}

func amount(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}

// problem writes one problem.
func (s Style) problem(b *strings.Builder, p Problem) {
	text := clean(p.Text)
	if p.Code != "" {
		text += " [" + p.Code + "]"
	}
	severity := s.paint(severityColour(p.Severity), p.Severity.String()+":") + " "
	if p.At.IsZero() {
		b.WriteString(severity + s.broken(len(p.Severity.String())+2, text) + "\n")
	} else {
		place := clean(p.At.String()) + ":"
		b.WriteString(s.paint(bold, place) + " " + severity + s.broken(utf8.RuneCountInString(place)+len(p.Severity.String())+3, text) + "\n")
	}
	s.picture(b, p)
	if p.Hint != "" {
		b.WriteString("      " + s.paint(cyan, "hint:") + " " + s.broken(len("      hint: "), clean(p.Hint)) + "\n")
	}
	for _, note := range p.Notes {
		b.WriteString("      ")
		used := len("      ")
		if !note.At.IsZero() {
			place := clean(note.At.String()) + ":"
			b.WriteString(s.paint(bold, place) + " ")
			used += utf8.RuneCountInString(place) + 1
		}
		b.WriteString(s.broken(used, clean(note.Text)) + "\n")
	}
}

// Colours of a terminal (SGR parameters).
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	blue   = "34"
	cyan   = "36"
)

func severityColour(s Severity) string {
	return [...]string{Error: red, Warning: yellow, Notice: cyan}[s]
}

func (s Style) paint(colour, text string) string {
	if !s.Colour {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"epr/reports/text"
)

// widestHelp is how wide help is at most: longer lines are hard to read.
const widestHelp = 100

// leastHelp is what is left at least for what stands beside a term.
const leastHelp = 2

// helpTo makes a command and those below it print help in the width of the terminal, however the texts stand in the
// source.
func helpTo(root *cobra.Command, sys *terminal) {
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		about := c.Long
		if about == "" {
			about = c.Short
		}
		help := strings.TrimSpace(about) + "\n\n" + c.UsageString()
		io.WriteString(sys.stdout, filled(help, min(sys.width, widestHelp)))
	})
}

// filled breaks a text anew between words: paragraphs, and the entries of lists, which are indented and go on further
// right than they begin.
func filled(help string, columns int) string {
	var b strings.Builder
	var item helpItem
	for line := range strings.Lines(help) {
		line = strings.TrimRight(line, " \n")
		words := strings.TrimLeft(line, " ")
		lead := len(line) - len(words)
		switch {
		case words == "":
			b.WriteString(item.broken(columns) + "\n")
			item = helpItem{}
		case strings.HasPrefix(words, "\t"): // a command of cobra's own help, as it is
			b.WriteString(item.broken(columns) + line + "\n")
			item = helpItem{}
		case item.goesOn(lead, words):
			item.words += " " + words
		default:
			b.WriteString(item.broken(columns))
			item = helpItem{lead, words}
		}
	}
	return b.String() + item.broken(columns)
}

// helpItem is a paragraph of help, or an entry of a list, on one line.
type helpItem struct {
	lead  int // columns before it
	words string
}

// goesOn reports whether a line belongs to the item above it. Flags, which are not all indented alike, are entries.
func (h helpItem) goesOn(lead int, words string) bool {
	switch {
	case h.words == "":
		return false
	case h.lead == 0:
		return lead == 0
	}
	return lead > h.lead && !strings.HasPrefix(words, "-")
}

// broken is the item in lines. What goes on stands below the explanation of a term, which two spaces divide from it.
func (h helpItem) broken(columns int) string {
	if h.words == "" {
		return ""
	}
	line, indent := strings.Repeat(" ", h.lead), h.lead
	words := h.words
	if _, meaning, ok := strings.Cut(h.words, "  "); ok {
		words = strings.TrimLeft(meaning, " ")
		term := h.words[:len(h.words)-len(words)]
		line, indent = line+term, h.lead+len(term)
	} else if h.lead > 0 {
		indent += 2
	}
	lines := text.Wrap(words, max(columns-indent, leastHelp))
	return line + strings.Join(lines, "\n"+strings.Repeat(" ", indent)) + "\n"
}

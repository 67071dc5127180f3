package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
)

func TestFilled(t *testing.T) {
	text := `One sentence that goes
on in the next line, and is filled.

HEADING
  term     what it means, at
           some length
  another  said
  an entry without a term, which goes on
    further right
      --flag string   what a flag does
  -h, --help          help
	a command after a tab
end
`
	want := `One sentence that goes on in
the next line, and is
filled.

HEADING
  term     what it means, at
           some length
  another  said
  an entry without a term,
    which goes on further
    right
      --flag string   what a
                      flag
                      does
  -h, --help          help
	a command after a tab
end
`
	if diff := cmp.Diff(want, filled(text, 28)); diff != "" {
		t.Error(diff)
	}
}

// TestHelpFitsTheTerminal: no line of any help is broken by the terminal, and no word of it is lost.
func TestHelpFitsTheTerminal(t *testing.T) {
	var said strings.Builder
	sys := &terminal{stdout: &said, width: 80}
	root := newRoot(sys)
	root.InitDefaultCompletionCmd()
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		said.Reset()
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(said.String()) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 80 {
				t.Errorf("%s: %d columns: %s", c.Name(), n, line)
			}
		}
		if diff := cmp.Diff(strings.Fields(c.Long+"\n"+c.UsageString()), strings.Fields(said.String())); c.Long != "" && diff != "" {
			t.Errorf("%s: %s", c.Name(), diff)
		}
	}
}

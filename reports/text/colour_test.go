package text_test

import (
	"bytes"
	"fmt"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/reports/text"
)

var colour = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestColourAddsNothing sees that a page in colour says, letter by letter, what the page without says.
func TestColourAddsNothing(t *testing.T) {
	for name, print := range printers() {
		for _, width := range []int{60, 80, 120, 200} {
			t.Run(fmt.Sprintf("%s-%d", name, width), func(t *testing.T) {
				var bare, coloured bytes.Buffer
				if err := print(&bare, text.Options{Width: width}); err != nil {
					t.Fatal(err)
				}
				if err := print(&coloured, text.Options{Width: width, Colour: true}); err != nil {
					t.Fatal(err)
				}
				if !colour.Match(coloured.Bytes()) {
					t.Error("the page has no colour")
				}
				if diff := cmp.Diff(bare.String(), colour.ReplaceAllString(coloured.String(), "")); diff != "" {
					t.Errorf("(-without +with):\n%s", diff)
				}
			})
		}
	}
}

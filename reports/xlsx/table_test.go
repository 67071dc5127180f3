package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDistinct has headers that would keep Excel from opening a table as it stands.
func TestDistinct(t *testing.T) {
	long := strings.Repeat("ŵ", 300)
	for _, c := range []struct {
		name        string
		heads, want []string
	}{
		{"ordinary", []string{"Gate", "Date"}, []string{"Gate", "Date"}},
		{"alike but for case", []string{"North", "NORTH", "north"}, []string{"North", "NORTH (2)", "north (3)"}},
		{"numbered by hand", []string{"A (2)", "A", "A"}, []string{"A (2)", "A", "A (3)"}},
		{"blank", []string{"", " \n", "\x00"}, []string{"Column 1", "Column 2", "Column 3"}},
		{"lines and blanks", []string{" Coast\r\nand  vale "}, []string{"Coast and vale"}},
		{"like the code of a character", []string{"_x0041_"}, []string{"_ x0041_"}},
		{"long", []string{long, long}, []string{strings.Repeat("ŵ", 239) + "…", strings.Repeat("ŵ", 239) + "… (2)"}},
	} {
		columns := make([]column, len(c.heads))
		for i, head := range c.heads {
			columns[i].head = head
		}
		var got []string
		for _, column := range distinct(columns) {
			got = append(got, column.head)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

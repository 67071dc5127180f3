package csv

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadme sees that the page beside the package lists every column in its place. UPDATE=1 writes the lists anew.
func TestReadme(t *testing.T) {
	const page = "README.md"
	read, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	want := string(read)
	var schedule, register [][2]string
	for _, c := range scheduleColumns {
		schedule = append(schedule, [2]string{c.name, c.means})
	}
	for _, c := range columns {
		register = append(register, [2]string{c.name, c.means})
	}
	got := listed(t, listed(t, want, "schedule", schedule), "register", register)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-is +columns):\n%s", page, diff)
	}
}

// listed is a page with its list of some columns made anew.
func listed(t *testing.T, page, name string, columns [][2]string) string {
	begin, end := "<!-- columns of the "+name+" -->\n", "<!-- end -->\n"
	before, rest, found := strings.Cut(page, begin)
	_, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("there is no place for the columns of the %s", name)
	}
	var b strings.Builder
	b.WriteString(before + begin + "\n| column | meaning |\n|---|---|\n")
	for _, c := range columns {
		if c[1] == "" || strings.Contains(c[1], "|") {
			t.Errorf("%q of the %s means %q", c[0], name, c[1])
		}
		b.WriteString("| `" + c[0] + "` | " + c[1] + " |\n")
	}
	return b.String() + "\n" + end + after
}

package examples_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"epr/examples"
)

// TestReadmeTellsOfEveryExample holds that each example has its section with five lines or more and a picture that is
// there, that the numbers of activities are true, and that the list of what a plan must say is whole.
func TestReadmeTellsOfEveryExample(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := strings.Split(string(text), "\n## ")
	for k, name := range examples.Models() {
		section := sections[k+1]
		if !strings.Contains(section, "**`"+name+"`**") || strings.Count(section, "\n- ") < 5 {
			t.Errorf("section %q does not tell of %s in five lines", section[:min(40, len(section))], name)
		}
		picture := strings.TrimSuffix(name, ".toml") + "-summary.png"
		if _, err := os.Stat(picture); err != nil || !strings.Contains(section, "]("+picture+")") {
			t.Errorf("%s: no picture %s: %v", name, picture, err)
		}
		row := regexp.MustCompile(`\| \[` + "`" + regexp.QuoteMeta(name) + "`" + `\]\([^)]*\) \| ([0-9]+) \|`).FindStringSubmatch(sections[0])
		if want := strconv.Itoa(len(networkOf(t, name, "").Activities)); row == nil || row[1] != want {
			t.Errorf("%s has %s activities, the README says %v", name, want, row)
		}
	}
	for n := 1; n <= 14; n++ {
		if strings.Count(sections[len(sections)-1], "\n| "+strconv.Itoa(n)+" | ") != 1 {
			t.Errorf("point %d of what a plan must say is missing or twice", n)
		}
	}
}

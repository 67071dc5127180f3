package markdown_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/markdown"
	"epr/reports/reportstest"
)

type fataler interface{ Fatal(...any) }

func written(t fataler, p *reports.Pack) string {
	var b bytes.Buffer
	if err := markdown.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	for name, pack := range map[string]*reports.Pack{
		"northshire": reports.Build(reportstest.WithBaselines(reportstest.Input())), "60-trusts": reports.Build(reportstest.InputOf(reportstest.Many(60))),
	} {
		pack.InShort = [3]string{"We will make it.", "What pushes the end most is winter.", "The next decision is soon."} // not what is tested here
		got := written(t, pack)
		golden.Compare(t, name+".md", got)
	}
}

// bare finds markup that a name has brought along: a character that means something without a backslash before
// it, or the beginning of a mention or a link.
var bare = regexp.MustCompile("(^|[^\\\\])(\\\\\\\\)*[`*_{}\\[\\]<>~^$&]|[@#!][^\u2060 |]|:/")

// TestAnyName draws names, and sees that the table around one keeps its columns and that it shows as it is.
func TestAnyName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(),
			rapid.StringOf(rapid.SampledFrom([]rune("a|\\`*_[]()<>@#!~$&:/.w\n\r=-+1 ŵ🏥ש")))).Draw(t, "name")
		p := &reports.Pack{Promises: []reports.Promised{{Name: name, Rating: reports.Red}}}
		var row string
		for line := range strings.Lines(written(t, p)) {
			if strings.HasSuffix(line, "| Red |\n") {
				row = strings.TrimSuffix(line, "\n")
			}
		}
		cells := regexp.MustCompile(`(^|[^\\])(\\\\)*\|`).FindAllString(row, -1)
		if len(cells) != 6 {
			t.Fatalf("%d bars in %q", len(cells), row)
		}
		if cell := strings.SplitN(row, " | - (", 2)[0]; bare.MatchString(cell) {
			t.Fatalf("%q is written %q", name, cell)
		}
	})
}

func TestHostileTexts(t *testing.T) {
	chart, open := false, 0
	for line := range strings.Lines(written(t, reportstest.Hostile())) {
		switch {
		case strings.HasPrefix(line, "```"):
			chart = !chart
		case line == "<details>\n":
			open++
		case summary.MatchString(line):
		case line == "</details>\n":
			open--
		case chart:
		default:
			if cell := strings.TrimLeft(line, "#"); bare.MatchString(cell) {
				t.Errorf("markup in %q", line)
			}
		}
		if open < 0 || open > 1 {
			t.Fatalf("sections lie crosswise at %q", line)
		}
	}
	if chart || open > 0 {
		t.Error("the chart or a section does not end")
	}
}

// summary is the title of a folded section.
var summary = regexp.MustCompile("^<summary>[^<>]+</summary>\n$")

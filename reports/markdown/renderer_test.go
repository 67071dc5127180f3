package markdown_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"epr/reports"
	"epr/reports/reportstest"
)

// render renders a summary with the Python package markdown-it-py, with GitHub's tables and links, and prints the
// elements that come out and the text of every cell and heading.
const render = `
import html.parser, json, sys
import markdown_it

class Seen(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.elements, self.texts, self.open = {}, [], None
    def handle_starttag(self, tag, attrs):
        self.elements[tag] = self.elements.get(tag, 0) + 1
        if tag in ("td", "th", "h1", "h2", "summary"):
            self.open = ""
    def handle_endtag(self, tag):
        if self.open is not None and tag in ("td", "th", "h1", "h2", "summary"):
            self.texts.append(self.open)
            self.open = None
    def handle_data(self, data):
        if self.open is not None:
            self.open += data

seen = Seen()
seen.feed(markdown_it.MarkdownIt("gfm-like").render(open(sys.argv[1], encoding="utf-8").read()))
print(json.dumps({"elements": seen.elements, "texts": seen.texts}))
`

// TestAnotherRenderer has another renderer show summaries, and sees that what the plan calls things shows as it is.
// EPR_PYTHON names a Python that has the packages markdown-it-py and linkify-it-py, if python3 has not.
func TestAnotherRenderer(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Python")
	}
	python := "python3"
	if set := os.Getenv("EPR_PYTHON"); set != "" {
		python = set
	}
	if err := exec.Command(python, "-c", "import markdown_it, linkify_it").Run(); err != nil {
		t.Skipf("%s has no markdown-it-py with linkify-it-py (%v): set EPR_PYTHON to one that has", python, err)
	}
	for name, p := range map[string]*reports.Pack{
		"hostile": reportstest.Hostile(), "northshire": reports.Build(reportstest.WithBaselines(reportstest.Input())),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "plan.md")
			if err := os.WriteFile(path, []byte(written(t, p)), 0o644); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(python, "-c", render, path).CombinedOutput()
			if err != nil {
				t.Fatalf("%v:\n%s", err, out)
			}
			var seen struct {
				Elements map[string]int
				Texts    []string
			}
			if err := json.Unmarshal(out, &seen); err != nil {
				t.Fatal(err)
			}
			shown(t, p, seen.Elements, seen.Texts)
		})
	}
}

// shown sees that only elements of ours are there, and that names show as they are.
func shown(t *testing.T, p *reports.Pack, elements map[string]int, texts []string) {
	t.Helper()
	known := []string{"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "pre", "code", "ul", "li"}
	for element, n := range elements {
		if !slices.Contains(known, element) {
			t.Errorf("%d elements %q", n, element)
		}
	}
	if elements["details"] != elements["summary"] || elements["table"] < 6 {
		t.Errorf("elements %v", elements)
	}
	for k, text := range texts {
		texts[k] = strings.ReplaceAll(text, "\u2060", "")
	}
	names := []string{p.Header.Programme}
	for i := range p.Promises {
		names = append(names, p.Promises[i].Name)
	}
	for i := range p.Risks.Rows[:min(5, len(p.Risks.Rows))] {
		names = append(names, p.Risks.Rows[i].Name)
	}
	for i := range p.Trusts {
		names = append(names, p.Trusts[i].Name)
	}
	for k, name := range names {
		name = reports.OneLine(name)
		if k > 0 {
			name = reports.Cut(name, 200)
		}
		if !slices.Contains(texts, strings.ReplaceAll(name, "\u2060", "")) {
			t.Errorf("%q does not show", name)
		}
	}
}

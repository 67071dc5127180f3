package text_test

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/displaywidth"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
	"epr/reports/text"
)

// printers print one realistic programme, the same one, as each of the commands does.
func printers() map[string]func(io.Writer, text.Options) error {
	pack, status := baselined(), late()
	in := reportstest.Input()
	answer := reports.Explain(in.Network, in.Schedule, "one/nhft/dale-view/go-live", []int{in.Network.Index("one/nhft/dale-view/go-live")}, nil)
	scenarios := reports.Build(reportstest.WithScenarios(reportstest.Input())).Scenarios
	return map[string]func(io.Writer, text.Options) error{
		"summary":  func(w io.Writer, o text.Options) error { return text.Summary(w, pack, o) },
		"forecast": func(w io.Writer, o text.Options) error { return text.Forecast(w, pack, o) },
		"status":   func(w io.Writer, o text.Options) error { return text.Status(w, status, o) },
		"answer":   func(w io.Writer, o text.Options) error { return text.Answer(w, answer, o) },
		"changes":  func(w io.Writer, o text.Options) error { return text.Changes(w, someChanges(), o) },
		"compare":  func(w io.Writer, o text.Options) error { return text.Compare(w, scenarios, o) },
	}
}

// TestWidths prints every page at the widths that people have, and for a screen reader, and compares the narrow ones
// with what is expected. No line is wider than its page; a screen reader gets no sign that it would read aloud.
func TestWidths(t *testing.T) {
	for name, print := range printers() {
		for _, o := range []text.Options{{Width: 60}, {Width: 80}, {Width: 120}, {Width: 200}, {Width: 80, Plain: true}} {
			t.Run(fmt.Sprintf("%s-%d-%v", name, o.Width, o.Plain), func(t *testing.T) {
				var b bytes.Buffer
				if err := print(&b, o); err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(b.String()) {
					if w := displaywidth.String(strings.TrimSuffix(line, "\n")); w > o.Width {
						t.Errorf("%d columns: %q", w, line)
					}
					if sign := strings.IndexFunc(line, isSign); o.Plain && sign >= 0 {
						t.Errorf("a sign: %q", line)
					}
				}
				switch {
				case o.Plain:
					golden.Compare(t, filepath.Join("widths", name+"-plain.txt"), b.String())
				case o.Width == 60 || (o.Width == 80 || o.Width == 200) && (name == "status" || name == "answer" || name == "changes"):
					golden.Compare(t, filepath.Join("widths", fmt.Sprintf("%s-%d.txt", name, o.Width)), b.String())
				}
			})
		}
	}
}

// isSign reports whether a screen reader would read a character aloud, or leave it out, where it means something to
// the eye alone. Quotation marks, pounds and minus signs it reads as people do.
func isSign(r rune) bool {
	return r > unicode.MaxASCII && !unicode.IsLetter(r) && !strings.ContainsRune("“”’£–−", r) || r == '|'
}

// someChanges are changes of every kind of column.
func someChanges() *reports.Changes {
	return &reports.Changes{
		Old: "the committed schedule of 14 October 2026", New: "northshire.toml",
		InShort: []string{"3 of 41 dates that people follow moved.", "The last phase, “Phase 3: specialties”, finishes on 28 May 2028, 14 days later."},
		Sections: []reports.ChangeSection{
			{Title: "Dates moved", Noun: "date", Columns: []reports.ChangeColumn{{Title: "Date", Kind: reports.NameColumn}, {Title: "Was", Kind: reports.ExactColumn},
				{Title: "Is", Kind: reports.ExactColumn}, {Title: "Days", Kind: reports.ExactColumn}, {Title: "Besides", Kind: reports.TextColumn}}, Rows: [][]string{
				{"Go live, Dale View Hospital (Phase 1)", "30 May 2027", "6 Jun 2027", "+7", "37 days late instead of 30"},
				{"Go live, Ferry Road Maternity Hospital (Phase 2)", "20 Feb 2028", "5 Mar 2028", "+14", "past Winter pressures: Feb 2028 → Mar 2028"},
				{"Phase 1: core record", "13 Jun 2027", "6 Jun 2027", "−7", ""}},
				Notes: []string{"New: Go live, St Cuthbert's Community Hospital (Phase 3), 30 Apr 2028."}},
			{Title: "Changed in the model", Noun: "change", Columns: []reports.ChangeColumn{{Title: "What", Kind: reports.NameColumn}, {Title: "Change", Kind: reports.TextColumn}},
				Rows: [][]string{{"team.cutover.size", "6 → 3"}, {"playbook.acute.train.days", "{ low = 15, likely = 20, high = 40 } → { low = 20, likely = 30, high = 60 }"}}},
		},
		Skipped: []string{"Forecasts were not compared (epr diff --forecast)."},
	}
}

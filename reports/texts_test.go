package reports_test

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
	"epr/reports/csv"
	"epr/reports/html"
	"epr/reports/ical"
	"epr/reports/json"
	"epr/reports/markdown"
	"epr/reports/mermaid"
	"epr/reports/mspdi"
	"epr/reports/reportstest"
	"epr/reports/svg"
	"epr/reports/text"
)

// TestEveryTextIsTried sees that the plan with hostile texts has them in every field in which people write.
func TestEveryTextIsTried(t *testing.T) {
	found := reportstest.SetTexts(reportstest.Full(), func(field string) string { return field })
	if diff := cmp.Diff(reportstest.TextFields(), found); diff != "" {
		t.Errorf("fields with a text (-of the types +of the plan):\n%s", diff)
	}
}

// format is one form of a pack: how it is written, and what it is made of once all text is taken out of it. That
// must not depend on any text.
type format struct {
	write    func(io.Writer, *reports.Pack) error
	skeleton func(output string) ([]string, error)
}

func formats() map[string]format {
	summary := func(plain bool) func(io.Writer, *reports.Pack) error {
		return func(w io.Writer, p *reports.Pack) error {
			return text.Summary(w, p, text.Options{Width: 80, Plain: plain, All: true})
		}
	}
	return map[string]format{
		"html":          {html.Write, tagsOf},
		"csv, schedule": {csv.WriteSchedule, recordsOf},
		"csv, risks":    {csv.WriteRisks, recordsOf},
		"json":          {json.Write, shapeOf},
		"ical":          {ical.WriteWithBlackouts, propertiesOf},
		"mspdi":         {mspdi.Write, elementsOf},
		"markdown":      {markdown.Write, blocksOf},
		"mermaid":       {mermaid.Write, statementsOf},
		"svg":           {svg.Write, elementsOf},
		"text":          {summary(false), pageOf},
		"text, plain":   {summary(true), pageOf},
	}
}

// TestNoTextChangesAnything writes a plan in every form with one awkward text in all of its fields, and sees that
// what it is made of is the same as with an ordinary text.
func TestNoTextChangesAnything(t *testing.T) {
	list, forms := reportstest.Awkward(), formats()
	if testing.Short() {
		list = list[:3]
	}
	calm, pack := map[string][]string{}, reports.Build(reportstest.Written("Calm"))
	for name, f := range forms {
		var err error
		if calm[name], err = f.skeleton(written(t, f, pack)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	for _, awkward := range list {
		pack := reports.Build(reportstest.Written(awkward))
		for _, name := range slices.Sorted(maps.Keys(forms)) {
			got, err := forms[name].skeleton(written(t, forms[name], pack))
			if err != nil {
				t.Errorf("%s of %q: %v", name, awkward, err)
				continue
			}
			if diff := cmp.Diff(calm[name], got); diff != "" {
				t.Errorf("%s of %q (-of an ordinary text +got):\n%s", name, awkward, diff[:min(len(diff), 2_000)])
			}
		}
	}
}

func written(t *testing.T, f format, p *reports.Pack) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.write(&b, p); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(b.Bytes()) {
		t.Fatal("no valid UTF-8")
	}
	return b.String()
}

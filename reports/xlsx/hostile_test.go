package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// hostile is the invented programme with awkward texts wherever people write, each of them in many places.
func hostile() *plan.Plan {
	p, texts, i := reportstest.Full(), reportstest.Awkward(), 0
	reportstest.SetTexts(p, func(string) string {
		i++
		return texts[i%len(texts)]
	})
	p.Programme.Name = "&L&P of &N " + strings.Repeat("long ", 60)
	return p
}

// TestHostileText sees that the texts come back as they went in, as text, from an ordinary sheet and from the
// streamed one.
func TestHostileText(t *testing.T) {
	pack := reports.Build(reportstest.WithForecast(reportstest.InputOf(hostile())))
	f := reopen(t, write(t, pack))
	for r, row := range pack.Schedule {
		if got, _ := f.GetCellValue(sheetSchedule, at(1, streamHead+1+r)); got != clean(row.Name) {
			t.Errorf("activity %d is %q, want %q", r, got, row.Name)
		}
	}
	for r, risk := range pack.Risks.Rows {
		got, err := f.GetCellValue(sheetRisks, at(2, 5+r))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(clean(risk.Name), got); diff != "" {
			t.Errorf("risk %d (-want +got):\n%s", r, diff)
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a\x00b\x07c\x1bd", "abcd"},
		{"a\tb\r\nc\rd\ne", "a b\nc d\ne"},
		{"caf\xe9", "caf"}, // Latin-1 that got past everybody
		{"\ufffe\uffff", ""},
		{"=1+1", "=1+1"},
		{"👩‍⚕️ ŵ", "👩‍⚕️ ŵ"},
	} {
		if diff := cmp.Diff(c.want, clean(c.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
	long := clean(strings.Repeat("🏥", 20_000)) // two units each
	if units(long) > cellLimit || !strings.HasSuffix(long, "🏥"+cutMark) {
		t.Errorf("%d units, ends with %q", units(long), long[len(long)-20:])
	}
}

func TestHeaderText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Marks & Spencer", "Marks && Spencer"},
		{"9 sites", " 9 sites"},
		{"two\nlines", "two lines"},
	} {
		if got := headerText(c.text); got != c.want {
			t.Errorf("%q in a header is %q, want %q", c.text, got, c.want)
		}
	}
	if got := headerText(strings.Repeat("&", 200)); len(got) > 110 || strings.Count(got, "&")%2 != 0 {
		t.Errorf("a header of %d characters with %d ampersands", len(got), strings.Count(got, "&"))
	}
}

package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// nasty are texts that break careless files.
var nasty = []string{
	`=HYPERLINK("http://example.org","click")`,
	"+1-2",
	"@SUM(A1:A9)",
	"-cmd|' /C calc'!A0",
	"🏥 emoji 👩‍⚕️",
	"שלום عالم",
	"Ŵyn a Ŷd, élan, £5 & <b>bold</b> \"quoted\" 'single'",
	"_x0041_ and _xZZZZ_",
	"&L&P of &N",
	strings.Repeat("long ", 60),
}

// hostile is the invented programme with nasty names.
func hostile() *plan.Plan {
	p := reportstest.Programme()
	p.Programme.Name = nasty[8] + nasty[9]
	p.Programme.Owner = nasty[0]
	p.Programme.Confidence = plan.Confidence{Rating: plan.DeliveryAmber, By: nasty[1], Date: p.Programme.Status, Reason: nasty[0], Source: nasty[9]}
	i := 0
	next := func() string { i++; return nasty[i%len(nasty)] }
	for _, trust := range p.Trusts.All() {
		trust.Name = next()
		for _, site := range trust.Sites.All() {
			site.Name = next()
		}
	}
	for _, phase := range p.Phases.All() {
		phase.Name = next()
	}
	for _, team := range p.Teams.All() {
		team.Name = next()
	}
	for _, blackout := range p.Blackouts.All() {
		blackout.Name, blackout.Note = next(), next()
	}
	for _, risk := range p.Risks.All() {
		risk.Name, risk.Cause, risk.Event, risk.Effect = next(), next(), next(), next()
		risk.Owner, risk.Note, risk.Category = next(), next(), next()
		for _, response := range risk.Responses.All() {
			response.Action = next()
		}
	}
	for _, contract := range p.Contracts.All() {
		contract.Name, contract.Supplier = next(), next()
	}
	return p
}

// TestHostileText sees that the texts come back as they went in, as text, from an ordinary sheet and from the
// streamed one.
func TestHostileText(t *testing.T) {
	pack := reports.Build(reportstest.WithForecast(reportstest.InputOf(hostile())))
	f := reopen(t, write(t, pack))
	for r, row := range pack.Schedule {
		if got, _ := f.GetCellValue(sheetSchedule, at(2, streamHead+1+r)); got != clean(row.Name) {
			t.Errorf("activity %d is %q, want %q", r, got, row.Name)
		}
	}
	for r, risk := range pack.Risks.Rows {
		got, err := f.GetCellValue(sheetRisks, at(2, 5+r))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(risk.Name, got); diff != "" {
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

package html

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// nasty are texts that break careless pages.
var nasty = []string{
	`</script><script>alert(1)</script>`,
	`</title></style><img src=x onerror=alert(2)>`,
	`<!--<script>`, `-->`, `]]>`,
	`" autofocus onfocus="alert(3)`,
	`' onmouseover='alert(4)`,
	`javascript:alert(5)`,
	"`${alert(6)}`", `{{.Data}}`, `&lt;b&gt; &amp; &#60;`,
	`=HYPERLINK("x","y")`,
	"line\u2028separator\u2029here",
	"nul\x00bell\x07escape\x1b[31mred\u0085next",
	"broken \xff\xfe utf-8",
	"שלום \u202e עולם مرحبا \u2066",
	"🏥 👩‍⚕️ Ŵŷ Ysbyty Llanfairpwllgwyngyll",
	strings.Repeat("long ", 60),
	strings.Repeat("Unbreakable", 30),
	"  ", "__proto__",
}

// hostile is the invented programme with such texts wherever people write.
func hostile() *reports.Pack {
	p := reportstest.Programme()
	i := 0
	next := func() string { i++; return nasty[i%len(nasty)] }
	p.Programme.Name, p.Programme.Owner = nasty[0]+nasty[1], nasty[5]
	for _, trust := range p.Trusts.All() {
		trust.Name = next()
		for _, site := range trust.Sites.All() {
			site.Name = next()
		}
	}
	for _, phase := range p.Phases.All() {
		phase.Name, phase.Owner = next(), next()
	}
	for _, team := range p.Teams.All() {
		team.Name = next()
	}
	for _, workflow := range p.Workflows.All() {
		workflow.Name = next()
	}
	for _, blackout := range p.Blackouts.All() {
		blackout.Name, blackout.Note = next(), next()
	}
	for _, body := range p.Calendars.All() {
		body.Name = next()
	}
	for _, risk := range p.Risks.All() {
		risk.Name, risk.Cause, risk.Event, risk.Effect = next(), next(), next(), next()
		risk.Owner, risk.Controls, risk.Gaps = next(), next(), next()
		for _, response := range risk.Responses.All() {
			response.Action, response.Owner = next(), next()
		}
	}
	for _, book := range p.Playbooks.All() {
		for _, step := range book.Steps.All() {
			step.Name, step.Owner = next(), next()
			if step.Kind == plan.Gate {
				step.Criteria = nasty
			}
		}
	}
	in := reportstest.WithForecast(reportstest.InputOf(p))
	in.Files = []reports.File{{Name: nasty[1], SHA256: "00"}}
	return reports.Build(in)
}

// TestHostileText sees that no text of the plan gets to be markup, script or style.
func TestHostileText(t *testing.T) {
	calm := write(t, forecastPack())
	page := write(t, hostile())
	count := func(page, what string) int { return strings.Count(strings.ToLower(page), what) }
	for _, what := range []string{"<script", "</script", "<style", "</style", "</title", "<!--", "<img"} {
		if got, want := count(page, what), count(calm, what); got != want {
			t.Errorf("%d times %q, %d in a page of ordinary text", got, what, want)
		}
	}
	if found := attributes(markup(page), `on[a-z]+`); len(found) > 0 {
		t.Errorf("handlers: %q", found)
	}
	if found := regexp.MustCompile(`href="[^#][^"]*"`).FindAllString(page, -1); len(found) > 0 {
		t.Errorf("links out of the page: %q", found)
	}
	for _, r := range page {
		if r != '\n' && unicode.IsControl(r) {
			t.Fatalf("a control character: %U", r)
		}
	}
	for _, part := range []string{`<script>(?s:.*?)</script>`, `<style>(?s:.*?)</style>`} {
		find := regexp.MustCompile(part)
		if find.FindString(page) != find.FindString(calm) {
			t.Error("text of the plan got into the script or the style")
		}
	}
}

// TestHostileTextComesBack sees that the text arrives as it was written.
func TestHostileTextComesBack(t *testing.T) {
	p := hostile()
	page := write(t, p)
	d := dataIn(t, page)
	for i := range p.Schedule {
		if want := named(p.Schedule[i].Name, p.Schedule[i].ID); d.Activities.Name[i] != want {
			t.Errorf("activity %d is %q, want %q", i, d.Activities.Name[i], want)
		}
	}
	if !strings.Contains(page, "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("the name of the programme is not shown as text")
	}
}

package html

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

func write(t *testing.T, p *reports.Pack) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// packs are the programmes that the tests of structure look at.
var packs = sync.OnceValue(func() map[string]*reports.Pack {
	return map[string]*reports.Pack{
		"without a forecast": reportstest.Pack(),
		"with a forecast":    forecastPack(),
		"with baselines":     baselinesPack(),
		"hostile":            reportstest.Hostile(),
		"with scenarios":     scenariosPack(),
		"many trusts":        reports.Build(reportstest.InputOf(reportstest.Many(60))),
		"nothing":            {},
	}
})

func forecastPack() *reports.Pack {
	return reports.Build(reportstest.WithForecast(reportstest.Input()))
}

func TestSameBytes(t *testing.T) {
	first := write(t, forecastPack())
	for range 3 {
		if write(t, forecastPack()) != first {
			t.Fatal("the same plan gives another page")
		}
	}
}

// empty are the elements without an end tag.
var empty = map[string]bool{"meta": true, "input": true, "rect": true, "path": true}

var tag = regexp.MustCompile(`<(/?)([a-zA-Z0-9]+)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*(/?)>`)

// markup is a page without what browsers do not read as markup.
func markup(page string) string {
	for _, element := range []string{"script", "style"} {
		page = regexp.MustCompile(`(?s)(<`+element+`[^>]*>).*?(</`+element+`>)`).ReplaceAllString(page, "$1$2")
	}
	return strings.TrimPrefix(page, "<!DOCTYPE html>\n")
}

// TestMarkup sees that every element is closed where it was opened, and that every "<" begins one.
func TestMarkup(t *testing.T) {
	for name, p := range packs() {
		page := markup(write(t, p))
		if rest := tag.ReplaceAllString(page, ""); strings.ContainsAny(rest, "<>") {
			at := strings.IndexAny(rest, "<>")
			t.Errorf("%s: something that is no element: %q", name, rest[max(0, at-40):min(len(rest), at+40)])
		}
		var open []string
		for _, m := range tag.FindAllStringSubmatch(page, -1) {
			switch {
			case m[1] == "/" && (len(open) == 0 || open[len(open)-1] != m[2]):
				t.Fatalf("%s: </%s> closes %v", name, m[2], open)
			case m[1] == "/":
				open = open[:len(open)-1]
			case !empty[m[2]]:
				open = append(open, m[2])
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: never closed: %v", name, open)
		}
	}
}

// attributes lists the values of an attribute.
func attributes(page, name string) []string {
	var values []string
	for _, m := range regexp.MustCompile(`\s`+name+`="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		values = append(values, m[1])
	}
	return values
}

// TestReferences sees that ids are unique and that links, labels and descriptions lead somewhere.
func TestReferences(t *testing.T) {
	for name, p := range packs() {
		page := markup(write(t, p))
		ids := map[string]bool{}
		for _, id := range attributes(page, "id") {
			if ids[id] {
				t.Errorf("%s: the id %q twice", name, id)
			}
			ids[id] = true
		}
		activities := map[string]bool{}
		for i := range p.Schedule {
			activities[p.Schedule[i].ID] = true
		}
		for _, c := range dataIn(t, write(t, p)).Checks {
			ids["check="+c.ID] = true
		}
		for _, href := range attributes(page, "href") {
			checkLink(t, name, href, ids, activities)
		}
		for _, attribute := range []string{"for", "aria-labelledby", "aria-describedby", "data-finds"} {
			for _, id := range attributes(page, attribute) {
				if !ids[id] {
					t.Errorf("%s: %s leads to %q, which is not there", name, attribute, id)
				}
			}
		}
	}
}

func checkLink(t *testing.T, name, href string, ids, activities map[string]bool) {
	t.Helper()
	target, err := url.PathUnescape(strings.TrimPrefix(href, "#"))
	id, isActivity := strings.CutPrefix(target, "activity=")
	switch {
	case err != nil || !strings.HasPrefix(href, "#"):
		t.Errorf("%s: a link out of the page: %q", name, href)
	case isActivity && !activities[id], !isActivity && !ids[target]:
		t.Errorf("%s: the link %q leads nowhere", name, href)
	}
}

// TestNothingFromOutside sees that the page has no way to ask for anything, and that its policy allows what it has.
func TestNothingFromOutside(t *testing.T) {
	page := write(t, forecastPack())
	if found := attributes(markup(page), "(?:src|srcset|action|style|on[a-z]+)"); len(found) > 0 {
		t.Errorf("attributes that load or run something: %q", found)
	}
	for _, way := range []string{"http://", "https://", "@import", "fetch(", "XMLHttpRequest", "import(", "WebSocket", "innerHTML", "insertAdjacent", "outerHTML", "document.write", "eval(", "new Function"} {
		if strings.Contains(strings.ReplaceAll(page, "http://www.w3.org/2000/svg", ""), way) {
			t.Errorf("the page contains %q", way)
		}
	}
	for _, element := range []string{"script", "style"} {
		m := regexp.MustCompile(`(?s)<`+element+`>(.*?)</`+element+`>`).FindAllStringSubmatch(page, -1)
		if len(m) != 1 {
			t.Fatalf("%d plain <%s>, want 1", len(m), element)
		}
		want := fmt.Sprintf("%s-src &#39;%s&#39;", element, strings.ReplaceAll(hash(m[0][1]), "+", "&#43;"))
		if !strings.Contains(page, want) {
			t.Errorf("the policy does not allow the <%s> of the page: want %s", element, want)
		}
	}
}

// dataIn is the data of the script as the page has it.
func dataIn(t *testing.T, page string) data {
	t.Helper()
	m := regexp.MustCompile(`(?s)<script type="application/json" id="data">(.*?)</script>`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page has no data")
	}
	var d data
	if err := json.Unmarshal([]byte(m[1]), &d); err != nil {
		t.Fatalf("the data is not JSON: %v", err)
	}
	return d
}

// TestDataIsThePack sees that the script draws what the pack says.
func TestDataIsThePack(t *testing.T) {
	type line struct {
		ID, Name, Kind, State, Phase, Trust string
		Start, Finish, Days                 int
		Why                                 []string
	}
	for name, p := range packs() {
		d := dataIn(t, write(t, p))
		var got, want []line
		for i, id := range d.Activities.ID {
			a := &d.Activities
			l := line{ID: id, Name: a.Name[i], Kind: strings.ToLower(d.Kinds[a.Kind[i]].Name), State: d.States[a.State[i]], Start: a.Start[i], Finish: a.Finish[i], Days: a.Days[i]}
			if a.Phase[i] >= 0 {
				l.Phase = d.Phases[a.Phase[i]]
			}
			if a.Trust[i] >= 0 {
				l.Trust = d.Trusts[a.Trust[i]]
			}
			for _, text := range a.Why[i] {
				l.Why = append(l.Why, d.Texts[text])
			}
			got = append(got, l)
		}
		phases, trusts := map[string]string{}, map[string]string{}
		for _, phase := range p.Phases {
			phases[phase.ID] = named(phase.Name, phase.ID)
		}
		for _, trust := range p.Trusts {
			trusts[trust.ID] = named(trust.Name, trust.ID)
		}
		for i := range p.Schedule {
			a := &p.Schedule[i]
			w := line{ID: a.ID, Name: named(a.Name, a.ID), Kind: string(a.Kind), State: string(a.State), Phase: phases[a.Phase], Trust: trusts[a.Trust],
				Start: int(a.Start - epoch), Finish: int(a.Finish - epoch), Days: a.Days}
			for _, text := range p.Gantt.Rows[i].Why {
				w.Why = append(w.Why, plain(text))
			}
			want = append(want, w)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-pack +page):\n%s", name, diff)
		}
	}
}

// TestSameFigures sees that the figures of the tiles are those of the tables.
func TestSameFigures(t *testing.T) {
	p := forecastPack()
	page := write(t, p)
	for _, want := range []string{
		`<dd class="value">` + p.Tiles.LastGoLive.Date.Short() + `</dd>`,
		`<dd class="value">` + reports.Chance(p.Confidence.AllKept.Share) + `</dd>`,
		`<dd class="value">` + p.Confidence.Programme.P80.Short() + `</dd>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no tile says %s", want)
		}
	}
	rows := func(table string) int {
		m := regexp.MustCompile(`(?s)<table id="` + table + `".*?<tbody>(.*?)</tbody>`).FindStringSubmatch(page)
		return strings.Count(m[1], "<tr")
	}
	if got := rows("milestone-table"); got != len(p.Milestones) {
		t.Errorf("%d milestones, want %d", got, len(p.Milestones))
	}
	if got := rows("risk-table"); got != len(p.Risks.Rows) {
		t.Errorf("%d risks, want %d", got, len(p.Risks.Rows))
	}
}

// TestOpenMilestonesFirst: what is still to come stands above what is done.
func TestOpenMilestonesFirst(t *testing.T) {
	p := forecastPack()
	p.Milestones[0].State = reports.Done
	_, view, _ := strings.Cut(write(t, p), `<table id="milestone-table"`)
	table, _, _ := strings.Cut(view, "</table>")
	planned, done := strings.LastIndex(table, `<td class="word">Planned</td>`), strings.Index(table, `<td class="word">Done</td>`)
	if planned < 0 || done < planned {
		t.Errorf("the last one planned stands at %d, the first one done at %d", planned, done)
	}
}

func TestEmptyPlanSaysSo(t *testing.T) {
	page := write(t, &reports.Pack{})
	for _, sentence := range []string{
		"The plan has no phase with work in it.", "No trust has work in the plan.", "No decision is needed in the coming 120 days.",
		"The plan has no activity.", "The plan has no go-live, no gate and no milestone.", "The plan has no risk in its register.", "No forecast was made for this plan",
		"No gate is left to be passed.", "No phase has a gate, or no trust takes part", "No workflow is designed in this plan.",
		"No schedule had been committed, so there is nothing to compare with.", "The plan has no baseline", "no movement of risks is known",
	} {
		if !strings.Contains(page, sentence) {
			t.Errorf("an empty plan does not say: %s", sentence)
		}
	}
}

// TestNothingMovesByItself sees that no style animates anything, so that nobody need ask for less motion.
func TestNothingMovesByItself(t *testing.T) {
	for _, way := range []string{"transition", "animation", "@keyframes", "smooth"} {
		if strings.Contains(styleSheet(), way) {
			t.Errorf("the style contains %q", way)
		}
	}
}

// TestNewFigures sees that what the other views show is what the pack says.
func TestNewFigures(t *testing.T) {
	p := baselinesPack()
	page := markup(write(t, p))
	for _, want := range []string{
		p.Readiness.Sentence(), p.Designs.Sentence(), p.LastVersion.Sentence(), p.Assurance.Sentence,
		"approved by EPR Programme Board", p.Confidence.Tornado[0].Name, p.Confidence.Sensitive[0].Name,
	} {
		if !strings.Contains(page, html.EscapeString(want)) {
			t.Errorf("the page does not say: %s", want)
		}
	}
	for _, rule := range breaksOf(&p.Confidence) {
		for _, b := range append(rule.First[:len(rule.First):len(rule.First)], rule.Folded...) {
			if !strings.Contains(page, html.EscapeString(capital(b.Sentence()))) {
				t.Errorf("the page does not say: %s", b.Sentence())
			}
		}
	}
	section := func(id string) string {
		return regexp.MustCompile(`(?s)<section id="` + id + `".*?</section>`).FindString(page)
	}
	for id, want := range map[string]int{
		"changes":   1 + len(p.Phases) + 2 + len(p.LastVersion.GoLives) + len(p.LastVersion.Moved) + heads(len(p.LastVersion.Added)) + heads(len(p.LastVersion.Removed)),
		"assurance": 2 + len(p.Assurance.Points) + len(p.Assurance.Own),
		"readiness": 3 + len(p.Readiness.Gates) + len(p.Readiness.Waiting) + len(p.Designs.Rows),
	} {
		if got := strings.Count(section(id), "<tr"); got != want {
			t.Errorf("%s has %d lines, want %d", id, got, want)
		}
	}
}

// heads is a number of lines with the heading above them, 0 of none.
func heads(n int) int {
	if n == 0 {
		return 0
	}
	return n + 1
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestWriteTellsErrors(t *testing.T) {
	if err := Write(broken{}, &reports.Pack{}); err == nil || err.Error() != "the disk is full" {
		t.Errorf("got %v", err)
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"nul\x00bell\x07escape\x1b[31mred\u0085next": "nulbellescape[31mrednext",
		"two\nlines and\ta tab\r":                    "two\nlines and a tab",
		"broken \xff\xfe utf-8 \ufffe":               "broken  utf-8 ",
		"👩\u200d⚕️ Ŵŷ \u202eעולם":                    "👩\u200d⚕️ Ŵŷ \u202eעולם",
	} {
		if got := plain(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestSigned(t *testing.T) {
	for want, n := range map[string]plan.Whole{"–": {}, "0": {Set: true}, "+1,204": {N: 1204, Set: true}, "−37": {N: -37, Set: true}} {
		if got := signed(n); got != want {
			t.Errorf("%v is %q, want %q", n, got, want)
		}
	}
}

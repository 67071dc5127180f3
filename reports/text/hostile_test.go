package text_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"github.com/mattn/go-runewidth"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/plantest"
	"epr/reports"
	"epr/reports/text"
)

// names of the kinds that break tables and terminals.
var names = rapid.OneOf(
	rapid.SampledFrom([]string{
		"", " ", "Lincoln", "Ysbyty Gwynedd, Ŵŷŵ Llŷn", "漢字の病院", "מרכז רפואי שיבא", "مستشفى",
		"\x1b[31mred\x1b[0m", "\x1b]0;title\a", "\x1b]8;;http://x\x1b\\link", "a\x00b\x7f\u009bc", "\xff\xfe",
		"line\nbreak\r\nand\ttab\vand\u2028more", "\u202egnidaer\u202c", "e\u0301\u0302\u0303", "\u200b\ufeff",
		"🏥👩🏽‍⚕️🏴󠁧󠁢󠁷󠁬󠁳󠁿🇬🇧", "⚠️⚠️⚠️⚠️ #️⃣", "Aः", "─│┌", "a/b/c", strings.Repeat("x", 300), strings.Repeat("two words ", 30),
		strings.Repeat("ŵ", 300), strings.Repeat("漢", 150), strings.Repeat("part/", 60), "9 days 9 days 9 days",
		"%s%d", "…", "  indented", "12", "-1",
	}),
	rapid.StringN(0, 40, 400),
)

var (
	days = rapid.Custom(func(t *rapid.T) plan.Whole {
		return plan.Whole{N: rapid.IntRange(-40000, 40000).Draw(t, "days"), Set: rapid.Bool().Draw(t, "set")}
	})
	options = rapid.Custom(func(t *rapid.T) text.Options {
		return text.Options{
			Width:  rapid.IntRange(20, 240).Draw(t, "width"),
			Colour: rapid.Bool().Draw(t, "colour"), Plain: rapid.Bool().Draw(t, "plain"), All: rapid.Bool().Draw(t, "all"),
		}
	})
)

// hostile is a pack whose every text is hostile, with lists of any length.
var hostile = rapid.Custom(func(t *rapid.T) *reports.Pack {
	name := func() string { return names.Draw(t, "name") }
	n := func() int { return rapid.IntRange(0, 12).Draw(t, "n") }
	p := lincolnshire()
	p.Schedule = nil
	p.Header.Programme, p.InShort = name(), [3]string{name(), name(), name()}
	p.Header.Previous = rapid.Bool().Draw(t, "previous")
	p.Phases, p.Trusts, p.Promises, p.Decisions, p.Risks.Rows = nil, nil, nil, nil, nil
	for range n() {
		slack := days.Draw(t, "slack")
		p.Phases = append(p.Phases, reports.Phase{ID: name(), Name: name(), Owner: name(), Last: name(), HeldBy: name(),
			Slack: slack, Rating: reports.Rate(slack, plan.Chance{}), Change: days.Draw(t, "change")})
		p.Trusts = append(p.Trusts, reports.Trust{Name: name(), Next: name(), Tightest: name(), HeldBy: name(),
			NextDate: plantest.Date("2027-03-07"), Slack: slack, Rating: reports.Rate(slack, plan.Chance{})})
		p.Promises = append(p.Promises, reports.Promised{ID: p.Phases[len(p.Phases)-1].ID, Name: name(), Slack: slack,
			Phase: rapid.Bool().Draw(t, "phase")})
		p.Schedule = append(p.Schedule, reports.Activity{ID: p.Phases[len(p.Phases)-1].ID, HeldBy: name()})
		p.Decisions = append(p.Decisions, reports.Decision{Name: name(), Body: name(), Owner: name(), Releases: name()})
		p.Risks.Rows = append(p.Risks.Rows, reports.Risk{Name: name(), Event: name(), Owner: name(),
			Next: reports.Response{Action: name()}})
		p.Provenance.Solve.Stages = append(p.Provenance.Solve.Stages, reports.Stage{Name: name(), Unit: name()})
	}
	p.Clashes = hostileClashes(t, name, n())
	return p
})

func hostileClashes(t *rapid.T, name func() string, n int) reports.Clashes {
	var c reports.Clashes
	for range n {
		blackout := name()
		c.ByBlackout = append(c.ByBlackout, reports.BlackoutMoves{Name: blackout, Why: name(), Count: 1, Most: 3})
		c.Avoided = append(c.Avoided, reports.Clash{ID: name(), Name: name(), Blackout: blackout, Days: 3,
			Kind: rapid.SampledFrom([]plan.Kind{plan.GoLive, plan.Training}).Draw(t, "kind")})
		c.Waivers = append(c.Waivers, reports.Waiver{ID: name(), Blackout: blackout, Approver: name()})
		c.SoftEntries = append(c.SoftEntries, reports.SoftEntry{Name: name(), Blackout: blackout, Price: 12345})
	}
	return c
}

// inks are the only control sequences that may reach a terminal.
var inks = regexp.MustCompile("\x1b\\[(0|1|2|32|33|1;31)m")

func TestNoNameBreaksThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := options.Draw(t, "options")
		checkLines(t, draw(t, hostile.Draw(t, "pack"), o), o)
	})
}

// checkLines checks that the lines of a page fit it and that nothing of a name acts on the terminal.
func checkLines(t *rapid.T, page string, o text.Options) {
	second := &runewidth.Condition{} // narrow ambiguous characters, whatever the environment says
	if o.Colour {
		page = inks.ReplaceAllString(page, "")
	}
	for _, line := range strings.Split(page, "\n") {
		if w := displaywidth.String(line); w > o.Width {
			t.Fatalf("%d columns on a page of %d: %q", w, o.Width, line)
		}
		if w := second.StringWidth("x"+line) - 1; w > o.Width { // a mark without a letter counts only there
			t.Fatalf("%d columns by another count on a page of %d: %q", w, o.Width, line)
		}
		if strings.HasSuffix(line, " ") {
			t.Fatalf("a line ends in blanks: %q", line)
		}
		if i := strings.IndexFunc(line, unicode.IsControl); i >= 0 {
			t.Fatalf("a control character reaches the terminal: %q", line)
		}
	}
}

func TestColourAddsNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o := hostile.Draw(t, "pack"), options.Draw(t, "options")
		o.Colour = true
		coloured := draw(t, p, o)
		o.Colour = false
		if bare := draw(t, p, o); inks.ReplaceAllString(coloured, "") != bare {
			t.Fatalf("with colour:\n%q\nwithout:\n%q", coloured, bare)
		}
	})
}

// The table library measures characters as the locale says unless it is told not to.
func TestLocaleChangesNothing(t *testing.T) {
	want := summary(t, lincolnshire(), text.Options{})
	twwidth.SetEastAsian(true)
	if got := summary(t, lincolnshire(), text.Options{}); got != want {
		t.Errorf("in an East Asian locale:\n%s", got)
	}
}

// Every entry of every list is either printed or counted, and the whole of it is printed when asked for.
func TestNothingIsLeftOutSilently(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40).Draw(t, "n")
		o := options.Draw(t, "options")
		o.Width = max(o.Width, 40)
		got := strings.Join(strings.Fields(draw(t, counted(n), o)), " ")
		for noun, stem := range map[string]string{"phase": "ph", "trust": "tr", "broken promise": "ml", "decision": "de",
			"risk": "ri", "activity": "cl"} {
			printed := 0
			for i := range n {
				if strings.Contains(got, fmt.Sprintf("%s-%d.", stem, i)) {
					printed++
				}
			}
			left := leftOut(t, got, noun)
			if printed+left != n || o.All && left > 0 {
				t.Fatalf("of %d: %d printed, %d said to be left out\n%s", n, printed, left, got)
			}
		}
	})
}

func leftOut(t *rapid.T, page, noun string) int {
	more := regexp.MustCompile(`(?:…|And) (?:and )?(\d+) more ` + noun[:len(noun)-1])
	left := 0
	if m := more.FindStringSubmatch(page); m != nil {
		if _, err := fmt.Sscan(m[1], &left); err != nil {
			t.Fatal(err)
		}
	}
	return left
}

// counted is a pack whose lists have so many entries, numbered.
func counted(n int) *reports.Pack {
	p := &reports.Pack{}
	if n > 0 {
		p.Clashes.ByBlackout = []reports.BlackoutMoves{{Name: "b", Count: n}}
	}
	for i := range n {
		at := func(stem string) string { return fmt.Sprintf("%s-%d.", stem, i) }
		p.Phases = append(p.Phases, reports.Phase{Name: at("ph")})
		p.Trusts = append(p.Trusts, reports.Trust{Name: at("tr")})
		p.Promises = append(p.Promises, reports.Promised{Name: at("ml"), Slack: whole(-1)})
		p.Decisions = append(p.Decisions, reports.Decision{Name: at("de")})
		p.Risks.Rows = append(p.Risks.Rows, reports.Risk{Name: at("ri")})
		p.Clashes.Avoided = append(p.Clashes.Avoided, reports.Clash{Name: at("cl"), Blackout: "b", Kind: plan.GoLive})
	}
	return p
}

// An id is what a person types next, so every part of it is there however narrow its column.
func TestIDsAreNeverShortened(t *testing.T) {
	long := ""
	for i := range 30 {
		long += fmt.Sprintf("part-%d/", i)
	}
	late, pushed := lincolnshire(), lincolnshire()
	late.Promises[1].ID = long + "late"
	pushed.Clashes.Avoided[1].ID = long + "pushed"
	for _, o := range []text.Options{{Width: 20}, {Width: 80}, {Width: 120}, {Width: 200}, {Width: 120, Plain: true}} {
		checkParts(t, summary(t, late, o), long+"late")
		if o.Width >= 120 { // narrower pages do not name what was pushed by its id
			checkParts(t, summary(t, pushed, o), long+"pushed")
		}
	}
}

func checkParts(t *testing.T, page, id string) {
	t.Helper()
	for part := range strings.SplitAfterSeq(id, "/") {
		if !strings.Contains(page, part) {
			t.Errorf("%q of the id is missing:\n%s", part, page)
		}
	}
}

func draw(t *rapid.T, p *reports.Pack, o text.Options) string {
	var b strings.Builder
	if err := text.Summary(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

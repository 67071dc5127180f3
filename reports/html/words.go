package html

import (
	"bytes"
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// words are the functions of the templates: they turn values into text, and compute nothing.
var words = template.FuncMap{
	"short":      short,
	"long":       calendar.Date.Long,
	"iso":        iso,
	"signed":     signed,
	"signedN":    func(n int) string { return signed(plan.Whole{N: n, Set: true}) },
	"order":      order,
	"orDash":     orDash,
	"count":      reports.Count,
	"number":     reports.Number,
	"pounds":     pounds,
	"share":      share,
	"glyph":      ratingGlyph,
	"class":      class,
	"bandGlyph":  bandGlyph,
	"capital":    capital,
	"sentence":   sentence,
	"eventGlyph": eventGlyph,
	"chance":     chance,
	"percent":    reports.Chance,
	"percentile": percentile,
	"named":      named,
	"score":      score,
	"first":      firstDecisions,
	"rest":       func(list []reports.Decision) int { return len(list) - reports.Decisions(firstDecisions(list)) },
	"beyond":     beyond,

	"variance":  variance,
	"inWorking": inWorking,
	"history":   history,
	"move":      move,

	"promiseIn": promiseIn,
	"dateIn":    dateIn,
	"otherDate": otherDate,

	"gateCell":   gateCell,
	"few":        few,
	"stateGlyph": stateGlyph,
	"sortChance": sortChance,

	"ordinal":        func(k int) string { return reports.Number(k + 1) },
	"firstOffenders": firstOffenders,
	"restOffenders":  restOffenders,
	"inPlan":         inPlan,
	"outcomeClass":   outcomeClass,
	"outcomeGlyph":   outcomeGlyph,
}

// none stands where there is nothing to show.
const none = "–"

func short(d calendar.Date) string {
	if d.IsZero() {
		return none
	}
	return d.Short()
}

// iso is a date for the datetime of a time element, and for sorting.
func iso(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// signed is a number of days with its sign, a real minus among it.
func signed(n plan.Whole) string {
	switch {
	case !n.Set:
		return none
	case n.N > 0:
		return "+" + reports.Number(n.N)
	case n.N < 0:
		return "−" + reports.Number(-n.N)
	}
	return "0"
}

// order is a number that may be missing, for sorting: nothing sorts last.
func order(n plan.Whole) string {
	if !n.Set {
		return ""
	}
	return strconv.Itoa(n.N)
}

func orDash(s string) string {
	if strings.TrimSpace(s) == "" {
		return none
	}
	return s
}

func pounds(p reports.Pounds) string {
	switch {
	case !p.Set:
		return none
	case p.N < 0:
		return "−£" + reports.Number(int(-p.N))
	}
	return "£" + reports.Number(int(p.N))
}

func share(s reports.Share) string {
	if s.Of == 0 {
		return none
	}
	return reports.Number(s.N) + " of " + reports.Number(s.Of)
}

func ratingGlyph(r reports.Rating) string {
	switch r {
	case reports.Red:
		return "■"
	case reports.Amber:
		return "▲"
	case reports.Green:
		return "●"
	case reports.Live:
		return "►"
	}
	return "○"
}

func bandGlyph(band plan.Band) string {
	switch band {
	case plan.Extreme:
		return "■"
	case plan.High:
		return "▲"
	case plan.Moderate:
		return "●"
	}
	return "○"
}

func eventGlyph(kind plan.Kind) string {
	switch kind {
	case plan.GoLive:
		return "◆"
	case plan.Gate:
		return "◇"
	}
	return "○"
}

// class is a fixed word of the reports as the name of a style: "Go-live" is "go-live".
func class(word any) string {
	return strings.ReplaceAll(strings.ToLower(fmt.Sprint(word)), " ", "-")
}

// capital begins a phrase with a capital letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// sentence is a phrase as a sentence.
func sentence(s string) string {
	if s = strings.TrimSpace(s); s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return capital(s)
	}
	return capital(s) + "."
}

func chance(c plan.Chance) string {
	if !c.Set {
		return none
	}
	return reports.Chance(c.Share)
}

// sortChance is a chance that may be missing, for sorting.
func sortChance(c plan.Chance) string { return order(plan.Whole{N: c.Share, Set: c.Set}) }

func percentile(p reports.Percentile) string {
	if p.Date.IsZero() {
		return none
	}
	return p.Short()
}

func score(s plan.Score) string {
	if s.Value() == 0 {
		return none
	}
	return fmt.Sprintf("%d × %d = %d", s.Consequence, s.Likelihood, s.Value())
}

func firstDecisions(list []reports.Decision) []reports.AgendaItem {
	agenda := reports.Agenda(list)
	return agenda[:min(len(agenda), mostDecisions)]
}

// beyond says what lies beyond the cliff of a milestone.
func beyond(m reports.Milestone) string {
	f := &m.Fall
	switch {
	case f.GoLive == "":
		return none
	case f.To.IsZero():
		return f.GoLive + " fits nowhere any more in this order of work"
	}
	text := "past " + f.Blackout + " to " + f.To.Short() + " (" + reports.Count(f.Days, "day") + " later)"
	if f.GoLive != m.Name {
		text = f.GoLive + ": " + text
	}
	if f.Others > 0 {
		text += ", with " + reports.Count(f.Others, "other go-live", "other go-lives")
	}
	return capital(text)
}

// named is a name, or the id of what has a blank one, so that a link has something to click.
func named(name, id string) string {
	if name = plain(name); strings.TrimSpace(name) == "" {
		return id
	}
	return name
}

// legible leaves out control characters, which no text of a plan means and no browser shows, and what is not
// UTF-8.
func legible(text []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r == '\t' {
			return ' '
		}
		if r != '\n' && (unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF) {
			return -1
		}
		return r
	}, bytes.ToValidUTF8(text, nil))
}

// plain is legible for one text.
func plain(text string) string { return string(legible([]byte(text))) }

package text

import "epr/reports"

// ink is a way to print text on a terminal that has colour.
type ink string

// The inks, as parameters of the control sequence "select graphic rendition" (ECMA-48), of the sixteen
// colours that every scheme of every terminal keeps legible.
const (
	plain  ink = ""
	bold   ink = "1"
	faint  ink = "2"
	red    ink = "1;31"
	green  ink = "32"
	yellow ink = "33"
)

// paint adds colour to text that is already clean, if the page has any.
func (p *page) paint(in ink, s string) string {
	if !p.Colour || in == plain || s == "" {
		return s
	}
	return "\x1b[" + string(in) + "m" + s + "\x1b[0m"
}

// mark is how a promise stands.
type mark int

const (
	unmarked mark = iota // nothing was promised
	kept
	tight // kept, with less than reports.AmberDays to spare
	late
	likely // to be kept: by reports.LikelyKept
	doubtful
	unlikely // by reports.UnlikelyKept
)

// markOf is the mark of a rating.
func markOf(r reports.Rating) mark {
	switch r {
	case reports.Red:
		return late
	case reports.Amber:
		return tight
	case reports.Green, reports.Live:
		return kept
	}
	return unmarked
}

// sign is the mark as one character.
func (m mark) sign() string { return [...]string{" ", "✓", "!", "✗", "✓", "!", "✗"}[m] }

// ink is the colour of the mark.
func (m mark) ink() ink { return [...]ink{plain, green, yellow, red, green, yellow, red}[m] }

// legend is which marks the reader has met.
type legend struct {
	marked, tight, chances bool
	forecast               bool // ratings are made by the forecast too
}

// note takes down the marks of a table that is printed.
func (p *page) note(t table) {
	for _, r := range t.rows {
		for _, c := range r {
			p.legend.marked = p.legend.marked || c.mark != unmarked && c.mark < likely
			p.legend.chances = p.legend.chances || c.mark >= likely
			p.legend.tight = p.legend.tight || c.mark == tight
		}
	}
}

// explain explains the marks, if there were any.
func (p *page) explain() {
	spare, late := "less than "+reports.Count(reports.AmberDays, "day")+" to spare", "late"
	if p.legend.forecast {
		spare += " or a chance below " + reports.Chance(reports.LikelyKept)
		late += " or a chance below " + reports.Chance(reports.UnlikelyKept)
	}
	switch {
	case p.Plain && p.legend.tight:
		p.say("Tight means kept with " + spare + ".")
	case !p.Plain && p.legend.marked:
		p.text(lead{}, "✓ kept · ! kept, "+spare+" · ✗ "+late, faint)
	}
}

// explainChances explains the marks of chances, if there were any. A screen reader is told the chances only.
func (p *page) explainChances() {
	if p.legend.chances && !p.Plain {
		p.text(lead{}, "✓ "+reports.Chance(reports.LikelyKept)+" or more · ! "+reports.Chance(reports.UnlikelyKept)+" or more · ✗ less", faint)
	}
}

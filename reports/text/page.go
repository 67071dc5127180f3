package text

import (
	"strings"

	"epr/reports"
)

const (
	defaultWidth   = 80
	narrowest      = 20
	widestSentence = 100 // longer lines are hard to read, however wide the page
)

// page is what has been printed so far.
type page struct {
	Options
	out     strings.Builder
	legend  legend
	command string // that prints the page
}

func newPage(o Options) *page {
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	o.Width = max(o.Width, narrowest)
	return &page{Options: o, command: "epr plan"}
}

// line prints one line that is known to fit.
func (p *page) line(s string) {
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}

// gap begins a section.
func (p *page) gap() { p.out.WriteByte('\n') }

// heading begins a section that is no table.
func (p *page) heading(title string) {
	p.gap()
	if p.Plain {
		p.say(title)
		return
	}
	p.rule(cut(title, p.Width))
}

// lead is what stands before a sentence, once; the later lines of the sentence are indented by it.
type lead struct {
	text string
	ink  ink
}

// text prints a sentence wrapped to the page.
func (p *page) text(before lead, sentence string, in ink) {
	if p.Plain {
		sentence = strings.ReplaceAll(sentence, " → ", ", now ") // an arrow would be read as one, or not at all
	}
	indent := width(before.text)
	for i, s := range Wrap(sentence, min(p.Width, widestSentence)-indent) {
		if i == 0 {
			p.line(p.paint(before.ink, before.text) + p.paint(in, s))
		} else {
			p.line(strings.Repeat(" ", indent) + p.paint(in, s))
		}
	}
}

// say prints a sentence.
func (p *page) say(sentence string) { p.text(lead{}, sentence, plain) }

// item prints a sentence with a sign before it, which a screen reader is spared.
func (p *page) item(m mark, sentence string) {
	if p.Plain {
		p.say(sentence)
		return
	}
	p.text(lead{m.sign() + " ", m.ink()}, sentence, plain)
}

// more prints a sentence that belongs to the item before it.
func (p *page) more(sentence string) { p.text(lead{text: "  "}, sentence, plain) }

// facts prints short facts as one paragraph.
func (p *page) facts(list []string) {
	if p.Plain {
		for _, fact := range list {
			p.say(capital(fact))
		}
		return
	}
	p.say(capital(strings.Join(list, " · ")))
}

// shown is how many entries of a list are printed. The line that would count a single entry left out
// is given to the entry itself.
func (p *page) shown(n, limit int) int {
	if p.All || n <= limit+1 {
		return n
	}
	return limit
}

// rest says how many entries of a list were left out, and anything more there is to say of them.
func (p *page) rest(n int, noun, more string) {
	if n == 0 {
		return
	}
	p.text(lead{}, p.and()+reports.Count(n, "more "+noun)+more+p.seeAll(), faint)
}

// and begins what is said of the rest of a list.
func (p *page) and() string {
	if p.Plain {
		return "And "
	}
	return "… and "
}

// seeAll says how to see what was left out.
func (p *page) seeAll() string { return " (" + p.command + " --all)" }

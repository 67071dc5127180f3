package text

import "epr/reports"

// drivers is three lines on what drives the finish.
func (p *page) drivers(pack *reports.Pack) {
	if len(pack.Drivers) == 0 {
		return
	}
	p.heading("What drives the finish")
	for _, sentence := range pack.Drivers {
		if p.Plain {
			p.say(sentence)
		} else {
			p.text(lead{text: "• "}, sentence, plain)
		}
	}
}

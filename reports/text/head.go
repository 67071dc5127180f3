package text

import (
	"epr/reports"
)

// head is the programme, as at when, and the pack in three sentences.
func (p *page) head(pack *reports.Pack) {
	title := pack.Header.Programme
	if title == "" {
		title = "A programme without a name"
	}
	p.text(lead{}, title, bold)
	p.facts(headFacts(pack))
	if pack.InShort != ([3]string{}) {
		p.gap()
	}
	for _, sentence := range pack.InShort {
		switch {
		case sentence == "":
		case p.Plain:
			p.say(sentence)
		default:
			p.text(lead{text: "• "}, sentence, plain)
		}
	}
}

func headFacts(pack *reports.Pack) []string {
	h, live := &pack.Header, pack.Tiles.SitesLive
	var list []string
	if !h.Status.IsZero() {
		list = append(list, "status "+h.Status.Short())
	}
	if !h.Horizon.IsZero() {
		list = append(list, "horizon "+h.Horizon.From.Short()+" to "+h.Horizon.To.Short())
	}
	if live.Of > 0 {
		list = append(list, reports.Number(live.N)+" of "+reports.Count(live.Of, "site")+" live")
	}
	if !h.Previous {
		list = append(list, "first version, nothing to compare with")
	}
	return list
}

package text

import (
	"epr/reports"
)

// head is the programme, as at when, and the pack in three sentences.
func (p *page) head(pack *reports.Pack) {
	p.title(pack)
	p.facts(headFacts(pack))
	if pack.InShort != ([3]string{}) {
		p.gap()
	}
	p.bullets(pack.InShort[:])
}

// title is the name of the programme.
func (p *page) title(pack *reports.Pack) {
	title := pack.Header.Programme
	if title == "" {
		title = "A programme without a name"
	}
	p.text(lead{}, title, bold)
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
	if t := &pack.Tiles; t.Activities.N+t.UnderWay > 0 {
		list = append(list, reports.Number(t.Activities.N)+" of "+reports.Count(t.Activities.Of, "activity")+" done")
		if t.UnderWay > 0 {
			list = append(list, reports.Number(t.UnderWay)+" under way")
		}
	}
	if live.Of > 0 {
		list = append(list, reports.Number(live.N)+" of "+reports.Count(live.Of, "site")+" live")
	}
	if !pack.Confidence.Given {
		list = append(list, "not forecast")
	}
	if b := h.Baseline; b != nil {
		list = append(list, "baseline "+b.ID+" of "+b.Date.Short())
	}
	if !h.Previous {
		list = append(list, "first version, nothing to compare with")
	}
	return list
}

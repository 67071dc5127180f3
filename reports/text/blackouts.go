package text

import (
	"slices"

	"epr/plan"
	"epr/reports"
)

const (
	mostBlackouts = 4
	mostGoLives   = 2 // of one blackout
)

// blackouts is what each blackout pushed, its go-lives named, those pushed most first.
func (p *page) blackouts(pack *reports.Pack) {
	c := &pack.Clashes
	if len(c.Avoided) == 0 {
		p.heading("Pushed by a blackout")
		p.say("No blackout pushed anything.")
	} else {
		p.pushed(c)
	}
	p.leaves(c)
}

func (p *page) pushed(c *reports.Clashes) {
	t := table{title: "Pushed by a blackout", columns: []column{
		{title: "Blackout", fill: name},
		{title: "From", right: true},
		{title: "To", right: true},
		{title: "By"},
		{title: "Activity", fill: id, from: wide},
		{title: "Why", fill: sentence, from: widest},
	}}
	left := len(c.Avoided)
	moving := slices.DeleteFunc(slices.Clone(c.ByBlackout), func(b reports.BlackoutMoves) bool { return b.Count == 0 })
	for _, b := range moving[:p.shown(len(moving), mostBlackouts)] {
		clashes := p.telling(clashesOf(c, b.Name))
		left -= len(clashes)
		t.rows = append(t.rows, blackoutRow(&b))
		for i := range clashes {
			t.rows = append(t.rows, clashRow(&clashes[i]))
		}
	}
	p.print(t)
	p.rest(left, "activity", "")
}

func clashesOf(c *reports.Clashes, blackout string) []reports.Clash {
	var list []reports.Clash
	for _, clash := range c.Avoided {
		if clash.Blackout == blackout {
			list = append(list, clash)
		}
	}
	return list
}

// telling is the part of a blackout's clashes that is shown: its go-lives, or if it pushed none what it
// pushed most.
func (p *page) telling(list []reports.Clash) []reports.Clash {
	if p.All {
		return list
	}
	var goLives []reports.Clash
	for _, clash := range list {
		if clash.Kind == plan.GoLive && len(goLives) < mostGoLives {
			goLives = append(goLives, clash)
		}
	}
	if len(goLives) == 0 {
		return list[:min(1, len(list))]
	}
	return goLives
}

func blackoutRow(b *reports.BlackoutMoves) row {
	most := cell{number: reports.Number(b.Most), text: dayWord(b.Most)}
	if b.Count > 1 {
		most.number = "up to " + most.number
	}
	return row{words(b.Name + ": " + reports.Count(b.Count, "activity")), {}, {}, most, {}, words(b.Why)}
}

func clashRow(c *reports.Clash) row {
	return row{
		{text: c.Name, label: capital(string(c.Kind)), indent: 2}, date(c.From), date(c.To), {number: reports.Number(c.Days), text: dayWord(c.Days)},
		words(c.ID), {},
	}
}

const mostLeaves = 2

// leaves is the work that enters a blackout all the same, waived or at a price.
func (p *page) leaves(c *reports.Clashes) {
	var list []string
	for _, w := range c.Waivers {
		list = append(list, "Waiver "+w.ID+": "+reports.Count(w.Used, "activity enters", "activities enter")+" "+
			w.Blackout+"; approved by "+w.Approver+" on "+w.Date.Short()+".")
	}
	for _, e := range c.SoftEntries {
		list = append(list, e.Name+" enters "+e.Blackout+" for "+reports.Count(e.Days, "day")+
			" at a price of "+pounds(e.Price)+".")
	}
	n := p.shown(len(list), mostLeaves)
	for _, said := range list[:n] {
		p.say(said)
	}
	p.rest(len(list)-n, "blackout entry", "")
}

// pounds writes an amount as "£1,250" or "£1,250.50".
func pounds(amount plan.Hundredths) string {
	whole := "£" + reports.Number(int(amount/plan.One))
	if pence := amount % plan.One; pence != 0 {
		return whole + "." + padZero(int(pence))
	}
	return whole
}

func padZero(n int) string {
	s := reports.Number(n)
	if len(s) < 2 {
		return "0" + s
	}
	return s
}

package markdown

import (
	"fmt"

	"epr/reports"
)

// Most rows of a table; the rest is counted.
const (
	mostGates  = 10
	mostTrusts = 12
	mostRisks  = 5
	mostNamed  = 3
)

func (d *document) decisions(p *reports.Pack) {
	if len(p.Decisions) == 0 {
		return
	}
	d.folded(fmt.Sprintf("%s in the next %d days", reports.Count(len(p.Decisions), "decision"), reports.DecisionDays), func() {
		t := d.table("Decision", "Date", "Who decides", "Papers close", "Waits for")
		for _, x := range p.Decisions {
			waits := "nothing"
			if n := len(x.WaitsFor); n > 0 {
				waits = reports.Count(n, "activity")
			}
			t.row(x.Name, x.Date.Short(), x.Body, stated(x.PapersClose), waits)
		}
		t.end()
	})
}

// readiness is how ready the gates are that come up.
func (d *document) readiness(r *reports.Readiness) {
	if len(r.Waiting) == 0 {
		return
	}
	short := 0
	for i := range r.Gates {
		short += r.Gates[i].Short
	}
	title := reports.Count(len(r.Waiting), "gate") + " to pass"
	if short > 0 {
		title += fmt.Sprintf("; %s short of %s trained at the last gate before a go-live",
			reports.Count(short, "trust is", "trusts are"), reports.Chance(reports.TrainedEnough))
	}
	d.folded(title, func() {
		t := d.table("Gate", "Date", "Still to finish before it", "Trained by then", "Trained by the go-live", "Owner")
		for i := range r.Waiting[:min(len(r.Waiting), mostGates)] {
			g := &r.Waiting[i]
			t.row(g.Name, g.Date.Short(), reports.Number(g.Unfinished), share(g.AtGate.Share, g.AtGate.Set), share(g.AtGoLive.Share, g.AtGoLive.Set), g.Owner)
		}
		t.end()
		d.rest(len(r.Waiting)-mostGates, "gate")
	})
}

func (d *document) trusts(p *reports.Pack) {
	list := p.Pressing(mostTrusts)
	if len(list) == 0 {
		return
	}
	d.folded(reports.Count(len(p.Trusts), "trust"), func() {
		t := d.table("Trust", "Next go-live", "Date", "Sites live", "Rating")
		for _, x := range list {
			live := "none to go live"
			if x.Sites.Of > 0 {
				live = fmt.Sprintf("%d of %d", x.Sites.N, x.Sites.Of)
			}
			t.row(x.Name, x.NextSite, stated(x.NextDate), live, string(x.Rating))
		}
		t.end()
		if rest := p.RestOfPressing(mostTrusts); len(rest) > 0 {
			d.paragraph("And " + reports.Count(len(rest), "more trust") + ": " + reports.TrustStandings(rest) + ".")
		}
	})
}

func (d *document) risks(r *reports.Risks) {
	if len(r.Rows) == 0 {
		d.paragraph("The register holds no risk.")
		return
	}
	d.folded(riskTitle(r), func() {
		t := d.table("Score", "Was", "Risk", "Owner", "Next action", "Due")
		for i := range r.Rows[:min(len(r.Rows), mostRisks)] {
			x := &r.Rows[i]
			t.row(fmt.Sprintf("%d %s", x.Score, x.Band), wasScore(x), x.Name, x.Owner, x.Next.Action, stated(x.Next.Due))
		}
		t.end()
		d.rest(len(r.Rows)-mostRisks, "risk")
	})
}

// riskTitle counts the risks, and those that moved.
func riskTitle(r *reports.Risks) string {
	title := reports.Count(len(r.Rows), "risk")
	if !r.Compared {
		return title
	}
	for _, move := range []struct {
		of   reports.Move
		word string
	}{{reports.MoveNew, "new"}, {reports.MoveUp, "higher"}, {reports.MoveDown, "lower"}} {
		if n := r.CountMoves(move.of); n > 0 {
			title += fmt.Sprintf(", %d %s", n, move.word)
		}
	}
	if n := len(r.Gone); n > 0 {
		title += fmt.Sprintf(", %d gone", n)
	}
	return title
}

// wasScore is the score of a risk in the last register.
func wasScore(r *reports.Risk) string {
	switch r.Movement.Move {
	case "":
		return ""
	case reports.MoveNew:
		return "new"
	}
	return fmt.Sprint(r.Movement.WasScore)
}

package assurance

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// covered counts go-lives that no contract has to do with: neither one they lie inside nor an old one that has to
// outlast them or the hypercare after them.
func (a *assessment) covered() Check {
	goLives := a.ofKind(plan.GoLive)
	c := ours("covered", "Contracts cover the go-lives", "go-lives that neither lie inside a contract nor, with their hypercare, have an old one that must outlast them ÷ go-lives to come")
	c.Of = "go-lives to come"
	if a.net.Plan.Contracts.Len() == 0 {
		return c.without("The plan has no contract.")
	}
	hypercare := a.ofKind(plan.Hypercare)
	for _, i := range goLives {
		if !a.hasContract(i) && !slices.ContainsFunc(hypercare, func(k int) bool { return a.follows(k, i) && a.hasContract(k) }) {
			c.against(a.id(i), "no contract has to do with it")
		}
	}
	return c.over(len(goLives), c.Of).atMost(0)
}

func (a *assessment) hasContract(i int) bool {
	return len(a.activity(i).Contracts)+len(a.activity(i).Outlast) > 0
}

// follows reports whether hypercare is that of a go-live, by the places of both.
func (a *assessment) follows(hypercare, goLive int) bool {
	h, g := a.activity(hypercare).Place, a.activity(goLive).Place
	return h.Phase == g.Phase && (h.Trust == "" || h.Trust == g.Trust) && (h.Site == "" || h.Site == g.Site)
}

// contracts counts contracts that run long enough only with an extension that has to be bought.
func (a *assessment) contracts() Check {
	c := ours("extensions", "Contracts run long enough", "contracts that end before the work that needs them, unless extended ÷ contracts with an end and such work")
	n := 0
	for id, contract := range a.net.Plan.Contracts.All() {
		until := a.neededUntil(contract)
		if until.IsZero() || contract.Ends.IsZero() {
			continue
		}
		if n++; until > contract.Ends {
			c.against(id, "ends on "+contract.Ends.Short()+", is needed to "+until.Short())
		}
	}
	return c.over(n, "contracts with an end and such work").atMost(0)
}

// neededUntil is the last finish of the work that lies inside a contract or that it must outlast; zero if none does.
func (a *assessment) neededUntil(c *plan.Contract) calendar.Date {
	var until calendar.Date
	for i := range a.rows {
		if x := a.activity(i); slices.Contains(x.Contracts, c) || slices.Contains(x.Outlast, c) {
			until = max(until, a.rows[i].Finish)
		}
	}
	return until
}

// verified counts rules that the independent check found broken, and says of how many it found nothing to look at.
func (a *assessment) verified() Check {
	c := ours("verified", "The independent check finds no rule broken", "rules that the independent check found broken ÷ rules of which it found something to look at")
	c.Of = "rules with something to look at"
	if len(a.Verified) == 0 {
		return c.without("What the independent check counted was not handed in.")
	}
	facts, n := 0, 0
	for _, v := range a.Verified {
		if facts += v.Facts; v.Facts > 0 {
			n++
		}
		if v.Broken > 0 {
			c.against(v.Rule, counted(v.Broken, "fact breaks it", "facts break it"))
		}
	}
	c.Note = counted(facts, "fact was", "facts were") + " looked at."
	if idle := len(a.Verified) - n; idle > 0 {
		c.Note += " Of " + counted(idle, "more rule", "more rules") + " the plan has nothing to look at."
	}
	return c.over(n, c.Of).atMost(0)
}

package reports

import (
	"fmt"
	"strings"

	"epr/plan/explain"
)

// inShort is the three sentences of the summary, each made from the values shown elsewhere.
func (f *facts) inShort(p *Pack) [3]string {
	if c := &p.Confidence; c.Given {
		return [3]string{joinSentences(c.Short[0], planKeeps(c.PlanKeeps)), c.Short[1], c.Short[2]}
	}
	return [3]string{f.willWe(&p.Tiles), f.whatDrives(&p.Tiles), f.whatNext(p)}
}

// planKeeps says how many promises the plan keeps if all goes as planned.
func planKeeps(n Share) string {
	switch {
	case n.Of == 0:
		return ""
	case n.Of == 1:
		return "The plan itself " + Plural(n.N, "keeps", "misses") + " it."
	case n.N == n.Of:
		return "The plan itself keeps them all."
	case n.N == 0:
		return "The plan itself keeps none of them."
	}
	return fmt.Sprintf("The plan itself keeps %s of them.", Number(n.N))
}

// willWe says whether the promises are kept, and when the last go-live is.
func (f *facts) willWe(t *Tiles) string {
	return joinSentences(keeping(t), lastLive(t))
}

func keeping(t *Tiles) string {
	w := &t.Worst
	missed := t.Promises.Of - t.Promises.N
	switch {
	case t.Promises.Of == 0:
		return "The plan makes no promise: no phase and no activity has a date to keep."
	case missed == 0 && t.Promises.Of == 1:
		return fmt.Sprintf("The one promise made is kept: %s finishes on %s, %s.",
			quoted(w.Name), w.Finish.Long(), Against(w.Slack.N))
	case missed == 0:
		return fmt.Sprintf("All %s are kept: the tightest is %s on %s, %s.",
			Count(t.Promises.Of, "promise"), quoted(w.Name), w.Finish.Long(), Against(w.Slack.N))
	case t.Promises.Of == 1:
		return fmt.Sprintf("The one promise made is missed: %s finishes on %s, %s.",
			quoted(w.Name), w.Finish.Long(), Against(w.Slack.N))
	}
	return fmt.Sprintf("%s of %s %s missed: the worst is %s on %s, %s.",
		Number(missed), Count(t.Promises.Of, "promise"), Plural(missed, "is", "are"),
		quoted(w.Name), w.Finish.Long(), Against(w.Slack.N))
}

// Against says how a date stands to its promise: "12 days before its promise", "on the promised day",
// "1 day late".
func Against(slack int) string {
	switch {
	case slack > 0:
		return Count(slack, "day") + " before its promise"
	case slack == 0:
		return "on the promised day"
	}
	return Count(-slack, "day") + " late"
}

func lastLive(t *Tiles) string {
	last := &t.LastGoLive
	if last.Name == "" {
		return ""
	}
	text := fmt.Sprintf("The last go-live is %s on %s", quoted(last.Name), last.Date.Long())
	if last.Change.Set {
		text += ", " + Since(last.Change.N)
	}
	return text + "."
}

// Since says how a date changed: "9 days later than in the last version".
func Since(change int) string {
	switch {
	case change > 0:
		return Count(change, "day") + " later than in the last version"
	case change < 0:
		return Count(-change, "day") + " earlier than in the last version"
	}
	return "as in the last version"
}

// whatDrives says what moved the worst promise, or if all are kept the last go-live, most.
func (f *facts) whatDrives(t *Tiles) string {
	name, i := t.Worst.Name, t.Worst.last
	if t.Promises.Of == t.Promises.N {
		name, i = t.LastGoLive.Name, f.net.Index(t.LastGoLive.ID)
	}
	switch {
	case name == "":
		return "The plan has no go-live and makes no promise, so there is no date to explain."
	case len(f.reasons(i)) == 0:
		return "What drives the dates was not worked out for this report."
	}
	c := f.chainTo(i)
	text := fmt.Sprintf("Nothing but the work itself drives %s.", quoted(name))
	if c.push.Days() > 0 {
		text = fmt.Sprintf("What pushes %s most is %s, which moves %s by %s, from %s to %s.",
			quoted(name), f.pusher(c), quoted(f.activity(c.pushed).Name), Count(c.push.Days(), "day"),
			c.push.From.Long(), c.push.To.Long())
	}
	return joinSentences(text, f.leadsTo(c))
}

// pusher names what moved an activity of a chain most.
func (f *facts) pusher(c chain) string {
	switch r := c.push; r.Cause {
	case explain.Blackout:
		return "the blackout " + quoted(orID(r.Blackout.Name, r.Blackout.ID))
	case explain.Meeting:
		return "the wait for a meeting" + f.ofBody(c.pushed)
	case explain.Team:
		return "the team " + quoted(orID(r.Team.Name, r.Team.ID)) + ", busy elsewhere"
	case explain.Calendar:
		return "the wait for a day on which it may start"
	case explain.MaximumLag:
		return "the limit on how far ahead it may be"
	}
	return "the order of work"
}

// ofBody names who decides a gate.
func (f *facts) ofBody(i int) string {
	if m := f.activity(i).Meeting; m != nil {
		return " of " + quoted(orID(m.Name, m.ID))
	}
	return ""
}

func (f *facts) leadsTo(c chain) string {
	if len(c.links) < 2 {
		return ""
	}
	first := c.links[0]
	return fmt.Sprintf("A chain of %s leads there, from %s on %s.",
		Count(len(c.links), "activity"), quoted(f.activity(first).Name), f.rows[first].Start.Long())
}

// whatNext says which decision and which risk come next.
func (f *facts) whatNext(p *Pack) string {
	return joinSentences(nextDecision(p.Tiles.NextDecision), topRisk(p))
}

func nextDecision(d *Decision) string {
	if d == nil {
		return "No decision is left to take."
	}
	text := fmt.Sprintf("The next decision is %s on %s", quoted(d.Name), d.Date.Long())
	if d.Body != "" {
		text += " (" + d.Body + ")"
	}
	if len(d.WaitsFor) > 0 {
		text += ", which waits for " + Count(len(d.WaitsFor), "unfinished activity")
	}
	if d.Lost > 0 {
		text += fmt.Sprintf("; missing it costs %s", Count(d.Lost, "day"))
	}
	return text + "."
}

func topRisk(p *Pack) string {
	if len(p.Risks.Rows) == 0 {
		return "The register holds no risk."
	}
	top := p.Risks.Highest()
	n := p.Tiles.ExtremeRisks.N
	text := fmt.Sprintf("No risk is extreme; the highest is %s", quoted(top.Name))
	if n > 0 {
		text = fmt.Sprintf("%s extreme, led by %s",
			Count(n, "risk is", "risks are"), quoted(top.Name))
	}
	if top.Owner == "" {
		return text + fmt.Sprintf(" (score %d).", top.Score)
	}
	return text + fmt.Sprintf(" (score %d, owner: %s).", top.Score, top.Owner)
}

func joinSentences(sentences ...string) string {
	var said []string
	for _, s := range sentences {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
}

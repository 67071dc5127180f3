package html

import (
	"epr/reports"
)

// tile is one of the figures at the head of the summary.
type tile struct {
	Label, Value, Note string
	Tone               string // style: "bad", "watch", "good" or "plain"
	Glyph              string // says the tone without colour; "" for plain
}

func tiles(p *reports.Pack) []tile {
	t := &p.Tiles
	list := []tile{lastGoLive(t), promises(t), worst(t)}
	if p.Confidence.Given {
		list = append(list, allKept(&p.Confidence), programmeP80(&p.Confidence))
	}
	return append(list, extremes(t), nextDecision(t), sitesLive(t), avoided(t), lateness(t))
}

func lastGoLive(t *reports.Tiles) tile {
	last := &t.LastGoLive
	if last.Name == "" {
		return tile{Label: "Last go-live", Value: none, Note: "The plan has no go-live", Tone: "plain"}
	}
	note := last.Name
	if last.Change.Set {
		note = capital(reports.Since(last.Change.N))
		if last.Change.N != 0 {
			note += " (" + last.Was.Short() + ")"
		}
	}
	return tile{Label: "Last go-live", Value: last.Date.Short(), Note: note, Tone: "plain"}
}

func promises(t *reports.Tiles) tile {
	missed := t.Promises.Of - t.Promises.N
	switch {
	case t.Promises.Of == 0:
		return tile{Label: "Promises kept", Value: none, Note: "No date is promised", Tone: "plain"}
	case missed > 0:
		return tile{"Promises kept", share(t.Promises), reports.Number(missed) + " missed", "bad", "■"}
	}
	return tile{"Promises kept", share(t.Promises), "All kept", "good", "●"}
}

func worst(t *reports.Tiles) tile {
	w := &t.Worst
	if w.Name == "" {
		return tile{Label: "Tightest promise", Value: none, Note: "No date is promised", Tone: "plain"}
	}
	value := reports.Count(max(w.Slack.N, -w.Slack.N), "day")
	if w.Slack.N < 0 {
		value += " late"
	} else {
		value += " spare"
	}
	tone := map[reports.Rating]string{reports.Red: "bad", reports.Amber: "watch", reports.Green: "good"}[w.Rating]
	return tile{"Tightest promise", value, string(w.Rating) + ": " + w.Name, tone, ratingGlyph(w.Rating)}
}

func allKept(c *reports.Confidence) tile {
	if !c.AllKept.Set {
		return tile{Label: "Chance that all is kept", Value: none, Note: "No date is promised", Tone: "plain"}
	}
	return tile{Label: "Chance that all is kept", Value: chance(c.AllKept), Tone: "plain",
		Note: "of " + reports.Count(c.PlanKeeps.Of, "promise") + ", all at once, by the forecast"}
}

func programmeP80(c *reports.Confidence) tile {
	return tile{Label: "Programme, 80% sure by", Value: percentile(c.Programme.P80), Tone: "plain",
		Note: "planned for " + short(c.Programme.Planned) + "; 50% sure by " + percentile(c.Programme.P50)}
}

func extremes(t *reports.Tiles) tile {
	note := "of " + reports.Count(t.ExtremeRisks.Of, "risk") + " in the register"
	if t.ExtremeRisks.N == 0 {
		return tile{"Extreme risks open", "0", note, "good", "●"}
	}
	return tile{"Extreme risks open", reports.Number(t.ExtremeRisks.N), note, "bad", "■"}
}

func nextDecision(t *reports.Tiles) tile {
	d := t.NextDecision
	if d == nil {
		return tile{Label: "Next decision", Value: none, Note: "No decision is left to take", Tone: "plain"}
	}
	return tile{Label: "Next decision", Value: d.Date.Short(), Note: d.Name, Tone: "plain"}
}

func sitesLive(t *reports.Tiles) tile {
	return tile{Label: "Sites live", Value: share(t.SitesLive), Note: "sites with all their go-lives done", Tone: "plain"}
}

func avoided(t *reports.Tiles) tile {
	v := tile{Label: "Moved clear of blackouts", Value: reports.Count(t.Avoided.Count, "start"), Tone: "plain",
		Note: "No start fell into a blackout"}
	if t.Avoided.Count > 0 {
		v.Note = "by " + reports.Count(t.Avoided.Days, "day") + " in all, at most " + reports.Count(t.Avoided.Most, "day")
	}
	return v
}

func lateness(t *reports.Tiles) tile {
	switch {
	case !t.LateCost.Set:
		return tile{Label: "Price of lateness", Value: none, Note: "No cost of delay is stated", Tone: "plain"}
	case t.LateCost.N == 0:
		return tile{"Price of lateness", "£0", "No promise is late", "good", "●"}
	}
	return tile{"Price of lateness", pounds(t.LateCost), t.LateMost + ", the promise that costs most", "bad", "■"}
}

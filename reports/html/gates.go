package html

import (
	"epr/plan"
	"epr/reports"
)

// mostSideBySide is how many trusts have a column each among the gates; of more, the gates count them.
const mostSideBySide = 8

// gate is one cell of the gates by trust.
type gate struct {
	Class, Glyph, Words string
	Passed, Trained     string // "" if there is nothing to say
}

// gateCell says how far a trust has come with its gates of one column.
func gateCell(c reports.GateCell) gate {
	switch {
	case c.Passed.Of == 0:
		return gate{Class: "none", Words: none}
	case c.Passed.N == c.Passed.Of:
		return gate{Class: "passed", Glyph: "●", Words: "Passed"}
	}
	g := gate{Class: "open", Glyph: "○", Words: c.Next.Short()}
	if c.Passed.Of > 1 {
		g.Passed = reports.Number(c.Passed.N) + " of " + reports.Number(c.Passed.Of) + " passed"
	}
	if c.Trained.Set {
		g.Trained = reports.Chance(c.Trained.Share) + " trained"
	}
	if c.Short {
		g.Class, g.Glyph = "short", "▲"
	}
	return g
}

// few reports whether too few of the staff are trained.
func few(trained plan.Chance) bool { return trained.Set && trained.Share < reports.TrainedEnough }

func stateGlyph(s reports.State) string {
	switch s {
	case reports.Done:
		return "●"
	case reports.UnderWay:
		return "◐"
	}
	return "○"
}

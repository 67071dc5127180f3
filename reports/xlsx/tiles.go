package xlsx

import (
	"fmt"

	"epr/reports"
)

// tile is one of the figures at the head of the summary.
type tile struct {
	label, value, note string
	colour             string // of the bar above it and of its value
}

// tiles writes the figures, two columns each, four in each half.
func (s *sheet) tiles(row int) int {
	s.gap(row)
	row++
	for i, t := range s.tileList() {
		from := leftFrom + 2*i
		if i >= 4 {
			from = rightFrom + 2*(i-4)
		}
		s.tile(from, from+1, row, t)
	}
	s.height(row, 22)
	s.height(row+1, 34)
	s.height(row+2, 46)
	return row + 3
}

// tile writes one figure between two columns: a bar of colour, what it is, the figure, what it means.
func (s *sheet) tile(from, to, row int, t tile) {
	ground := look{fill: pale, across: centre, lines: edges{left: white, right: white}}
	label, value, note := ground, ground, ground
	label.lines.top, label.lines.heavyTop = t.colour, true
	value.size, value.bold, value.ink = 18, true, t.colour
	note.wrap, note.up = true, top
	s.span(from, row, to, row, cell{t.label, label})
	s.span(from, row+1, to, row+1, cell{s.fitting(t.value, &value, from, to), value})
	for lineCount(t.note, note, s.room(from, to)) > noteLines {
		t.note = cut(t.note, units(t.note)*9/10, "…")
	}
	s.span(from, row+2, to, row+2, cell{t.note, note})
}

// noteLines is the most lines that a note under a figure has room for.
const noteLines = 3

// fitting makes the text of a value smaller until it fits its tile.
func (s *sheet) fitting(value string, l *look, from, to int) string {
	for l.size > 11 && textWidth(value, l.size, true) > s.room(from, to) {
		l.size--
	}
	return value
}

func (s *sheet) tileList() [8]tile {
	t := &s.pack.Tiles
	return [8]tile{
		s.lastGoLive(),
		promises(t),
		s.keepingAll(t),
		extremes(t),
		{"Moved clear of blackouts", reports.Count(t.Avoided.Count, "start"), avoided(t), navy},
		s.nextDecision(),
		{"Sites live", of(t.SitesLive), "sites with all their go-lives done", navy},
		lateness(t),
	}
}

func of(n reports.Share) string {
	if n.Of == 0 {
		return none
	}
	return fmt.Sprintf("%s of %s", reports.Number(n.N), reports.Number(n.Of))
}

func (s *sheet) lastGoLive() tile {
	last := &s.pack.Tiles.LastGoLive
	if last.Name == "" {
		return tile{"Last go-live", none, "the plan has no go-live", navy}
	}
	note := last.Name
	if last.Change.Set {
		note = reports.Since(last.Change.N)
		if last.Change.N != 0 {
			note += " (" + last.Was.Short() + ")"
		}
	}
	return tile{"Last go-live", last.Date.Short(), note, navy}
}

func promises(t *reports.Tiles) tile {
	missed := t.Promises.Of - t.Promises.N
	switch {
	case t.Promises.Of == 0:
		return tile{"Promises kept", none, "no date is promised", navy}
	case missed > 0:
		return tile{"Promises kept", of(t.Promises), "■ " + reports.Number(missed) + " missed", red}
	}
	return tile{"Promises kept", of(t.Promises), "● all kept", green}
}

// keepingAll is the chance that every promise is kept or, without a forecast, the worst promise.
func (s *sheet) keepingAll(t *reports.Tiles) tile {
	if !s.pack.Confidence.Given {
		return worst(t)
	}
	const name = "Chance of all promises"
	c := &s.pack.Confidence
	if !t.AllKept.Set {
		return tile{name, none, "no date is promised", navy}
	}
	note := "of keeping " + reports.Count(c.Firm, "promise")
	if w := c.Weakest(); w != nil {
		note = "weakest: " + w.Name + ", " + reports.Chance(w.Chance)
	}
	switch share := t.AllKept.Share; {
	case share < reports.UnlikelyKept:
		return tile{name, reports.Chance(share), "■ " + note, red}
	case share < reports.LikelyKept:
		return tile{name, reports.Chance(share), "▲ " + note, brown}
	}
	return tile{name, reports.Chance(t.AllKept.Share), "● " + note, green}
}

func worst(t *reports.Tiles) tile {
	w := &t.Worst
	if w.Name == "" {
		return tile{"Worst promise", none, "no date is promised", navy}
	}
	rating := rated(w.Rating)
	note := fmt.Sprintf("%s\n%s", rating.value, w.Name)
	if w.Slack.N < 0 {
		return tile{"Worst promise", reports.Count(-w.Slack.N, "day") + " late", note, ratingColour(w.Rating)}
	}
	return tile{"Worst promise", reports.Count(w.Slack.N, "day") + " spare", note, ratingColour(w.Rating)}
}

func extremes(t *reports.Tiles) tile {
	note := "of " + reports.Count(t.ExtremeRisks.Of, "risk") + " in the register"
	if t.ExtremeRisks.N == 0 {
		return tile{"Extreme risks open", "0", note, green}
	}
	return tile{"Extreme risks open", reports.Number(t.ExtremeRisks.N), "■ extreme, " + note, red}
}

// ratingColour is the colour of a rating as text on a pale ground.
func ratingColour(r reports.Rating) string {
	switch r {
	case reports.Red:
		return red
	case reports.Amber:
		return brown
	case reports.Green:
		return green
	}
	return navy
}

func avoided(t *reports.Tiles) string {
	if t.Avoided.Count == 0 {
		return "no start fell into a blackout"
	}
	return fmt.Sprintf("by %s in all,\nat most %s", reports.Count(t.Avoided.Days, "day"), reports.Count(t.Avoided.Most, "day"))
}

func (s *sheet) nextDecision() tile {
	d := s.pack.Tiles.NextDecision
	if d == nil {
		return tile{"Next decision", none, "no decision is left to take", navy}
	}
	return tile{"Next decision", d.Date.Short(), d.Name, navy}
}

func lateness(t *reports.Tiles) tile {
	switch {
	case !t.LateCost.Set:
		return tile{"Price of lateness", none, "no cost of delay is stated", navy}
	case t.LateCost.N == 0:
		return tile{"Price of lateness", "£0", "no phase is late", navy}
	}
	return tile{"Price of lateness", "£" + reports.Number(int(t.LateCost.N)), "of the phase that costs most, at the programme's cost of delay", red}
}

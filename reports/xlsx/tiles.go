package xlsx

import (
	"fmt"
	"strings"

	"epr/reports"
)

// tile is one of the figures at the head of the summary.
type tile struct {
	label, value, note string
	colour             string // of the bar above it and of its value
	was                string // what it was in earlier versions; "" if that is not known
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
	s.height(row, 20)
	s.height(row+1, 32)
	s.height(row+2, 32)
	s.height(row+3, wasLeast)
	for _, t := range s.tileList() {
		s.grow(row+3, heightOf(min(noteLines, lineCount(t.was, look{}, s.room(leftFrom, leftFrom+1))), fontSize))
	}
	return row + 4
}

// tile writes one figure between two columns: a bar of colour, what it is, the figure, what it means.
func (s *sheet) tile(from, to, row int, t tile) {
	ground := look{fill: pale, across: centre, lines: edges{left: white, right: white}}
	label, value, note, was := ground, ground, ground, ground
	label.lines.top, label.lines.heavyTop = t.colour, true
	value.size, value.bold, value.ink = 18, true, t.colour
	note.wrap, note.up = true, top
	was.wrap, was.up, was.ink = true, top, grey
	s.span(from, row, to, row, cell{t.label, label})
	s.span(from, row+1, to, row+1, cell{s.fitting(t.value, &value, from, to), value})
	s.span(from, row+2, to, row+2, cell{s.within(noteLines, t.note, note, from, to), note})
	s.span(from, row+3, to, row+3, cell{s.within(noteLines, t.was, was, from, to), was})
}

// within cuts a text to a number of lines of a block of columns.
func (s *sheet) within(lines int, words string, l look, from, to int) string {
	for lineCount(words, l, s.room(from, to)) > lines {
		words = cut(words, units(words)*9/10, "…")
	}
	return words
}

// noteLines is the most lines that a note under a figure has room for.
const noteLines = 2

// wasLeast is the points of the row that says what the figures were.
const wasLeast = 17

// fitting makes the text of a value smaller until it fits its tile.
func (s *sheet) fitting(value string, l *look, from, to int) string {
	for l.size > 11 && textWidth(value, l.size, true) > s.room(from, to) {
		l.size--
	}
	return value
}

func figure(label, value, note, colour string) tile {
	return tile{label: label, value: value, note: note, colour: colour}
}

func (s *sheet) tileList() [8]tile {
	t := &s.pack.Tiles
	list := [8]tile{
		s.lastGoLive(),
		promises(t),
		s.keepingAll(t),
		extremes(t),
		figure("Moved clear of blackouts", reports.Count(t.Avoided.Count, "start"), avoided(t), navy),
		s.nextDecision(),
		figure("Sites live", of(t.SitesLive), "sites with all their go-lives done", navy),
		lateness(t),
	}
	list[0].was = wasIn(t.Versions, lastGoLiveIn)
	list[1].was = wasIn(t.Versions, func(v *reports.Version) string { return of(v.Promises) })
	list[7].was = wasIn(t.Versions, lateCostIn)
	if t.WasExtreme.Set {
		list[3].was = "last register: " + reports.Number(t.WasExtreme.N)
	}
	if b := t.Before; b != nil {
		list[2].was = s.wasAllKept(b)
		list[4].was = asOf(b) + ": " + reports.Count(b.Avoided.Count, "start")
		list[6].was = asOf(b) + ": " + of(b.SitesLive)
	}
	return list
}

// wasIn says what a figure was in the latest earlier versions, oldest first, as many as a tile has room for.
func wasIn(versions []reports.Version, of func(*reports.Version) string) string {
	const most = 2
	var list []string
	for k := max(0, len(versions)-most); k < len(versions); k++ {
		v := &versions[k]
		if was := of(v); was != "" && was != none {
			list = append(list, inVersion(v)+": "+was)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return strings.Join(list, "; ")
}

func lastGoLiveIn(v *reports.Version) string {
	if v.LastGoLive.IsZero() {
		return ""
	}
	return v.LastGoLive.Short()
}

func lateCostIn(v *reports.Version) string {
	if !v.LateCost.Set || v.Promises.Of == 0 {
		return ""
	}
	return "£" + reports.Number(int(v.LateCost.N))
}

// wasAllKept is the chance that the version before gave to keep every promise, where this pack gives it too.
func (s *sheet) wasAllKept(b *reports.TilesBefore) string {
	if !s.pack.Confidence.Given || !b.AllKept.Set {
		return ""
	}
	return asOf(b) + ": " + reports.Chance(b.AllKept.Share)
}

// asOf names the version before by the day on which it was kept.
func asOf(b *reports.TilesBefore) string { return "kept " + b.On.Short() }

// inVersion names a version as briefly as a tile needs.
func inVersion(v *reports.Version) string {
	if v.Baseline == nil {
		return "last version"
	}
	return cut(v.Baseline.ID, 16, "…")
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
		return figure("Last go-live", none, "the plan has no go-live", navy)
	}
	note := last.Name
	if last.Change.Set && last.Change.N != 0 {
		note = reports.Since(last.Change.N)
	}
	return figure("Last go-live", last.Date.Short(), note, navy)
}

func promises(t *reports.Tiles) tile {
	missed := t.Promises.Of - t.Promises.N
	switch {
	case t.Promises.Of == 0:
		return figure("Promises kept", none, "no date is promised", navy)
	case missed > 0:
		return figure("Promises kept", of(t.Promises), "■ "+reports.Number(missed)+" missed", red)
	}
	return figure("Promises kept", of(t.Promises), "● all kept", green)
}

// keepingAll is the chance that every promise is kept or, without a forecast, the worst promise.
func (s *sheet) keepingAll(t *reports.Tiles) tile {
	if !s.pack.Confidence.Given {
		return worst(t)
	}
	const name = "Chance of all promises"
	c := &s.pack.Confidence
	if !t.AllKept.Set {
		return figure(name, none, "no date is promised", navy)
	}
	note := "of keeping " + reports.Count(c.PlanKeeps.Of, "promise")
	if w := c.Weakest(); w != nil {
		note = "weakest: " + w.Name + ", " + reports.Chance(w.Chance)
	}
	switch share := t.AllKept.Share; {
	case share < reports.UnlikelyKept:
		return figure(name, reports.Chance(share), "■ "+note, red)
	case share < reports.LikelyKept:
		return figure(name, reports.Chance(share), "▲ "+note, brown)
	}
	return figure(name, reports.Chance(t.AllKept.Share), "● "+note, green)
}

func worst(t *reports.Tiles) tile {
	w := &t.Worst
	if w.Name == "" {
		return figure("Worst promise", none, "no date is promised", navy)
	}
	rating := rated(w.Rating)
	note := fmt.Sprintf("%s\n%s", rating.value, w.Name)
	if w.Slack.N < 0 {
		return figure("Worst promise", reports.Count(-w.Slack.N, "day")+" late", note, ratingColour(w.Rating))
	}
	return figure("Worst promise", reports.Count(w.Slack.N, "day")+" spare", note, ratingColour(w.Rating))
}

func extremes(t *reports.Tiles) tile {
	note := "of " + reports.Count(t.ExtremeRisks.Of, "risk") + " in the register"
	if t.ExtremeRisks.N == 0 {
		return figure("Extreme risks open", "0", note, green)
	}
	return figure("Extreme risks open", reports.Number(t.ExtremeRisks.N), "■ extreme, "+note, red)
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
		return figure("Next decision", none, "no decision is left to take", navy)
	}
	return figure("Next decision", d.Date.Short(), d.Name, navy)
}

func lateness(t *reports.Tiles) tile {
	switch {
	case !t.LateCost.Set:
		return figure("Price of lateness", none, "no cost of delay is stated", navy)
	case t.LateCost.N == 0:
		return figure("Price of lateness", "£0", "no promise is late", navy)
	}
	return figure("Price of lateness", "£"+reports.Number(int(t.LateCost.N)), "of the promise that costs most: "+t.LateMost, red)
}

package svg

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// look is how a stage is drawn.
type look struct{ fill, ink, letter string }

var looks = map[reports.Band]look{
	reports.BandPrepare:   {"#d3dae0", "#212b32", "P"},
	reports.BandDesign:    {"#41b6e6", "#212b32", "D"},
	reports.BandBuild:     {"#005eb8", "#ffffff", "B"},
	reports.BandTest:      {"#ffb81c", "#212b32", "T"},
	reports.BandTraining:  {"#7c2855", "#ffffff", "L"},
	reports.BandGoLive:    {"#212b32", "#ffffff", "G"},
	reports.BandHypercare: {"#006747", "#ffffff", "H"},
	reports.BandAfter:     {"#e8edee", "#212b32", "A"},
	reports.BandPhase:     {"#425563", "#ffffff", ""},
}

// painted is the stages from the one that all others hide to the one that none does.
var painted = []reports.Band{
	reports.BandAfter, reports.BandPrepare, reports.BandDesign, reports.BandBuild, reports.BandTest,
	reports.BandTraining, reports.BandHypercare, reports.BandGoLive,
}

func (d *drawing) rows() {
	phase, trust := "", ""
	for k := range d.page.Rows {
		row := &d.page.Rows[k]
		switch row.Level {
		case reports.LevelPhase, reports.LevelShared:
			phase = row.ID
		case reports.LevelTrust:
			trust = row.ID
		}
		d.row(k, row, plan.Place{Phase: phase, Trust: trust, Site: row.ID})
	}
}

// row draws one row: its name, its closed windows, its bars, its events and how it stands.
func (d *drawing) row(k int, row *reports.PageRow, at plan.Place) {
	y := d.top + float64(k*rowHeight)
	d.put(`<g><title>%s: %s to %s; %s</title>`, text(rowName(row)), row.Start.Short(), row.Finish.Short(), text(verdict(row)))
	if row.Level == reports.LevelPhase {
		d.put(`<rect x="%d" y="%.1f" width="%d" height="%d" fill="#e8edee" class="plan-head"/>`, margin, y, width-2*margin, rowHeight)
	}
	d.put(`<path d="M%d %.1fH%d" stroke="#d8dde0" stroke-width="0.5" class="plan-row"/>`, margin, y+rowHeight, width-margin)
	indent, bold := 0, false
	switch row.Level {
	case reports.LevelPhase:
		bold = true
	case reports.LevelSite:
		indent = 20
	default:
		indent = 10
	}
	d.label(float64(margin+4+indent), y+13, typeface{11, bold}, rowName(row), float64(labels-8-indent))
	d.label(right+8, y+13, typeface{10, bold}, verdict(row), verdicts-8)
	d.closed(row, y)
	switch row.Level {
	case reports.LevelPhase:
		d.bar(reports.BandPhase, calendar.Span{From: row.Start, To: row.Finish}, y+3)
	case reports.LevelRest:
		d.counted(row, y)
	default:
		d.stages(d.spans(row, at), y)
	}
	if !row.Promise.IsZero() {
		d.pennant(row.Promise.Date, y)
	}
	d.put(`</g>`)
}

func rowName(row *reports.PageRow) string {
	if row.Level == reports.LevelRest {
		return "and " + reports.Count(row.Count, "more trust")
	}
	return row.Name
}

// verdict is when a row goes live, or finishes, and how that stands against its promise.
func verdict(row *reports.PageRow) string {
	said := row.Finish.Short()
	if !row.GoLive.IsZero() && row.Level != reports.LevelPhase {
		said = "live " + row.GoLive.Short()
	}
	said += ", " + string(row.Rating)
	switch {
	case row.Slack.Set && row.Slack.N < 0:
		said += ", " + reports.Count(-row.Slack.N, "day") + " late"
	case row.Slack.Set:
		said += ", " + reports.Count(row.Slack.N, "day") + " left"
	}
	return said
}

// work is the spans of each stage of a row, and its go-lives.
type work struct {
	stages  map[reports.Band][]calendar.Span
	goLives []*reports.Activity
}

// spans collects the activities that a row stands for.
func (d *drawing) spans(row *reports.PageRow, at plan.Place) work {
	w := work{stages: map[reports.Band][]calendar.Span{}}
	for i := range d.pack.Schedule {
		a := &d.pack.Schedule[i]
		if !d.holds(row, at, a) {
			continue
		}
		if band := reports.BandOf(a.Kind); band != "" {
			w.stages[band] = append(w.stages[band], calendar.Span{From: a.Start, To: a.Finish})
		}
		if a.Kind == plan.GoLive {
			w.goLives = append(w.goLives, a)
		}
	}
	return w
}

// holds reports whether a row stands for an activity.
func (d *drawing) holds(row *reports.PageRow, at plan.Place, a *reports.Activity) bool {
	switch row.Level {
	case reports.LevelShared:
		return a.Phase == at.Phase && (a.Trust == "" || a.Phase == "")
	case reports.LevelTrust:
		return a.Phase == at.Phase && a.Trust == at.Trust && (d.page.Grouped || a.Site == "")
	case reports.LevelSite:
		return a.Phase == at.Phase && a.Trust == at.Trust && a.Site == at.Site
	}
	return false
}

// stages draws the bars of a row, each as far as no other hides it, and its go-lives.
func (d *drawing) stages(w work, y float64) {
	var covered []calendar.Span
	for _, band := range slices.Backward(painted) {
		for _, span := range without(calendar.Merge(w.stages[band]), covered) {
			d.bar(band, span, y+3)
		}
		covered = calendar.Merge(append(covered, w.stages[band]...))
	}
	for _, a := range w.goLives {
		d.diamond(a, y)
	}
}

// without is what is left of some spans outside others, which are merged.
func without(spans, others []calendar.Span) []calendar.Span {
	var left []calendar.Span
	for _, s := range spans {
		for _, o := range others {
			if !o.Overlaps(s) {
				continue
			}
			if o.From > s.From {
				left = append(left, calendar.Span{From: s.From, To: o.From - 1})
			}
			s.From = o.To + 1
		}
		if s.Days() > 0 {
			left = append(left, s)
		}
	}
	return left
}

// counted draws the bars of a row that stands for several trusts, column by column.
func (d *drawing) counted(row *reports.PageRow, y float64) {
	for c := 0; c < len(row.Cells); {
		first, band := c, row.Cells[c].Band
		for c < len(row.Cells) && row.Cells[c].Band == band {
			c++
		}
		if band != "" {
			d.bar(band, calendar.Span{From: d.page.Columns[first], To: d.page.End(c - 1)}, y+3)
		}
	}
}

func (d *drawing) bar(band reports.Band, span calendar.Span, y float64) {
	x, wide := d.x(span.From), d.x(span.To+1)-d.x(span.From)
	if wide <= 0 {
		return // beyond the page
	}
	l := looks[band]
	d.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="%s" stroke="#ffffff" stroke-width="0.6" class="plan-bar"/>`, x, y, max(wide, 1.2), barHeight, l.fill)
	if wide >= 10 && l.letter != "" {
		d.put(`<text x="%.1f" y="%.1f" font-size="9" fill="%s" text-anchor="middle">%s</text>`, x+wide/2, y+10, l.ink, l.letter)
	}
}

// diamond marks a go-live: full if it is done.
func (d *drawing) diamond(a *reports.Activity, y float64) {
	x, fill, class := (d.x(a.Start)+d.x(a.Finish+1))/2, "#ffffff", "plan-mark"
	if a.State == reports.Done {
		fill, class = "#212b32", "plan-done"
	}
	d.put(`<path d="M%.1f %.1fl7 7l-7 7l-7 -7z" fill="%s" stroke="#212b32" stroke-width="1.8" class="%s"><title>%s: %s</title></path>`,
		x, y+2.5, fill, class, text(a.Name), a.Finish.Short())
}

// pennant marks a promised date.
func (d *drawing) pennant(day calendar.Date, y float64) {
	if day < d.from || day > d.to {
		return
	}
	d.put(`<path d="M%.1f %.1fv%dM%.1f %.1fl7 3.5l-7 3.5z" fill="#b3261e" stroke="#b3261e" stroke-width="1.4" class="plan-promise"/>`, d.x(day+1), y+1, rowHeight-2, d.x(day+1), y+1)
}

// closed hatches the windows that are closed to the go-lives of a row.
func (d *drawing) closed(row *reports.PageRow, y float64) {
	for _, b := range d.page.Blackouts {
		from, to := max(b.From, 0), min(b.To, len(row.Cells)-1)
		if from > to || !slices.ContainsFunc(row.Cells[from:to+1], func(c reports.PageCell) bool { return c.Closed }) {
			continue
		}
		x := d.x(b.Span.From)
		d.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="url(#plan-closed)"/>`, x, y+0.5, d.x(b.Span.To+1)-x, rowHeight-1)
	}
}

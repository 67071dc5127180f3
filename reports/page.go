package reports

import (
	"epr/calendar"
	"epr/plan"
)

// PageRows is the most rows that a plan on a page shows and stays legible.
const PageRows = 45

// PageColumns is the most columns that a plan on a page shows and stays legible.
const PageColumns = 110

// Page is the plan on a page: a row for each phase, trust and site, a column for each week or, in a
// long programme, for several weeks.
type Page struct {
	Columns []calendar.Date // the Monday on which each column begins
	Weeks   int             // in a column
	Status  int             // the column of the status date; -1 if it is not on the page
	// Blackouts are those that close some day to some go-live, by first column; Lanes is how many rows
	// they need so that none overlap.
	Blackouts []PageBlackout
	Lanes     int
	Closings  []PageClosing // the blackouts of Blackouts, once each, by number
	Rows      []PageRow
	Grouped   bool // the work of sites is shown in the row of their trust, so that the page stays readable
	Hidden    int  // trusts left out, which the rows of LevelRest count
	PerPhase  bool // there are so many phases that each has but one row, with the work of its trusts in it
	Beyond    int  // activities that realise benefits after the last column
}

// PageBlackout is one window of a blackout on the page.
type PageBlackout struct {
	Key      int // number of the blackout in the key of the page, from 1
	ID, Name string
	Span     calendar.Span
	From, To int  // columns, both inclusive
	Lane     int  // from 0
	Soft     bool // it may be entered at a price
}

// PageRow is one row: what it is, its dates, and a cell for each column.
type PageRow struct {
	Level         Level
	ID, Name      string // of the phase, trust or site
	Start, Finish calendar.Date
	GoLive        calendar.Date // last go-live of the row; zero if it has none
	Promise       Promise
	Slack         plan.Whole
	Rating        Rating
	Count         int // LevelRest: how many trusts are left out
	Cells         []PageCell
}

// Level is what a row of the plan on a page stands for.
type Level int

// The levels.
const (
	LevelPhase  Level = iota
	LevelShared       // work of a phase, or of the programme, that belongs to no trust
	LevelTrust
	LevelSite
	LevelRest // trusts left out
)

// PageCell is one column of one row.
type PageCell struct {
	Band     Band      // what is worked on; where kinds overlap, the latest stage. "" if nothing
	Event    plan.Kind // the event there: a go-live before a gate, a gate before a milestone. "" if none
	Closed   bool      // most of its days are closed to the go-lives of this row
	Promised bool      // the promised date of this row lies here
}

// Column is the column in which a day lies; it may be below 0 or beyond the last.
func (p *Page) Column(day calendar.Date) int {
	days := int(day - p.Columns[0])
	if days < 0 {
		return -1
	}
	return days / (7 * p.Weeks)
}

// End is the last day of a column.
func (p *Page) End(column int) calendar.Date {
	return p.Columns[column] + calendar.Date(7*p.Weeks-1)
}

func (f *facts) page() Page {
	var p Page
	if len(f.rows) == 0 {
		return p
	}
	p.setColumns(f.pageSpan())
	if at := p.Column(f.status); at >= 0 && at < len(p.Columns) {
		p.Status = at
	} else {
		p.Status = -1
	}
	f.placeBlackouts(&p)
	f.placeRows(&p)
	for i := range f.rows {
		if f.rows[i].Finish > p.End(len(p.Columns)-1) {
			p.Beyond++
		}
	}
	return p
}

// pageSpan is from the first start to the last finish of work, but for benefits, which are realised
// over years that would squeeze the rollout into a corner.
func (f *facts) pageSpan() calendar.Span {
	var span calendar.Span
	for i, row := range f.rows {
		if f.activity(i).Kind == plan.Benefits {
			continue
		}
		if span.From.IsZero() || row.Start < span.From {
			span.From = row.Start
		}
		span.To = max(span.To, row.Finish)
	}
	if span.IsZero() {
		return calendar.Span{From: f.rows[0].Start, To: f.rows[0].Finish}
	}
	return span
}

// setColumns divides a span into as few weeks a column as PageColumns allows.
func (p *Page) setColumns(span calendar.Span) {
	monday := span.From - calendar.Date(span.From.Weekday())
	weeks := int(span.To-monday)/7 + 1
	p.Weeks = (weeks + PageColumns - 1) / PageColumns
	for day := monday; day <= span.To; day += calendar.Date(7 * p.Weeks) {
		p.Columns = append(p.Columns, day)
	}
}

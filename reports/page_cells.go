package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// row is a row for some activities: their dates, the slack of the most pressing go-live among them, those
// still to come before those done, and their cells.
func (f *facts) row(p *Page, members []int) PageRow {
	row := PageRow{Cells: make([]PageCell, len(p.Columns)), Rating: Unpromised}
	pressing := -1
	for _, i := range members {
		f.paint(p, row.Cells, i)
		r := f.rows[i]
		if row.Start.IsZero() || r.Start < row.Start {
			row.Start = r.Start
		}
		row.Finish = max(row.Finish, r.Finish)
		if f.activity(i).Kind != plan.GoLive {
			continue
		}
		row.GoLive = max(row.GoLive, r.Finish)
		if pressing < 0 || f.pressesMore(i, pressing) {
			pressing = i
		}
	}
	if pressing >= 0 {
		row.Promise = f.promise(pressing)
		row.Slack = row.Promise.Slack(f.rows[pressing].Finish)
		row.Rating = f.rate(pressing, row.Slack)
	}
	f.close(p, &row, members)
	row.markPromise(p)
	return row
}

// pressesMore reports whether one go-live needs more attention than another: it is still to come, or
// has less slack.
func (f *facts) pressesMore(a, b int) bool {
	if open := f.state(a) != Done; open != (f.state(b) != Done) {
		return open
	}
	return lessSlack(f.promise(a).Slack(f.rows[a].Finish), f.promise(b).Slack(f.rows[b].Finish))
}

// paint lays one activity over the cells of its columns.
func (f *facts) paint(p *Page, cells []PageCell, i int) {
	kind := f.activity(i).Kind
	from, to := p.Column(f.rows[i].Start), min(p.Column(f.rows[i].Finish), len(cells)-1)
	if band := BandOf(kind); band != "" {
		for c := max(from, 0); c <= to; c++ {
			cells[c].add(PageCell{Band: band})
		}
	}
	if kind.IsEvent() && from >= 0 && from < len(cells) {
		cells[from].add(PageCell{Event: kind})
	}
}

// close marks the columns most of whose days are closed to some of the go-lives among some activities.
func (f *facts) close(p *Page, row *PageRow, members []int) {
	seen := map[*plan.Terms]bool{}
	for _, i := range members {
		a := f.activity(i)
		if a.Kind != plan.GoLive || seen[a.Terms] {
			continue
		}
		seen[a.Terms] = true
		closed := slices.Clone(a.Terms.Closed)
		for _, b := range a.Terms.Pauses {
			closed = append(closed, b.Windows.In(f.net.Horizon)...)
		}
		row.closeColumns(p, calendar.Merge(closed))
	}
}

// closeColumns marks the columns of which more than half lies in some spans.
func (row *PageRow) closeColumns(p *Page, closed []calendar.Span) {
	days := make([]int, len(row.Cells))
	for _, span := range closed {
		for c := max(0, p.Column(span.From)); c <= min(p.Column(span.To), len(row.Cells)-1); c++ {
			days[c] += span.Intersect(calendar.Span{From: p.Columns[c], To: p.End(c)}).Days()
		}
	}
	for c, n := range days {
		row.Cells[c].Closed = row.Cells[c].Closed || 2*n > 7*p.Weeks
	}
}

func (row *PageRow) markPromise(p *Page) {
	if row.Promise.IsZero() {
		return
	}
	if c := p.Column(row.Promise.Date); c >= 0 && c < len(row.Cells) {
		row.Cells[c].Promised = true
	}
}

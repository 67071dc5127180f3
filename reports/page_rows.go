package reports

import (
	"cmp"
	"slices"

	"epr/plan"
)

// block is the rows of one phase while the page is put together.
type block struct {
	head   []PageRow // the phase and its shared work
	whole  PageRow   // the phase with all its work in it
	trusts []branch
}

// branch is the rows of one trust: its own, and those of its sites.
type branch struct {
	row   PageRow
	whole PageRow // its own row with the work of its sites in it
	sites []PageRow
}

// placeRows lays the rows out in full if they fit, else with the sites in the rows of their trusts, else
// with only the most pressing trusts of each phase, else with one row for each phase.
func (f *facts) placeRows(p *Page) {
	blocks := f.blocks(p)
	if full := rowsOf(blocks, branch.full); len(full) <= PageRows {
		p.Rows = full
		return
	}
	p.Grouped = true
	if grouped := rowsOf(blocks, branch.grouped); len(grouped) <= PageRows {
		p.Rows = grouped
		return
	}
	if roomForTrusts(blocks) >= 2*len(blocks) {
		f.cutRows(p, blocks)
		return
	}
	p.PerPhase = true
	for _, b := range blocks {
		p.Rows = append(p.Rows, b.whole)
	}
}

// roomForTrusts is how many rows are left beside those of the phases themselves. Each phase needs two: for a trust, and
// for the others.
func roomForTrusts(blocks []block) int {
	room := PageRows
	for _, b := range blocks {
		room -= len(b.head)
	}
	return room
}

func (b branch) full() []PageRow {
	if len(b.sites) < 2 {
		return b.grouped() // one site says nothing that its trust does not
	}
	return append([]PageRow{b.row}, b.sites...)
}

func (b branch) grouped() []PageRow { return []PageRow{b.whole} }

func rowsOf(blocks []block, rows func(branch) []PageRow) []PageRow {
	var list []PageRow
	for _, block := range blocks {
		list = append(list, block.head...)
		for _, branch := range block.trusts {
			list = append(list, rows(branch)...)
		}
	}
	return list
}

// cutRows shows the trusts with the least slack of each phase and counts the others.
func (f *facts) cutRows(p *Page, blocks []block) {
	each := max(1, roomForTrusts(blocks)/max(1, len(blocks))-1)
	for _, b := range blocks {
		slices.SortStableFunc(b.trusts, func(x, y branch) int { return morePressing(x.whole, y.whole) })
		shown := min(each, len(b.trusts))
		if len(b.trusts) == each+1 {
			shown++ // the row that would count one trust shows it instead
		}
		p.Rows = append(p.Rows, b.head...)
		for _, branch := range b.trusts[:shown] {
			p.Rows = append(p.Rows, branch.whole)
		}
		if rest := b.trusts[shown:]; len(rest) > 0 {
			p.Rows = append(p.Rows, restRow(p, rest))
			p.Hidden += len(rest)
		}
	}
}

// morePressing orders rows by slack, then by go-live.
func morePressing(a, b PageRow) int {
	switch {
	case lessSlack(a.Slack, b.Slack):
		return -1
	case lessSlack(b.Slack, a.Slack):
		return 1
	}
	return cmp.Compare(a.GoLive, b.GoLive)
}

// restRow is one row for several trusts.
func restRow(p *Page, rest []branch) PageRow {
	row := PageRow{Level: LevelRest, Count: len(rest), Cells: make([]PageCell, len(p.Columns)), Rating: Unpromised}
	for _, b := range rest {
		w := b.whole
		if row.Start.IsZero() || w.Start < row.Start {
			row.Start = w.Start
		}
		row.Finish, row.GoLive = max(row.Finish, w.Finish), max(row.GoLive, w.GoLive)
		if lessSlack(w.Slack, row.Slack) {
			row.Slack, row.Promise, row.Rating = w.Slack, w.Promise, w.Rating
		}
		for c, cell := range w.Cells {
			row.Cells[c].add(cell)
		}
	}
	return row
}

// add lays another cell over this one.
func (c *PageCell) add(other PageCell) {
	if other.Band.over(c.Band) || c.Band == "" {
		c.Band = other.Band
	}
	if eventOver(other.Event, c.Event) {
		c.Event = other.Event
	}
	c.Closed = c.Closed || other.Closed
}

// blocks are the rows of the work that belongs to no phase, and of each phase.
func (f *facts) blocks(p *Page) []block {
	inPhase := map[string][]int{}
	for i := range f.net.Activities {
		phase := f.activity(i).Place.Phase
		inPhase[phase] = append(inPhase[phase], i)
	}
	var list []block
	if none := inPhase[""]; len(none) > 0 {
		whole := f.wholeProgramme(p, none)
		list = append(list, block{head: []PageRow{whole}, whole: whole})
	}
	for id := range f.plan.Phases.All() {
		if members := inPhase[id]; len(members) > 0 {
			list = append(list, f.phaseBlock(p, id, members))
		}
	}
	return list
}

func (f *facts) wholeProgramme(p *Page, members []int) PageRow {
	row := f.row(p, members)
	row.Level, row.Name = LevelShared, f.unphased()
	return row
}

func (f *facts) phaseBlock(p *Page, id string, members []int) block {
	whole := f.phaseRow(p, id, members)
	b := block{head: []PageRow{barOf(p, whole)}, whole: whole}
	byTrust := map[string][]int{}
	for _, i := range members {
		trust := f.activity(i).Place.Trust
		byTrust[trust] = append(byTrust[trust], i)
	}
	if shared := byTrust[""]; len(shared) > 0 {
		row := f.row(p, shared)
		row.Level, row.ID, row.Name = LevelShared, id, "Shared work"
		f.close(p, &row, members)
		b.head = append(b.head, row)
	}
	for trust := range f.plan.Trusts.All() {
		if own := byTrust[trust]; len(own) > 0 {
			b.trusts = append(b.trusts, f.branch(p, trust, own))
		}
	}
	return b
}

// phaseRow is a whole phase with all its work in it, finished on the day on which it is complete.
func (f *facts) phaseRow(p *Page, id string, members []int) PageRow {
	row := f.row(p, members)
	end := f.ends[id]
	row.Level, row.ID, row.Name = LevelPhase, id, f.phaseName(id)
	row.Promise, row.Slack, row.Rating = Promise{}, plan.Whole{}, Unpromised
	if end.goal != nil {
		row.Finish = end.finish
		row.Promise = promiseOf(end.goal.Target)
		row.Slack = row.Promise.Slack(row.Finish)
		row.Rating = f.rateGoal(end.goal, row.Slack)
	}
	for c := range row.Cells {
		row.Cells[c].Promised = false
	}
	row.markPromise(p)
	return row
}

// barOf is a phase as a plain bar from its start to its finish, above the rows of its trusts.
func barOf(p *Page, row PageRow) PageRow {
	row.Cells = slices.Clone(row.Cells)
	for c := range row.Cells {
		cell := &row.Cells[c]
		cell.Band, cell.Event = "", ""
		if c >= p.Column(row.Start) && c <= p.Column(row.Finish) {
			cell.Band = BandPhase
		}
	}
	return row
}

func (f *facts) branch(p *Page, trust string, members []int) branch {
	bySite := map[string][]int{}
	for _, i := range members {
		site := f.activity(i).Place.Site
		bySite[site] = append(bySite[site], i)
	}
	b := branch{whole: f.row(p, members)}
	b.whole.Level, b.whole.ID, b.whole.Name = LevelTrust, trust, f.trustName(trust)
	b.row = b.whole
	b.row.Cells = f.row(p, bySite[""]).Cells
	f.close(p, &b.row, members)
	t := f.plan.Trusts.Get(trust)
	for site := range t.Sites.All() {
		if own := bySite[site]; len(own) > 0 {
			row := f.row(p, own)
			row.Level, row.ID, row.Name = LevelSite, site, f.siteName(trust, site)
			b.sites = append(b.sites, row)
		}
	}
	return b
}

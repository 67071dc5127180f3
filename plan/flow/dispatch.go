package flow

import (
	"iter"

	"epr/calendar"
	"epr/plan"
)

// Dispatch times the network without the hand-overs of the plan: teams and agendas are filled in the order
// of the planned starts, each activity on the first day that links, calendars, windows, meetings and the
// size of teams and agendas allow (the serial schedule generation scheme of Kelley, The critical-path
// method: resources planning and scheduling, 1963). What a maximum lag holds back is not moved before its
// planned start.
//
// It keeps every rule that a flow keeps, for loose work too, but it is not monotone: work that takes less time
// can make the whole longer (Graham, Bounds on multiprocessing timing anomalies, 1969). Nobody re-plans a
// programme every day, so it is an optimistic envelope. A Dispatch is for one goroutine.
type Dispatch struct {
	flow   *Flow
	order  []int
	stocks []stock
	needs  [][]demand      // of each activity
	least  []calendar.Date // before which a round must not start each activity
}

// stock is how much of a team, or of an agenda, there is on each day from a first one.
type stock struct {
	from       calendar.Date
	size, free []plan.Hundredths
}

// demand is an activity's need of a stock.
type demand struct {
	stock  int
	amount plan.Hundredths
}

// NewDispatch is a dispatch of a flow's network.
func (f *Flow) NewDispatch() *Dispatch {
	d := &Dispatch{flow: f, needs: make([][]demand, len(f.nodes)), least: make([]calendar.Date, len(f.nodes))}
	d.order, _ = f.sort(func(k arcKind) bool { return k == link })
	for _, p := range f.pools() {
		for _, u := range p.users {
			d.needs[u.activity] = append(d.needs[u.activity], demand{len(d.stocks), u.amount})
		}
		d.stocks = append(d.stocks, f.stockOf(p))
	}
	return d
}

func (f *Flow) stockOf(p *pool) stock {
	s := stock{from: f.Network.Horizon.From}
	if p.body != nil {
		s.size = make([]plan.Hundredths, f.Network.Horizon.Days())
		for k := range s.size {
			s.size[k] = p.strands[0].amount
		}
	}
	for k := range f.Network.Teams {
		if supply := &f.Network.Teams[k]; supply.Team == p.team {
			s.from, s.size = supply.From, supply.Size
		}
	}
	s.free = make([]plan.Hundredths, len(s.size))
	return s
}

// Retime gives every activity its start, by the timing's durations, windows and repeats. Steady is not
// heeded. What does not fit before the horizon ends is never. Where work waits for each other both ways,
// or a maximum lag is followed, it goes through the order again until all is kept.
func (d *Dispatch) Retime(t *Timing) {
	clear(d.least)
	for d.round(t); d.raise(t); {
		d.round(t)
	}
}

// round places every activity once.
func (d *Dispatch) round(t *Timing) {
	t.isDispatched = true
	t.reset(len(d.least))
	for k := range d.stocks {
		copy(d.stocks[k].free, d.stocks[k].size)
	}
	for _, i := range d.order {
		t.put(i, d.place(i, t))
	}
}

// raise puts off what the last round placed too early because it waits for what was placed later; false if
// there is nothing.
func (d *Dispatch) raise(t *Timing) bool {
	again, f := false, d.flow
	for k := range f.arcs {
		a := &f.arcs[k]
		if !t.counts(a) || f.nodes[a.to].how == done {
			continue
		}
		if x := f.forward(a, t); x > max(t.Start[a.to], d.least[a.to]) {
			d.least[a.to], again = x, true
		}
	}
	return again
}

// place finds the first start of an activity, and takes what it needs.
func (d *Dispatch) place(i int, t *Timing) moments {
	f, j := d.flow, d.flow.job(i, t)
	if j.how == done {
		return moments{j.row.Start, j.row.Start, j.happenedFinish()}
	}
	x := max(j.own, d.least[i])
	if t.NotBefore != nil {
		x = max(x, t.NotBefore[i])
	}
	for _, k := range f.in[i] {
		if a := &f.arcs[k]; t.counts(a) && t.Start[a.from] > 0 {
			x = max(x, f.forward(a, t))
		}
	}
	start, fin := d.take(i, &j, x)
	for n := t.repeats(i, &j); n > 0 && start < Never; n-- {
		start, fin = d.take(i, &j, f.askedAgain(i, fin, t))
	}
	return moments{start, start, fin}
}

// take finds the first start from x on for which there is enough of everything, and takes it.
func (d *Dispatch) take(i int, j *job, x calendar.Date) (start, fin calendar.Date) {
	for start, fin = j.next(x); start < Never; start, fin = j.next(x) {
		last := calendar.Date(0)
		for _, need := range d.needs[i] {
			last = max(last, d.stocks[need.stock].short(j, start, fin, need.amount))
		}
		if last == 0 {
			break
		}
		x = last + 1
	}
	if start < Never {
		for _, need := range d.needs[i] {
			d.stocks[need.stock].take(j, start, fin, need.amount)
		}
	}
	return start, fin
}

// short is the last day of a span on which a job needs more than there is left; 0 if there is none.
func (s *stock) short(j *job, start, fin calendar.Date, amount plan.Hundredths) calendar.Date {
	if int(fin-1-s.from) >= len(s.free) {
		return Never - 1
	}
	for day := range j.peopleDays(start, fin) {
		if s.free[day-s.from] < amount {
			return day
		}
	}
	return 0
}

func (s *stock) take(j *job, start, fin calendar.Date, amount plan.Hundredths) {
	for day := range j.peopleDays(start, fin) {
		s.free[day-s.from] -= amount
	}
}

// peopleDays goes through the days of a span on which a job needs its people, the last first.
func (j *job) peopleDays(start, fin calendar.Date) iter.Seq[calendar.Date] {
	return func(yield func(calendar.Date) bool) {
		if j.how == gate {
			yield(start)
			return
		}
		for k := j.cal.Before(fin) - 1; k >= 0; k-- {
			day := j.cal.Nth(k)
			if day < start {
				return
			}
			if len(j.rest) > 0 && overlaps(j.rest, calendar.Span{From: day, To: day}) {
				continue
			}
			if !yield(day) {
				return
			}
		}
	}
}

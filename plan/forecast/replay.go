package forecast

import (
	"epr/plan"
	"epr/plan/flow"
)

// replay plays replications one after the other and keeps what was seen. Each worker has its own.
type replay struct {
	*simulation
	seen stats

	k        int // the replication
	bias     int64
	drawn    []int64 // how long the work takes, in hundredths, before risks and bias
	blows    []blow  // what the risks do
	timing   flow.Timing
	dispatch *flow.Dispatch // nil if the plan's order is kept

	base, other sight // of the replication, and of it with one thing changed
	changed     []int // activities whose days or windows have just been changed
}

func newReplay(s *simulation) *replay {
	r := &replay{
		simulation: s,
		seen:       newStats(s),
		drawn:      make([]int64, len(s.works)),
		blows:      make([]blow, len(s.hazards)),
		timing:     s.newTiming(),
		base:       newSight(s),
		other:      newSight(s),
	}
	if s.policy == Redispatch {
		r.dispatch = s.flow.NewDispatch()
	}
	return r
}

// play plays a replication.
func (r *replay) play(k int) {
	r.draw(k)
	r.retime()
	r.look(&r.base)
	r.markCritical()
	r.seen.add(r.simulation, r)
	if r.datesOnly {
		return
	}
	for h := range r.hazards {
		if r.blows[h].happened() {
			r.doWithout(h)
		}
	}
}

// draw draws everything that is uncertain.
func (r *replay) draw(k int) {
	r.k = k
	r.bias = int64(r.simulation.bias.likely)
	if !r.simulation.bias.isPoint {
		r.bias = r.simulation.bias.at(r.biasLuck.unit(k))
	}
	for h := range r.hazards {
		r.blows[h] = r.hazards[h].strike(k, &r.hazards[h].now)
	}
	for i := range r.works {
		w := &r.works[i]
		if !w.fixed {
			r.drawn[i] = w.draw(k)
		} else if len(w.fails) > 0 {
			r.timing.Repeats[i] = w.failed(k)
		}
		r.setDays(i)
		r.setWindows(i)
	}
}

// setDays works out the days of an activity from what was drawn.
func (r *replay) setDays(i int) int {
	w := &r.works[i]
	if w.fixed {
		return r.timing.Durations[i]
	}
	x, delay := scaled(r.drawn[i], r.bias), int64(0)
	for _, h := range w.hits {
		if b := &r.blows[h]; b.happened() {
			x = scaled(x, b.stretch)
			delay += b.delay
		}
	}
	days := int(max(1, (x+delay+int64(plan.One)/2)/int64(plan.One)))
	r.timing.Durations[i] = days
	return days
}

// scaled is a number times a factor in hundredths, rounded.
func scaled(x, factor int64) int64 {
	if factor == int64(plan.One) {
		return x
	}
	return (x*factor + int64(plan.One)/2) / int64(plan.One)
}

// retime times everything.
func (r *replay) retime() {
	if r.dispatch != nil {
		r.dispatch.Retime(&r.timing)
	} else {
		r.flow.Retime(&r.timing)
	}
}

// markCritical counts who decides when the programme is finished.
func (r *replay) markCritical() {
	if len(r.last) == 0 {
		return
	}
	end := r.last[0]
	for _, i := range r.last {
		if r.day(i) > r.day(end) {
			end = i
		}
	}
	r.flow.Critical(&r.timing, end, func(i int) { r.seen.moments[i].critical++ })
}

package forecast

import (
	"math"

	"epr/calendar"
	"epr/plan"
)

// Played is one replication, for tests to look into.
type Played struct {
	Schedule  *plan.Schedule
	Fits      bool
	Days      []int           // working days still to do of each activity
	Planned   []int           // the same in the schedule
	Finish    []calendar.Date // day of each activity
	Repeats   []int
	Loose     int             // how often nobody can be named who hands people over
	Closed    []calendar.Span // by each risk; zero if it closes nothing
	Happens   []bool          // each risk
	Horizon   calendar.Span
	Programme calendar.Date
}

// Play plays one replication of a forecast.
func Play(n *plan.Network, s *plan.Schedule, o Options, ks ...int) ([]Played, error) {
	sim, err := newSimulation(n, s, o)
	if err != nil {
		return nil, err
	}
	r := newReplay(sim)
	var all []Played
	for _, k := range ks {
		r.play(k)
		all = append(all, r.played())
	}
	return all, nil
}

// played is the replication that has just been played, without the changes to it.
func (r *replay) played() Played {
	p := Played{Days: append([]int{}, r.timing.Durations...), Horizon: r.horizon, Programme: r.base.programme}
	if r.dispatch != nil {
		r.retime()
	}
	if p.Fits = r.fits(); p.Fits {
		p.Schedule, p.Fits = r.flow.Schedule(&r.timing)
	}
	for i := range r.works {
		p.Finish = append(p.Finish, r.day(i))
		p.Planned = append(p.Planned, r.flow.Days(i))
	}
	for h := range r.blows {
		p.Closed = append(p.Closed, r.blows[h].shut)
		p.Happens = append(p.Happens, r.blows[h].happened())
	}
	p.Loose = len(r.flow.Loose)
	p.Repeats = append(p.Repeats, r.timing.Repeats...)
	return p
}

// RunInOrder forecasts on one core, in an order of the blocks.
func RunInOrder(n *plan.Network, s *plan.Schedule, o Options, order func(blocks int) []int) (*Forecast, error) {
	sim, err := newSimulation(n, s, o)
	if err != nil {
		return nil, err
	}
	workers := []*replay{newReplay(sim), newReplay(sim), newReplay(sim)}
	for k, b := range order((sim.runs + block - 1) / block) {
		workers[k%len(workers)].playBlock(b)
	}
	workers[2].seen.merge(&workers[0].seen)
	workers[2].seen.merge(&workers[1].seen)
	return sim.answer(&workers[2].seen), nil
}

// Units are all the numbers of one thing.
func Units(seed uint64, name string, runs int) []uint32 {
	l := newLuck(seed, name, runs)
	units := make([]uint32, runs)
	for k := range units {
		units[k] = l.unit(k)
	}
	return units
}

// Strata is the permutation of one thing.
func Strata(seed uint64, name string, runs int) []uint64 {
	l := newLuck(seed, name, runs)
	strata := make([]uint64, runs)
	for k := range strata {
		strata[k] = l.stratum(uint64(k))
	}
	return strata
}

// Quantile is the value of a range that a share of the cases stays below.
func Quantile(r plan.Range, m plan.RangeMeaning, share float64) int64 {
	s := newShape(r, m)
	return s.at(uint32(math.Min(share*unity, unity-1)))
}

// PriceOf is what it costs that something comes on a day instead of when it was planned.
func PriceOf(p *plan.Programme, planned calendar.Date, days ...calendar.Date) []plan.Hundredths {
	s := &simulation{net: &plan.Network{Plan: &plan.Plan{Programme: *p}}}
	price := s.newPricing(planned)
	var all []plan.Hundredths
	for _, day := range days {
		cost, _ := price.of(day)
		all = append(all, cost)
	}
	return all
}

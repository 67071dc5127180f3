package forecast

import (
	"runtime"
	"sync"
	"sync/atomic"

	"epr/plan"
)

// block is how many replications are played by one worker in a row.
const block = 50

// Run plays the schedule of a network many times over. The network must have been made by package expand,
// and the schedule must keep its rules, as package verify checks them; what Run makes of any other means
// nothing. The error says that they do not belong together, or that too few or too many replications are
// asked for.
//
// The same network, schedule, replications and seed give the same forecast on every machine and with any
// number of cores.
func Run(n *plan.Network, s *plan.Schedule, o Options) (*Forecast, error) {
	sim, err := newSimulation(n, s, o)
	if err != nil {
		return nil, err
	}
	seen := sim.play(o.Progress)
	return sim.answer(seen), nil
}

// play plays all replications, on as many cores as there are.
func (s *simulation) play(progress func(done, of int)) *stats {
	blocks := (s.runs + block - 1) / block
	workers := min(runtime.GOMAXPROCS(0), blocks)
	replays := make([]*replay, workers)
	report := newReport(progress, s.runs)
	var next atomic.Int64
	var wait sync.WaitGroup
	for w := range replays {
		replays[w] = newReplay(s)
		wait.Go(func() {
			for b := int(next.Add(1)) - 1; b < blocks; b = int(next.Add(1)) - 1 {
				report.done(replays[w].playBlock(b))
			}
		})
	}
	wait.Wait()
	for _, r := range replays[1:] {
		replays[0].seen.merge(&r.seen)
	}
	return &replays[0].seen
}

// playBlock plays a block of replications and says how many there are in it.
func (r *replay) playBlock(b int) int {
	from, to := b*block, min((b+1)*block, r.runs)
	for k := from; k < to; k++ {
		r.play(k)
	}
	return to - from
}

// report tells a caller how many replications are done, each time another hundredth of them is.
type report struct {
	sync.Mutex
	tell           func(done, of int)
	played, of, at int
}

func newReport(tell func(done, of int), of int) *report { return &report{tell: tell, of: of} }

func (r *report) done(n int) {
	if r.tell == nil {
		return
	}
	r.Lock()
	defer r.Unlock()
	r.played += n
	if hundredth := r.played * 100 / r.of; hundredth > r.at {
		r.at = hundredth
		r.tell(r.played, r.of)
	}
}

package forecast

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/flow"
)

// reserve is by how many years the programme's end is moved for a forecast, so that a replication that
// misses several winters still has room.
const reserve = 6

// simulation is all that the replications have in common. It is not changed while they run.
type simulation struct {
	net       *plan.Network // as it was given
	schedule  *plan.Schedule
	flow      *flow.Flow // of the network with a later end
	runs      int
	seed      uint64
	policy    Policy
	datesOnly bool
	meaning   plan.RangeMeaning

	horizon  calendar.Span      // of that
	calendar *calendar.Calendar // of the programme
	ends     []calendar.Date    // days from the one on which an activity is finished to the moment
	works    []work             // aligned with the activities
	bias     shape
	biasLuck luck
	hazards  []hazard

	targets  []target
	last     []int // the activities with the last of which the programme is finished
	planned  calendar.Date
	promises []promise
	cliffs   []cliff
	limits   []limit
}

func newSimulation(n *plan.Network, s *plan.Schedule, o Options) (*simulation, error) {
	for i := range n.Activities {
		if _, ok := s.Find(n.Activities[i].ID); !ok {
			return nil, fmt.Errorf("the schedule has no dates for %q: it was made for another plan", n.Activities[i].ID)
		}
	}
	long, err := extended(n)
	if err != nil {
		return nil, err
	}
	sim := &simulation{net: n, schedule: s, flow: flow.New(long, s), policy: o.Policy, datesOnly: o.DatesOnly, meaning: n.Plan.Forecast.Ranges}
	if sim.runs, sim.seed = o.Runs, o.Seed; sim.runs == 0 {
		sim.runs = n.Plan.Forecast.Runs
	}
	if sim.runs == 0 {
		sim.runs = DefaultRuns(n)
	}
	if sim.seed == 0 {
		sim.seed = uint64(n.Plan.Forecast.Seed)
	}
	if sim.seed == 0 {
		sim.seed = DefaultSeed
	}
	if sim.runs < 1 || sim.runs > MostRuns {
		return nil, fmt.Errorf("a forecast of %d replications was asked for: it takes 1 to %d", sim.runs, MostRuns)
	}
	sim.horizon = long.Horizon
	sim.calendar = sim.programmeCalendar()
	sim.addWork()
	sim.addTargets()
	sim.addCliffs()
	sim.addLimits()
	return sim, nil
}

// extended is the network of the same plan with a later end.
func extended(n *plan.Network) (*plan.Network, error) {
	later := *n.Plan
	later.Programme.End = later.Programme.End.AddMonths(12 * reserve)
	long, _ := expand.Expand(&later)
	if len(long.Activities) != len(n.Activities) || len(long.Links) != len(n.Links) {
		return nil, fmt.Errorf("the plan has %d activities, its network %d: the network was not made from the plan as it is now",
			len(long.Activities), len(n.Activities))
	}
	for i := range n.Activities {
		if long.Activities[i].ID != n.Activities[i].ID {
			return nil, fmt.Errorf("the plan has the activity %q where its network has %q: the network was not made from the plan as it is now",
				long.Activities[i].ID, n.Activities[i].ID)
		}
	}
	return long, nil
}

func (s *simulation) luck(name string) luck { return newLuck(s.seed, name, s.runs) }

// addWork finds out what is uncertain.
func (s *simulation) addWork() {
	s.works, s.ends = make([]work, len(s.net.Activities)), make([]calendar.Date, len(s.net.Activities))
	for i := range s.works {
		s.ends[i] = s.flow.DueAt(i, 0)
		s.works[i] = s.newWork(i)
	}
	bias := s.net.Plan.Forecast.OptimismBias
	if bias.IsZero() {
		bias = plan.Range{Low: plan.One, Likely: plan.One, High: plan.One}
	}
	s.bias, s.biasLuck = newShape(bias, s.meaning), s.luck("optimism bias")
	for k := range s.net.Drivers {
		h := s.newHazard(&s.net.Drivers[k])
		s.hazards = append(s.hazards, h)
		if h.leftOut == "" {
			s.aim(k, &h)
		}
	}
}

// aim notes what a risk touches.
func (s *simulation) aim(k int, h *hazard) {
	for _, i := range h.driver.Hits {
		s.works[i].hits = append(s.works[i].hits, int32(k))
	}
	for _, i := range h.driver.Closes {
		if w := &s.works[i]; h.effect == plan.Forbid {
			w.shutBy = append(w.shutBy, int32(k))
		} else {
			w.restBy = append(w.restBy, int32(k))
		}
	}
}

// shortest is the least time that an activity can take, in working days still to do.
func (s *simulation) shortest(i int) int {
	w := &s.works[i]
	if w.fixed {
		return s.flow.Days(i)
	}
	x := scaled((w.days.least()*w.left+w.of/2)/w.of, s.bias.least())
	for _, k := range w.hits {
		x = min(x, scaled(x, s.hazards[k].now.least()), scaled(x, s.hazards[k].after.least()))
	}
	return int(max(1, (x+int64(plan.One)/2)/int64(plan.One)))
}

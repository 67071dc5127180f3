package optimise

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"epr/plan/solve/bound"
	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
)

// witnesses are all schedules of a tiny model. Whatever a worker holds for proved has to be true of each of them that
// is as good as what is held at the levels before: not only the bound in the end, but every bound of every variable
// after every turn of every method. So a wrong conclusion shows at once, not only where it costs the best schedule.
type witnesses struct {
	t       *testing.T
	draw    modeltest.Draw
	m       *model.Model
	starts  [][]int32
	values  []model.Value
	watched []watched // one for each worker
	level   model.Level
	sums    int  // of cores, gathered so far
	twins   bool // whether there are any
	ranks   bool // whether there are any
}

// watched is what the witnesses know of a worker: the value of each variable of its engine in each of them.
type watched struct {
	*optimiser
	of     [][]int32
	engine *piece // whose variables they are
}

var (
	witnessDraws = flag.Int("witnesses", 1500, "models that TestWitnesses draws")
	witnessSeed  = flag.Uint64("witness-seed", 0, "first of the seeds that it draws them from")
)

// draws is how many models a test draws.
func draws() int {
	if testing.Short() {
		return *witnessDraws / 4
	}
	return *witnessDraws
}

// mostWitnesses is the number of schedules beyond which a model is not tiny.
const mostWitnesses = 10_000

// newWitnesses finds the schedules of a model in which work under way starts no later than in a first one, which is
// drawn from all. It reports false if there are none or too many.
func newWitnesses(t *testing.T, draw modeltest.Draw, m *model.Model) (w *witnesses, first []int32, ok bool) {
	all, ok := modeltest.All(m, mostWitnesses)
	if !ok || len(all) == 0 {
		return nil, nil, false
	}
	first = all[draw("first", 0, len(all)-1)]
	w = &witnesses{t: t, draw: draw, m: m}
	for _, starts := range all {
		if goesOn(m, starts, first) {
			w.starts, w.values = append(w.starts, starts), append(w.values, m.Evaluate(starts))
		}
	}
	return w, first, true
}

func goesOn(m *model.Model, starts, first []int32) bool {
	for task, x := range starts {
		if m.Tasks[task].Begun && x > first[task] {
			return false
		}
	}
	return true
}

// watch begins to watch a worker.
func (w *witnesses) watch(o *optimiser) {
	w.watched = append(w.watched, watched{optimiser: o})
}

// begin lets the variables be known that a worker has made for a level. Of a worker that looks at twins in one order
// only, they are those of the witnesses with the twins in that order.
func (w *witnesses) begin(level model.Level) {
	w.level = level
	for i := range w.watched {
		o := &w.watched[i]
		if o.engine != o.entire {
			o.engine, o.of = o.entire, nil // its variables are others
		}
		for _, x := range o.variables() {
			o.know(x, w.each(func(starts []int32) int32 { return o.entire.at(x, inOrder(o.twins, starts)) }))
		}
		w.ranks = w.ranks || o.entire.byRank != nil
		o.total(w)
	}
}

// variables are those of the tasks, the ranks and the goals.
func (o *watched) variables() []lcg.Var {
	var list []lcg.Var
	for x := range o.entire.part.Tasks {
		list = append(list, lcg.Var(x))
	}
	for _, g := range o.entire.goals {
		list = append(list, g.x)
	}
	return list
}

// total lets the variable of the level be known, which is another one when soft windows have been paid for.
func (o *watched) total(w *witnesses) {
	for k := range o.entire.tolls {
		toll := &o.entire.tolls[k]
		o.know(toll.due, w.each(func(starts []int32) int32 { return toll.at(inOrder(o.twins, starts)[toll.task]) }))
	}
	t := &o.entire.levels[w.level]
	if t.known && (int(t.z) >= len(o.of) || o.of[t.z] == nil) {
		o.know(t.z, o.sum(w, t.terms))
	}
}

// know notes the values of a variable.
func (o *watched) know(x lcg.Var, values []int32) {
	for int(x) >= len(o.of) {
		o.of = append(o.of, nil)
	}
	o.of[x] = values
}

func (w *witnesses) each(value func(starts []int32) int32) []int32 {
	values := make([]int32, len(w.starts))
	for k, starts := range w.starts {
		values[k] = value(starts)
	}
	return values
}

// sum is what some terms add up to.
func (o *watched) sum(w *witnesses, terms []lcg.Term) []int32 {
	sums := make([]int32, len(w.starts))
	for _, t := range terms {
		for k, x := range o.of[t.Var] {
			sums[k] += int32(t.Weight) * max(0, x-t.Due)
		}
	}
	return sums
}

// gathered lets the variable be known of a term that has come in place of others.
func (o *watched) gathered(w *witnesses, before []lcg.Term) {
	for _, t := range o.coring.terms {
		if int(t.Var) >= len(o.of) {
			o.know(t.Var, o.sum(w, replaced(before, o.coring.terms)))
			w.sums++
		}
	}
}

// replaced are the terms that have less weight than before, each counted once.
func replaced(before, after []lcg.Term) []lcg.Term {
	var parts []lcg.Term
	for _, b := range before {
		weight := int64(0)
		for _, a := range after {
			if a.Var == b.Var {
				weight = a.Weight
			}
		}
		if weight < b.Weight {
			b.Weight = 1
			parts = append(parts, b)
		}
	}
	return parts
}

// check holds what all workers know against the witnesses.
func (w *witnesses) check(after string) {
	for i := range w.watched {
		o := &w.watched[i]
		for k, value := range w.values {
			if !asGood(value, o.value, w.level) {
				continue
			}
			if fault := o.contradicts(k, value); fault != "" {
				w.t.Fatalf("worker %d, level %d, after %s: %s in %v, whose value is %v; reached is %v",
					i, w.level, after, fault, w.starts[k], value, o.value)
			}
		}
	}
}

// asGood reports whether a value is no worse than what is held at the levels before one.
func asGood(value, held model.Value, level model.Level) bool {
	for before := range level {
		if before != model.Moves && value[before] > held[before] {
			return false
		}
	}
	return true
}

// contradicts says what a worker holds for proved that is not true of a witness; nothing if all is well.
func (o *watched) contradicts(k int, value model.Value) string {
	if o.bound[o.level] > value[o.level] {
		return fmt.Sprintf("bound %d, but %d", o.bound[o.level], value[o.level])
	}
	for x, values := range o.of {
		if values == nil {
			continue
		}
		if from, to := o.entire.solver.Bounds(lcg.Var(x)); values[k] < from || values[k] > to {
			return fmt.Sprintf("variable %d is from %d to %d, but %d", x, from, to, values[k])
		}
	}
	if t := &o.entire.levels[o.level]; t.known && o.proves {
		sum := int64(0)
		for _, c := range o.coring.terms {
			sum += c.Weight * int64(max(0, o.of[c.Var][k]-c.Due))
		}
		if sum != int64(o.of[t.z][k]) {
			return fmt.Sprintf("terms of cores add up to %d, those of the level to %d", sum, o.of[t.z][k])
		}
	}
	return ""
}

// drawBound is a bound as solving begins with: what is quick to find, and what prices prove beyond that; or none, so
// that all is left to the engine.
func drawBound(draw modeltest.Draw, m *model.Model, g *model.Graph, w *model.Window, first model.Value) model.Value {
	b := bound.Find(m, g, w)
	switch draw("bound", 0, 3) {
	case 0, 1:
		return model.Value{}
	case 2:
		return b.Value
	}
	p := bound.NewPricer(m, g, w, b)
	for _, level := range []model.Level{model.Announced, model.Late, model.Finish, model.Starts} {
		b.Value[level] = max(b.Value[level], p.Price(bound.PriceOptions{Level: level, Target: first[level], Steps: 20_000}).Value)
	}
	return b.Value
}

// improveWatched does what [Improve] does, but with methods whose turns are drawn, with cores of few terms given up
// after few conflicts, and with a look at everything after every turn.
func improveWatched(t *testing.T, draw modeltest.Draw, m *model.Model) (*crew, *witnesses) {
	w, first, ok := newWitnesses(t, draw, m)
	if !ok {
		return nil, nil
	}
	g := model.NewGraph(m)
	window, conflict := model.FindWindow(m, g)
	if conflict != nil {
		t.Fatalf("a conflict, although %v is a schedule", first)
	}
	o := Options{Steps: int64(1) << draw("steps", 10, 22), Bound: drawBound(draw, m, g, window, m.Evaluate(first))}
	w.isSound(Improve(m, g, window, first, o))
	c := newCrew(m, g, window, first, o)
	switch draw("both prove", 0, 3) {
	case 0:
		c.workers[0].proves = true
	case 1:
		c.workers[0].prove()
	}
	if len(c.workers[1].twins) > 0 {
		w.twins = true
	}
	for _, o := range c.workers {
		w.watch(o)
	}
	for _, level := range []model.Level{model.Unpriced, model.Announced, model.Late, model.Finish, model.Starts} {
		for _, o := range c.workers {
			o.begin(level)
		}
		w.begin(level)
		w.check("begin")
		for turns := 0; turns < 60 && !c.done(); turns++ {
			w.turn(&w.watched[min(draw("worker", 0, 2), len(c.workers)-1)]) // more often the one that proves
			if draw("share", 0, 3) == 0 {
				c.share()
				w.check("share")
			}
		}
		c.share()
		w.check("the last share")
		for _, o := range c.workers {
			o.hold(level)
		}
	}
	return c, w
}

// isSound checks what [Improve] says at some effort of a first schedule: each bound of those as good at the levels before.
func (w *witnesses) isSound(r Result) {
	if broken := w.m.Check(r.Starts); len(broken) > 0 || r.Value != w.m.Evaluate(r.Starts) {
		w.t.Fatalf("%v of %v breaks rules: %v", r.Value, r.Starts, broken)
	}
	for level := range model.Level(model.Levels) {
		for k, value := range w.values {
			if level != model.Moves && asGood(value, r.Value, level) && value[level] < r.Bound[level] {
				w.t.Fatalf("bound %v of %v, but %v has %v", r.Bound, r.Value, w.starts[k], value)
			}
		}
	}
}

// turn gives a worker one turn with a method that is drawn, those that raise bounds most often.
func (w *witnesses) turn(o *watched) {
	names := []string{"descend", "mend"}
	if o.proves {
		names = []string{"descend", "lift", "core", "mend"}
	}
	if len(o.ways) != len(names) || o.done() {
		o.steps++
		return
	}
	k := w.draw("method", 0, len(names)-1)
	if o.proves && w.draw("core", 0, 9) > 0 {
		k = slices.Index(names, "core")
	}
	c := &o.coring
	c.size = w.draw("size", 1, 4)
	c.conflicts = int64(w.draw("conflicts", 1, 12))
	before := append([]lcg.Term(nil), c.terms...)
	o.try(&o.ways[k])
	o.gathered(w, before)
	o.total(w)
	w.check(names[k])
}

// TestWitnesses: no schedule ever contradicts what a worker holds for proved, and what is called best is.
func TestWitnesses(t *testing.T) {
	draws := draws()
	models, sums, proved, twins, ranks := 0, 0, 0, 0, 0
	for seed := range uint64(draws) {
		draw := modeltest.Seeded(*witnessSeed + seed)
		ok := t.Run(fmt.Sprint(*witnessSeed+seed), func(t *testing.T) {
			m := modeltest.Busy(draw)
			switch draw("kind", 0, 7) {
			case 0:
				m = modeltest.Tiny(draw)
			case 1, 2, 3:
				m = modeltest.Twins(draw)
			}
			c, w := improveWatched(t, draw, m)
			if c == nil {
				return
			}
			models++
			sums += w.sums
			if w.twins {
				twins++
			}
			if w.ranks {
				ranks++
			}
			if first := c.workers[0]; first.value == first.bound {
				proved++
				w.isBest(first)
			}
		})
		if !ok {
			t.Fatalf("after %d draws", seed+1)
		}
	}
	t.Logf("of %d draws %d models, %d with twins, %d with ranks, %d sums of cores, %d proved best", draws, models, twins, ranks, sums, proved)
	if models < draws/4 || sums < models/2 || proved < models/10 || twins < models/12 || ranks < models/3 {
		t.Error("the models are too easy or too hard to test anything")
	}
}

// isBest checks that no schedule is better than one that is proved best at every level.
func (w *witnesses) isBest(o *optimiser) {
	for k, value := range w.values {
		if o.betterButMoves(value) {
			w.t.Fatalf("%v is called best, but %v of %v exists", o.value, value, w.starts[k])
		}
	}
}

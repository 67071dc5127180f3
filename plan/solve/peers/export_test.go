package peers_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/solve/peers"
)

// tiny makes a model without what no peer is asked about: kept starts, and work under way, which goes on
// before all other work.
func tiny(draw modeltest.Draw) *model.Model {
	m := modeltest.Tiny(draw)
	for i := range m.Tasks {
		m.Tasks[i].Begun = false
	}
	m.Kept = nil
	return m
}

// The best of what was exported is the best of the model: found by trying all positions, by the meaning of
// the pieces alone.
func TestExportIsExact(t *testing.T) {
	t.Run("drawn", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { checkExport(t, tiny(modeltest.Rapid(t))) })
	})
	t.Run("seeded", func(t *testing.T) {
		for seed := range uint64(400) {
			checkExport(t, tiny(modeltest.Seeded(seed)))
		}
	})
}

// Any starts within the window are a schedule by what was exported if they are by the rules of the model,
// and have the same value.
func TestExportHasTheSameSchedules(t *testing.T) {
	schedules := 0
	for seed := range uint64(1500) {
		m := tiny(modeltest.Seeded(seed))
		for i := range m.Tasks {
			m.Tasks[i].Prompt = false
		}
		p, err := peers.Export(m)
		if err != nil {
			continue
		}
		r, draw := reader{p: p, v: make([]int32, len(p.Variables))}, modeltest.Seeded(seed)
		for range 200 {
			for i := range p.Tasks {
				span := p.Variables[i][draw("span", 0, len(p.Variables[i])-1)]
				r.v[i] = int32(draw("position", int(span[0]), int(span[1])))
			}
			starts := peers.Starts(m, r.v[:p.Tasks])
			broken := m.Check(starts)
			if reads := r.complete() && r.keeps(); reads != (len(broken) == 0) {
				t.Fatalf("model %d: %v is a schedule: %v, but %v", seed, starts, reads, broken)
			}
			if len(broken) == 0 {
				schedules++
				if got, want := r.evaluate(), m.Evaluate(starts); got != want {
					t.Fatalf("model %d: %v read as %v, want %v", seed, starts, got, want)
				}
			}
		}
	}
	if schedules < 1000 {
		t.Errorf("only %d schedules: they test little", schedules)
	}
}

// What no peer could be asked fairly is refused.
func TestExportRefuses(t *testing.T) {
	everyDay, odd := model.EveryDay(4), model.NewCalendar([]bool{true, false, true, false})
	m := model.Model{
		Horizon: 4, Calendars: []model.Calendar{everyDay, odd}, Domains: []model.Domain{model.AnyDay(4)},
		Tasks: []model.Task{{Days: 1, Latest: 4}},
	}
	kept, unworked, late := m, m, m
	kept.Kept = []model.Anchor{{Start: 1, Weight: 1}}
	unworked.Tasks = []model.Task{{Days: 1, Latest: 4, Calendar: 1}}
	late.Tasks = []model.Task{{Days: 5, Latest: 4}}
	for _, c := range []struct {
		m    model.Model
		want string
	}{
		{kept, "the model keeps starts, which no peer is asked to do"},
		{unworked, "the model lets work start on a day that its calendar does not work"},
		{late, peers.ErrNone.Error()},
	} {
		if _, err := peers.Export(&c.m); err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

func checkExport(t failing, m *model.Model) {
	t.Helper()
	want, value := modeltest.Best(m)
	p, err := peers.Export(m)
	if err != nil {
		if !errors.Is(err, peers.ErrNone) || want != nil {
			t.Fatalf("%v, but %v is a schedule", err, want)
		}
		return
	}
	r := reader{p: p, v: make([]int32, len(p.Variables))}
	r.try(0)
	if (r.best == nil) != (want == nil) {
		t.Fatalf("%v, want %v", r.best, want)
	}
	if want == nil {
		return
	}
	starts := peers.Starts(m, r.best)
	if broken := m.Check(starts); len(broken) > 0 {
		t.Fatalf("%v breaks rules: %v", starts, broken)
	}
	if got := m.Evaluate(starts); got != value || r.value != value {
		t.Fatalf("%v, read as %v, want %v", got, r.value, value)
	}
}

// reader finds the best values of what was exported.
type reader struct {
	p     *peers.Problem
	v     []int32
	best  []int32
	value model.Value
}

// try gives tasks any values one after the other, and all other variables what follows.
func (r *reader) try(i int) {
	if i == r.p.Tasks {
		if !r.complete() || !r.keeps() {
			return
		}
		if value := r.evaluate(); r.best == nil || value.Less(r.value) {
			r.best, r.value = slices.Clone(r.v[:r.p.Tasks]), value
		}
		return
	}
	for _, span := range r.p.Variables[i] {
		for r.v[i] = span[0]; r.v[i] <= span[1]; r.v[i]++ {
			if r.related(i) {
				r.try(i + 1)
			}
		}
	}
}

// related reports whether the relations hold between a task and those before it.
func (r *reader) related(i int) bool {
	return !slices.ContainsFunc(r.p.Relations, func(a peers.Relation) bool {
		return max(a.From, a.To) == int32(i) && !r.holds(&a)
	})
}

// complete gives all variables but the tasks the least values that the relations allow: more is no better
// for a goal and leaves less room to a task. It reports whether all relations hold.
func (r *reader) complete() bool {
	all := slices.Clone(r.p.Relations)
	for _, c := range r.p.Channels {
		all = append(all, c.Relation)
	}
	for i := r.p.Tasks; i < len(r.v); i++ {
		r.v[i] = r.p.Variables[i][0][0]
	}
	for changed := true; changed; {
		changed = false
		for i := range all {
			for a := &all[i]; !r.holds(a); changed = true {
				if int(a.To) < r.p.Tasks || r.v[a.To] == last(r.p.Variables[a.To]) {
					return false
				}
				r.v[a.To]++
			}
		}
	}
	return !slices.ContainsFunc(r.p.Channels, func(c peers.Channel) bool { return !r.capped(&c) })
}

func last(v peers.Variable) int32 { return v[len(v)-1][1] }

func (r *reader) holds(a *peers.Relation) bool {
	from, to := r.v[a.From], r.v[a.To]
	for _, p := range a.Rise {
		if from >= p[0] && to < from+p[1] {
			return false
		}
	}
	for _, p := range a.Fall {
		if to <= p[0] && from > to+p[1] {
			return false
		}
	}
	for _, p := range a.Step {
		if from >= p[0] && to < p[1] {
			return false
		}
	}
	return true
}

func (r *reader) capped(c *peers.Channel) bool {
	for _, p := range c.Cap {
		if r.v[c.From] >= p[0] && r.v[c.To] > r.v[c.From]+p[1] {
			return false
		}
	}
	for _, p := range c.Lid {
		if r.v[c.From] <= p[0] && r.v[c.To] > p[1] {
			return false
		}
	}
	return true
}

// keeps reports whether consequences and resources are as they should be.
func (r *reader) keeps() bool {
	for _, p := range r.p.Prompts {
		at := p.Floor
		for _, table := range p.Tables {
			at = max(at, table.Values[r.v[table.Of]-r.p.Variables[table.Of][0][0]])
		}
		if at != r.v[p.Task] {
			return false
		}
	}
	return !slices.ContainsFunc(r.p.Resources, r.exceeded)
}

func (r *reader) exceeded(resource peers.Resource) bool {
	used := make([]int32, 100)
	take := func(from, to, amount int32) {
		for day := from; day < to; day++ {
			used[day] += amount
		}
	}
	for _, t := range resource.Taken {
		take(t[0], t[1], t[2])
	}
	for _, u := range resource.Uses {
		start, end := r.v[u.Start], r.v[u.Start]+u.Days
		if u.End >= 0 {
			end = r.v[u.End]
		}
		take(start, end, u.Amount)
	}
	return slices.Max(used) > resource.Capacity
}

func (r *reader) evaluate() model.Value {
	var value model.Value
	for i, g := range r.p.Goals {
		z := r.v[r.p.Tasks+i]
		value[model.Finish] += g.Finish * int64(z)
		if g.Announced >= 0 {
			value[model.Announced] += g.Weight * int64(max(0, z-g.Announced))
		}
		if g.By >= 0 {
			value[model.Late] += model.LateUnit * g.Weight * int64(max(0, z-g.By))
		}
	}
	for _, e := range r.p.Entries {
		switch x := r.v[e.Task]; {
		case x < e.From || x > e.To:
		case e.Price < 0:
			value[model.Unpriced]++
		default:
			value[model.Late] += e.Price
		}
	}
	for task, calendar := range r.p.Calendar {
		x := r.v[task]
		if calendar >= 0 {
			x = day(r.p.Calendars[calendar], x)
		}
		value[model.Starts] += int64(x)
	}
	return value
}

// day is the day at a position.
func day(pieces []peers.Piece, v int32) int32 {
	x := v
	for _, p := range pieces {
		if v >= p[0] {
			x = v + p[1]
		}
	}
	return x
}

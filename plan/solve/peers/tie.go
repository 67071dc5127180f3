package peers

import "epr/plan/solve/model"

// scale is how the points of a task are counted: the boundary of point p is the start of worked day p of a
// calendar, or the end of the day before, for points after some days of work.
type scale struct {
	calendar int32 // None if points are boundaries
	after    bool
}

// boundaries is the scale of the points of milestones and goals.
var boundaries = scale{calendar: model.None}

// law is a rule between points, whatever the tasks: from p on one scale follows the least q on the other.
type law struct {
	from, to scale
	lag      int32
	calendar int32 // of the lag
	ordered  bool
}

// tie is a law between two variables: from the point fromDays after the first follows that toDays after the
// second.
type tie struct {
	from, fromDays int32
	to, toDays     int32
	law            law
}

// end is an end that several ties of one law have in common. They share a joint, a variable between it and
// the others: the law is written once, between the end and the joint, and the rest are plain differences.
type end struct {
	law            law
	variable, days int32
	from           bool
}

func (t *tie) ends() (from, to end) {
	return end{t.law, t.from, t.fromDays, true}, end{t.law, t.to, t.toDays, false}
}

func (e *exporter) scale(task, days int32) scale {
	if e.m.Tasks[task].Days == 0 {
		return boundaries
	}
	return scale{e.m.Tasks[task].Calendar, days > 0}
}

// arc adds the tie of an arc between tasks. Those of the origin are in the window.
func (e *exporter) arc(a *model.Arc) {
	if a.From == model.Origin || a.To == model.Origin {
		return
	}
	e.ties = append(e.ties, tie{
		from: a.From, fromDays: a.FromDays, to: a.To, toDays: a.ToDays,
		law: law{
			from: e.scale(a.From, a.FromDays), to: e.scale(a.To, a.ToDays),
			lag: a.Lag, calendar: a.Calendar, ordered: a.Ordered,
		},
	})
}

// apply is the least point that the law allows after point p.
func (e *exporter) apply(l law, p int32) int32 {
	t := p
	if l.from.calendar != model.None {
		days := e.m.Calendars[l.from.calendar].D
		if l.from.after {
			t = days[p-1] + 1
		} else {
			t = days[p]
		}
	}
	point := model.Arc{From: model.Origin, FromDays: t, To: model.Origin, Lag: l.lag, Calendar: l.calendar, Ordered: l.ordered}
	y := e.m.MinTo(&point, 0)
	switch {
	case l.to.calendar == model.None || y > e.m.Horizon:
		return y
	case !l.to.after:
		return e.m.Calendars[l.to.calendar].W[y]
	case y == 0:
		return 0
	}
	return e.m.Calendars[l.to.calendar].W[y-1] + 1
}

// relate writes the ties as relations.
func (e *exporter) relate() {
	e.shared, e.joints = map[end]int{}, map[end]int32{}
	for i := range e.ties {
		if t := &e.ties[i]; !e.isPlain(t) {
			from, to := t.ends()
			e.shared[from]++
			e.shared[to]++
		}
	}
	for i := range e.ties {
		e.write(&e.ties[i])
	}
}

func (e *exporter) isPlain(t *tie) bool {
	f := e.function(t)
	rise, ok := rises(f, e.p.Variables[t.to])
	return ok && len(rise) == 1
}

// function is the least value of a tie's second variable for each value of its first.
func (e *exporter) function(t *tie) function {
	of := e.p.Variables[t.from]
	return newFunction(of.first(), of.last(), func(v int32) int32 { return e.apply(t.law, v+t.fromDays) - t.toDays })
}

// write writes a tie, by way of a joint if others have an end in common with it.
func (e *exporter) write(t *tie) {
	from, to := t.ends()
	switch {
	case e.isPlain(t) || max(e.shared[from], e.shared[to]) < 2:
		e.add(t.from, t.to, e.function(t))
	case e.shared[from] > e.shared[to]:
		// joint >= law(from), to + days >= joint
		e.difference(e.jointAfter(from, t), t.to, -t.toDays)
	default:
		// joint >= from + days, to >= law(joint)
		e.difference(t.from, e.jointBefore(to, t), t.fromDays)
	}
}

func (e *exporter) add(from, to int32, f function) {
	if r, needed := relate(from, to, f, e.p.Variables[from], e.p.Variables[to]); needed {
		e.p.Relations = append(e.p.Relations, r)
	}
}

// difference adds to >= from + by.
func (e *exporter) difference(from, to, by int32) {
	of := e.p.Variables[from]
	e.add(from, to, newFunction(of.first(), of.last(), func(v int32) int32 { return v + by }))
}

// jointAfter is the least point that the tie's law allows after the end.
func (e *exporter) jointAfter(at end, t *tie) int32 {
	if known, ok := e.joints[at]; ok {
		return known
	}
	after := *t
	after.toDays = 0
	f := e.function(&after)
	made := e.variable(at, f.at(f.first), f.at(f.last()))
	e.add(t.from, made, f)
	return made
}

// jointBefore is the last of the points that the end follows by the tie's law.
func (e *exporter) jointBefore(at end, t *tie) int32 {
	if known, ok := e.joints[at]; ok {
		return known
	}
	first, last := model.Never, int32(0)
	for i := range e.ties {
		if _, to := e.ties[i].ends(); to == at && !e.isPlain(&e.ties[i]) {
			of := e.p.Variables[e.ties[i].from]
			first, last = min(first, of.first()+e.ties[i].fromDays), max(last, of.last()+e.ties[i].fromDays)
		}
	}
	made := e.variable(at, first, last)
	before := *t
	before.from, before.fromDays = made, 0
	e.add(made, t.to, e.function(&before))
	return made
}

func (e *exporter) variable(at end, first, last int32) int32 {
	made := int32(len(e.p.Variables))
	e.p.Variables = append(e.p.Variables, Variable{{first, last}})
	e.joints[at] = made
	return made
}

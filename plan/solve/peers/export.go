package peers

import (
	"errors"
	"slices"

	"epr/plan/solve/model"
)

// ErrNone is the error of a model that has no schedule even if every team were free.
var ErrNone = errors.New("the model has no schedule")

// Export writes a model down. The model must keep no starts, and let work start on days of its calendar
// alone, as those of package solve do. The error is [ErrNone] or says which rule it breaks.
func Export(m *model.Model) (*Problem, error) {
	if err := exportable(m); err != nil {
		return nil, err
	}
	g := model.NewGraph(m)
	w, conflict := model.FindWindow(m, g)
	if conflict != nil {
		return nil, ErrNone
	}
	e := &exporter{m: m, g: g, w: w, p: &Problem{Tasks: len(m.Tasks)}}
	e.calendars()
	for task := range m.Tasks {
		e.task(int32(task))
	}
	for i := range m.Goals {
		e.goal(&m.Goals[i])
	}
	exact := e.hasHeldBack()
	for i := range m.Arcs {
		e.arc(&m.Arcs[i])
	}
	e.relate()
	for task := range m.Tasks {
		if m.Tasks[task].Prompt && exact {
			e.prompt(int32(task))
		}
	}
	for r := range m.Resources {
		e.resource(int32(r))
	}
	return e.p, nil
}

func exportable(m *model.Model) error {
	if len(m.Kept) > 0 {
		return errors.New("the model keeps starts, which no peer is asked to do")
	}
	for i := range m.Tasks {
		t := &m.Tasks[i]
		for x := t.Earliest; t.Days > 0 && x < m.Horizon; x++ {
			if m.Domains[t.Domain].Has(x) && !m.Calendars[t.Calendar].Works(x) {
				return errors.New("the model lets work start on a day that its calendar does not work")
			}
		}
	}
	return nil
}

type exporter struct {
	m *model.Model
	g *model.Graph
	w *model.Window
	p *Problem

	ties   []tie
	shared map[end]int // ties with the same end
	joints map[end]int32
}

// day is the start of a task at a position.
func (e *exporter) day(task, v int32) int32 {
	t := &e.m.Tasks[task]
	if t.Days == 0 {
		return v
	}
	return e.m.Calendars[t.Calendar].D[v]
}

// position is the first position at which a task starts on day x or later.
func (e *exporter) position(task, x int32) int32 {
	t := &e.m.Tasks[task]
	if t.Days == 0 || x > e.m.Horizon {
		return x
	}
	return e.m.Calendars[t.Calendar].W[x]
}

// calendars lists for each calendar by how much days are ahead of positions.
func (e *exporter) calendars() {
	for i := range e.m.Calendars {
		var pieces []Piece
		for w, day := range e.m.Calendars[i].D {
			if ahead := day - int32(w); len(pieces) == 0 || ahead > pieces[len(pieces)-1][1] {
				pieces = append(pieces, Piece{int32(w), ahead})
			}
		}
		e.p.Calendars = append(e.p.Calendars, pieces)
	}
}

// task adds the variable of a task and the prices of its starts.
func (e *exporter) task(task int32) {
	t := &e.m.Tasks[task]
	var variable Variable
	for x := e.w.Earliest[task]; x <= e.w.Latest[task]; x++ {
		if !e.m.Domains[t.Domain].Has(x) {
			continue
		}
		v := e.position(task, x)
		if n := len(variable); n > 0 && variable[n-1][1] == v-1 {
			variable[n-1][1] = v
		} else {
			variable = append(variable, [2]int32{v, v})
		}
	}
	e.p.Variables = append(e.p.Variables, variable)
	calendar := t.Calendar
	if t.Days == 0 {
		calendar = -1
	}
	e.p.Calendar = append(e.p.Calendar, calendar)
	for _, soft := range t.Softs {
		e.entries(task, variable, &e.m.Softs[soft])
	}
}

// entries adds the spans of starts at which a task enters a soft window.
func (e *exporter) entries(task int32, variable Variable, soft *model.Soft) {
	var last *Entry
	for _, span := range variable {
		for v := span[0]; v <= span[1]; v++ {
			x := e.day(task, v)
			price, enters := entered(soft, x, e.m.Finish(task, x))
			switch {
			case !enters:
				last = nil
			case last != nil && last.Price == price:
				last.To = v
			default:
				e.p.Entries = append(e.p.Entries, Entry{Task: task, From: v, To: v, Price: price})
				last = &e.p.Entries[len(e.p.Entries)-1]
			}
		}
	}
}

// entered is the price of the first window that shares a day with a span.
func entered(soft *model.Soft, from, to int32) (int64, bool) {
	i := slices.IndexFunc(soft.Windows, func(w model.SoftWindow) bool { return from < w.To && w.From < to })
	if i < 0 {
		return 0, false
	}
	return max(soft.Windows[i].Price, -1), true
}

// goal adds the variable of a goal, which its members hold up. Members that others among them follow in
// any case are left out.
func (e *exporter) goal(g *model.Goal) {
	z := int32(len(e.p.Variables))
	e.p.Variables = append(e.p.Variables, Variable{{g.Reached, max(g.Reached, e.m.Horizon)}})
	e.p.Goals = append(e.p.Goals, Goal{Announced: due(g.Announced), By: due(g.By), Weight: g.Weight, Finish: g.Finish})
	for _, task := range g.Members {
		if !e.isFollowed(task, g.Members) {
			days := e.m.Tasks[task].Days
			e.ties = append(e.ties, tie{
				from: task, fromDays: days, to: z,
				law: law{from: e.scale(task, days), to: boundaries, ordered: true},
			})
		}
	}
}

func due(boundary int32) int32 {
	if boundary == model.Never {
		return -1
	}
	return boundary
}

// isFollowed reports whether one of some tasks never finishes before a task.
func (e *exporter) isFollowed(task int32, by []int32) bool {
	for _, i := range e.g.Out(task) {
		a := &e.m.Arcs[i]
		if a.Ordered && a.FromDays == e.m.Tasks[task].Days && slices.Contains(by, a.To) {
			return true
		}
	}
	return false
}

// hasHeldBack reports whether a maximum lag wants a consequence late. Where there is none it is enough
// that consequences come no earlier than they may: [Starts] draws them up, which nothing minds.
func (e *exporter) hasHeldBack() bool {
	return slices.ContainsFunc(e.m.Arcs, func(a model.Arc) bool {
		return a.Back && a.To != model.Origin && e.m.Tasks[a.To].Prompt
	})
}

func (e *exporter) prompt(task int32) {
	p := Prompt{Task: task, Floor: model.Floors(e.m, e.g)[task]}
	for _, i := range e.g.In(task) {
		if a := &e.m.Arcs[i]; !a.Back {
			of := e.p.Variables[a.From]
			f := newFunction(of.first(), of.last(), func(v int32) int32 { return e.m.MinTo(a, e.day(a.From, v)) })
			p.Tables = append(p.Tables, Table{Of: a.From, Values: f.values})
		}
	}
	e.p.Prompts = append(e.p.Prompts, p)
}

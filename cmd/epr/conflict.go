package main

import (
	"fmt"
	"io"
	"strings"

	"epr/plan/explain/conflict"
	"epr/plan/solve"
	"epr/plan/source"
)

// noSchedule explains why a model has no schedule, and fails. What no conflict is found for is said as the
// scheduler has it.
func noSchedule(sys *terminal, m *model, none *solve.NoSchedule, json bool) error {
	d := conflict.Diagnose(m.plan, conflict.DiagnosisOptions{})
	if json {
		if err := writeJSON(sys.stdout, conflictResult(m, d, none)); err != nil {
			return err
		}
		return &failure{exitNoSchedule, ""}
	}
	switch {
	case len(d.Conflicts) > 0:
		w := &conflictPrinter{w: sys.stderr, style: sys.problems(), model: m, diagnosis: d}
		if w.all(); w.err != nil {
			return w.err
		}
		return failf(exitNoSchedule, "no schedule can exist for %s", m.path)
	case none.Proved:
		return failf(exitNoSchedule, "no schedule can exist for %s: %s", m.path, none.Reason)
	}
	return failf(exitNoSchedule, "no schedule was found for %s: %s", m.path, none.Reason)
}

// conflictPrinter writes conflicts for people.
type conflictPrinter struct {
	w         io.Writer
	style     source.Style
	model     *model
	diagnosis *conflict.Diagnosis
	err       error
}

func (w *conflictPrinter) printf(format string, args ...any) {
	if w.err == nil {
		_, w.err = io.WriteString(w.w, w.style.Break(fmt.Sprintf(format, args...)))
	}
}

func (w *conflictPrinter) all() {
	for k := range w.diagnosis.Conflicts {
		w.conflict(k)
	}
	w.together()
}

func (w *conflictPrinter) conflict(k int) {
	c, p := &w.diagnosis.Conflicts[k], w.model.plan
	w.printf("%s\n\n", w.heading(k))
	for _, s := range c.Statements {
		if w.err == nil {
			w.err = source.Point(w.w, s.At(p), conflict.SayStatement(p, s), w.style)
		}
	}
	if clash := c.Clash(p); len(clash) > 0 {
		w.printf("\nhow they clash:\n")
		for _, line := range clash {
			w.printf("  - %s\n", line)
		}
	}
	w.repairs(c)
}

func (w *conflictPrinter) heading(k int) string {
	c := &w.diagnosis.Conflicts[k]
	which := ""
	if n := len(w.diagnosis.Conflicts); n > 1 {
		which = fmt.Sprintf("contradiction %d of %d: ", k+1, n)
	}
	if len(c.Statements) == 1 {
		return which + "this cannot be kept"
	}
	text := fmt.Sprintf("%sthese %d statements cannot all hold", which, len(c.Statements))
	if !c.Minimal {
		text += " (it is not proved that each of them is needed for that)"
	}
	return text
}

// mostRepairs is how many repairs are shown.
const mostRepairs = 6

func (w *conflictPrinter) repairs(c *conflict.Conflict) {
	switch len(c.Repairs) {
	case 0:
		w.printf("\nno change of one of them was found that is enough\n\n")
		return
	case 1:
		w.printf("\nthis is enough, tried by planning again%s:\n", alone(c))
	default:
		w.printf("\nany one of these is enough, each tried by planning again, the smallest first:\n")
	}
	for k, r := range c.Repairs {
		if k == mostRepairs {
			w.printf("  - … and %d more (--json lists them)\n", len(c.Repairs)-k)
			break
		}
		w.printf("  - %s\n", r.Say(w.model.plan))
	}
	w.printf("\n")
}

// alone says that nothing else was found.
func alone(c *conflict.Conflict) string {
	if len(c.Statements) < 2 {
		return ""
	}
	return "; no change of another alone was found to be"
}

// together says what mends several contradictions at once.
func (w *conflictPrinter) together() {
	d := w.diagnosis
	if !d.Complete {
		w.printf("there may be more that stands in the way\n\n")
	}
	if len(d.Conflicts) < 2 {
		return
	}
	if len(d.Together) == 0 {
		w.printf("no combination of these changes was found that mends all of them\n\n")
		return
	}
	w.printf("one of each is needed; all of these together, tried by planning again, make a schedule possible:\n")
	for _, r := range d.Together {
		w.printf("  - %s\n", r.Say(w.model.plan))
	}
	w.printf("\n")
}

// impossibleModel is the result of a plan that has no schedule, as data.
type impossibleModel struct {
	Model     string         `json:"model"`
	Schedule  *struct{}      `json:"schedule"` // none
	Reason    string         `json:"reason"`
	Proved    bool           `json:"proved"`
	Complete  bool           `json:"complete"` // the conflicts are all that stands in the way
	Conflicts []conflictData `json:"conflicts"`
	Together  []string       `json:"together,omitempty"`
}

type conflictData struct {
	Minimal    bool            `json:"minimal"`
	Statements []statementData `json:"statements"`
	Clash      []string        `json:"clash"`
	Repairs    []repairData    `json:"repairs"`
}

type statementData struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Source string `json:"source,omitempty"` // as written
	Text   string `json:"text"`
}

type repairData struct {
	Text  string `json:"text"`
	Line  int    `json:"line,omitempty"`
	Cost  int    `json:"cost"`
	Least bool   `json:"least"` // proved that less of it is not enough
}

func conflictResult(m *model, d *conflict.Diagnosis, none *solve.NoSchedule) impossibleModel {
	result := impossibleModel{Model: m.path, Reason: none.Reason, Proved: none.Proved || len(d.Conflicts) > 0,
		Complete: d.Complete && len(d.Conflicts) > 0, Conflicts: []conflictData{}}
	for k := range d.Conflicts {
		result.Conflicts = append(result.Conflicts, conflictAsData(m, &d.Conflicts[k]))
	}
	for _, r := range d.Together {
		result.Together = append(result.Together, r.Say(m.plan))
	}
	return result
}

func conflictAsData(m *model, c *conflict.Conflict) conflictData {
	data := conflictData{Minimal: c.Minimal, Clash: append([]string{}, c.Clash(m.plan)...), Repairs: []repairData{}}
	for _, s := range c.Statements {
		at := s.At(m.plan)
		file, line, column := place(at)
		data.Statements = append(data.Statements, statementData{file, line, column,
			strings.TrimSpace(at.Text()), conflict.SayStatement(m.plan, s)})
	}
	for _, r := range c.Repairs {
		_, line, _ := place(r.Of.At(m.plan))
		data.Repairs = append(data.Repairs, repairData{r.Say(m.plan), line, r.Cost, r.Least})
	}
	return data
}

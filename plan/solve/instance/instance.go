// Package instance reads published scheduling problems into the integer model, so that the engine can be
// measured against others: PSPLIB files (.sm, resource-constrained project scheduling) and ProGen/max
// files (.sch, the same with minimum and maximum lags). [Read] is the function to call. In both formats
// the makespan is to be as short as possible: it is the start of the last task, which is the single goal
// of the model.
package instance

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"epr/plan/solve/model"
)

// Read reads one instance. The ending of the file's name, .sm or .sch in either case, says which format
// it has.
func Read(path string) (*model.Model, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	parse := parserFor(path)
	if parse == nil {
		return nil, fmt.Errorf("%q: the name of an instance ends in .sm or .sch", path)
	}
	m, err := parse(text)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", path, err)
	}
	return m, nil
}

// Known reports whether a file has the name of an instance.
func Known(path string) bool { return parserFor(path) != nil }

func parserFor(path string) func([]byte) (*model.Model, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".sm":
		return ParseSM
	case ".sch":
		return ParseSCH
	}
	return nil
}

// Sink is the last task, whose start is the makespan.
func Sink(m *model.Model) int32 { return int32(len(m.Tasks)) - 1 }

// project is what both formats hold. Its first and last tasks are the dummies that begin and end it.
type project struct {
	days    []int32
	demands [][]int32 // task by task, one for each resource
	arcs    []model.Arc
	limits  []int32 // capacity of each resource
	horizon int32   // a horizon that loses no schedule
}

// model turns a project into a model in which all days are worked.
func (p *project) model() (*model.Model, error) {
	m := &model.Model{
		Horizon:   p.horizon,
		Calendars: []model.Calendar{model.EveryDay(p.horizon)},
		Domains:   []model.Domain{model.AnyDay(p.horizon)},
		Arcs:      p.arcs,
	}
	for task, days := range p.days {
		t := model.Task{Days: days, Latest: p.horizon}
		for r, amount := range p.demands[task] {
			if amount > 0 {
				t.Demands = append(t.Demands, model.Demand{Resource: int32(r), Amount: amount})
			}
		}
		m.Tasks = append(m.Tasks, t)
	}
	m.Tasks[0].Latest = 0
	for _, limit := range p.limits {
		capacity := make([]int32, p.horizon)
		for day := range capacity {
			capacity[day] = limit
		}
		m.Resources = append(m.Resources, model.Resource{Capacity: capacity})
	}
	m.Goals = []model.Goal{{Members: []int32{Sink(m)}, Announced: model.Never, By: model.Never, Finish: 1}}
	return m, m.Validate()
}

// scanner takes whole numbers out of lines of text. After the first mistake it returns zeros.
type scanner struct {
	lines [][]byte
	words []string // what is left of the current line
	err   error
}

func newScanner(text []byte) *scanner { return &scanner{lines: bytes.Split(text, []byte("\n"))} }

// skip leaves out n lines.
func (s *scanner) skip(n int) {
	for range n {
		s.line()
	}
}

// line moves to the next line and returns it. Brackets count as blanks.
func (s *scanner) line() string {
	if len(s.lines) == 0 {
		s.fail("the file ends too early")
		return ""
	}
	text := strings.NewReplacer("[", " ", "]", " ").Replace(string(s.lines[0]))
	s.lines = s.lines[1:]
	s.words = strings.Fields(text)
	return text
}

// seek moves to the line that begins with a title.
func (s *scanner) seek(title string) {
	for s.err == nil && !strings.HasPrefix(strings.TrimSpace(s.line()), title) {
	}
}

// number takes the next whole number of the current line.
func (s *scanner) number() int32 {
	if s.err != nil {
		return 0
	}
	if len(s.words) == 0 {
		s.fail("a line ends where a number was wanted")
		return 0
	}
	var n int32
	if _, err := fmt.Sscanf(s.words[0], "%d", &n); err != nil {
		s.fail("%q stands where a number was wanted", s.words[0])
	}
	s.words = s.words[1:]
	return n
}

// count takes a number from 0 to limit.
func (s *scanner) count(limit int32) int32 {
	n := s.number()
	if n < 0 || n > limit {
		s.fail("%d stands where a number from 0 to %d was wanted", n, limit)
		return 0
	}
	return n
}

func (s *scanner) fail(format string, args ...any) {
	if s.err == nil {
		s.err = fmt.Errorf(format, args...)
	}
}

package peers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/plan/solve"
	"epr/plan/solve/model"
	"epr/plan/solve/peers"
	"epr/plan/verify"
)

// TestRace measures our scheduler, TaskJuggler and CP-SAT on programmes that all three can be asked for by the
// same rules, one after the other, and prints a table. Every schedule is checked by package verify.
// The seconds are the processor's: of a whole process, from the model or project file to the reports, and of
// scheduling alone.
func TestRace(t *testing.T) {
	needTaskJuggler(t)
	epr := buildEpr(t)
	fmt.Println("| activities | by | promises broken | of those ours keeps | kept, ours breaks | lateness | finish | last day | whole process | scheduling |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|---|")
	for _, trusts := range raceTrusts {
		if name := fmt.Sprintf("race %d", trusts*30); strings.Contains(name, *only) {
			t.Run(name, func(t *testing.T) { race(t, epr, trusts) })
		}
	}
}

// runner is one of the ways that a schedule was made.
type runner struct {
	name       string
	s          *plan.Schedule
	whole      float64 // seconds of the processor; 0 if there is no process to measure
	scheduling float64
}

func race(t *testing.T, epr string, trusts int) {
	files := raceProgramme(trusts)
	folder := t.TempDir()
	for name, f := range files {
		if err := os.WriteFile(filepath.Join(folder, name), f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	p := programme{files: files, file: raceFile}
	n := network(t, p)
	c := &comparison{Translation: solve.Translate(n), network: n}
	field := append(raceOurs(t, c, epr, folder), raceTaskJuggler(t, n, folder)...)
	field = append(field, racePeer(t, c)...)
	ours := field[len(raceEfforts)-1]
	for _, r := range field {
		r.print(t, c, ours.s)
	}
}

// print checks a schedule and prints its line: promises by their number, lateness in weighted days beyond
// them, the weighted finish of phases and milestones and the day on which all is done.
func (r *runner) print(t *testing.T, c *comparison, ours *plan.Schedule) {
	t.Helper()
	for _, broken := range verify.Check(c.network, r.s).Violations {
		t.Errorf("%s: %s", r.name, broken.Text)
	}
	value := c.Model.Evaluate(c.Starts(r.s))
	theirs, mine := brokenPromises(c.network, r.s), brokenPromises(c.network, ours)
	last := calendar.Date(0)
	for _, row := range r.s.Rows {
		last = max(last, row.Finish)
	}
	fmt.Printf("| %d | %s | %d | %d | %d | %.0f | %d | %s | %s | %s |\n", len(c.network.Activities), r.name, len(theirs),
		len(without(theirs, mine)), len(without(mine, theirs)), float64(value[model.Late])/model.LateUnit, value[model.Finish],
		last, inSeconds(r.whole), inSeconds(r.scheduling))
}

func inSeconds(s float64) string {
	switch {
	case s == 0:
		return "–"
	case s < 0.1:
		return fmt.Sprintf("%.4f s", s)
	}
	return fmt.Sprintf("%.2f s", s)
}

// brokenPromises are the ids of goals that are reached after the day that was promised.
func brokenPromises(n *plan.Network, s *plan.Schedule) []string {
	var ids []string
	for i := range n.Goals {
		if g := &n.Goals[i]; !g.By.IsZero() && s.Finish(n, g) > g.By {
			ids = append(ids, g.ID)
		}
	}
	return ids
}

// without are those of a list that another does not have.
func without(list, other []string) []string {
	has := make(map[string]bool, len(other))
	for _, id := range other {
		has[id] = true
	}
	var left []string
	for _, id := range list {
		if !has[id] {
			left = append(left, id)
		}
	}
	return left
}

// racePeer lets CP-SAT run too if it is there: from nothing, and from our schedule of quick effort.
func racePeer(t *testing.T, c *comparison) []runner {
	if !hasOrtools() {
		t.Logf("%s has no ortools: CP-SAT does not take part", *python)
		return nil
	}
	var err error
	if c.problem, err = peers.Export(c.Model); err != nil {
		t.Fatal(err)
	}
	var field []runner
	run := func(name string, strategies ...string) {
		if r := measurePeer(t, c, strategies...); r.found {
			field = append(field, runner{name: name, s: c.Schedule(r.starts), scheduling: r.seconds})
		} else {
			t.Logf("%s finds no schedule in %.0f seconds", name, *seconds)
		}
	}
	run("CP-SAT", "automatic", "earliest", "restarts")
	c.problem.Hint = peers.Positions(c.Model, c.measure(t, solve.Quick).starts)
	run("CP-SAT, warm", "automatic")
	return field
}

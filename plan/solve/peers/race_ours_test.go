package peers_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"epr/plan"
	"epr/plan/solve"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
	"epr/plan/verify"
)

// raceEfforts are the ways in which our scheduler runs besides its first pass, each with the command that is
// measured as a whole: a plan with its forecast, its reports and its board pack, and one without a forecast.
var raceEfforts = []struct {
	name    string
	effort  solve.Effort
	command []string
}{
	{"epr, quick effort", solve.Quick, []string{"plan", raceFile, "--fresh", "--out", "out", "--effort", "quick", "--no-forecast"}},
	{"epr", solve.Normal, []string{"plan", raceFile, "--fresh", "--out", "out"}},
}

// raceOurs is our field: the first schedule alone, which like TaskJuggler's is made in one pass, then the
// efforts. The last of them is what others are compared with. No command stops after the first pass: its whole
// is measured in the test, from the text of the model to the checked schedule.
func raceOurs(t *testing.T, c *comparison, p programme, epr, folder string) []runner {
	first := runner{name: "epr, first pass"}
	first.scheduling = least(5, func() { first.s = firstSchedule(c.network) })
	first.whole = least(5, func() {
		n := network(t, p)
		verify.Check(n, firstSchedule(n))
	})
	field := []runner{first}
	for _, e := range raceEfforts {
		var r *solve.Result
		took := least(3, func() {
			var err error
			if r, err = solve.Solve(c.network, solve.Options{Effort: e.effort}); err != nil {
				t.Fatal(err)
			}
		})
		whole, err := leastProcess(3, func() *exec.Cmd {
			command := exec.Command(epr, e.command...)
			command.Dir = folder
			return command
		})
		if err != nil {
			t.Fatal(err)
		}
		field = append(field, runner{name: e.name, s: r.Schedule, whole: whole, scheduling: took})
	}
	return field
}

// firstSchedule is the schedule of one pass, from the network.
func firstSchedule(n *plan.Network) *plan.Schedule {
	c := solve.Translate(n)
	g := model.NewGraph(c.Model)
	w, _ := model.FindWindow(c.Model, g)
	return c.Schedule(sgs.Begin(c.Model, g, w, sgs.Options{Steps: 1, Seed: 1}).First().Starts)
}

// least is the least seconds of several runs: what else the machine does can only add to them.
func least(runs int, run func()) float64 {
	var best float64
	for i := range runs {
		begun := time.Now()
		run()
		if took := time.Since(begun).Seconds(); i == 0 || took < best {
			best = took
		}
	}
	return best
}

// leastProcess is the least seconds of the processor that a command takes, of several runs.
func leastProcess(runs int, command func() *exec.Cmd) (float64, error) {
	var best float64
	for i := range runs {
		c := command()
		if text, err := c.CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%v: %w: %s", c.Args, err, text)
		}
		if took := (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(); i == 0 || took < best {
			best = took
		}
	}
	return best, nil
}

func buildEpr(t *testing.T) string {
	t.Helper()
	epr := filepath.Join(t.TempDir(), "epr")
	if text, err := exec.Command("go", "build", "-o", epr, "epr/cmd/epr").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return epr
}

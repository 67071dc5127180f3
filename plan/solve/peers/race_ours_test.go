package peers_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"epr/plan/solve"
)

// raceEfforts are the ways in which our scheduler runs, each with the command that is measured as a whole: the first
// schedule and its file, as TaskJuggler makes one in one pass; a plan with its reports and its board pack; and the
// same with a forecast.
var raceEfforts = []struct {
	name    string
	effort  solve.Effort
	command []string
}{
	{"epr, first schedule", solve.First, []string{"plan", raceFile, "--fresh", "--out", "out", "--effort", "first", "--schedule-only"}},
	{"epr, quick effort", solve.Quick, []string{"plan", raceFile, "--fresh", "--out", "out", "--effort", "quick", "--no-forecast"}},
	{"epr", solve.Normal, []string{"plan", raceFile, "--fresh", "--out", "out"}},
}

// raceOurs is our field. The last of it is what others are compared with.
func raceOurs(t *testing.T, c *comparison, epr, folder string) []runner {
	var field []runner
	for _, e := range raceEfforts {
		var r *solve.Result
		took := least(3, func() {
			var err error
			if r, err = solve.Solve(c.network, solve.Options{Effort: e.effort}); err != nil {
				t.Fatal(err)
			}
		})
		whole, err := leastProcess(5, func() *exec.Cmd {
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

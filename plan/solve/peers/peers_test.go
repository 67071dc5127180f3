package peers_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"epr/plan/solve"
	"epr/plan/solve/model"
	"epr/plan/solve/modeltest"
	"epr/plan/solve/peers"
)

var (
	withPeers = flag.Bool("peers", false, "ask CP-SAT and TaskJuggler too; needs Python with ortools, and tj3")
	seconds   = flag.Float64("seconds", 5, "seconds that each solver has for a programme")
	python    = flag.String("python", pythonFromEnvironment(), "the Python that has ortools")
	effort    = flag.Int("effort", int(solve.Normal), "effort of our scheduler: 0 normal, 1 quick, 2 thorough")
	only      = flag.String("only", "", "programmes whose name contains this")
)

func pythonFromEnvironment() string {
	if p := os.Getenv("PYTHON"); p != "" {
		return p
	}
	return "python3"
}

// TestPeersAgree: on tiny models the best that CP-SAT proves is the best there is.
func TestPeersAgree(t *testing.T) {
	needPeers(t)
	var problems []*peers.Problem
	var models []*model.Model
	for seed := range uint64(1500) {
		m := tiny(modeltest.Seeded(seed))
		if p, err := peers.Export(m); err == nil {
			models, problems = append(models, m), append(problems, p)
		}
	}
	for i, answer := range ask(t, problems, 60, "automatic") {
		starts, value := modeltest.Best(models[i])
		if (starts == nil) != (len(answer.Positions) == 0) {
			t.Errorf("model %d: %v, want %v", i, answer, starts)
			continue
		}
		if starts == nil {
			continue
		}
		if got := peers.Starts(models[i], answer.Positions); models[i].Evaluate(got) != value {
			t.Errorf("model %d: %v of %v, want %v of %v", i, models[i].Evaluate(got), got, value, starts)
		}
		for _, s := range answer.Stages {
			if s.Status != "OPTIMAL" || int64(s.Value) != value[s.Level] {
				t.Errorf("model %d: %v, want %v", i, s, value)
			}
		}
	}
}

func needPeers(t *testing.T) {
	t.Helper()
	if !*withPeers {
		t.Skip("asks CP-SAT only with -peers")
	}
	if !hasOrtools() {
		t.Skipf("%s has no ortools: pip install ortools, or name another Python with -python", *python)
	}
}

func hasOrtools() bool { return exec.Command(*python, "-c", "import ortools").Run() == nil }

// ask gives problems to CP-SAT: on two workers, each for some seconds, with one way to search.
func ask(t *testing.T, problems []*peers.Problem, seconds float64, strategy string) []peers.Answer {
	t.Helper()
	var in, out, complaints bytes.Buffer
	for _, p := range problems {
		if err := json.NewEncoder(&in).Encode(p); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command(*python, "cpsat.py", "--workers", "2", "--seed", "1", "--strategy", strategy,
		"--seconds", fmt.Sprint(seconds))
	command.Stdin, command.Stdout, command.Stderr = &in, &out, &complaints
	if err := command.Run(); err != nil {
		t.Fatalf("%v: %s", err, complaints.String())
	}
	answers := make([]peers.Answer, len(problems))
	decoder := json.NewDecoder(&out)
	for i := range answers {
		if err := decoder.Decode(&answers[i]); err != nil {
			t.Fatal(err)
		}
	}
	return answers
}

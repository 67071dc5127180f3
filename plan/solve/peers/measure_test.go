package peers_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/solve/model"
	"epr/plan/solve/peers"
	"epr/plan/source"
	"epr/plan/verify"
)

// TestPeers measures both on ten programmes, in one run, one after the other, and prints a table: lateness
// beyond announced dates / beyond promised dates / finish, in weighted days. CP-SAT starts from nothing and,
// warm, from our schedule of quick effort. The ratio is its value to ours at the first level at which they
// differ.
func TestPeers(t *testing.T) {
	needPeers(t)
	fmt.Println("| programme | activities | ours | CP-SAT | CP-SAT, warm | CP-SAT ÷ ours | warm ÷ ours |")
	fmt.Println("|---|---|---|---|---|---|---|")
	for _, p := range programmes() {
		if strings.Contains(p.name, *only) {
			t.Run(p.name, func(t *testing.T) { compare(t, p) })
		}
	}
}

// programme is a generated programme that solvers are measured on.
type programme struct {
	name  string
	files fstest.MapFS
	file  string
}

func programmes() []programme {
	var list []programme
	for _, trusts := range []int{4, 9, 16, 24, 33} {
		list = append(list, programme{
			fmt.Sprintf("national %d", trusts), plantest.Programme(trusts, plantest.NationalSteps), plantest.ProgrammeFile,
		})
	}
	for _, size := range []struct{ trusts, wards int }{{5, 7}, {10, 9}, {18, 11}, {25, 15}, {32, 17}} {
		list = append(list, programme{
			fmt.Sprintf("acute %d", size.trusts), plantest.Acute(size.trusts, size.wards), plantest.AcuteFile,
		})
	}
	return list
}

// result is what a solver made of a programme.
type result struct {
	found   bool
	starts  []int32
	value   model.Value
	proved  [model.Levels]bool
	seconds float64
}

// comparison is a programme with what the solvers are given of it.
type comparison struct {
	*solve.Translation
	network *plan.Network
	problem *peers.Problem
}

func compare(t *testing.T, p programme) {
	n := network(t, p)
	c := &comparison{Translation: solve.Translate(n), network: n}
	var err error
	if c.problem, err = peers.Export(c.Model); err != nil {
		t.Fatal(err)
	}
	ours := c.measure(t, solve.Effort(*effort))
	c.agree(t, ours)
	cold := measurePeer(t, c, "automatic", "earliest", "restarts")
	c.problem.Hint = peers.Positions(c.Model, c.measure(t, solve.Quick).starts)
	warm := measurePeer(t, c, "automatic")
	fmt.Printf("| %s | %d | %s | %s | %s | %s | %s |\n", p.name, len(n.Activities), ours, cold, warm, ratio(ours, cold), ratio(ours, warm))
}

// String is the values of the levels in weighted days with the seconds; a star marks what is proved best.
func (r result) String() string {
	if !r.found {
		return fmt.Sprintf("none; %.1f s", r.seconds)
	}
	return fmt.Sprintf("%s / %s / %s; %.1f s", r.at(model.Announced), r.at(model.Late), r.at(model.Finish), r.seconds)
}

// at is the value of a level in weighted days.
func (r result) at(level model.Level) string {
	if !r.found {
		return "none"
	}
	text := fmt.Sprint(r.value[level])
	if level == model.Late {
		text = fmt.Sprintf("%.2f", float64(r.value[level])/model.LateUnit)
	}
	if r.proved[level] || r.value[level] == 0 {
		text += "*"
	}
	return text
}

// ratio is the peer's value to ours at the first level at which they differ, with the name of the level.
func ratio(ours, peer result) string {
	if !ours.found || !peer.found {
		return "–"
	}
	names := [model.Levels]string{"unpriced", "announced", "late", "moves", "finish", "starts"}
	for level, name := range names {
		switch a, b := ours.value[level], peer.value[level]; {
		case a == b:
		case a == 0:
			return fmt.Sprintf("∞ (%s)", name)
		default:
			return fmt.Sprintf("%.4g (%s)", float64(b)/float64(a), name)
		}
	}
	return "1"
}

func network(t *testing.T, p programme) *plan.Network {
	t.Helper()
	m := planfile.Read(planfile.Folder{FS: p.files}, p.file)
	n, problems := expand.Expand(m.Plan)
	for _, problem := range append(append(m.Problems.Sorted(), plan.Check(m.Plan)...), problems...) {
		if problem.Severity == source.Error {
			t.Fatalf("%s: %s", problem.Code, problem.Text)
		}
	}
	return n
}

// measure lets our scheduler work with some effort, and at most the seconds there are.
func (c *comparison) measure(t *testing.T, effort solve.Effort) result {
	t.Helper()
	begun := time.Now()
	r, err := solve.Solve(c.network, solve.Options{
		Effort: effort,
		Stop:   func() bool { return time.Since(begun).Seconds() > *seconds },
	})
	took := time.Since(begun).Seconds()
	if err != nil {
		t.Fatal(err)
	}
	return c.checked(t, c.Starts(r.Schedule), result{seconds: took, proved: provedStages(r.Stages)})
}

var levels = map[string]model.Level{
	"weighted lateness beyond announced dates": model.Announced,
	"weighted lateness beyond promised dates":  model.Late,
	"weighted finish of phases and milestones": model.Finish,
}

// provedStages are the levels that are proved best with all before them.
func provedStages(stages []solve.Stage) [model.Levels]bool {
	var proved [model.Levels]bool
	for _, s := range stages {
		if !s.Proved {
			break
		}
		proved[levels[s.Name]] = true
	}
	return proved
}

// measurePeer lets CP-SAT work for the seconds there are, once with each way to search that it was tried
// with, and takes the best result.
func measurePeer(t *testing.T, c *comparison, strategies ...string) result {
	t.Helper()
	var best result
	for _, strategy := range strategies {
		answer := ask(t, []*peers.Problem{c.problem}, *seconds, strategy)[0]
		t.Logf("CP-SAT, %s: %+v, after %.1f s of building", strategy, answer.Stages, answer.Building)
		r := result{seconds: answer.Seconds, proved: provedAnswers(answer.Stages)}
		if len(answer.Positions) > 0 {
			r = c.checked(t, peers.Starts(c.Model, answer.Positions), r)
		}
		if !best.found || r.found && r.value.Less(best.value) {
			best = r
		}
	}
	return best
}

// agree has CP-SAT value our schedule: both must be talking about the same problem.
func (c *comparison) agree(t *testing.T, ours result) {
	t.Helper()
	fixed := *c.problem
	fixed.Fixed = peers.Positions(c.Model, ours.starts)
	answer := ask(t, []*peers.Problem{&fixed}, 60, "automatic")[0]
	if len(answer.Positions) == 0 {
		t.Fatal("CP-SAT does not take our schedule for one")
	}
	for _, s := range answer.Stages {
		if s.Status != "OPTIMAL" || int64(s.Value) != ours.value[s.Level] {
			t.Errorf("CP-SAT values our schedule %v, which is %v", s, ours.value)
		}
	}
}

func provedAnswers(stages []peers.Stage) [model.Levels]bool {
	var proved [model.Levels]bool
	for _, s := range stages {
		if s.Status != "OPTIMAL" {
			break
		}
		proved[s.Level] = true
	}
	return proved
}

// checked has a schedule checked in integers and in dates, and values it.
func (c *comparison) checked(t *testing.T, starts []int32, r result) result {
	t.Helper()
	for _, broken := range c.Model.Check(starts) {
		t.Error(broken.Text)
	}
	for _, broken := range verify.Check(c.network, c.Schedule(starts)).Violations {
		t.Error(broken.Text)
	}
	r.found, r.starts, r.value = true, starts, c.Model.Evaluate(starts)
	return r
}

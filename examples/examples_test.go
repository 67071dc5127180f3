// Package examples_test plans every example and holds what its README says of it.
package examples_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/plan/verify"
)

// network reads, checks and expands a model, or with a scenario the model as that edits it, and tells the codes of
// what was found. It fails if there are errors.
func network(t *testing.T, files fs.FS, name, scenario string) (*plan.Network, []string) {
	t.Helper()
	m := planfile.ReadScenario(planfile.Folder{FS: files}, name, scenario)
	if scenario != "" && !m.Plan.Scenarios.Has(scenario) {
		t.Fatalf("%s has no scenario %q", name, scenario)
	}
	var n *plan.Network
	if !m.Problems.HasErrors() {
		m.Problems.Add(plan.Check(m.Plan)...)
	}
	if !m.Problems.HasErrors() {
		expanded, problems := expand.Expand(m.Plan)
		m.Problems.Add(problems...)
		n = expanded
	}
	if m.Problems.HasErrors() {
		var b strings.Builder
		if err := source.Print(&b, m.Problems, source.Style{}); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("%s has errors:\n%s", name, &b)
	}
	var found []string
	for _, p := range m.Problems.Sorted() {
		found = append(found, p.Code)
	}
	return n, found
}

// networkOf is the network of an example, or of one of its scenarios.
func networkOf(t *testing.T, name, scenario string) *plan.Network {
	t.Helper()
	n, _ := network(t, examples.Files, name, scenario)
	return n
}

// expanded is the network of a model in any folder.
func expanded(t *testing.T, files fs.FS, name string) *plan.Network {
	t.Helper()
	n, _ := network(t, files, name, "")
	return n
}

// takesSeconds tells of the two examples of hundreds of bodies, which are not planned more often than needed.
func takesSeconds(name string) bool {
	return name == "lpres.toml" || name == "frontline-digitisation.toml"
}

// solved plans a network and verifies the schedule.
func solved(t *testing.T, n *plan.Network, o solve.Options) *solve.Result {
	t.Helper()
	result, err := solve.Solve(n, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verify.Check(n, result.Schedule).Violations {
		t.Errorf("%s %v: %s", v.Rule, v.Activities, v.Text)
	}
	return result
}

// scheduled plans a network afresh and verifies the schedule.
func scheduled(t *testing.T, n *plan.Network) *plan.Schedule {
	t.Helper()
	return solved(t, n, solve.Options{}).Schedule
}

// planned remembers what has been planned afresh, because the larger examples take their time.
var planned = map[string]*solve.Result{}

// afresh plans an example, or one of its scenarios, and verifies the schedule.
func afresh(t *testing.T, name, scenario string) (*plan.Network, *solve.Result) {
	t.Helper()
	n, key := networkOf(t, name, scenario), name+" "+scenario
	if planned[key] == nil {
		planned[key] = solved(t, n, solve.Options{})
	}
	return n, planned[key]
}

// allProved holds that no stage of the search could have done better.
func allProved(t *testing.T, result *solve.Result) {
	t.Helper()
	for _, stage := range result.Stages {
		if !stage.Proved {
			t.Errorf("%q is not proved best: %d reached, bound %d", stage.Name, stage.Value, stage.Bound)
		}
	}
}

// datesOf are the first and last days of some activities, as "2026-01-05 2026-07-31".
func datesOf(s *plan.Schedule, ids ...string) map[string]string {
	dates := map[string]string{}
	for _, id := range ids {
		if row, ok := s.Find(id); ok {
			dates[id] = row.Start.String() + " " + row.Finish.String()
		}
	}
	return dates
}

// TestEveryModelHasAVerifiedSchedule plans each example and each of its scenarios afresh. What is found in a model
// is what is expected of it, and nothing more.
func TestEveryModelHasAVerifiedSchedule(t *testing.T) {
	expects := map[string][]string{
		"lincolnshire.toml":              {"holidays-projected"}, // of any scenario
		"lancashire-south-cumbria.toml":  {"holidays-projected"},
		"procurement.toml dearer-engine": {"above-threshold"},
	}
	for _, name := range examples.Models() {
		for _, scenario := range append([]string{""}, networkOf(t, name, "").Plan.Scenarios.IDs()...) {
			t.Run(name+" "+scenario, func(t *testing.T) {
				_, found := network(t, examples.Files, name, scenario)
				if diff := cmp.Diff(slices.Concat(expects[name], expects[name+" "+scenario]), found); diff != "" {
					t.Errorf("problems (-want +got):\n%s", diff)
				}
				if !testing.Short() || scenario == "" && !takesSeconds(name) {
					afresh(t, name, scenario)
				}
			})
		}
	}
}

// finish is the day on which a phase or an activity is reached.
func finish(t *testing.T, n *plan.Network, s *plan.Schedule, id string) calendar.Date {
	t.Helper()
	for i := range n.Goals {
		if n.Goals[i].ID == id {
			return s.Finish(n, &n.Goals[i])
		}
	}
	t.Fatalf("there is no goal %q", id)
	return 0
}

// edited is the folder with one file changed, as a user would change it.
func edited(t *testing.T, name, old, new string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(examples.Files, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range names {
		text, err := examples.Files.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if file == name && !strings.Contains(string(text), old) {
			t.Fatalf("%s no longer has %q", name, old)
		}
		if file == name {
			text = []byte(strings.ReplaceAll(string(text), old, new))
		}
		files[file] = &fstest.MapFile{Data: text}
	}
	return files
}

// TestNothingAssumedIsToldAsFact looks at the texts that reach a reader without the model's comments.
func TestNothingAssumedIsToldAsFact(t *testing.T) {
	for _, name := range examples.Models() {
		p := networkOf(t, name, "").Plan
		marked := func(what, note string) {
			if !strings.Contains(note, "Assumed:") {
				t.Errorf("%s: %s does not say what is assumed: %q", name, what, note)
			}
		}
		marked("the programme", p.Programme.Note)
		marked("the forecast", p.Forecast.Note)
		if p.Programme.Confidence.Rating != "" {
			marked("the rating of its confidence", p.Programme.Confidence.Reason)
		}
		if p.Risks.Len() == 0 {
			t.Errorf("%s has no risk", name)
		}
		for id, r := range p.Risks.All() {
			marked("risk "+id, r.Note)
		}
		for _, progress := range p.Progress {
			if progress.Note != "" {
				marked("the progress of "+progress.Activity, progress.Note)
			}
		}
	}
}

// TestSmallExamplesAreProvedBest holds the small examples to their bar, afresh and beside their committed schedules.
func TestSmallExamplesAreProvedBest(t *testing.T) {
	for _, name := range []string{"winter-cliff.toml", "procurement.toml", "london-ambulance.toml"} {
		n, fresh := afresh(t, name, "")
		allProved(t, fresh)
		allProved(t, solved(t, n, solve.Options{Committed: committed(t, name)}))
	}
}

// committed is the schedule that lies beside a model.
func committed(t *testing.T, name string) *plan.Schedule {
	t.Helper()
	path := strings.TrimSuffix(name, ".toml") + ".schedule.toml"
	read, problems := planfile.ReadSchedule(planfile.Folder{FS: examples.Files}, path)
	if problems.HasErrors() || read == nil {
		t.Fatalf("%s cannot be read", path)
	}
	return &read.Schedule
}

// TestCommittedSchedulesAreTheirOwn holds that planning an example again, with the schedule committed
// beside it, changes nothing: what a reader sees in Git is what the program makes.
func TestCommittedSchedulesAreTheirOwn(t *testing.T) {
	for _, name := range examples.Models() {
		n, s := networkOf(t, name, ""), committed(t, name)
		for _, v := range verify.Check(n, s).Violations {
			t.Errorf("%s: %s", name, v.Text)
		}
		if takesSeconds(name) {
			continue // the tests of cmd/epr plan it again
		}
		if diff := cmp.Diff(s.Rows, solved(t, n, solve.Options{Committed: s}).Schedule.Rows); diff != "" {
			t.Errorf("%s: plan it again and commit its schedule (-committed +planned):\n%s", name, diff)
		}
	}
}

package examples_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/plan/verify"
)

// expanded reads, checks and expands a model, and fails if anything is wrong with it.
func expanded(t *testing.T, files fs.FS, name string) *plan.Network {
	t.Helper()
	m := planfile.Read(planfile.Folder{FS: files}, name)
	var n *plan.Network
	if !m.Problems.HasErrors() {
		m.Problems.Add(plan.Check(m.Plan)...)
	}
	if !m.Problems.HasErrors() {
		network, problems := expand.Expand(m.Plan)
		m.Problems.Add(problems...)
		n = network
	}
	var b strings.Builder
	if err := source.Print(&b, m.Problems, source.Style{}); err != nil {
		t.Fatal(err)
	}
	if m.Problems.HasErrors() {
		t.Fatalf("%s has errors:\n%s", name, &b)
	}
	t.Logf("%s:\n%s", name, &b)
	return n
}

// scheduled plans a network afresh and verifies the schedule.
func scheduled(t *testing.T, n *plan.Network) *plan.Schedule {
	t.Helper()
	result, err := solve.Solve(n, solve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verify.Check(n, result.Schedule).Violations {
		t.Errorf("%s %v: %s", v.Rule, v.Activities, v.Text)
	}
	return result.Schedule
}

func TestEveryModelHasAVerifiedSchedule(t *testing.T) {
	for _, name := range examples.Models() {
		t.Run(name, func(t *testing.T) { scheduled(t, expanded(t, examples.Files, name)) })
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

func date(t *testing.T, text string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLincolnshireTellsItsStory(t *testing.T) {
	n := expanded(t, examples.Files, "lincolnshire.toml")
	s := scheduled(t, n)
	if got := len(n.Activities); got < 250 {
		t.Errorf("%d activities, want at least 250", got)
	}
	promise := date(t, "2027-04-30")
	if one := finish(t, n, s, "one"); one > promise {
		t.Errorf("phase 1 is live on %s: its promise is no longer kept", one)
	}
	if two := finish(t, n, s, "two"); two <= promise {
		t.Errorf("phase 2 is live on %s: its promise is no longer under pressure", two)
	}
	for i := range n.Activities {
		a := &n.Activities[i]
		row, _ := s.Find(a.ID)
		if len(a.Waivers) == 0 && isWardWork(a.Kind) && touchesWinter(row) {
			t.Errorf("%s (%s) is from %s to %s, in winter", a.ID, a.Kind, row.Start, row.Finish)
		}
	}
}

func isWardWork(k plan.Kind) bool {
	return k == plan.Training || k == plan.Cutover || k == plan.GoLive || k == plan.Hypercare
}

func touchesWinter(row plan.Row) bool {
	for d := row.Start; d <= row.Finish; d++ {
		if _, month, _ := d.Civil(); month == 12 || month <= 2 {
			return true
		}
	}
	return false
}

// TestLincolnshireAnswersItsQuestions holds what the README promises of a change.
func TestLincolnshireAnswersItsQuestions(t *testing.T) {
	if testing.Short() {
		t.Skip("plans the programme once for each question")
	}
	n := expanded(t, examples.Files, "lincolnshire.toml")
	before := scheduled(t, n)
	tests := []struct {
		name, old, new string
		goal           string
		sooner         bool
		days           int // at least
	}{
		{"a third cutover crew brings phase 2 forward",
			`"Cutover crew",                 size = 6`, `"Cutover crew",                 size = 9`, "two", true, 7},
		{"a shorter winter brings phase 1 forward", `to = "02-28"`, `to = "01-31"`, "one", true, 7},
		{"two more days of one workshop cost phase 2 a season",
			"[adjust.\"*/virtual-wards/workshop\"]\n", "[adjust.\"*/virtual-wards/workshop\"]\ndays = 7\n", "two", false, 90},
		{"and phase 3 a winter",
			"[adjust.\"*/virtual-wards/workshop\"]\n", "[adjust.\"*/virtual-wards/workshop\"]\ndays = 7\n", "three", false, 150},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			changed := expanded(t, edited(t, "lincolnshire.toml", tt.old, tt.new), "lincolnshire.toml")
			later := int(finish(t, changed, scheduled(t, changed), tt.goal) - finish(t, n, before, tt.goal))
			if tt.sooner {
				later = -later
			}
			if later < tt.days {
				t.Errorf("phase %s moved by %d days, want at least %d", tt.goal, later, tt.days)
			}
		})
	}
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

func TestLincolnshireRisksAreComplete(t *testing.T) {
	n := expanded(t, examples.Files, "lincolnshire.toml")
	if got := n.Plan.Risks.Len(); got < 14 {
		t.Errorf("%d risks, want at least 14", got)
	}
	for k, id := range n.Plan.Risks.IDs() {
		r, driver := n.Plan.Risks.Get(id), n.Drivers[k]
		hasImpact := !r.Impact.Delay.IsZero() || !r.Impact.Stretch.IsZero()
		if r.Inherent.Value() == 0 || r.Target.Value() == 0 || !r.Probability.Set ||
			len(driver.Closes) == 0 && (len(driver.Hits) == 0 || !hasImpact) {
			t.Errorf("risk %s lacks a score, a probability or an effect on activities", id)
		}
		if r.Target.Value() > r.Current.Value() || r.Current.Value() > r.Inherent.Value() {
			t.Errorf("risk %s: scores rise from %d to %d to %d", id, r.Inherent.Value(), r.Current.Value(), r.Target.Value())
		}
	}
}

// TestLincolnshireSaysEachUncertaintyOnce holds that work which may fail has attempts, or a risk of its failing,
// but not both.
func TestLincolnshireSaysEachUncertaintyOnce(t *testing.T) {
	n := expanded(t, examples.Files, "lincolnshire.toml")
	fails := map[int]bool{}
	for _, driver := range n.Drivers {
		if driver.Risk.ID == "failed-load" {
			for _, i := range driver.Hits {
				fails[i] = true
			}
		}
	}
	for i := range n.Activities {
		a := &n.Activities[i]
		mayFail := a.Kind == plan.Rehearsal || strings.Contains(a.ID, "/trial-load-")
		if mayFail && fails[i] == a.Attempts.Pass.Set {
			t.Errorf("%s: the risk that it fails %v, attempts %v", a.ID, fails[i], a.Attempts)
		}
	}
}

// TestNothingAssumedIsToldAsFact looks at the texts that reach a reader without the model's comments.
func TestNothingAssumedIsToldAsFact(t *testing.T) {
	p := expanded(t, examples.Files, "lincolnshire.toml").Plan
	marked := func(what, note string) {
		if !strings.Contains(note, "Assumed:") {
			t.Errorf("%s does not say what is assumed: %q", what, note)
		}
	}
	marked("the programme", p.Programme.Note)
	marked("the rating of its confidence", p.Programme.Confidence.Reason)
	marked("the forecast", p.Forecast.Note)
	for id, r := range p.Risks.All() {
		marked("risk "+id, r.Note)
	}
	for _, progress := range p.Progress {
		if progress.Note != "" {
			marked("the progress of "+progress.Activity, progress.Note)
		}
	}
}

// TestCommittedSchedulesAreTheirOwn holds that planning an example again, with the schedule committed
// beside it, changes nothing: what a reader sees in Git is what the program makes.
func TestCommittedSchedulesAreTheirOwn(t *testing.T) {
	for _, name := range examples.Models() {
		n := expanded(t, examples.Files, name)
		path := strings.TrimSuffix(name, ".toml") + ".schedule.toml"
		committed, problems := planfile.ReadSchedule(planfile.Folder{FS: examples.Files}, path)
		if problems.HasErrors() || committed == nil {
			t.Fatalf("%s cannot be read", path)
		}
		for _, v := range verify.Check(n, &committed.Schedule).Violations {
			t.Errorf("%s: %s", path, v.Text)
		}
		result, err := solve.Solve(n, solve.Options{Committed: &committed.Schedule})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range result.Schedule.Rows {
			if row != committed.Schedule.Rows[i] {
				t.Errorf("%s: %v is now %v; plan the example again and commit its schedule", path, committed.Schedule.Rows[i], row)
			}
		}
	}
}

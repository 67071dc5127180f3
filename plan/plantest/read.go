package plantest

import (
	"io/fs"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/source"
)

// TextFile is the name of the model in the folder that [Text] makes.
const TextFile = "plan.toml"

// Text is a folder that holds one model.
func Text(model string) fs.FS { return fstest.MapFS{TextFile: {Data: []byte(model)}} }

// Read reads a model of a folder. The test ends where the model has errors, with all of them.
func Read(t rapid.TB, files fs.FS, name string) *plan.Plan {
	t.Helper()
	read := planfile.Read(planfile.Folder{FS: files}, name)
	failOn(t, read.Problems)
	return read.Plan
}

// ReadText is [Read] of a model written in the test.
func ReadText(t rapid.TB, model string) *plan.Plan {
	t.Helper()
	return Read(t, Text(model), TextFile)
}

// Expand reads and expands a model of a folder. The test ends where either finds an error.
func Expand(t rapid.TB, files fs.FS, name string) *plan.Network {
	t.Helper()
	n, problems := expand.Expand(Read(t, files, name))
	var all source.Problems
	all.Add(problems...)
	failOn(t, &all)
	return n
}

// ExpandText is [Expand] of a model written in the test.
func ExpandText(t rapid.TB, model string) *plan.Network {
	t.Helper()
	return Expand(t, Text(model), TextFile)
}

func failOn(t rapid.TB, problems *source.Problems) {
	t.Helper()
	if problems.HasErrors() {
		var b strings.Builder
		_ = source.Print(&b, problems, source.Style{All: true})
		t.Fatalf("the model of the test is wrong:\n%s", b.String())
	}
}

// Example is an example of the product, such as "lincolnshire", expanded, with its committed schedule.
func Example(t rapid.TB, name string) (*plan.Network, *plan.Schedule) {
	t.Helper()
	n := Expand(t, examples.Files, name+".toml")
	committed, problems := planfile.ReadSchedule(planfile.Folder{FS: examples.Files}, name+".schedule.toml")
	failOn(t, problems)
	if committed == nil {
		t.Fatalf("the example %s has no committed schedule", name)
	}
	return n, &committed.Schedule
}

// Schedule is a schedule written in the test, "id start finish" a line, sorted by id.
func Schedule(t rapid.TB, rows string) *plan.Schedule {
	t.Helper()
	s := &plan.Schedule{}
	for line := range strings.Lines(strings.TrimSpace(rows)) {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			t.Fatalf("a row of a schedule is an id, a start and a finish, not %q", line)
		}
		s.Rows = append(s.Rows, plan.Row{ID: fields[0], Start: Date(fields[1]), Finish: Date(fields[2])})
	}
	return s
}

// Date is a date written in a test: "2027-10-04", or "" for none. It panics where the test is wrong.
func Date(text string) calendar.Date {
	if text == "" {
		return 0
	}
	day, err := calendar.Parse(text)
	if err != nil {
		panic(err)
	}
	return day
}

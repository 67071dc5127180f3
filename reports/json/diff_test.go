package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"testing"

	"epr/plan"
	"epr/plan/diff"
	"epr/plan/planfile/schematest"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/reports"
	"epr/reports/json"
)

const cliff = `[programme]
name = "Winter cliff"
start = 2026-01-05
end = 2028-12-31

[team.crew]
size = 1

[calendar.board]
dates = [2026-07-14]

[trust.a]
name = "Trust A"

[phase.one]
name = "Phase one"
trusts = ["a"]
playbook = "way"
by = 2026-12-31
announced = 2026-09-14

[playbook.way.build]
per = ["trust"]
kind = "build"
days = { low = 140, likely = 150, high = 170 }
needs = { crew = 1 }

[playbook.way.cutover]
per = ["trust"]
kind = "go-live"
days = 10
after = ["build"]
needs = { crew = 1 }

[risk.strike]
cause = "Pay"
event = "A strike"
effect = "Training stops"
owner = "Director of people"
current = { likelihood = 3, consequence = 4 }

[blackout.winter]
from = 2026-11-01
to = 2027-03-30
effect = "forbid"
`

// edits of every kind of the comparison.
var edits = [][2]string{
	{"likely = 150", "likely = 168"}, {"announced = 2026-09-14", "announced = 2026-10-30"}, {"size = 1", "size = 2"},
	{"2026-07-14", "2026-07-21"}, {"likelihood = 3", "likelihood = 4"}, {`after = ["build"]`, `after = [{ step = "build", lag = 2 }]`},
	{"to = 2027-03-30", "to = 2027-03-25"},
}

func version(t *testing.T, name, model string, near *plan.Schedule) *diff.Version {
	t.Helper()
	n := plantest.ExpandText(t, model)
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick, Committed: near})
	if err != nil {
		t.Fatal(err)
	}
	return &diff.Version{Name: name, Plan: n.Plan, Network: n, Schedule: result.Schedule, IsSound: true}
}

// TestDiffKeepsToTheSchema checks comparisons against the published schema: of two versions, of two schedules alone,
// and of two packs.
func TestDiffKeepsToTheSchema(t *testing.T) {
	s, err := schematest.Read(json.DiffSchema())
	if err != nil {
		t.Fatal(err)
	}
	old := version(t, "old", cliff, nil)
	model := []byte(cliff)
	for _, e := range edits {
		if !bytes.Contains(model, []byte(e[0])) {
			t.Fatalf("%q is not in the model", e[0])
		}
		model = bytes.Replace(model, []byte(e[0]), []byte(e[1]), 1)
	}
	new := version(t, "new", string(model), old.Schedule)
	d, err := diff.Compare(old, new, diff.Options{Attribute: true, ByEdit: true, ByOrder: true})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	packs := reports.ComparePacks("a", "b", []reports.SheetText{{Name: "Teams", Lines: []string{"x"}}}, nil)
	dates := diff.CompareSchedules("a", "b", diff.Dated{Schedule: old.Schedule}, diff.Dated{Schedule: new.Schedule})
	for name, write := range map[string]func() error{
		"versions":  func() error { return json.WriteDiff(&b, d) },
		"nothing":   func() error { return json.WriteDiff(&b, &diff.Diff{}) },
		"schedules": func() error { return json.WriteDiff(&b, dates) },
		"packs":     func() error { return json.WritePacks(&b, packs) },
	} {
		b.Reset()
		if err := write(); err != nil {
			t.Fatal(err)
		}
		var value any
		if err := stdjson.Unmarshal(b.Bytes(), &value); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, fault := range s.Check(value) {
			t.Errorf("%s%s", name, fault)
		}
	}
	t.Logf("no comparison has %v", s.Unused())
}

package planfile

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/source"
)

func TestPlace(t *testing.T) {
	file := source.NewFile("p.toml", `[programme]
cost_of_delay = { per_month = [{ from = 2026-07-01, is = 12 }] }
[phase.one]
playbook = "acute"
announced = 2027-04-01
after = ["award", { step = "train", lag = 3 }]
days.low = 5
by = 2027-05-01
[phase.one.needs]
"data.team" = 1
"data" = { team = 2 }
[[phase.one.within]]
before = "x"
[[phase.one.within]]
before = "y"
`)
	var problems source.Problems
	root, ok := parseTOML(file, &problems)
	if !ok {
		t.Fatal(problems.Sorted())
	}
	tests := []struct {
		path, line, text string // no line: not written
	}{
		{"programme", "1:2", "programme"},
		{"programme.cost_of_delay.per_month", "2:31", "[{ from = 2026-07-01, is = 12 }]"},
		{"programme.cost_of_delay.per_month[0]", "2:32", "{ from = 2026-07-01, is = 12 }"},
		{"programme.cost_of_delay.per_month[0].is", "2:58", "12"},
		{"phase.one", "3:8", "one"},
		{"phase.one.after", "6:9", `["award", { step = "train", lag = 3 }]`},
		{"phase.one.after[1].lag", "6:43", "3"},
		{"phase.one.after[1].done", "", ""},
		{"phase.one.after[2]", "", ""},
		{"phase.one.after[0].step", "6:10", `"award"`},
		{"phase.one.after[0].lag", "", ""},
		{"phase.one.playbook[0]", "4:12", `"acute"`},
		{"phase.one.playbook[1]", "", ""},
		{"phase.one.announced[0].date", "5:13", "2027-04-01"},
		{"phase.one.announced[0].on", "", ""},
		{"phase.one.days", "7:1", "days"},
		{"phase.one.days.low", "7:12", "5"},
		{"phase.one.days.high", "", ""},
		{"phase.one.by.low", "", ""},
		{"phase.one.needs.data.team", "10:15", "1"},
		{"phase.one.within[1].before", "15:10", `"y"`},
		{"phase.one.within[1].after", "", ""},
		{"phase.on", "", ""},
		{"phase.one.after[", "", ""},
		{"phase.one.after[x]", "", ""},
		{"phase.one.after[99999999999999999999]", "", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		at, ok := root.Place(tt.path)
		if tt.line == "" {
			if ok {
				t.Errorf("%q is at %v, but was not written", tt.path, at)
			}
			continue
		}
		if want := "p.toml:" + tt.line; !ok || at.String() != want || at.Text() != tt.text {
			t.Errorf("%q is at %v, %q; want %s, %q", tt.path, at, at.Text(), want, tt.text)
		}
	}
}

func TestPlaceInAList(t *testing.T) {
	file := source.NewFile("t.csv", "id,sites,staff.nurses,groups\nulth,\" a ;b\"\"c; \",5,\"x;yy\"\n")
	var problems source.Problems
	root, ok := parseCSV(file, &problems)
	if !ok || len(root.kids) != 1 {
		t.Fatal(problems.Sorted())
	}
	row := root.kids[0]
	for _, key := range []string{"sites", "groups"} {
		row.child(key).split()
	}
	for path, want := range map[string]string{
		"id": "ulth", "staff.nurses": "5", "groups[0]": "x", "groups[1]": "yy",
		// A cell with doubled quotes is not as it reads; its pieces have its place.
		"sites[0]": `" a ;b""c; "`, "sites[1]": `" a ;b""c; "`,
	} {
		if at, ok := row.Place(path); !ok || at.Text() != want {
			t.Errorf("%s is at %v, %q; want %q", path, at, at.Text(), want)
		}
	}
	for _, path := range []string{"sites[2]", "staff.doctors", "name"} {
		if at, ok := row.Place(path); ok {
			t.Errorf("%s is at %v, but was not written", path, at)
		}
	}
}

func TestWritten(t *testing.T) {
	file := source.NewFile("p.toml", `name = "Oak"
staff = { nurses = 3, doctors = 4 }
days.low = 5
sites = ["a", "b"]
[site.west]
name = "West"
[[within]]
before = "x"
days = 2
[[within]]
before = "y"
`)
	var problems source.Problems
	root, ok := parseTOML(file, &problems)
	if !ok {
		t.Fatal(problems.Sorted())
	}
	want := []string{"name", "staff", "days.low", "sites", "site.west.name", "within[0].before", "within[0].days", "within[1].before"}
	if diff := cmp.Diff(want, root.Written()); diff != "" {
		t.Error(diff)
	}
	for _, path := range want {
		if _, ok := root.Place(path); !ok {
			t.Errorf("%s has no place", path)
		}
	}
	list, ok := parseCSV(source.NewFile("l.csv", "id,name,ods,staff.nurses\noak,Oak,,3\n"), &problems)
	if !ok {
		t.Fatal(problems.Sorted())
	}
	if diff := cmp.Diff([]string{"id", "name", "staff.nurses"}, list.kids[0].Written()); diff != "" {
		t.Errorf("a row of a list: %s", diff)
	}
}

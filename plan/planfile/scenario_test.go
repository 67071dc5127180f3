package planfile_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/planfile"
)

const planned = `
include = ["windows.toml"]
[lists]
trusts = "trusts.csv"
progress = "progress.csv"
[programme]
name = "T"
start = 2027-01-04
end = 2028-12-31
cost_of_delay = { per_month = 100 }
[team.trainers]
name = "Trainers"
size = 12
[phase.one]
trusts = ["ulth"]
playbook = "acute"
by = 2027-04-30
[playbook.acute.train]
kind = "training"
days = { low = 5, likely = 10, high = 20 }
needs = { trainers = 2 }
[playbook.acute.live]
kind = "go-live"
days = 1
after = ["train"]
[progress."one/ulth/live"]
started = 2027-01-04
remaining = 9
[scenario.other]
[scenario.other.team.trainers]
size = 99
`

// edited reads the model above with a scenario "x".
func edited(t *testing.T, scenario, which string) *planfile.Model {
	t.Helper()
	return planfile.ReadScenario(planfile.Folder{FS: fstest.MapFS{
		"plan.toml":    {Data: []byte(planned + scenario)},
		"trusts.csv":   {Data: []byte("id,name,ods\nulth,United Lincolnshire,RWD\nlchs,Community,\n")},
		"progress.csv": {Data: []byte("id,started,finished\none/ulth/train,2027-01-04,2027-01-08\n")},
		"windows.toml": {Data: []byte("[blackout.winter]\nfrom = 2027-12-01\nto = 2028-02-28\neffect = \"forbid\"\n[blackout.move]\nfrom = 2027-05-01\nto = 2027-05-07\neffect = \"pause\"\n")},
	}}, "plan.toml", which)
}

// TestScenarioEdits compares the plan as a scenario edits it with the plan itself, edited by hand.
func TestScenarioEdits(t *testing.T) {
	for _, test := range []struct {
		name, scenario string
		said           string // of the edits
		edit           func(p *plan.Plan)
	}{
		{"one key of a table", "[scenario.x.team.trainers]\nsize = 20\n", "team.trainers.size: 12 → 20",
			func(p *plan.Plan) { p.Teams.Get("trainers").Size = plan.Dated{{Is: 2000}} }},
		{"dotted", "[scenario.x]\nteam.trainers.size = 20\n", "team.trainers.size: 12 → 20",
			func(p *plan.Plan) { p.Teams.Get("trainers").Size = plan.Dated{{Is: 2000}} }},
		{"an inline table is replaced whole", "[scenario.x.playbook.acute.train]\ndays = { count = 50, per_day = 10 }\n",
			"playbook.acute.train.days: { low = 5, likely = 10, high = 20 } → { count = 50, per_day = 10 }",
			func(p *plan.Plan) {
				p.Playbooks.Get("acute").Steps.Get("train").Days = plan.Duration{Quantity: &plan.Quantity{Count: 50, PerDay: 1000}}
			}},
		{"a key that was not there", "[scenario.x.phase.one]\nmust_by = 2027-06-30\n", "phase.one.must_by: 2027-06-30 added",
			func(p *plan.Plan) { p.Phases.Get("one").MustBy = on("2027-06-30") }},
		{"the programme", "[scenario.x.programme]\nend = 2029-12-31\n", "programme.end: 2028-12-31 → 2029-12-31",
			func(p *plan.Plan) { p.Programme.End = on("2029-12-31") }},
		{"a table the plan does not have", "[scenario.x.forecast]\nruns = 500\n", "forecast.runs: 500 added",
			func(p *plan.Plan) { p.Forecast.Runs = 500 }},
		{"a row of a list", "[scenario.x.trust.lchs]\nods = \"RY5\"\n", "trust.lchs.ods: \"RY5\" added",
			func(p *plan.Plan) { p.Trusts.Get("lchs").ODS = "RY5" }},
		{"a new id", "[scenario.x.team.floorwalkers]\nsize = 3\n", "team.floorwalkers added",
			func(p *plan.Plan) {
				p.Teams.Add("floorwalkers", &plan.Team{ID: "floorwalkers", Name: "floorwalkers", Size: plan.Dated{{Is: 300}}})
			}},
		{"the first of a kind", "[scenario.x.activity.extra]\nkind = \"other\"\ndays = 1\n", "activity.extra added",
			func(p *plan.Plan) {
				p.Activities.Add("extra", &plan.Step{ID: "extra", Name: "extra", Kind: plan.Other, Days: plan.Duration{Low: 1, Likely: 1, High: 1}})
			}},
		{"what has happened", "[scenario.x.progress.\"one/ulth/live\"]\nremaining = 3\n", "progress.one/ulth/live.remaining: 9 → 3",
			func(p *plan.Plan) { p.Progress[0].Remaining = plan.Whole{N: 3, Set: true} }},
		{"what has happened, of a list", "[scenario.x.progress.\"one/ulth/train\"]\nfinished = 2027-01-09\n", "progress.one/ulth/train.finished: 2027-01-08 → 2027-01-09",
			func(p *plan.Plan) { p.Progress[1].Finished = on("2027-01-09") }},
		{"drop a key and a step", "[scenario.x]\ndrop = [\"phase.one.by\", \"playbook.acute.train.needs\"]\n",
			"phase.one.by removed; playbook.acute.train.needs removed",
			func(p *plan.Plan) {
				p.Phases.Get("one").By = 0
				p.Playbooks.Get("acute").Steps.Get("train").Needs = nil
			}},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := edited(t, test.scenario, "x")
			if m.Problems.Len() > 0 {
				t.Fatal(printed(m))
			}
			want := edited(t, test.scenario, "").Plan
			if want.Scenario != nil || m.Plan.Scenario == nil || m.Plan.Scenario.ID != "x" {
				t.Fatalf("the scenarios are %v and %v", want.Scenario, m.Plan.Scenario)
			}
			if cmp.Equal(want, m.Plan, append(asWritten, cmp.FilterPath(isScenario, cmp.Ignore()))...) {
				t.Error("the scenario changes nothing")
			}
			var said []string
			for _, e := range m.Plan.Scenario.Edits {
				said = append(said, e.String())
			}
			if diff := cmp.Diff(test.said, strings.Join(said, "; ")); diff != "" {
				t.Errorf("the edits (-want +got):\n%s", diff)
			}
			test.edit(want)
			if diff := cmp.Diff(want, m.Plan, append(asWritten, cmp.FilterPath(isScenario, cmp.Ignore()))...); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func isScenario(p cmp.Path) bool { return p.String() == "Scenario" }

func TestScenarioDropsEntries(t *testing.T) {
	m := edited(t, "[scenario.x]\ndrop = [\"blackout.winter\", \"trust.lchs\"]\n", "x")
	if m.Problems.Len() > 0 {
		t.Fatal(printed(m))
	}
	if diff := cmp.Diff([]string{"move"}, m.Plan.Blackouts.IDs()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"ulth"}, m.Plan.Trusts.IDs()); diff != "" {
		t.Error(diff)
	}
}

// TestScenarioPlaces holds that what is wrong with an edit is found where it is written.
func TestScenarioPlaces(t *testing.T) {
	line := strings.Count(planned, "\n")
	for _, test := range []struct{ scenario, which, want string }{
		{"[scenario.x.team.trainers]\nsize = \"many\"\n", "x", "2:8 wrong-type"},
		{"[scenario.x.team.trainers]\nsize = \"many\"\n", "", ""}, // not yet read
		{"[scenario.x.team.trainers]\nsise = 3\n", "x", "2:1 unknown-key"},
		{"[scenario.x.taem.trainers]\nsize = 3\n", "", "1:13 unknown-key"},
		{"[scenario.x.baseline.award]\nnote = \"n\"\n", "", "1:13 unknown-key"},
		{"[scenario.x.team.trainers]\nsize = 12\n", "x", "2:8 no-effect"},
		{"[scenario.x.team.trainers]\nsize = 12\n", "", ""},
		{"[scenario.x]\ndrop = [\"blackout.wintr\"]\n", "x", "2:9 nothing-to-drop"},
		{"[scenario.x]\ndrop = [\"blackout\"]\n", "x", "2:9 nothing-to-drop"},
		{"[scenario.x]\ndrop = \"blackout.winter\"\n", "x", "2:8 wrong-type"},
	} {
		m := edited(t, test.scenario, test.which)
		var got []string
		for _, p := range m.Problems.Sorted() {
			row, column := p.At.Position()
			got = append(got, strings.TrimSpace(strings.Join([]string{at(row-line, column), p.Code}, " ")))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%q: got %q, want %q", test.scenario, got, test.want)
		}
	}
}

func at(line, column int) string { return fmt.Sprintf("%d:%d", line, column) }

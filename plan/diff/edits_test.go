package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/diff"
	"epr/plan/plantest"
)

const small = `
programme = { name = "Small", start = 2026-09-07, end = 2027-12-31, status = 2026-09-07 }
team.crew = { name = "Crew", size = [ { from = 2026-09-07, is = 4 }, { from = 2026-11-02, is = 6 } ] }
team.night = { name = "Night", size = 3 }
[calendar.board]
name = "the board"
rule = "second tuesday of every month"
slots = 2
[calendar.shop]
workdays = ["mon", "tue", "wed", "thu", "fri"]
[workflow.ed]
name = "Emergency department"
[trust.ash]
name = "Ash"
ods = "RAA"
staff = { nurses = 100 }
[trust.oak]
name = "Oak"
ods = "RBB"
staff = { nurses = 200 }
[phase.one]
name = "Phase one"
trusts = "all"
playbook = "acute"
by = 2027-05-28
[playbook.acute.design]
name = "Design"
per = ["trust"]
kind = "design"
days = { low = 15, likely = 20, high = 30 }
needs = { crew = 2, night = 1 }
[playbook.acute.train]
name = "Training"
per = ["trust"]
kind = "training"
days = { staff = "all", per_day = 20 }
after = [{ step = "design", lag = 2 }]
within = [{ before = "go-live", days = 90 }]
needs = { crew = 2 }
[playbook.acute.board]
name = "Board"
kind = "gate"
meets = "board"
after = ["train"]
[playbook.acute.go-live]
name = "Go-live"
per = ["trust"]
kind = "go-live"
days = 2
calendar = "shop"
after = ["board"]
[activity.rollout]
name = "Rollout"
kind = "other"
days = 4
[blackout.winter]
name = "winter pressures"
every = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["go-live"]
[contract.partner]
starts = 2026-09-07
ends = 2027-11-30
covers = ["one/*/design"]
[risk.strike]
name = "A strike"
cause = "a dispute"
event = "there is a strike"
effect = "nobody is trained"
owner = "Chief people officer"
current = { consequence = 3, likelihood = 4 }
`

// Each change to the model is one edit, of the right group, at its line; what says the same is none.
func TestEdits(t *testing.T) {
	tests := []struct {
		name     string
		old, new string
		want     []string
	}{
		{"a status date", "status = 2026-09-07", "status = 2026-09-14", []string{`progress: changed programme status: 2026-09-14`}},
		{"progress", "[blackout.winter]", "[progress.rollout]\nstarted = 2026-09-07\nfinished = 2026-09-07\n[blackout.winter]",
			[]string{`progress: added progress.rollout : rollout`}},
		{"days", "likely = 20", "likely = 22", []string{`estimates: changed playbook.acute.design days: { low = 15, likely = 22, high = 30 }`}},
		{"people needed", "night = 1", "night = 2", []string{`estimates: changed playbook.acute.design needs: { crew = 2, night = 2 }`}},
		{"heads to train", "nurses = 100", "nurses = 120", []string{`estimates: changed trust.ash staff: { nurses = 120 }`}},
		{"one activity's days", "[blackout.winter]", "[adjust.\"one/oak/train\"]\nreason = \"smaller\"\ndays = 3\n[blackout.winter]",
			[]string{`estimates: changed adjust."one/oak/train" days: 3`}},
		{"a lag", "lag = 2", "lag = 3", []string{`scope: changed playbook.acute.train after: [{ step = "design", lag = 3 }]`}},
		{"a maximum lag", "days = 90", "days = 80", []string{`scope: changed playbook.acute.train within: [{ before = "go-live", days = 80 }]`}},
		{"a new activity", "[blackout.winter]", "[activity.extra]\nkind = \"other\"\ndays = 1\n[blackout.winter]",
			[]string{`scope: added activity.extra : extra`}},
		{"a trust less", "trusts = \"all\"", "trusts = [\"oak\"]", []string{`scope: changed phase.one trusts: ["oak"]`}},
		{"a calendar's content", `["mon", "tue", "wed", "thu", "fri"]`, `["mon", "tue", "wed", "thu"]`,
			[]string{`capacity and windows: changed calendar.shop : shop`}},
		{"a meeting less", "second tuesday", "first tuesday", []string{`capacity and windows: changed calendar.board : board`}},
		{"decisions at a meeting", "slots = 2", "slots = 1", []string{`capacity and windows: changed calendar.board slots: 1`}},
		{"a window", `to = "02-28"`, `to = "02-20"`, []string{`capacity and windows: changed blackout.winter : winter`}},
		{"what a window blocks", `blocks = ["go-live"]`, `blocks = ["go-live", "training"]`,
			[]string{`capacity and windows: changed blackout.winter blocks: ["go-live", "training"]`}},
		{"a team", "is = 6", "is = 5", []string{`capacity and windows: changed team.crew size: [ { from = 2026-09-07, is = 4 }, { from = 2026-11-02, is = 5 } ]`}},
		{"a contract", "ends = 2027-11-30", "ends = 2027-12-30", []string{`capacity and windows: changed contract.partner ends: 2027-12-30`}},
		{"a promise", "by = 2027-05-28", "by = 2027-06-28", []string{`targets: changed phase.one by: 2027-06-28`}},
		{"not before", "days = 4\n", "days = 4\nnot_before = 2026-10-01\n", []string{`targets: changed activity.rollout not_before: 2026-10-01`}},
		{"papers of a gate", "meets = \"board\"\n", "meets = \"board\"\npapers = 3\n", []string{`capacity and windows: changed playbook.acute.board papers: 3`}},
		{"weekdays to start on", "calendar = \"shop\"\n", "calendar = \"shop\"\nstarts_on = [\"mon\"]\n", []string{`capacity and windows: changed playbook.acute.go-live starts_on: ["mon"]`}},
		{"a step's calendar", "calendar = \"shop\"\n", "calendar = \"every-day\"\n", []string{`capacity and windows: changed playbook.acute.go-live calendar: "every-day"`}},
		{"a step's kind", "kind = \"other\"", "kind = \"build\"", []string{`scope: changed activity.rollout kind: "build"`}},
		{"what a step is done per", "name = \"Board\"\nkind", "name = \"Board\"\nper = [\"trust\"]\nkind", []string{`scope: changed playbook.acute.board per: ["trust"]`}},
		{"who a step is done for", "name = \"Design\"\nper = [\"trust\"]", "name = \"Design\"\nper = [\"trust\"]\nonly = { trusts = [\"oak\"] }", []string{`scope: changed playbook.acute.design only: { trusts = ["oak"] }`}},
		{"what a contract covers", "covers = [\"one/*/design\"]", "covers = [\"one/*/train\"]", []string{`capacity and windows: changed contract.partner covers: ["one/*/train"]`}},
		{"what a contract outlasts", "covers = [\"one/*/design\"]\n", "covers = [\"one/*/design\"]\noutlast = [\"rollout\"]\n", []string{`capacity and windows: changed contract.partner outlast: ["rollout"]`}},
		{"a contract's start", "starts = 2026-09-07", "starts = 2026-09-08", []string{`capacity and windows: changed contract.partner starts: 2026-09-08`}},
		{"an extension", "ends = 2027-11-30\n", "ends = 2027-11-30\nextensions = [{ to = 2027-12-30, price = 1 }]\n", []string{`capacity and windows: changed contract.partner extensions: [{ to = 2027-12-30, price = 1 }]`}},
		{"a step's contract", "meets = \"board\"\n", "meets = \"board\"\ncontract = \"partner\"\n", []string{`capacity and windows: changed playbook.acute.board contract: "partner"`}},
		{"fewer people in a window", "blocks = [\"go-live\"]\n", "blocks = [\"go-live\"]\ncapacity = { night = 0.5 }\n", []string{`capacity and windows: changed blackout.winter capacity: { night = 0.5 }`}},
		{"a window's effect", "effect = \"forbid\"", "effect = \"pause\"", []string{`capacity and windows: changed blackout.winter effect: "pause"`}},
		{"a window's trusts", "blocks = [\"go-live\"]\n", "blocks = [\"go-live\"]\ntrusts = [\"oak\"]\n", []string{`capacity and windows: changed blackout.winter trusts: ["oak"]`}},
		{"a window's phases", "blocks = [\"go-live\"]\n", "blocks = [\"go-live\"]\nphases = [\"one\"]\n", []string{`capacity and windows: changed blackout.winter phases: ["one"]`}},
		{"a window's activities", "blocks = [\"go-live\"]\n", "blocks = [\"go-live\"]\nactivities = [\"one/oak/*\"]\n", []string{`capacity and windows: changed blackout.winter activities: ["one/oak/*"]`}},
		{"a waiver", "[contract.partner]", "[waiver.a]\nblackout = \"winter\"\nactivities = [\"one/oak/go-live\"]\napprover = \"a\"\nreason = \"b\"\ndate = 2026-09-07\n[contract.partner]", []string{`targets: added waiver.a : a`}},
		{"when a phase is complete", "playbook = \"acute\"", "playbook = \"acute\"\ncomplete_when = [\"board\"]", []string{`scope: changed phase.one complete_when: ["board"]`}},
		{"what a phase waits for", "playbook = \"acute\"", "playbook = \"acute\"\nafter = [\"rollout\"]", []string{`scope: changed phase.one after: ["rollout"]`}},
		{"when a phase may begin", "playbook = \"acute\"", "playbook = \"acute\"\nnot_before = 2026-09-21", []string{`targets: changed phase.one not_before: 2026-09-21`}},
		{"a phase's must_by", "by = 2027-05-28", "by = 2027-05-28\nmust_by = 2027-11-30", []string{`targets: changed phase.one must_by: 2027-11-30`}},
		{"an announced date", "by = 2027-05-28", "by = 2027-05-28\nannounced = 2027-06-30", []string{`targets: changed phase.one announced: 2027-06-30`}},
		{"a priority", "by = 2027-05-28", "by = 2027-05-28\npriority = 3", []string{`targets: changed phase.one priority: 3`}},
		{"the programme's end", "end = 2027-12-31", "end = 2028-01-31", []string{`targets: changed programme end: 2028-01-31`}},
		{"the programme's calendar", "status = 2026-09-07", "status = 2026-09-07, calendar = \"shop\"", []string{`capacity and windows: changed programme calendar: "shop"`}},
		{"a trust's calendar", "ods = \"RAA\"", "ods = \"RAA\"\ncalendar = \"shop\"", []string{`capacity and windows: changed trust.ash calendar: "shop"`}},
		{"a trust's sites", "ods = \"RAA\"", "ods = \"RAA\"\nsites = [\"north\"]", []string{`scope: added trust.ash.site.north : "north"`}},
		{"one activity's people", "[blackout.winter]", "[adjust.\"one/oak/train\"]\nreason = \"x\"\nneeds = { crew = 1 }\n[blackout.winter]", []string{`estimates: changed adjust."one/oak/train" needs: { crew = 1 }`}},
		{"one activity's links", "[blackout.winter]", "[adjust.\"one/oak/train\"]\nreason = \"x\"\nafter = [\"rollout\"]\n[blackout.winter]", []string{`scope: changed adjust."one/oak/train" after: ["rollout"]`}},
		{"one activity's calendar", "[blackout.winter]", "[adjust.\"one/oak/train\"]\nreason = \"x\"\ncalendar = \"every-day\"\n[blackout.winter]", []string{`capacity and windows: changed adjust."one/oak/train" calendar: "every-day"`}},
		{"one activity's weekdays", "[blackout.winter]", "[adjust.\"one/oak/train\"]\nreason = \"x\"\nstarts_on = [\"mon\"]\n[blackout.winter]", []string{`capacity and windows: changed adjust."one/oak/train" starts_on: ["mon"]`}},
		{"one activity's first day", "[blackout.winter]", "[adjust.\"one/oak/train\"]\nreason = \"x\"\nnot_before = 2026-12-01\n[blackout.winter]", []string{`targets: changed adjust."one/oak/train" not_before: 2026-12-01`}},

		{"another title", `name = "Design"`, `name = "Design of the record"`, nil},
		{"another order of needs", "crew = 2, night = 1", "night = 1, crew = 2", nil},
		{"a team in other words", "[ { from = 2026-09-07, is = 4 }, { from = 2026-11-02, is = 6 } ]",
			"[ { from = 2026-01-01, is = 4 }, { from = 2026-10-01, is = 4 }, { from = 2026-11-02, is = 6 } ]", nil},
		{"a calendar in other words", `workdays = ["mon", "tue", "wed", "thu", "fri"]`,
			"workdays = [\"mon\", \"tue\", \"wed\", \"thu\"]\nworked = [" + fridays() + "]", nil},
		{"a window in other words", `every = { from = "12-01", to = "02-28" }`,
			`windows = [{ from = 2026-12-01, to = 2027-01-15 }, { from = 2027-01-16, to = 2027-02-28 }, { from = 2027-12-01, to = 2027-12-31 }]`, nil},
		{"a priority of one", "by = 2027-05-28", "by = 2027-05-28\npriority = 1", nil},
		{"a risk", "likelihood = 4", "likelihood = 5", nil},
	}
	old := version(t, small, nil)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			new := replayed(t, changed(t, small, tt.old, tt.new), old)
			checkEnds(t, 0, old, new)
			d := compare(t, old, new, diff.Options{Attribute: true})
			checkSums(t, 0, d)
			var got []string
			for _, e := range d.Edits {
				got = append(got, fmt.Sprintf("%v: %v %s %s: %s", e.Group, e.Change, e.Noun, e.Key, e.At.Text()))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// An id that changed, with all that refers to it, is said, and moves and changes nothing.
func TestRenames(t *testing.T) {
	tests := []struct {
		name   string
		change []string // old and new texts
		want   diff.Rename
	}{
		{"calendar", []string{"calendar.shop", "calendar.trading", `"shop"`, `"trading"`}, diff.Rename{Table: "calendar", Old: "shop", New: "trading"}},
		{"team", []string{"team.night", "team.nights", "night = 1", "nights = 1"}, diff.Rename{Table: "team", Old: "night", New: "nights"}},
		{"trust", []string{"trust.oak", "trust.elm"}, diff.Rename{Table: "trust", Old: "oak", New: "elm"}},
		{"trust with another name", []string{"trust.oak", "trust.elm", `"Oak"`, `"Elm"`}, diff.Rename{Table: "trust", Old: "oak", New: "elm"}},
		{"step", []string{"acute.design]", "acute.shape]", `step = "design"`, `step = "shape"`, "*/design", "*/shape"},
			diff.Rename{Table: "playbook.acute", Old: "design", New: "shape"}},
		{"phase", []string{"phase.one", "phase.first", "one/*/design", "first/*/design"}, diff.Rename{Table: "phase", Old: "one", New: "first"}},
		{"activity", []string{"activity.rollout", "activity.last"}, diff.Rename{Table: "activity", Old: "rollout", New: "last"}},
		{"blackout", []string{"blackout.winter", "blackout.cold"}, diff.Rename{Table: "blackout", Old: "winter", New: "cold"}},
		{"contract", []string{"contract.partner", "contract.supplier"}, diff.Rename{Table: "contract", Old: "partner", New: "supplier"}},
		{"playbook", []string{"playbook.acute.design", "playbook.ward.design", "playbook.acute.train", "playbook.ward.train",
			"playbook.acute.board", "playbook.ward.board", "playbook.acute.go-live", "playbook.ward.go-live", `"acute"`, `"ward"`},
			diff.Rename{Table: "playbook", Old: "acute", New: "ward"}},
	}
	old := version(t, small, nil)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			new := version(t, changed(t, small, tt.change...), nil)
			d := compare(t, old, new, diff.Options{Attribute: true})
			if diff := cmp.Diff([]diff.Rename{tt.want}, d.Scope.Renamed); diff != "" {
				t.Error(diff)
			}
			if d.IsMoved() || len(d.Edits)+len(d.Scope.Added)+len(d.Scope.Removed)+len(d.Links)+len(d.Work)+len(d.Content)+
				len(d.Came)+len(d.Gone)+d.Activities.Moved > 0 {
				t.Errorf("besides the new name: %+v", d)
			}
		})
	}
}

// Everything that refers to a renamed id follows it: progress, adjustments, waivers, contracts, links, scopes.
func TestRenameIsFollowed(t *testing.T) {
	text := small + `
[progress.rollout]
started = 2026-09-07
finished = 2026-09-07
[adjust."one/oak/train"]
reason = "small"
days = 3
after = ["rollout"]
[waiver.late]
blackout = "winter"
activities = ["one/oak/go-live"]
approver = "Board"
reason = "agreed"
date = 2026-09-07
[blackout.move]
from = 2026-10-01
to = 2026-10-02
effect = "forbid"
trusts = ["oak"]
[contract.old]
ends = 2027-12-01
outlast = ["rollout", "one/oak/go-live"]
`
	new := strings.NewReplacer("rollout", "roll-out", "oak", "elm", "winter]", "cold]", `"winter"`, `"cold"`).Replace(text)
	d := compare(t, version(t, text, nil), version(t, new, nil), diff.Options{Attribute: true})
	if len(d.Scope.Renamed) != 3 {
		t.Errorf("renamed: %+v", d.Scope.Renamed)
	}
	if len(d.Edits)+len(d.Scope.Added)+len(d.Rewritten)+len(d.Content) > 0 || d.IsMoved() {
		t.Errorf("besides: %+v %+v %+v", d.Edits, d.Rewritten, d.Content)
	}
}

// Where two could be meant, nothing is renamed unless it is stated.
func TestAmbiguousRename(t *testing.T) {
	text := changed(t, small, "[activity.rollout]\nname = \"Rollout\"\nkind = \"other\"\ndays = 4\n",
		"[activity.left]\nkind = \"other\"\ndays = 4\n[activity.right]\nkind = \"other\"\ndays = 4\n")
	old, new := version(t, small, nil), version(t, text, nil)
	if d := compare(t, old, new, diff.Options{}); len(d.Scope.Renamed) > 0 || len(d.Scope.Added) != 2 || len(d.Scope.Removed) != 1 {
		t.Errorf("guessed: %+v", d.Scope)
	}
	for _, wrong := range []diff.Rename{{Table: "activity", Old: "nothing", New: "left"}, {Table: "activity", Old: "rollout", New: "nothing"},
		{Table: "planet", Old: "a", New: "b"}, {Table: "trust", Old: "elm", New: "oak"}} {
		if _, err := diff.Compare(old, new, diff.Options{Renames: []diff.Rename{wrong}}); err == nil {
			t.Errorf("%v was taken", wrong)
		}
	}
	stated := diff.Options{Renames: []diff.Rename{{Table: "activity", Old: "rollout", New: "left"}}}
	d := compare(t, old, new, stated)
	if len(d.Scope.Renamed) != 1 || !d.Scope.Renamed[0].Stated || len(d.Scope.Added) != 1 || len(d.Scope.Removed) != 0 {
		t.Errorf("stated, but: %+v", d.Scope)
	}
}

// fridays are all Fridays of the programme that are no bank holidays.
func fridays() string {
	var days []string
	for day := plantest.Date("2026-09-04"); day <= plantest.Date("2028-01-07"); day += 7 {
		switch day.String() {
		case "2026-12-25", "2027-01-01", "2027-03-26":
			continue
		}
		days = append(days, fmt.Sprintf("{ from = %v, to = %v }", day, day))
	}
	return strings.Join(days, ", ")
}

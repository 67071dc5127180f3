package edit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/plantest"
	"epr/plan/source"
)

const base = `
programme = { name = "Small", start = 2026-09-07, end = 2027-03-31, status = 2026-09-14 }
team.crew = { name = "crew", size = [ { from = 2026-09-07, is = 2 }, { from = 2026-11-02, is = 4 } ] }
team.night.size = 3
calendar.board = { name = "the board", dates = [2026-10-08, 2026-11-12], slots = 1, papers = 3 }
[trust.ash]
name = "Ash"
[trust.oak]
name = "Oak"
[phase.one]
name = "Phase one"
trusts = "all"
playbook = "acute"
must_by = 2027-02-26
not_before = 2026-09-21
after = [{ step = "signed", lag = 2 }]
[playbook.acute.design]
name = "Design"
per = ["trust"]
kind = "design"
days = { low = 15, likely = 20, high = 30 }
needs = { crew = 1, night = 2 }
[playbook.acute.train]
name = "Training"
per = ["trust"]
kind = "training"
days = 10
attempts = { pass = 0.7, again = 3 }
after = [{ step = "design", within = 30 }]
within = [{ before = "go-live", days = 40 }, { after = "design", days = 60 }]
needs = { crew = 2 }
contract = "partner"
[playbook.acute.board]
kind = "gate"
meets = "board"
papers = 4
after = ["train"]
[playbook.acute.go-live]
name = "Go-live"
per = ["trust"]
kind = "go-live"
days = 2
starts_on = ["mon", "tue"]
after = ["board", "train"]
[activity.signed]
kind = "milestone"
not_before = 2026-09-16
[activity.rollout]
kind = "other"
days = 4
must_by = 2027-03-19
[progress.rollout]
started = 2026-09-10
remaining = 3
[adjust."one/oak/train"]
reason = "small"
attempts = { pass = 0.8, most = 2 }
not_before = 2026-10-05
after = ["signed"]
needs = { night = 1 }
[blackout.winter]
name = "winter pressures"
every = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["training", "go-live"]
capacity = { night = 0.5 }
[contract.partner]
starts = 2026-09-14
ends = 2027-01-29
extensions = [{ to = 2027-02-12, price = 1 }]
covers = ["one/*/design"]
outlast = ["one/*/go-live", "one/*/train"]
[risk.strike]
cause = "a dispute"
event = "there is a strike"
effect = "nobody is trained"
owner = "Chief people officer"
current = { consequence = 3, likelihood = 4 }
probability = 0.4
hits = ["one/oak/*"]
delay = 3
closes = { from = 2026-11-02, to = 2026-11-30, days = 5, activities = ["one/*/train"] }
`

// same compares what the two networks say, wherever it was written.
var same = []cmp.Option{
	cmpopts.IgnoreTypes(source.Span{}, plan.Origin{}),
	cmpopts.IgnoreFields(plan.Network{}, "Plan"),
	cmpopts.IgnoreFields(plan.Adjust{}, "Reason"),
	cmpopts.IgnoreFields(plan.Team{}, "Size"), // compared day by day in the supply
	cmpopts.IgnoreUnexported(plan.Network{}),
	cmpopts.EquateEmpty(),
	cmp.AllowUnexported(plan.Table[plan.Step]{}, plan.Table[plan.Site]{}, plan.Table[plan.Response]{}),
	cmp.Comparer(func(a, b *plan.Waiver) bool { return a.Blackout == b.Blackout && cmp.Equal(a.Activities, b.Activities) }),
	cmp.Comparer(func(a, b *plan.Blackout) bool { return a.ID == b.ID && a.Effect == b.Effect }), // its days are in the terms
	cmpopts.IgnoreTypes((*calendar.MeetingRule)(nil)),                                            // the model has none
	cmp.Comparer(func(a, b *calendar.Calendar) bool {
		if a.Horizon() != b.Horizon() || a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if a.Nth(i) != b.Nth(i) {
				return false
			}
		}
		return true
	}),
}

// Edits are what a person would write: with "old" replaced by "new" the model reads as the edit has it.
var edits = []struct {
	edit     edit.Edit
	old, new string
	say, at  string
}{
	{edit.Drop(one("must_by", 0)), "must_by = 2027-02-26\n", "", "take out must_by of Phase one", "2027-02-26"},
	{edit.Drop(one("after", 0)), "after = [{ step = \"signed\", lag = 2 }]\n", "",
		"take out the wait of Phase one for signed", `{ step = "signed", lag = 2 }`},
	{edit.Move(one("not_before", 0), plantest.Date("2026-10-01")), "not_before = 2026-09-21", "not_before = 2026-10-01",
		"move not_before of Phase one to 1 Oct 2026", "2026-09-21"},
	{edit.Move(one("must_by", 0), plantest.Date("2027-03-05")), "must_by = 2027-02-26", "must_by = 2027-03-05",
		"move must_by of Phase one to 5 Mar 2027", "2027-02-26"},
	{edit.Lag(one("after", 0), -3), "lag = 2", "lag = -1",
		"let Phase one start up to 1 working day before signed finishes", `{ step = "signed", lag = 2 }`},
	{edit.Drop(step("train", "after", 0)), "after = [{ step = \"design\", within = 30 }]\n", "",
		"take out the wait of Training for design", `{ step = "design", within = 30 }`},
	{edit.Drop(step("train", "after.within", 0)), ", within = 30", "",
		"do without the limit that Training after design is within 30 working days", "30"},
	{edit.WithinDays(step("train", "after.within", 0), 35), "within = 30", "within = 35",
		"let Training after design be within 35 working days instead of 30 working days", "30"},
	{edit.Drop(step("train", "within", 0)), `{ before = "go-live", days = 40 }, `, "",
		"do without the limit that Training before go-live is within 40 working days", `{ before = "go-live", days = 40 }`},
	{edit.WithinDays(step("train", "within", 1), 61), "days = 60", "days = 61",
		"let Training after design be within 61 working days instead of 60 working days", `{ after = "design", days = 60 }`},
	{edit.Drop(step("design", "needs", 0)), "needs = { crew = 1, night = 2 }", "needs = { night = 2 }", "do Design without the team crew", "1"},
	{edit.Drop(step("train", "contract", 0)), "contract = \"partner\"\n", "", "do Training outside the contract partner", `"partner"`},
	{edit.Drop(step("go-live", "starts_on", 0)), "starts_on = [\"mon\", \"tue\"]\n", "", "take out starts_on of Go-live", `["mon", "tue"]`},
	{edit.Drop(step("go-live", "after", 1)), `["board", "train"]`, `["board"]`, "take out the wait of Go-live for train", `"train"`},
	{edit.Drop(step("board", "papers", 0)), "papers = 4", "papers = 0", "board takes papers up to the day", "4"},
	{edit.Longer(edit.Noun{Table: edit.Step, ID: "acute", Step: "design"}, -5), "{ low = 15, likely = 20, high = 30 }",
		"{ low = 10, likely = 15, high = 25 }", "Design a week shorter (15 instead of 20 working days)", "{ low = 15, likely = 20, high = 30 }"},
	{edit.SetDays("one/ash/train", 8), "[adjust.", "[adjust.\"one/ash/train\"]\nreason = \"small\"\ndays = 8\n[adjust.",
		"one/ash/train in 8 working days", ""},
	{edit.Drop(of(edit.Activity, "rollout", "must_by", 0)), "must_by = 2027-03-19\n", "", "take out must_by of rollout", "2027-03-19"},
	{edit.Drop(of(edit.Progress, "rollout", "remaining", 0)), "remaining = 3", "remaining = 1", "take out remaining of rollout", "3"},
	{edit.Drop(of(edit.Adjust, "one/oak/train", "not_before", 0)), "not_before = 2026-10-05\n", "",
		"take out not_before of one/oak/train", "2026-10-05"},
	{edit.Drop(of(edit.Adjust, "one/oak/train", "after", 0)), "after = [\"signed\"]\n", "",
		"take out the wait of one/oak/train for signed", `"signed"`},
	{edit.Drop(of(edit.Blackout, "winter", "windows", 0)), `every = { from = "12-01", to = "02-28" }`, "from = 2036-01-01\nto = 2036-01-01",
		"do without the blackout winter pressures", "winter"},
	{edit.Waive("winter", "one/*/go-live"), "[blackout.winter]",
		"[waiver.a]\nblackout = \"winter\"\nactivities = [\"one/*/go-live\"]\napprover = \"a\"\nreason = \"b\"\ndate = 2026-09-07\n[blackout.winter]",
		"waive winter pressures for one/*/go-live", "winter"},
	{edit.Unblock("winter", plan.Training), `["training", "go-live"]`, `["go-live"]`, "let training run in winter pressures", "winter"},
	{edit.Drop(of(edit.Contract, "partner", "starts", 0)), "starts = 2026-09-14\n", "", "take out starts of partner", "2026-09-14"},
	{edit.Drop(of(edit.Contract, "partner", "ends", 0)), "ends = 2027-01-29\nextensions = [{ to = 2027-02-12, price = 1 }]\n", "",
		"take out ends of partner", "2027-01-29"},
	{edit.Move(of(edit.Contract, "partner", "ends", 0), plantest.Date("2027-02-20")), "ends = 2027-01-29", "ends = 2027-02-20",
		"move ends of partner to 20 Feb 2027", "2027-01-29"},
	{edit.Drop(of(edit.Contract, "partner", "covers", 0)), "covers = [\"one/*/design\"]\n", "",
		"take one/*/design out of the contract partner", `"one/*/design"`},
	{edit.Drop(of(edit.Contract, "partner", "outlast", 0)), `"one/*/go-live", `, "", "let partner end before one/*/go-live", `"one/*/go-live"`},
	{edit.Meet("board", plantest.Date("2026-10-22")), "2026-10-08,", "2026-10-08, 2026-10-22,", "a meeting of the board on 22 Oct 2026", "[2026-10-08, 2026-11-12]"},
	{edit.Drop(of(edit.Calendar, "board", "slots", 0)), ", slots = 1", "", "the board takes any number of decisions at a meeting", "1"},
	{edit.Drop(of(edit.Calendar, "board", "papers", 0)), ", papers = 3", "", "the board takes papers up to the day", "3"},
	{edit.Drop(of(edit.Calendar, "board", "dates", 0)), "dates = [2026-10-08, 2026-11-12]", `rule = "DAILY"`,
		"the board meets whenever it is asked", "[2026-10-08, 2026-11-12]"},
	{edit.MorePeople("crew", 150, plantest.Date("2026-10-05"), 0), "{ from = 2026-11-02, is = 4 }",
		"{ from = 2026-10-05, is = 3.5 }, { from = 2026-11-02, is = 5.5 }", "1.5 more crew from 5 Oct 2026", "[ { from = 2026-09-07, is = 2 }, { from = 2026-11-02, is = 4 } ]"},
	{edit.MorePeople("crew", 200, plantest.Date("2026-10-05"), plantest.Date("2026-11-01")), "{ from = 2026-11-02, is = 4 }", "{ from = 2026-10-05, is = 4 }",
		"2 more crew from 5 Oct 2026 to 1 Nov 2026", "[ { from = 2026-09-07, is = 2 }, { from = 2026-11-02, is = 4 } ]"},
	{edit.MorePeople("night", -500, plantest.Date("2026-10-05"), plantest.Date("2026-10-09")), "night.size = 3",
		"night.size = [{ from = 2026-09-07, is = 3 }, { from = 2026-10-05, is = 0 }, { from = 2026-10-10, is = 3 }]",
		"5 fewer night from 5 Oct 2026 to 9 Oct 2026", "3"},
	{edit.Drop(of(edit.Programme, "", "end", 0)), "end = 2027-03-31", "end = 2029-03-31", "let the programme last longer", "2027-03-31"},
	{edit.Move(of(edit.Programme, "", "end", 0), plantest.Date("2027-04-30")), "end = 2027-03-31", "end = 2027-04-30",
		"move end of the programme to 30 Apr 2027", "2027-03-31"},
}

func of(table edit.Table, id, key string, k int) edit.Statement {
	return edit.Statement{Noun: edit.Noun{Table: table, ID: id}, Key: key, Index: k}
}

func one(key string, k int) edit.Statement { return of(edit.Phase, "one", key, k) }

func step(id, key string, k int) edit.Statement {
	return edit.Statement{Noun: edit.Noun{Table: edit.Step, ID: "acute", Step: id}, Key: key, Index: k}
}

func TestEdit(t *testing.T) {
	for _, tt := range edits {
		t.Run(tt.say, func(t *testing.T) {
			p := plantest.ReadText(t, base)
			if got := tt.edit.Say(p); got != tt.say {
				t.Errorf("says %q, want %q", got, tt.say)
			}
			if got := tt.edit.At(p).Text(); got != tt.at {
				t.Errorf("stands at %q, want %q", got, tt.at)
			}
			if strings.Count(base, tt.old) != 1 {
				t.Fatalf("%q is %d times in the model", tt.old, strings.Count(base, tt.old))
			}
			want := network(t, plantest.ReadText(t, byHand(tt.old, tt.new)))
			if diff := cmp.Diff(want, network(t, edit.Apply(p, tt.edit)), same...); diff != "" {
				t.Errorf("the edit differs from the model edited by hand:\n%s", diff)
			}
			if diff := cmp.Diff(network(t, plantest.ReadText(t, base)), network(t, p), same...); diff != "" {
				t.Errorf("the edit changed the original:\n%s", diff)
			}
		})
	}
}

// byHand is the model with a text replaced. No rule of the language says "every day", which is written out.
func byHand(old, new string) string {
	if strings.Contains(new, "DAILY") {
		var days []string
		for day := plantest.Date("2026-09-07"); day <= plantest.Date("2027-03-31"); day++ {
			days = append(days, day.String())
		}
		new = "dates = [" + strings.Join(days, ", ") + "]"
	}
	return strings.Replace(base, old, new, 1)
}

// network is a plan expanded, less the meetings listed beyond its end.
func network(t *testing.T, p *plan.Plan) *plan.Network {
	t.Helper()
	n, _ := expand.Expand(p)
	for i := range n.Activities {
		if body := n.Activities[i].Meeting; body != nil {
			made := *body
			m := *body.Meeting
			m.Dates = m.On(n.Horizon)
			made.Meeting = &m
			n.Activities[i].Meeting = &made
		}
	}
	return n
}

// Several edits at once all speak of the plan as it was.
func TestApply(t *testing.T) {
	p := plantest.ReadText(t, base)
	got := edit.Apply(p, edit.Drop(step("design", "needs", 0)), edit.Drop(step("design", "needs", 1)),
		edit.Drop(of(edit.Team, "crew", "size", 0)), edit.Lag(one("after", 0), 1), edit.Drop(step("go-live", "after", 0)),
		edit.Drop(step("go-live", "after", 1)))
	text := strings.NewReplacer("needs = { crew = 1, night = 2 }\n", "", "needs = { crew = 2 }\n", "", "lag = 2", "lag = 3",
		"after = [\"board\", \"train\"]\n", "").Replace(base)
	if diff := cmp.Diff(network(t, plantest.ReadText(t, text)), network(t, got), same...); diff != "" {
		t.Error(diff)
	}
}

// Every statement has its place and can be dropped, and then it is no longer there.
func TestStatements(t *testing.T) {
	p := plantest.ReadText(t, base)
	all := edit.Statements(p)
	for _, s := range all {
		if s.At(p).IsZero() || s.At(p).Text() == "" {
			t.Errorf("%v has no place", s)
		}
		left := edit.Statements(edit.Apply(p, edit.Drop(s)))
		if s.Noun.Table != edit.Programme && len(left) >= len(all) && s.Key != "size" && s.Key != "dates" {
			t.Errorf("%v is still there once dropped", s)
		}
	}
	var every []edit.Edit
	for _, s := range all {
		every = append(every, edit.Drop(s))
	}
	for _, s := range edit.Statements(edit.Apply(p, every...)) {
		if s.Key != "end" && s.Key != "size" && s.Key != "dates" {
			t.Errorf("%v is still there once all are dropped", s)
		}
	}
}

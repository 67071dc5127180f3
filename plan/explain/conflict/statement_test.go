package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/edit"
	"epr/plan/explain/conflict"
	"epr/plan/plantest"
)

func TestSayStatement(t *testing.T) {
	p := plantest.ReadText(t, `
programme = { name = "Small", start = 2026-09-07, end = 2027-03-31, status = 2026-09-14 }
team.crew = { name = "crew", size = [ { from = 2026-09-07, is = 2 }, { from = 2026-11-02, is = 4 } ] }
team.night = { name = "night shift", size = 1.5 }
calendar.board = { name = "the board", dates = [2026-10-08, 2026-11-12], slots = 1, papers = 3 }
calendar.weekly = { name = "Weekly", rule = "every 1 weeks from 2026-09-07" }
trust.ash = { name = "Ash" }
[phase.one]
name = "Phase one"
trusts = "all"
playbook = ["acute", "ward"]
must_by = 2027-02-26
not_before = 2026-09-21
after = ["signed"]
[playbook.acute.design]
name = "Design"
kind = "design"
days = 20
needs = { crew = 1 }
[playbook.ward.train]
name = "Training"
kind = "training"
days = 10
after = [{ step = "design", within = 30, lag = 2 }, { step = "design", done = 0.8, lag = -1 }, { step = "signed", link = "finish-finish" }, "one/*"]
within = [{ before = "go-live", days = 40 }, { after = "design", days = 60 }]
contract = "partner"
[playbook.acute.ok]
kind = "gate"
meets = "board"
papers = 1
[playbook.acute.go-live]
name = "Go-live"
kind = "go-live"
days = 2
starts_on = ["mon", "tue"]
[activity.signed]
name = "Contract signed"
kind = "milestone"
[activity.rollout]
name = "Roll-out"
kind = "other"
days = 4
[progress.rollout]
started = 2026-09-10
remaining = 3
[adjust."one/train"]
reason = "small"
starts_on = ["wed"]
[blackout.winter]
name = "Winter pressures"
every = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["training", "go-live"]
[blackout.freeze]
name = "Freeze"
windows = [{ from = 2026-12-20, to = 2027-01-03 }, { from = 2027-03-01, to = 2027-03-02 }]
effect = "pause"
[blackout.leave]
name = "Leave"
from = 2026-10-24
to = 2026-10-31
capacity = { crew = 0.5 }
[contract.partner]
name = "Delivery partner"
starts = 2026-09-14
ends = 2027-01-29
extensions = [{ to = 2027-02-12, price = 1 }]
covers = ["one/design"]
outlast = ["one/go-live"]
`)
	var got []string
	for _, s := range edit.Statements(p) {
		got = append(got, conflict.SayStatement(p, s))
	}
	want := []string{
		"the programme ends on 31 Mar 2027",
		"Phase one must be finished by 26 Feb 2027",
		"Phase one may not start before 21 Sep 2026",
		"Phase one waits for Contract signed",
		"Design needs 1 of the team crew",
		"papers for ok close 1 working day before the meeting",
		"Go-live starts only on mon, tue",
		"Training waits for Design, and for 2 working days after that",
		"Training waits until 80% of Design is done, less 1 working day",
		"Training waits for Contract signed (finish-finish)",
		"Training waits for one/*",
		"Training comes within 30 working days of what it waits for",
		"Training starts at most 40 working days before Go-live does",
		"Training starts at most 60 working days after Design has finished",
		"Training lies inside the contract partner",
		"one/train starts only on wed",
		"of the team crew there are 2 from 7 Sep 2026, 4 from 2 Nov 2026",
		"there are 1.5 of the team night shift",
		"Winter pressures forbids training, go-live each year from 1 Dec to 28 Feb",
		"Freeze pauses all work from 20 Dec 2026 to 3 Jan 2027, from 1 Mar 2027 to 2 Mar 2027",
		"Leave leaves fewer people from 24 Oct 2026 to 31 Oct 2026",
		"the contract Delivery partner starts on 14 Sep 2026",
		"the contract Delivery partner ends on 12 Feb 2027, with every extension",
		"the contract Delivery partner covers one/design",
		"the contract Delivery partner must still run when one/go-live finishes",
		"the board meets only on 8 Oct 2026, 12 Nov 2026",
		"the board takes at most 1 decision at a meeting",
		"papers for the board close 3 working days before a meeting",
		"Weekly meets only on: every 1 weeks from 2026-09-07",
		"Roll-out is under way and needs 3 working days more",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

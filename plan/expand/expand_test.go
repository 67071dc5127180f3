package expand_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/plantest"
	"epr/plan/source"
)

// head is what every small model of these tests begins with: two trusts with three sites, three
// workflows, one phase of everybody.
const head = `
[programme]
name = "Test"
start = 2027-01-04
end = 2028-12-31
[trust.north]
groups = ["wave-1"]
[trust.north.site.hill]
staff = { nurses = 100, doctors = 20 }
[trust.north.site.dale]
staff = { nurses = 50 }
[trust.south]
sites = ["bay"]
staff = { nurses = 30 }
[workflow.ed]
groups = ["urgent"]
[workflow.wards]
[workflow.clinics]
[team.people]
size = 10
[phase.one]
trusts = "all"
workflows = "all"
playbook = "book"
`

// expanded reads a small model, which must be without errors up to its expansion.
func expanded(t *testing.T, text string) (*plan.Network, []source.Problem) {
	t.Helper()
	return expand.Expand(plantest.ReadText(t, head+text))
}

// network is an expansion without problems.
func network(t *testing.T, text string) *plan.Network {
	t.Helper()
	n, problems := expanded(t, text)
	for _, p := range problems {
		t.Errorf("unexpected: %s: %s [%s]", p.At, p.Text, p.Code)
	}
	return n
}

func ids(n *plan.Network) []string {
	var all []string
	for i := range n.Activities {
		all = append(all, n.Activities[i].ID)
	}
	return all
}

// links writes each link as "from > to", with all that is not a plain finish-start.
func links(n *plan.Network) []string {
	var all []string
	for _, l := range n.Links {
		s := n.Activities[l.From].ID + " > " + n.Activities[l.To].ID
		if l.Type != plan.FinishStart {
			s += " " + l.Type.String()
		}
		if l.Done != plan.One {
			s += " done " + l.Done.String()
		}
		if l.Max {
			s += fmt.Sprintf(" within %d", l.Lag)
		} else if l.Lag != 0 {
			s += fmt.Sprintf(" lag %d", l.Lag)
		}
		all = append(all, s)
	}
	return all
}

func TestStepsMultiplyByTheirDimensions(t *testing.T) {
	for _, c := range []struct{ per, want string }{
		{`[]`, "one/s"},
		{`["trust"]`, "one/north/s one/south/s"},
		{`["site"]`, "one/north/dale/s one/north/hill/s one/south/bay/s"},
		{`["trust", "site"]`, "one/north/dale/s one/north/hill/s one/south/bay/s"},
		{`["workflow"]`, "one/clinics/s one/ed/s one/wards/s"},
		{`["trust", "workflow"]`, "one/north/clinics/s one/north/ed/s one/north/wards/s " +
			"one/south/clinics/s one/south/ed/s one/south/wards/s"},
		{"[\"trust\"]\nonly = { trusts = [\"wave-1\"] }", "one/north/s"},
		{"[\"site\"]\nonly = { sites = [\"hill\", \"bay\"] }", "one/north/hill/s one/south/bay/s"},
		{"[\"workflow\"]\nonly = { workflows = [\"urgent\", \"wards\"] }", "one/ed/s one/wards/s"},
	} {
		n := network(t, "[playbook.book.s]\nkind = \"build\"\ndays = 1\nper = "+c.per+"\n")
		if got := strings.Join(ids(n), " "); got != c.want {
			t.Errorf("per = %s\n got %s\nwant %s", c.per, got, c.want)
		}
	}
}

func TestLinksJoinWhatAgrees(t *testing.T) {
	n := network(t, `
[playbook.book.design]
kind = "design"
per = ["workflow"]
days = 5
[playbook.book.train]
kind = "training"
per = ["site"]
days = 5
after = [{ step = "design", done = 0.5, lag = 2 }]
within = { before = "live", days = 40 }
[playbook.book.live]
kind = "go-live"
per = ["trust"]
days = 1
after = ["train", { step = "design", link = "start-start", within = 90 }]
`)
	want := []string{}
	for _, site := range []string{"north/dale", "north/hill", "south/bay"} {
		trust, _, _ := strings.Cut(site, "/")
		for _, w := range []string{"clinics", "ed", "wards"} {
			want = append(want, fmt.Sprintf("one/%s/design > one/%s/train done 0.5 lag 2", w, site))
		}
		want = append(want, fmt.Sprintf("one/%s/train > one/%s/live start-start within 40", site, trust))
	}
	want = append(want, "one/north/dale/train > one/north/live", "one/north/hill/train > one/north/live",
		"one/south/bay/train > one/south/live")
	for _, trust := range []string{"north", "south"} {
		for _, w := range []string{"clinics", "ed", "wards"} {
			pair := fmt.Sprintf("one/%s/design > one/%s/live start-start", w, trust)
			want = append(want, pair+" within 90", pair)
		}
	}
	if diff := cmp.Diff(sorted(want), sorted(links(n))); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestSelectorsNameOtherWork(t *testing.T) {
	n := network(t, `
[playbook.book.train]
kind = "training"
per = ["site"]
days = 5
[playbook.book.close]
kind = "other"
per = ["trust"]
days = 1
after = ["one/{trust}/*/train"]
[activity.report]
kind = "other"
days = 2
after = ["one/*/close", "budget"]
[activity.budget]
kind = "governance"
days = 3
`)
	want := []string{
		"budget > report",
		"one/north/close > report", "one/south/close > report",
		"one/north/dale/train > one/north/close", "one/north/hill/train > one/north/close",
		"one/south/bay/train > one/south/close",
	}
	if diff := cmp.Diff(sorted(want), sorted(links(n))); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestPhasesWait(t *testing.T) {
	n := network(t, `
[playbook.book.build]
kind = "build"
days = 5
[playbook.book.test]
kind = "test"
days = 5
after = ["build"]
[phase.two]
playbook = "book"
after = [{ step = "one/test", lag = 3 }, "funding"]
[activity.funding]
kind = "milestone"
not_before = 2027-03-01
`)
	want := []string{"funding > two/build", "one/build > one/test", "one/test > two/build lag 3", "two/build > two/test"}
	if diff := cmp.Diff(sorted(want), sorted(links(n))); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if funding := n.Activities[n.Index("funding")]; !funding.StartOfDay {
		t.Error("a milestone that waits for nothing is reached at the start of its day")
	}
}

func TestGatesWaitForPapers(t *testing.T) {
	n := network(t, `
[calendar.board]
dates = [2027-03-30, 2027-01-26, 2027-05-25]
papers = 5
[playbook.book.build]
kind = "build"
days = 5
[playbook.book.decide]
kind = "gate"
meets = "board"
after = [{ step = "build", lag = 1 }]
[playbook.book.sign]
kind = "gate"
meets = "board"
papers = 0
after = ["build"]
`)
	want := []string{"one/build > one/decide lag 6", "one/build > one/sign"}
	if diff := cmp.Diff(sorted(want), sorted(links(n))); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	gate := n.Activities[n.Index("one/decide")]
	if got, want := fmt.Sprint(gate.Terms.Meetings, gate.Days.Likely), "[2027-01-26 2027-03-30 2027-05-25] 1"; got != want {
		t.Errorf("meetings and days %s, want %s", got, want)
	}
}

func TestDurationsFollowFromStaff(t *testing.T) {
	n := network(t, `
[playbook.book.train]
kind = "training"
per = ["site"]
days = { staff = "all", per_day = 30, attendance = 0.8, low = 0.5, high = 2 }
only = { sites = ["hill", "dale"] }
[playbook.book.brief]
kind = "training"
per = ["trust"]
days = { staff = ["nurses"], per_day = 40 }
[adjust."one/*/hill/train"]
days = 9
reason = "Rooms are let in the afternoons"
`)
	for id, want := range map[string]plan.Duration{
		"one/north/dale/train": {Low: 2, Likely: 3, High: 6}, // 50 ÷ (30 × 0.8) = 2.1
		"one/north/hill/train": {Low: 9, Likely: 9, High: 9}, // adjusted
		"one/north/brief":      {Low: 4, Likely: 4, High: 4}, // 150 ÷ 40, all sites
		"one/south/brief":      {Low: 1, Likely: 1, High: 1}, // 30 ÷ 40, the trust's own number
	} {
		if got := n.Activities[n.Index(id)].Days; got != want {
			t.Errorf("%s takes %+v, want %+v", id, got, want)
		}
	}
}

func TestBlackoutsReachTheirScope(t *testing.T) {
	n := network(t, `
[playbook.book.train]
kind = "training"
per = ["site"]
days = 5
[playbook.book.live]
kind = "go-live"
per = ["trust"]
days = 1
[blackout.winter]
every = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["go-live", "training"]
[blackout.refit]
from = 2027-04-01
to = 2027-04-09
effect = "pause"
sites = ["hill"]
[blackout.north]
from = 2027-06-01
to = 2027-06-09
effect = "forbid"
trusts = ["wave-1"]
activities = ["one/*/live"]
[waiver.urgent]
blackout = "winter"
activities = ["one/south/live"]
approver = "Group Board"
date = 2027-01-05
reason = "The old system ends"
`)
	got := map[string]string{}
	for i := range n.Activities {
		terms := n.Activities[i].Terms
		got[n.Activities[i].ID] = names(terms.Forbids) + "|" + names(terms.Pauses)
	}
	want := map[string]string{
		"one/north/hill/train": "winter|refit",
		"one/north/dale/train": "winter|",
		"one/south/bay/train":  "winter|",
		"one/north/live":       "winter north|",
		"one/south/live":       "|",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("forbids|pauses (-want +got):\n%s", diff)
	}
}

func TestLimitsComeFromAllSides(t *testing.T) {
	n := network(t, `
[contract.partner]
starts = 2027-02-01
ends = 2028-03-31
extensions = [{ to = 2028-06-30, price = 1000, notice = 90 }]
[contract.legacy]
ends = 2027-12-31
outlast = ["one/live"]
[playbook.book.build]
kind = "build"
days = 5
contract = "partner"
[playbook.book.live]
kind = "go-live"
days = 1
not_before = 2027-05-01
must_by = 2027-10-31
[playbook.book.tidy]
kind = "other"
days = 1
`)
	for id, want := range map[string]string{
		"one/build": "2027-02-01 to 2028-06-30",
		"one/live":  "2027-05-01 to 2027-10-31",
		"one/tidy":  "2027-01-04 to 2028-12-31",
	} {
		a := n.Activities[n.Index(id)]
		if got := fmt.Sprintf("%s to %s", a.Earliest, a.Latest); got != want {
			t.Errorf("%s may run %s, want %s", id, got, want)
		}
	}
}

func TestBlackoutsReduceTeams(t *testing.T) {
	n := network(t, `
[playbook.book.build]
kind = "build"
days = 5
needs = { people = 2.5 }
[blackout.summer]
from = 2027-08-01
to = 2027-08-31
capacity = { people = 0.75 }
[blackout.strike]
from = 2027-08-10
to = 2027-08-11
capacity = { people = 0.5 }
`)
	supply := n.Teams[0]
	for day, want := range map[string]string{"2027-07-31": "10", "2027-08-01": "7.5", "2027-08-10": "3.75", "2027-09-01": "10", "2026-12-31": "0"} {
		if got := supply.On(plantest.Date(day)).String(); got != want {
			t.Errorf("%s people on %s, want %s", got, day, want)
		}
	}
}

func TestGoalsAreWhatWasPromised(t *testing.T) {
	n := network(t, `
[playbook.book.build]
kind = "build"
days = 5
[playbook.book.live]
kind = "go-live"
per = ["trust"]
days = 1
after = ["build"]
[phase.two]
playbook = "short"
complete_when = ["build"]
by = 2027-06-30
[playbook.short.build]
kind = "build"
days = 5
[playbook.short.report]
kind = "other"
days = 5
announced = [{ date = 2027-06-01 }, { date = 2027-07-01 }]
`)
	var got []string
	for _, g := range n.Goals {
		got = append(got, fmt.Sprintf("%s %d by %s announced %s", g.ID, len(g.Members), g.By, g.InForce()))
	}
	want := []string{
		"one 3 by - announced -", "two 1 by 2027-06-30 announced -",
		"one/north/live 1 by - announced -", "one/south/live 1 by - announced -",
		"two/report 1 by - announced 2027-07-01",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("goals (-want +got):\n%s", diff)
	}
}

package expand_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
)

// rehearsed is a small model for risks: training at three sites, the decision and the go-live of each trust,
// and a milestone.
const rehearsed = `
[calendar.board]
dates = [2027-05-11, 2027-07-13]
[playbook.book.train]
kind = "training"
per = ["site"]
days = 5
attempts = { pass = 0.9 }
[playbook.book.decide]
kind = "gate"
per = ["trust"]
meets = "board"
after = ["train"]
[playbook.book.live]
kind = "go-live"
per = ["trust"]
days = 2
after = ["decide"]
[playbook.book.all-live]
kind = "milestone"
after = ["live"]
[progress."one/north/hill/train"]
started = 2027-01-04
finished = 2027-01-04
`

// risk is a table of a risk with the keys that every risk needs.
func risk(id, keys string) string {
	return "[risk." + id + "]\ncause = \"c\"\nevent = \"e\"\neffect = \"f\"\nowner = \"o\"\n" +
		"current = { consequence = 3, likelihood = 3 }\nprobability = 0.2\n" + keys + "\n"
}

// of names activities by their index.
func of(n *plan.Network, list []int) string {
	ids := make([]string, len(list))
	for k, i := range list {
		ids[k] = n.Activities[i].ID
	}
	return strings.Join(ids, " ")
}

func TestDriversTouchWhatTheirRisksName(t *testing.T) {
	n := network(t, rehearsed+
		risk("absence", `hits = ["one/north/*/train", "*/train", "one/north/live"]`+"\ndelay = 5")+
		risk("words", "")+
		risk("done", `hits = ["one/north/hill/train"]`+"\ndelay = 5")+
		risk("strike", `closes = { from = 2027-02-01, to = 2027-02-28, trusts = ["north"] }`)+
		risk("outbreak", `closes = { from = 2027-02-01, to = 2027-02-28, effect = "forbid", blocks = ["training"], sites = ["hill", "bay"] }`)+
		risk("flood", `closes = { from = 2027-02-01, to = 2027-02-28, activities = ["*/live", "one/all-live"], phases = ["one"] }`))
	var got []string
	for _, d := range n.Drivers {
		got = append(got, fmt.Sprintf("%s hits %s, closes %s", d.Risk.ID, of(n, d.Hits), of(n, d.Closes)))
	}
	want := []string{
		"absence hits one/north/dale/train one/north/hill/train one/north/live one/south/bay/train, closes ",
		"words hits , closes ",
		"done hits one/north/hill/train, closes ",
		"strike hits , closes one/north/dale/train one/north/decide one/north/hill/train one/north/live",
		"outbreak hits , closes one/north/hill/train one/south/bay/train",
		"flood hits , closes one/north/live one/south/live",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("drivers (-want +got):\n%s", diff)
	}
}

func TestRisksThatTouchNothingAreReportedOnce(t *testing.T) {
	for _, c := range []struct{ rule, keys, want string }{
		{"a name of nothing is an error", `hits = ["*/train", "*/trian"]` + "\ndelay = 5",
			`error no-match: "*/trian" names no activity`},
		{"of a closure as well", `closes = { from = 2027-02-01, to = 2027-02-28, activities = ["two/*"] }`,
			`error no-match: "two/*" names no activity`},
		{"a closure whose limits no work keeps to touches nothing", `closes = { from = 2027-02-01, to = 2027-02-28, blocks = ["training"], activities = ["*/live"] }`,
			`warning no-effect: the closure of risk "r" touches no work: nothing in the plan keeps to all of its limits`},
		{"milestones cannot be closed", `closes = { from = 2027-02-01, to = 2027-02-28, activities = ["one/all-live"] }`,
			`warning no-effect: the closure of risk "r" touches no work: nothing in the plan keeps to all of its limits`},
		{"decisions and milestones do not take longer", `hits = ["*/train", "*/decide"]` + "\ndelay = 5",
			`warning no-effect: risk "r" hits "*/decide", which has no work that could take longer: only gates or milestones`},
	} {
		_, problems := expanded(t, rehearsed+risk("r", c.keys))
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%s %s: %s", p.Severity, p.Code, p.Text))
		}
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.rule, diff)
		}
	}
}

func TestAttemptsAreThoseOfTheLastAdjustment(t *testing.T) {
	n, problems := expanded(t, rehearsed+`
[adjust."one/north/*/train"]
attempts = { pass = 0.5, most = 2 }
reason = "two at the most"
[adjust."*/dale/train"]
attempts = { pass = 0.4 }
reason = "a hard site"
[adjust."one/*"]
days = 3
reason = "says nothing of attempts"
[adjust."*/all-live"]
attempts = { pass = 0.4 }
reason = "means nothing"
`)
	var got []string
	for i := range n.Activities {
		if a := &n.Activities[i]; !a.Attempts.IsZero() {
			got = append(got, fmt.Sprintf("%s %d/%d", a.ID, a.Attempts.Pass.Share, a.Attempts.Most))
		}
	}
	want := []string{"one/north/dale/train 4000/0", "one/north/hill/train 5000/2", "one/south/bay/train 9000/0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("attempts (-want +got):\n%s", diff)
	}
	if len(problems) != 1 || problems[0].Text != `the adjustment of "*/all-live" gives attempts to milestones, which take no time` {
		t.Errorf("got %v, want the one problem of the milestone", problems)
	}
}

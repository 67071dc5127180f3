package explain_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan/explain"
	"epr/plan/plantest"
	"epr/plan/solve"
)

const model = `
[programme]
name = "Test"
start = 2027-10-04
status = 2027-10-11
end = 2028-12-31
[calendar.board]
dates = [2027-11-16, 2028-01-18]
papers = 2
slots = 1
[contract.partner]
name = "Partner"
starts = 2027-10-18
[team.trainers]
name = "Trainers"
size = 4
[blackout.winter]
name = "Winter pressures"
every = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["go-live"]
[activity.design]
name = "Design"
kind = "design"
days = 5
[activity.build]
name = "Build"
kind = "build"
days = 10
contract = "partner"
[activity.train]
name = "Train"
kind = "training"
days = 10
needs = { trainers = 3 }
after = ["build"]
[activity.brief]
name = "Brief"
kind = "training"
days = 5
needs = { trainers = 2 }
after = ["design"]
not_before = 2027-11-03
[activity.decide]
name = "Decide"
kind = "gate"
meets = "board"
after = ["build"]
[activity.sign]
name = "Sign"
kind = "gate"
meets = "board"
after = ["build"]
[activity.live]
name = "Go-live"
kind = "go-live"
days = 2
calendar = "every-day"
starts_on = ["sat"]
after = ["decide", "train"]
[activity.open]
name = "Open day"
kind = "milestone"
after = ["live"]
[activity.refresh]
name = "Refresh"
kind = "training"
days = 2
within = { before = "live", days = 10 }
[progress.design]
started = 2027-10-05
`

// The schedule of the test: design is under way; the contract holds build; training waits for build;
// the brief waits for the trainers; one gate takes the November meeting, the other has to wait for
// January; the go-live misses the autumn; the refresher must not come too early before it.
const rows = `
brief 2027-11-15 2027-11-19
build 2027-10-18 2027-10-29
decide 2027-11-16 2027-11-16
design 2027-10-05 2027-10-15
live 2028-03-04 2028-03-05
open 2028-03-05 2028-03-05
refresh 2028-02-21 2028-02-22
sign 2028-01-18 2028-01-18
train 2027-11-01 2027-11-12
`

func TestReasonsOfASmallPlan(t *testing.T) {
	n, s := plantest.ExpandText(t, model), plantest.Schedule(t, rows)
	got := map[string]string{}
	for i, reasons := range explain.Reasons(n, s) {
		var said []string
		for _, r := range reasons {
			said = append(said, explain.Say(n, s, r))
		}
		got[n.Activities[i].ID] = strings.Join(said, "; ")
	}
	want := map[string]string{
		"design": "started on 5 Oct 2027",
		"build":  "waits for the contract Partner, which starts on 18 Oct 2027",
		"train":  "waits for Build, which finishes on 29 Oct 2027; waits for a day on which it may start, from 30 Oct 2027 to 1 Nov 2027 (+2 days)",
		"brief": "is not to start before 3 Nov 2027; " +
			"waits for the team Trainers, busy with Train, from 3 Nov 2027 to 15 Nov 2027 (+12 days)",
		"decide": "waits for Build, which finishes on 29 Oct 2027; " +
			"waits for the next meeting that can decide, from 3 Nov 2027 to 16 Nov 2027 (+13 days)",
		"sign": "waits for Build, which finishes on 29 Oct 2027; " +
			"waits for the next meeting that can decide, from 3 Nov 2027 to 18 Jan 2028 (+76 days)",
		"live": "waits for Decide on 16 Nov 2027; " +
			"waits for a day on which it may start, from 17 Nov 2027 to 20 Nov 2027 (+3 days); " +
			"comes later in the order of work, from 20 Nov 2027 to 4 Mar 2028 (+105 days)",
		"open": "waits for Go-live, which finishes on 5 Mar 2028",
		"refresh": "cannot start before the status date, 11 Oct 2027; is held back so as not to come too long before Go-live; " +
			"waits for a day on which it may start, from 19 Feb 2028 to 21 Feb 2028 (+2 days)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
}

func TestBlackoutsAreNamedAsTheCause(t *testing.T) {
	n := plantest.ExpandText(t, strings.Replace(model, "dates = [2027-11-16", "dates = [2027-11-30", 1))
	s := plantest.Schedule(t, strings.Replace(rows, "decide 2027-11-16 2027-11-16", "decide 2027-11-30 2027-11-30", 1))
	live := n.Index("live")
	main := explain.Main(explain.Reasons(n, s)[live])
	want := "is moved by Winter pressures from 4 Dec 2027 to 4 Mar 2028 (+91 days)"
	if got := explain.Say(n, s, main); got != want {
		t.Errorf("the main reason is %q, want %q", got, want)
	}
}

// TestReasonsReachTheStart holds for any schedule, good or bad: reasons follow each other without a gap
// and end on the start.
func TestReasonsReachTheStart(t *testing.T) {
	n, s := plantest.ExpandText(t, model), plantest.Schedule(t, rows)
	for i, reasons := range explain.Reasons(n, s) {
		row, _ := s.Find(n.Activities[i].ID)
		if err := contiguous(reasons, row.Start); err != nil {
			t.Errorf("%s: %v", n.Activities[i].ID, err)
		}
	}
}

func contiguous(reasons []explain.Reason, start calendar.Date) error {
	for k, r := range reasons {
		if k > 0 && r.From != reasons[k-1].To {
			return fmt.Errorf("reason %d begins on %s, the one before ends on %s", k, r.From, reasons[k-1].To)
		}
	}
	if last := reasons[len(reasons)-1]; last.To != start {
		return fmt.Errorf("the last reason ends on %s, the start is %s", last.To, start)
	}
	return nil
}

// TestReasonsReachTheStartOfAnySchedule is the same for generated plans, as they are scheduled.
func TestReasonsReachTheStartOfAnySchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			t.Skip("no schedule")
		}
		for i, reasons := range explain.Reasons(n, result.Schedule) {
			row, _ := result.Schedule.Find(n.Activities[i].ID)
			if err := contiguous(reasons, row.Start); err != nil {
				t.Errorf("%s: %v", n.Activities[i].ID, err)
			}
			for _, r := range reasons {
				if said := explain.Say(n, result.Schedule, r); said == "" {
					t.Errorf("%s: nothing to say of %v", n.Activities[i].ID, r.Cause)
				}
			}
		}
	})
}

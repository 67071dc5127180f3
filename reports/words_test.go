package reports_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{reports.Count(0, "day"), "0 days"},
		{reports.Count(1, "day"), "1 day"},
		{reports.Count(-1, "day"), "-1 day"},
		{reports.Count(2, "working day"), "2 working days"},
		{reports.Count(1, "activity"), "1 activity"},
		{reports.Count(1204, "activity"), "1,204 activities"},
		{reports.Count(3, "risk is", "risks are"), "3 risks are"},
		{reports.Number(-1_234_567), "-1,234,567"},
		{reports.Number(999), "999"},
		{reports.Join(nil), ""},
		{reports.Join([]string{"a"}), "a"},
		{reports.Join([]string{"a", "b"}), "a and b"},
		{reports.Join([]string{"a", "b", "c"}), "a, b and c"},
		{reports.Against(12), "12 days before its promise"},
		{reports.Against(0), "on the promised day"},
		{reports.Against(-1), "1 day late"},
		{reports.Since(9), "9 days later than in the last version"},
		{reports.Since(-1), "1 day earlier than in the last version"},
		{reports.Since(0), "as in the last version"},
		{reports.Chance(0), "0%"},
		{reports.Chance(1), "under 1%"},
		{reports.Chance(49), "under 1%"},
		{reports.Chance(50), "1%"},
		{reports.Chance(6_249), "62%"},
		{reports.Chance(9_949), "99%"},
		{reports.Chance(9_950), "over 99%"},
		{reports.Chance(9_999), "over 99%"},
		{reports.Chance(10_000), "100%"},
		{reports.Points(0), "0 points"},
		{reports.Points(4), "under 0.1 points"},
		{reports.Points(5), "0.1 points"},
		{reports.Points(94), "0.9 points"},
		{reports.Points(95), "1 point"},
		{reports.Points(1_249), "12 points"},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRounded(t *testing.T) {
	for from, want := range map[plan.Hundredths]int{149: 1, 150: 2, -149: -1, -150: -2, 0: 0, 162_450: 1625} {
		if got := reports.Rounded(from); got != want {
			t.Errorf("Rounded(%s) = %d, want %d", from, got, want)
		}
	}
}

func TestRate(t *testing.T) {
	chance := func(share int) plan.Chance { return plan.Chance{Share: share, Set: true} }
	for _, c := range []struct {
		slack  plan.Whole
		chance plan.Chance
		done   bool
		want   reports.Rating
	}{
		{plan.Whole{}, plan.Chance{}, false, reports.Unpromised},
		{plan.Whole{}, chance(0), false, reports.Unpromised},
		{whole(-1), plan.Chance{}, false, reports.Red},
		{whole(-1), chance(10_000), false, reports.Red},
		{whole(-1), plan.Chance{}, true, reports.Red},
		{whole(0), plan.Chance{}, false, reports.Amber},
		{whole(0), plan.Chance{}, true, reports.Green},
		{whole(27), plan.Chance{}, false, reports.Amber},
		{whole(27), chance(10_000), false, reports.Amber},
		{whole(28), plan.Chance{}, false, reports.Green},
		{whole(28), chance(8_000), false, reports.Green},
		{whole(28), chance(7_999), false, reports.Amber},
		{whole(28), chance(2_000), false, reports.Amber},
		{whole(28), chance(1_999), false, reports.Red},
	} {
		got := reports.Rate(c.slack, c.chance)
		if c.done {
			got = reports.RateDone(c.slack)
		}
		if got != c.want {
			t.Errorf("a slack of %+v with the chance %+v, done %v, is rated %s, want %s", c.slack, c.chance, c.done, got, c.want)
		}
	}
	for _, figure := range []string{reports.Count(reports.AmberDays, "day"), reports.Chance(reports.LikelyKept), reports.Chance(reports.UnlikelyKept)} {
		if !strings.Contains(reports.RatingRule, figure) {
			t.Errorf("the rule in words does not name %s: %s", figure, reports.RatingRule)
		}
	}
}

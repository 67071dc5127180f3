package reports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
)

// TestSuggest has each limit of the rule on both of its sides.
func TestSuggest(t *testing.T) {
	kept := func(share int) Evidence { return Evidence{AllKept: plan.Chance{Share: share, Set: true}} }
	with := func(share int, change func(*Evidence)) Evidence {
		e := kept(share)
		change(&e)
		return e
	}
	for _, c := range []struct {
		name string
		e    Evidence
		want plan.Delivery
		says string
	}{
		{"no forecast", Evidence{}, "", ""},
		{"below the limit of red", kept(1_999), plan.DeliveryRed, "the chance to keep every promise is 19.99%, below 20%"},
		{"on the limit of red", kept(2_000), plan.DeliveryAmber, "the chance to keep every promise is 20%, between 20% and 80%"},
		{"below the limit of green", kept(7_999), plan.DeliveryAmber, "the chance to keep every promise is 79.99%, between 20% and 80%"},
		{"on the limit of green", kept(8_000), plan.DeliveryGreen, "the chance to keep every promise is 80%, no issue that the rule looks at is open"},
		{"an extreme risk", with(9_000, func(e *Evidence) { e.Extreme = []RiskName{{"a", "A"}} }), plan.DeliveryAmber,
			"the chance to keep every promise is 90%, 1 risk is extreme"},
		{"a tight gate", with(9_000, func(e *Evidence) { e.Gates = []GateEvidence{{Tight: true}, {}} }), plan.DeliveryAmber,
			"the chance to keep every promise is 90%, 1 gate is close to what it waits for"},
		{"a near cliff", with(9_000, func(e *Evidence) { e.Cliffs = []Cliff{{Float: LittleFloat - 1}} }), plan.DeliveryAmber,
			"the chance to keep every promise is 90%, 1 go-live is close to a cliff"},
		{"a cliff that is far", with(9_000, func(e *Evidence) { e.Cliffs = []Cliff{{Float: LittleFloat}} }), plan.DeliveryGreen,
			"the chance to keep every promise is 90%, no issue that the rule looks at is open"},
		{"too few trained", with(9_000, func(e *Evidence) { e.Trained = []Trained{{Share: TrainedEnough - 1}, {Share: TrainedEnough}} }), plan.DeliveryAmber,
			"the chance to keep every promise is 90%, at 1 go-live fewer than 80% of the staff are projected to be trained"},
		{"and with a middling chance", with(5_000, func(e *Evidence) { e.Extreme = []RiskName{{"a", "A"}, {"b", "B"}} }), plan.DeliveryAmber,
			"the chance to keep every promise is 50%, between 20% and 80%, 2 risks are extreme"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.e.suggest()
			if got := strings.Join(c.e.Because, ", "); c.e.Suggests != c.want || got != c.says {
				t.Errorf("suggests %q because %q, want %q because %q", c.e.Suggests, got, c.want, c.says)
			}
		})
	}
}

func TestEvidenceSentence(t *testing.T) {
	stated := Stated{Rating: plan.DeliveryGreen, By: "the Board"}
	because := []string{"all is well"}
	for _, c := range []struct {
		name string
		e    Evidence
		want string
	}{
		{"nothing", Evidence{}, "There is no forecast, or no promise to measure it against, so the evidence is not set against any rating. Nobody has stated a delivery confidence in the plan. Rating it is for people."},
		{"a rating alone", Evidence{Stated: stated}, "There is no forecast, or no promise to measure it against, so the evidence is not set against any rating. The stated rating is green, given by the Board."},
		{"agreed", Evidence{Stated: stated, Suggests: plan.DeliveryGreen, Because: because}, "By the rule below the evidence is consistent with green: all is well. The stated rating is green, given by the Board, which agrees."},
		{"differing", Evidence{Stated: stated, Suggests: plan.DeliveryRed, Because: because}, "By the rule below the evidence is consistent with red: all is well. The stated rating is green, given by the Board, which differs: whoever rates knows more than this rule, or may want to look again."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.e.sentence()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

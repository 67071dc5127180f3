package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// TestComparisonSentence says a comparison in a sentence for each thing that is worth saying, and no more.
func TestComparisonSentence(t *testing.T) {
	variant := func(name string, later, kept int) reports.Variant {
		return reports.Variant{Name: name, Last: "Go-live", Promises: reports.Share{N: kept, Of: 4}, Later: plan.Whole{N: later, Set: true}}
	}
	plain := reports.Variant{Name: "The plan itself", Last: "Go-live", Promises: reports.Share{N: 3, Of: 4}}
	never := reports.Variant{ID: "never", Name: "Never", Impossible: true}
	tests := []struct {
		name string
		of   []reports.Variant
		base int
		want string
	}{
		{"none", []reports.Variant{plain}, 0, "There is no scenario beside the plan."},
		{"nothing differs", []reports.Variant{plain, variant("More people", 0, 3)}, 0, "1 scenario beside the plan."},
		{"earlier is moved too", []reports.Variant{plain, variant("More people", -1, 4), variant("Fewer", 0, 3)}, 0,
			"2 scenarios beside the plan. “More people” moves the finish most: 1 day earlier, to 1 January 1970."},
		{"promises break where the finish stays", []reports.Variant{plain, variant("Fewer", 0, 1)}, 0,
			"1 scenario beside the plan. “Fewer” keeps the fewest promises: 1 of 4, where “The plan itself” keeps 3 of 4."},
		{"the plan as committed is no scenario", []reports.Variant{variant("The plan as committed", 30, 0), plain, never}, 1,
			"1 scenario beside the plan. No schedule keeps the rules of 1 scenario."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.of {
				tt.of[i].Finish = calendar.MustOf(1970, 1, 1)
			}
			got := (&reports.Comparison{Variants: tt.of, Base: tt.base}).Sentence()
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestBindsSentence(t *testing.T) {
	for want, v := range map[string]reports.Variant{
		"": {},
		"No schedule keeps its rules; “epr plan --scenario never” says why.": {ID: "never", Impossible: true},
		"It ends with “Go-live”.":                                            {Last: "Go-live"},
		"It ends with “Go-live”; it waits for the board.":                    {Last: "Go-live", HeldBy: "it waits for the board"},
		"The chain is long. It waits.":                                       {Last: "Go-live", Binds: []string{"The chain is long.", "It waits."}},
	} {
		if got := v.BindsSentence(); got != want {
			t.Errorf("%+v: %q, want %q", v, got, want)
		}
	}
}

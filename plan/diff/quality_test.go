package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"epr/plan/assurance"
	"epr/plan/diff"
	"epr/plan/plantest"
)

// Each check changes in another way; those that came out as before are counted alone.
func TestQuality(t *testing.T) {
	check := func(id string, m assurance.Measure, o assurance.Outcome, n, of int, offenders ...string) assurance.Check {
		c := assurance.Check{ID: id, Measure: m, Outcome: o, Numerator: n, Denominator: of}
		for _, x := range offenders {
			c.Offenders = append(c.Offenders, assurance.Offender{ID: x})
		}
		return c
	}
	old := version(t, cliff, nil)
	new := version(t, changed(t, cliff, "days = 150", "days = 210"), old)
	old.Quality = []assurance.Check{
		check("same", assurance.Share, assurance.Met, 0, 6), check("others", assurance.Share, assurance.NotMet, 1, 6, "a"),
		check("broken", assurance.Share, assurance.Met, 0, 6), check("ratio", assurance.Share, assurance.Met, 6, 6),
		check("index", assurance.Index, assurance.Met, 95, 100), check("index-same", assurance.Index, assurance.Met, 95, 100),
		check("trial", assurance.Trial, assurance.Met, 900, 600), check("gone", assurance.Share, assurance.Met, 0, 1),
	}
	new.Quality = []assurance.Check{
		check("same", assurance.Share, assurance.Met, 0, 9), check("others", assurance.Share, assurance.NotMet, 1, 6, "b"),
		check("broken", assurance.Share, assurance.NotMet, 2, 6, "a", "b"), check("ratio", assurance.Share, assurance.Met, 9, 9),
		check("index", assurance.Index, assurance.Met, 98, 100), check("index-same", assurance.Index, assurance.Met, 190, 200),
		check("trial", assurance.Trial, assurance.Met, 700, 600), check("came", assurance.Share, assurance.Met, 0, 1),
	}
	want := &diff.Quality{Same: 4, Checks: []diff.CheckChange{
		{ID: "others", Measure: assurance.Share, OutcomeWas: assurance.NotMet, OutcomeIs: assurance.NotMet, Was: diff.Part{N: 1, Of: 6}, Is: diff.Part{N: 1, Of: 6},
			New: []string{"b"}, Mended: []string{"a"}},
		{ID: "broken", Measure: assurance.Share, OutcomeWas: assurance.Met, OutcomeIs: assurance.NotMet, Was: diff.Part{Of: 6}, Is: diff.Part{N: 2, Of: 6},
			New: []string{"a", "b"}},
		{ID: "index", Measure: assurance.Index, OutcomeWas: assurance.Met, OutcomeIs: assurance.Met, Was: diff.Part{N: 95, Of: 100}, Is: diff.Part{N: 98, Of: 100}},
	}, TightWas: diff.Part{Of: 2}, TightIs: diff.Part{Of: 2}, IsKnown: true}
	if d := cmp.Diff(want, compare(t, old, new, diff.Options{}).Quality, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	new.Quality = nil
	if q := compare(t, old, new, diff.Options{}).Quality; q != nil {
		t.Errorf("one version was not checked, but there is %+v", q)
	}
}

// A phase promised for the day on which it is finished leaves the work before it no float. What moves later than its
// float lets it is listed with the float it had, but for dates that people follow.
func TestFurther(t *testing.T) {
	text := changed(t, cliff, "trusts = [\"a\"]\n", "trusts = [\"a\"]\nby = 2026-08-21\n")
	old := version(t, text, nil)
	new := version(t, changed(t, text, "days = 150", "days = 158"), old)
	d := compare(t, old, new, diff.Options{})
	want := diff.Moves{Both: 2, Moved: 1, IsKnown: true, Further: []diff.ActivityMove{{ID: "one/a/build", Name: "build, Trust A",
		Was: plantest.Date("2026-07-31"), Is: plantest.Date("2026-08-12"), Moved: diff.Days{Calendar: 12, Working: 8}, Float: 5}}}
	if diff := cmp.Diff(want, d.Activities); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if q := compare(t, old, version(t, changed(t, text, "days = 150", "days = 154"), old), diff.Options{}).Activities; q.Quiet != 1 || len(q.Further) != 0 {
		t.Errorf("four days of the five that it could slip: %+v", q)
	}
}

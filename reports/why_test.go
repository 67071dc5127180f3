package reports_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
	"epr/reports/reportstest"
)

// tied is a release whose care has to follow at once: a freeze that keeps the care out moves the release.
const tied = `
programme = { name = "Tied", start = 2026-11-02, end = 2027-06-30 }
[blackout.freeze]
name = "New Year freeze"
from = 2026-12-15
to = 2027-01-05
effect = "forbid"
blocks = ["hypercare"]
[activity.test]
kind = "test"
days = 24
[activity.release]
name = "Release"
kind = "go-live"
days = 1
after = ["test"]
by = 2026-12-11
[activity.care]
name = "Care"
kind = "hypercare"
days = 14
calendar = "every-day"
after = [{ step = "release", within = 0 }]
`

// TestWhyTellsWhatMovesTiedWork holds that work which has to stay near other work tells what moved that.
func TestWhyTellsWhatMovesTiedWork(t *testing.T) {
	pack := reportstest.OfModel(fstest.MapFS{"plan.toml": {Data: []byte(tied)}}, "plan.toml")
	i := slices.IndexFunc(pack.Promises, func(p reports.Promised) bool { return p.ID == "release" })
	if i < 0 || len(pack.Promises[i].Why) == 0 {
		t.Fatalf("the promises are %+v", pack.Promises)
	}
	want := []string{"is moved with Care, which is moved by New Year freeze from 5 Dec 2026 to 6 Jan 2027 (+32 days)"}
	if diff := cmp.Diff(want, pack.Promises[i].Why[0].Moved); diff != "" {
		t.Errorf("what moved the release (-want +got):\n%s", diff)
	}
}

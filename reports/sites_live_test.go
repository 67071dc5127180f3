package reports_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
	"epr/reports/reportstest"
)

// TestSitesLiveCountsSites holds that a go-live of a whole trust is one of each of its sites and no further place,
// but for a trust that goes live as a whole.
func TestSitesLiveCountsSites(t *testing.T) {
	text := `
programme = { name = "Places", start = 2027-01-04, status = 2027-03-01, end = 2027-12-31 }
trust.north.sites = ["royal", "county"]
trust.south.sites = ["general"]
trust.west.sites = ["infirmary"]
[phase.core]
trusts = ["north", "south"]
playbook = "core"
[playbook.core.live]
kind = "go-live"
per = ["site"]
days = 1
[phase.extra]
trusts = ["north", "west"]
playbook = "extra"
[playbook.extra.switch-on]
kind = "go-live"
per = ["trust"]
days = 1
[progress]
"core/north/royal/live" = { started = 2027-01-05, finished = 2027-01-05 }
"core/south/general/live" = { started = 2027-01-05, finished = 2027-01-05 }
"extra/west/switch-on" = { started = 2027-01-05, finished = 2027-01-05 }
`
	pack := reportstest.OfModel(fstest.MapFS{"plan.toml": {Data: []byte(text)}}, "plan.toml")
	got := map[string]reports.Share{"": pack.Tiles.SitesLive}
	for _, trust := range pack.Trusts {
		got[trust.ID] = trust.Sites
	}
	want := map[string]reports.Share{
		"":      {N: 2, Of: 4},
		"north": {N: 0, Of: 2}, // the switch-on of north is still to come at both sites
		"south": {N: 1, Of: 1},
		"west":  {N: 1, Of: 1}, // as a whole
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sites live (-want +got):\n%s", diff)
	}
}

package reports_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

func TestClashes(t *testing.T) {
	c := reportstest.Pack().Clashes
	wantMoves := []reports.BlackoutMoves{
		{ID: "winter", Name: "Winter pressures", Why: "Wards are at their fullest and cannot release staff.", Count: 11, Days: 626, Most: 118, Chain: 91},
		{ID: "year-end", Name: "Financial year end", Why: "Year-end returns come from the old systems."},
		{ID: "changeover", Name: "Doctor changeover", Why: "First Wednesday of August"},
		{ID: "late-winter", Name: "Wards still full in March", Count: 2, Days: 21, Most: 14},
	}
	if diff := cmp.Diff(wantMoves, c.ByBlackout); diff != "" {
		t.Errorf("by blackout (-want +got):\n%s", diff)
	}
	wantWaivers := []reports.Waiver{{
		ID: "super-users", Blackout: "Winter pressures", Approver: "Chief operating officer", Date: day(2026, 11, 3),
		Reason: "Small groups, so that their wards can begin on 1 March.", Activities: []string{"train-super-users"}, Used: 1,
	}}
	if diff := cmp.Diff(wantWaivers, c.Waivers); diff != "" {
		t.Errorf("waivers (-want +got):\n%s", diff)
	}
	soft := func(site, name string) reports.SoftEntry {
		return reports.SoftEntry{ID: "three/coast/" + site + "/go-live", Name: "Go live, " + name + " (Phase 3)",
			Blackout: "Wards still full in March", Days: 2, Price: 30_000 * plan.One}
	}
	wantSoft := []reports.SoftEntry{
		soft("ferry-road", "Ferry Road Maternity Hospital"), soft("harbour", "Harbour Hospital"), soft("priory", "Priory Day Surgery Centre"),
	}
	if diff := cmp.Diff(wantSoft, c.SoftEntries); diff != "" {
		t.Errorf("soft entries (-want +got):\n%s", diff)
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		load reports.Load
		want int
	}{
		{reports.Load{}, 0},
		{reports.Load{Size: 100}, 0},
		{reports.Load{Needed: 1, Size: 1000}, 1}, // any load is seen
		{reports.Load{Needed: 999, Size: 1000}, 100},
		{reports.Load{Needed: 1000, Size: 1000}, 100},
		{reports.Load{Needed: 50}, 0}, // nobody there: a share of nothing is not told
	} {
		if got := c.load.Percent(); got != c.want {
			t.Errorf("%+v is %d%%, want %d%%", c.load, got, c.want)
		}
	}
}

// TestTeams counts what can be counted by hand: the 14 analysts of January 2027 have 20 working days, and the
// person-days of the months add up.
func TestTeams(t *testing.T) {
	teams := reportstest.Pack().Teams
	analysts := teams.Rows[1]
	months := map[string]reports.Load{}
	for p, first := range teams.Periods {
		months[first.String()] = analysts.Loads[p]
	}
	if got := months["2027-01-01"]; got.Size != 20*14*plan.One {
		t.Errorf("January 2027: %+v", got)
	}
	if teams.Months != 1 || teams.Periods[teams.Now] != day(2026, 11, 1) {
		t.Errorf("%d months a period, now is %s", teams.Months, teams.Periods[teams.Now])
	}
	var total plan.Hundredths
	for _, load := range analysts.Loads {
		total += load.Needed
	}
	if total != analysts.Total {
		t.Errorf("person-days by month %s, in all %s", total, analysts.Total)
	}
}

package examples_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/plantest"
)

// TestStandstillMeetsHolidays holds the last day of eight working days from the day of the award notice, as counted
// by hand, and that nobody signs before 5 January.
func TestStandstillMeetsHolidays(t *testing.T) {
	for _, tt := range []struct{ scenario, standstill, signature string }{
		{"", "2026-08-28 2026-09-09", "2026-09-10 2026-09-10"},
		{"award-17-december", "2026-12-17 2026-12-30", "2027-01-05 2027-01-05"},
		{"award-21-december", "2026-12-21 2027-01-04", "2027-01-05 2027-01-05"},
		{"award-before-easter", "2027-03-22 2027-04-02", "2027-04-05 2027-04-05"},
	} {
		t.Run(tt.scenario, func(t *testing.T) {
			_, result := afresh(t, "procurement.toml", tt.scenario)
			want := map[string]string{"partner/standstill": tt.standstill, "partner/signature": tt.signature}
			if diff := cmp.Diff(want, datesOf(result.Schedule, "partner/standstill", "partner/signature")); diff != "" {
				t.Errorf("dates (-want +got):\n%s", diff)
			}
			allProved(t, result)
		})
	}
}

// TestProcurementKeepsItsPublishedDates holds what was announced and promised, that an order is signed within its
// framework and delivered after it, and that a notice is out within thirty days.
func TestProcurementKeepsItsPublishedDates(t *testing.T) {
	_, result := afresh(t, "procurement.toml", "")
	s := result.Schedule
	want := map[string]string{
		"partner/tender-notice":    "2026-07-01 2026-07-01",
		"partner/tendering-period": "2026-07-02 2026-07-26", // a Sunday
		"partner/bids-received":    "2026-07-27 2026-07-28",
	}
	if diff := cmp.Diff(want, datesOf(s, "partner/tender-notice", "partner/tendering-period", "partner/bids-received")); diff != "" {
		t.Errorf("dates (-want +got):\n%s", diff)
	}
	row := func(id string) plan.Row { r, _ := s.Find(id); return r }
	if end := plantest.Date("2026-12-31"); row("devices/signature").Finish > end || row("devices-delivered").Finish <= end {
		t.Errorf("the order is signed on %s and delivered by %s; the framework ends on %s", row("devices/signature").Finish, row("devices-delivered").Finish, end)
	}
	for _, phase := range []string{"partner", "engine", "devices"} {
		if days := row(phase+"/details-notice").Finish - row(phase+"/signature").Finish; days < 1 || days > 30 {
			t.Errorf("%s: the contract details notice comes %d days after the signature", phase, days)
		}
	}
}

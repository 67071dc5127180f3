package reports_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/reports"
)

// TestAgendaGathersWhatIsAlike: three alike decisions of one meeting are one item, with what presses most; two are not,
// nor are decisions of other days, bodies or steps, or of no trust.
func TestAgendaGathersWhatIsAlike(t *testing.T) {
	may, june := calendar.MustOf(2027, 5, 11), calendar.MustOf(2027, 6, 8)
	of := func(date calendar.Date, what, trust string, lost int) reports.Decision {
		return reports.Decision{ID: what + "/" + trust, Name: what + ", " + trust + " (Phase)", Trust: trust, Date: date, Body: "Panel",
			NextMeeting: date + calendar.Date(lost), Lost: lost, Owner: "Lead", WaitsFor: []reports.Waiting{{ID: "w"}}}
	}
	pressing := of(may, "Ready", "B", 28)
	pressing.Releases, pressing.ReleasesDate, pressing.PapersClose = "Go-live, B", june, may-5
	board := reports.Decision{ID: "award", Name: "Award", Date: may, Body: "Panel"}
	list := []reports.Decision{
		of(may, "Ready", "A", 14), of(may, "Agreed", "A", 14), board, board, board, pressing,
		of(may, "Agreed", "B", 14), of(may, "Ready", "C", 14), of(june, "Ready", "D", 14),
	}
	var got []string
	agenda := reports.Agenda(list)
	for _, item := range agenda {
		got = append(got, fmt.Sprintf("%d %s, %s: +%d to %s, papers %s, releases %s, %d waits",
			item.Alike, item.Date, item.Name, item.Lost, item.NextMeeting, item.PapersClose, item.Releases, len(item.WaitsFor)))
	}
	want := []string{
		"3 2027-05-11, Ready, 3 trusts (Phase): +28 to 2027-06-08, papers 2027-05-06, releases Go-live, B, 0 waits",
		"1 2027-05-11, Agreed, A (Phase): +14 to 2027-05-25, papers -, releases , 1 waits",
		"1 2027-05-11, Award: +0 to -, papers -, releases , 0 waits",
		"1 2027-05-11, Award: +0 to -, papers -, releases , 0 waits",
		"1 2027-05-11, Award: +0 to -, papers -, releases , 0 waits",
		"1 2027-05-11, Agreed, B (Phase): +14 to 2027-05-25, papers -, releases , 1 waits",
		"1 2027-06-08, Ready, D (Phase): +14 to 2027-06-22, papers -, releases , 1 waits",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the agenda (-want +got):\n%s", diff)
	}
	if reports.Decisions(agenda) != len(list) || reports.Decisions(reports.Singly(list)) != len(list) {
		t.Errorf("%d decisions are on the agenda, want all %d", reports.Decisions(agenda), len(list))
	}
}

package reports_test

import (
	"testing"

	"epr/plan"
	"epr/reports"
)

func TestLastVersionSentence(t *testing.T) {
	moved := make([]reports.Moved, 3)
	for want, s := range map[string]reports.LastVersion{
		"No schedule had been committed, so there is nothing to compare with.": {},
		"Nothing is different from the schedule as last committed.":            {Given: true, Activities: 4},
		"Of 1 activity in both schedules 1 finishes later and 0 earlier. Added: 0; removed: 0.": {
			Given: true, Activities: 1, Later: 1, Moved: moved[:1]},
		"Of 1,204 activities in both schedules 2 finish later and 0 earlier. 1 activity has another start and the same finish. Added: 2; removed: 1.": {
			Given: true, Activities: 1204, Later: 2, Moved: moved, Added: moved[:2], Removed: make([]reports.RemovedRow, 1)},
	} {
		if got := s.Sentence(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestReadinessSentence(t *testing.T) {
	gate := reports.GateReady{Date: day(2027, 3, 2)}
	short := gate
	short.AtGoLive = plan.Chance{Share: reports.TrainedEnough - 1, Set: true}
	enough := gate
	enough.AtGoLive = plan.Chance{Share: reports.TrainedEnough, Set: true}
	for want, r := range map[string]reports.Readiness{
		"No gate is left to be passed.":              {},
		"2 gates to come, the next on 2 March 2027.": {Waiting: []reports.GateReady{gate, enough}},
		"1 gate to come, the next on 2 March 2027. For 1 fewer than 80% of the staff are projected to be trained at the go-live.": {Waiting: []reports.GateReady{short}},
	} {
		if got := r.Sentence(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestDesignsSentence(t *testing.T) {
	rows := make([]reports.Design, 3)
	for want, d := range map[string]reports.Designs{
		"No workflow is designed in this plan.":                {},
		"3 designs in scope: 2 of 3 drafted and 0 of 1 built.": {Rows: rows, Drafted: reports.Share{N: 2, Of: 3}, Built: reports.Share{Of: 1}},
		"3 designs in scope: 2 of 3 drafted. By the baseline “approved”, 3 were to be signed off before the status date.": {
			Rows: rows, Drafted: reports.Share{N: 2, Of: 3}, Due: plan.Whole{N: 3, Set: true}, Against: "the baseline “approved”"},
	} {
		if got := d.Sentence(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Trained is the share of the staff of a go-live that are trained when it starts, by the schedule: of each
// training of its place and phase, the days worked before that.
type Trained struct {
	ID, Name string
	Date     calendar.Date // its first day
	Share    int           // in ten-thousandths, rounded down
	// Heads is the staff to be trained, by which the trainings are weighted; 0 if none of them counts its
	// staff, and then they are weighted by their days.
	Heads      int
	Activities int // trainings
}

// trained lists the go-lives still to come that have training.
func (f *facts) trained() []Trained {
	var trainings []int
	for i := range f.net.Activities {
		if f.activity(i).Kind == plan.Training {
			trainings = append(trainings, i)
		}
	}
	var list []Trained
	for _, i := range f.goLives() {
		if f.state(i) == Done {
			continue
		}
		t := Trained{ID: f.activity(i).ID, Name: f.activity(i).Name, Date: f.rows[i].Start}
		f.addTraining(&t, f.trainingsFor(i, trainings))
		if t.Activities > 0 {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b Trained) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// trainingsFor is the trainings of the phase of a go-live and of its place, or of a place that holds it.
func (f *facts) trainingsFor(goLive int, trainings []int) []int {
	at := f.activity(goLive).Place
	var list []int
	for _, i := range trainings {
		p := f.activity(i).Place
		if p.Phase == at.Phase && (p.Trust == "" || p.Trust == at.Trust) && (p.Site == "" || p.Site == at.Site) &&
			(at.Workflow == "" || p.Workflow == "" || p.Workflow == at.Workflow) {
			list = append(list, i)
		}
	}
	return list
}

// addTraining weighs trainings by heads, or where none counts heads by days.
func (f *facts) addTraining(t *Trained, trainings []int) {
	var heads, days struct{ done, all int64 }
	for _, i := range trainings {
		before, all := f.workedBefore(i, t.Date)
		if all == 0 {
			continue
		}
		t.Activities++
		days.done, days.all = days.done+before, days.all+all
		n := int64(f.headsOf(i))
		heads.done, heads.all = heads.done+n*10_000*before/all, heads.all+n
	}
	t.Heads = int(heads.all)
	switch {
	case heads.all > 0:
		t.Share = int(heads.done / heads.all)
	case days.all > 0:
		t.Share = int(days.done * 10_000 / days.all)
	}
}

// workedBefore is the days of an activity worked before a day, and all of them.
func (f *facts) workedBefore(i int, day calendar.Date) (before, all int64) {
	work, row := f.activity(i).Terms.Work, f.rows[i]
	all = int64(work.Count(calendar.Span{From: row.Start, To: row.Finish}))
	before = int64(work.Count(calendar.Span{From: row.Start, To: min(row.Finish, day-1)}))
	return before, all
}

// headsOf is the staff that a training counts, 0 if it states its days.
func (f *facts) headsOf(i int) int {
	a := f.activity(i)
	days := a.Step.Days
	for _, adjust := range a.Adjusts {
		if !adjust.Days.IsZero() {
			days = adjust.Days
		}
	}
	if days.Quantity == nil {
		return 0
	}
	if heads := f.plan.Heads(a.Place, days.Quantity); heads > 0 {
		return heads
	}
	return days.Quantity.Count
}

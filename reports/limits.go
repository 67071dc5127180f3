package reports

import (
	"fmt"

	"epr/calendar"
	"epr/plan"
)

// assumptions are the sentences on what the dates take for granted, with the numbers of this plan.
func (f *facts) assumptions() []string {
	all := len(f.net.Activities)
	ranged := f.countActivities(func(a *plan.Activity) bool { return a.Days.Low != a.Days.High })
	alone := f.countActivities(func(a *plan.Activity) bool { return len(a.Needs) == 0 && !a.Kind.IsEvent() })
	list := []string{
		fmt.Sprintf("Every activity takes its likely duration; %s of %s a range, which the planned dates do not use.",
			Number(ranged), Count(all, "activity states", "activities state")),
		fmt.Sprintf("%s no team: the people for %s are taken as given.",
			Count(alone, "activity besides gates, go-lives and milestones needs", "activities besides gates, go-lives and milestones need"),
			Plural(alone, "it", "them")),
		"What has not happened by the status date, " + f.status.Long() + ", is planned on or after it.",
		"Durations are working days of the calendar that applies; slack, lateness and changes are calendar days.",
		"Bank holidays are those of " + calendar.HolidaySource + ".",
	}
	if n := f.countActivities(func(a *plan.Activity) bool { return a.Started() && !a.Done() }); n > 0 {
		list = append(list, fmt.Sprintf("Work under way goes on before other work: %s its teams first.",
			Count(n, "activity keeps", "activities keep")))
	}
	if n := f.finishAfter(calendar.HolidaysListedTo); n > 0 {
		list = append(list, fmt.Sprintf("That list ends with %d: the bank holidays of later years are projected by its rule, and %s then.",
			calendar.HolidaysListedTo, Count(n, "activity finishes", "activities finish")))
	}
	if len(f.plan.Programme.CostOfDelay) > 0 {
		list = append(list, "Lateness is priced at the programme's cost of delay, day by day, whichever promise is late: the prices of several promises are not to be added.")
	}
	return list
}

// limits are the sentences on what the pack does not say.
func (f *facts) limits() []string {
	list := append(f.forecastLimits(), "Ratings are computed from slack alone. Delivery confidence is for people to judge.")
	if f.in.Previous == nil {
		list = append(list, "There is no last version to compare with, so no change is shown.")
	}
	if len(f.in.Reasons) == 0 {
		list = append(list, "What holds each date was not worked out.")
	}
	switch {
	case f.in.Floats == nil:
		list = append(list, "How far activities can slip was not worked out.")
	case f.in.Floats.Loose() > 0:
		list = append(list, fmt.Sprintf("Floats do not see who hands people to %s, whose people change in the middle of the work.",
			Count(f.in.Floats.Loose(), "activity", "activities")))
	}
	if len(f.in.Checks) == 0 {
		list = append(list, "The counts of the independent check were not given.")
	}
	if len(f.in.Solve.Stages) > 0 && !f.in.Solve.Reproducible {
		list = append(list, "The search was ended early: another run may find another schedule.")
	}
	return list
}

// forecastLimits are the sentences on what is not known of the future.
func (f *facts) forecastLimits() []string {
	fc := f.in.Forecast
	if fc == nil {
		return []string{
			"No forecast is made: each date is what follows if everything takes its likely duration and no risk happens, and no chance of keeping a date is stated.",
			"Risks are scored and ranked as the plan states them; they move no date.",
		}
	}
	list := []string{
		"A planned date is what follows if everything takes its likely duration and no risk happens. The forecast says what comes of ranges and risks; it knows only those that the plan states.",
	}
	left := 0
	for i := range fc.Risks {
		if fc.Risks[i].LeftOut != "" {
			left++
		}
	}
	if left > 0 {
		list = append(list, fmt.Sprintf("The forecast does not play %s; the register says why.", Count(left, "risk")))
	}
	if fc.Beyond > 0 {
		list = append(list, fmt.Sprintf("In %s of the replications something is not done by %s, where the forecast ends: later dates are not known.",
			Chance(fc.Beyond), fc.Horizon.To.Long()))
	}
	return list
}

func (f *facts) countActivities(has func(*plan.Activity) bool) int {
	n := 0
	for i := range f.net.Activities {
		if has(f.activity(i)) {
			n++
		}
	}
	return n
}

func (f *facts) finishAfter(year int) int {
	n := 0
	for _, row := range f.rows {
		if row.Finish.Year() > year {
			n++
		}
	}
	return n
}

package expand

import (
	"slices"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// termsTable keeps one [plan.Terms] for all activities that share them.
type termsTable map[string]*plan.Terms

// setTerms works out when each activity may run: its calendar, its blackouts less what is waived, its
// weekdays, its meetings.
func (x *expander) setTerms() {
	x.terms = termsTable{}
	blackouts := x.scopes()
	waivers := x.waivers()
	for i := range x.net.Activities {
		a := x.activity(i)
		a.Waivers = waivers[i]
		if a.Step.Meets != "" {
			a.Meeting = x.plan.Calendars.Get(a.Step.Meets)
		}
		a.Terms = x.termsOf(a, i, blackouts)
	}
}

func (x *expander) termsOf(a *plan.Activity, i int, blackouts []scope) *plan.Terms {
	t := plan.Terms{CalendarID: x.calendarID(a), StartsOn: startsOn(a)}
	if a.Kind != plan.Milestone {
		for _, s := range blackouts {
			if s.holds(a, i) && !waived(a, s.blackout) {
				t.Place(s.blackout)
			}
		}
	}
	key := termsKey(&t, a.Step.Meets)
	if known := x.terms[key]; known != nil {
		return known
	}
	x.finish(&t, a)
	x.terms[key] = &t
	return &t
}

// finish works out the days of new terms.
func (x *expander) finish(t *plan.Terms, a *plan.Activity) {
	t.Calendar = x.calendars.get(t.CalendarID, nil)
	t.Work = x.calendars.get(t.CalendarID, x.windows(t.Pauses))
	t.Closed = x.windows(t.Forbids)
	t.SoftClosed = x.windows(t.Soft)
	if a.Meeting != nil && a.Meeting.Meeting != nil {
		t.Meetings = a.Meeting.Meeting.On(x.net.Horizon)
	}
}

// windows are the days of some blackouts within the horizon, merged.
func (x *expander) windows(blackouts []*plan.Blackout) []calendar.Span {
	var spans []calendar.Span
	for _, b := range blackouts {
		spans = append(spans, b.Windows.In(x.net.Horizon)...)
	}
	return calendar.Merge(spans)
}

func termsKey(t *plan.Terms, meets string) string {
	var key strings.Builder
	key.WriteString(t.CalendarID + "/" + meets + "/" + strconv.Itoa(int(t.StartsOn)))
	for _, list := range [][]*plan.Blackout{t.Forbids, t.Soft, t.Pauses} {
		key.WriteByte('/')
		for _, b := range list {
			key.WriteString(b.ID)
			key.WriteByte(' ')
		}
	}
	return key.String()
}

// calendarID is the activity's own calendar, else its trust's, else the programme's.
func (x *expander) calendarID(a *plan.Activity) string {
	for _, adjust := range slices.Backward(a.Adjusts) {
		if adjust.Calendar != "" {
			return adjust.Calendar
		}
	}
	if a.Step.Calendar != "" {
		return a.Step.Calendar
	}
	if trust := x.plan.Trusts.Get(a.Place.Trust); trust != nil && trust.Calendar != "" {
		return trust.Calendar
	}
	if x.plan.Programme.Calendar != "" {
		return x.plan.Programme.Calendar
	}
	return plan.Weekdays
}

func startsOn(a *plan.Activity) calendar.Weekdays {
	days := a.Step.StartsOn
	for _, adjust := range a.Adjusts {
		if adjust.StartsOn != 0 {
			days = adjust.StartsOn
		}
	}
	return days
}

func waived(a *plan.Activity, b *plan.Blackout) bool {
	return slices.ContainsFunc(a.Waivers, func(w *plan.Waiver) bool { return w.Blackout == b.ID })
}

// waivers lists those that name each activity.
func (x *expander) waivers() map[int][]*plan.Waiver {
	by := map[int][]*plan.Waiver{}
	for _, waiver := range x.plan.Waivers.All() {
		for k, selector := range waiver.Activities {
			for _, i := range x.match(selector, plan.Place{}, waiver.Place(element("activities", k))) {
				by[i] = append(by[i], waiver)
			}
		}
	}
	return by
}

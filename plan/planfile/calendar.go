package planfile

import (
	"epr/calendar"
	"epr/plan"
)

var (
	workingKeys = []string{"workdays", "holidays", "worked", "not_worked"}
	meetingKeys = []string{"dates", "rule", "except", "slots", "papers"}
)

func (r *reader) calendar(id string, t *table) {
	c := &plan.Calendar{Origin: t.origin(), ID: id, Name: t.textOr("name", id), Note: t.text("note")}
	working, meeting := t.given(workingKeys...), t.given(meetingKeys...)
	switch {
	case len(working) > 0 && len(meeting) > 0:
		t.report("conflicting-keys", t.value(meeting[0]).key, "make two calendars of it",
			"%s has %s, which is for working days, and %s, which is for meetings", t.who, quote(working[0]), quote(meeting[0]))
	case len(meeting) > 0:
		c.Meeting = r.meeting(t)
	default:
		c.Working = r.working(t)
	}
	keep(t, &r.plan.Calendars, id, "calendar", c)
	t.done()
}

func (r *reader) working(t *table) *calendar.Rule {
	rule := &calendar.Rule{Workdays: calendar.MonToFri, Holidays: calendar.EnglandAndWales}
	if t.has("workdays") {
		rule.Workdays = t.weekdays("workdays")
	}
	if nation := t.choice("holidays", "a nation with bank holidays", "unknown-value", calendar.NationNames()); nation != "" {
		rule.Holidays, _ = calendar.ParseNation(nation)
	}
	rule.Worked = t.spans("worked")
	rule.NotWorked = t.spans("not_worked")
	return rule
}

// weekdays reads a list of days of the week.
func (t *table) weekdays(key string) calendar.Weekdays {
	var days calendar.Weekdays
	t.elements(key, wantTexts, nil, func(_ int, n *node) {
		if name := t.choiceOf(n, key, "a day of the week", "unknown-value", calendar.WeekdayNames()); name != "" {
			day, _ := calendar.ParseWeekday(name)
			days = days.With(day)
		}
	})
	if n := t.value(key); n != nil && n.form == isList && len(n.kids) == 0 {
		t.report("missing-key", n.at, "", "%s of %s is empty", quote(key), t.who)
	}
	return days
}

// spans reads a list of dates and periods.
func (t *table) spans(key string) []calendar.NamedSpan {
	var spans []calendar.NamedSpan
	t.elements(key, wantSpans, nil, func(_ int, n *node) {
		if n.form != isTable {
			if date := t.dateOf(n, key, wantSpans); date != 0 {
				spans = append(spans, calendar.NamedSpan{Span: calendar.Span{From: date, To: date}})
			}
			return
		}
		period := newTable(n, t.problems, "a period", "the period")
		if span, ok := period.window(); ok {
			spans = append(spans, calendar.NamedSpan{Span: span, Name: period.text("name")})
		}
		period.value("name")
		period.done()
	})
	return spans
}

// window reads the period from "from" to "to", both required.
func (t *table) window() (calendar.Span, bool) {
	t.require("from", "to")
	span := calendar.Span{From: t.date("from"), To: t.date("to")}
	if span.From.IsZero() || span.To.IsZero() {
		return calendar.Span{}, false
	}
	return span, true
}

func (r *reader) meeting(t *table) *plan.Meeting {
	if len(t.given("dates", "rule")) == 0 {
		t.report("missing-key", t.node.at, "", "%s is for meetings, but has neither \"dates\" nor \"rule\"", t.who)
	}
	return &plan.Meeting{
		Dates:  t.dates("dates"),
		Rule:   t.meetingRule(),
		Except: t.dates("except"),
		Slots:  wholeOr(t, "slots", 1, 1000, 0),
		Papers: wholeOr(t, "papers", 0, 260, 0),
	}
}

func (t *table) meetingRule() *calendar.MeetingRule {
	text := t.text("rule")
	if n := t.value("rule"); n == nil || n.form != isText {
		return nil
	}
	rule, err := calendar.ParseMeetingRule(text)
	if err != nil {
		t.refuse("bad-rule", t.value("rule").at, err)
	}
	return rule
}

package expand

import (
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// margin is how many days the compiled calendars reach beyond the horizon on both sides, so that lags
// and history near its ends can be counted.
const margin = 400

// calendars compiles each working calendar once.
type calendars struct {
	plan     *plan.Plan
	span     calendar.Span
	compiled map[string]*calendar.Calendar
}

func horizon(p *plan.Plan) calendar.Span {
	return calendar.Span{From: p.Programme.Start, To: p.Programme.End}
}

// calendarSpan is the horizon with its margin, and all history.
func (x *expander) calendarSpan() calendar.Span {
	span := x.net.Horizon
	for _, progress := range x.plan.Progress {
		if !progress.Started.IsZero() {
			span.From = min(span.From, progress.Started)
		}
	}
	return calendar.Span{From: span.From - margin, To: span.To + margin}
}

// get is the compiled calendar of that id less some days. An unknown id is read as weekdays: the check
// of the plan has reported it.
func (c *calendars) get(id string, without []calendar.Span) *calendar.Calendar {
	key := calendarKey(id, without)
	if done := c.compiled[key]; done != nil {
		return done
	}
	rule, ok := c.plan.WorkingCalendar(id)
	if !ok {
		rule, _ = c.plan.WorkingCalendar(plan.Weekdays)
	}
	if c.compiled == nil {
		c.compiled = map[string]*calendar.Calendar{}
	}
	done := calendar.Compile(rule, c.span, without...)
	c.compiled[key] = done
	return done
}

func calendarKey(id string, without []calendar.Span) string {
	var key strings.Builder
	key.WriteString(id)
	for _, span := range without {
		key.WriteByte(' ')
		key.WriteString(strconv.Itoa(int(span.From)))
		key.WriteByte('-')
		key.WriteString(strconv.Itoa(int(span.To)))
	}
	return key.String()
}

package flow

import "epr/calendar"

// worked counts the worked days of a calendar less those of some windows, merged and in order, in which
// the work rests. There are few of them, so that they are walked.
type worked struct {
	*calendar.Calendar
	rest []calendar.Span
}

// after is the moment at which n days of work that start on x are done; see the function after.
func (w worked) after(x calendar.Date, n int) calendar.Date {
	if len(w.rest) == 0 || n == 0 {
		return after(w.Calendar, x, n)
	}
	k := w.Before(x) + n - 1
	for _, span := range w.rest {
		if span.To < x {
			continue
		}
		if day := w.Nth(k); day.IsZero() || day < span.From {
			break
		}
		k += w.Before(span.To+1) - w.Before(max(span.From, x))
	}
	day := w.Nth(k)
	if day.IsZero() {
		return Never
	}
	return day + 1
}

// soonest is the first moment x for which after(x, n) is y or later, n being at least 1.
func (w worked) soonest(y calendar.Date, n int) calendar.Date {
	k := w.Before(y-1) - n
	for i := len(w.rest) - 1; i >= 0 && k >= 0; i-- {
		span := w.rest[i]
		if span.From >= y-1 {
			continue
		}
		if w.Nth(k) > span.To {
			break
		}
		k -= w.Before(min(span.To+1, y-1)) - w.Before(span.From)
	}
	return first(w.Calendar, k+1)
}

// next is the first worked day not before t; Never if there is none.
func (w worked) next(t calendar.Date) calendar.Date {
	day := w.Next(t)
	for _, span := range w.rest {
		if span.From > day {
			break
		}
		if day <= span.To && !day.IsZero() {
			day = w.Next(span.To + 1)
		}
	}
	if day.IsZero() {
		return Never
	}
	return day
}

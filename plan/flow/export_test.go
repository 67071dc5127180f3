package flow

import "epr/calendar"

// Seen is the start of an activity as those see it who wait for a start.
func (t *Timing) Seen(i int) calendar.Date { return t.seen[i] }

package model

// Entry is the starts from one day to another, both included, with which a task enters a soft window.
type Entry struct {
	From, To int32
	Price    int64 // of the window
}

// Entries lists the starts with which a task enters the windows of a soft set, in order. A task that would enter two at
// once enters the first.
func (m *Model) Entries(task, soft int32) []Entry {
	t := &m.Tasks[task]
	calendar, after := &m.Calendars[t.Calendar], None
	var entries []Entry
	for _, w := range m.Softs[soft].Windows {
		from, to := max(calendar.From(w.From+1, t.Days), after+1), min(w.To-1, m.Horizon)
		if from <= to {
			entries = append(entries, Entry{from, to, w.Price})
			after = to
		}
	}
	return entries
}

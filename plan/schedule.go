package plan

import "epr/calendar"

// Schedule gives every activity of a network its dates.
type Schedule struct {
	Rows []Row // sorted by ID
}

// Row is the dates of one activity: its first and last day, both inclusive. A milestone has its day
// in both.
type Row struct {
	ID            string
	Start, Finish calendar.Date
}

// Find is the row of an activity; false if the schedule has none.
func (s *Schedule) Find(id string) (Row, bool) {
	lo, hi := 0, len(s.Rows)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Rows[mid].ID < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.Rows) && s.Rows[lo].ID == id {
		return s.Rows[lo], true
	}
	return Row{}, false
}

// Finish is the day on which a goal is reached: the last finish of its members.
func (s *Schedule) Finish(n *Network, g *Goal) calendar.Date {
	var last calendar.Date
	for _, m := range g.Members {
		if row, ok := s.Find(n.Activities[m].ID); ok {
			last = max(last, row.Finish)
		}
	}
	return last
}

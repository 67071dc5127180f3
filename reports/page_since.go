package reports

import "fmt"

// IsSame reports whether every date is that of the last version and nothing was added or removed.
func (s *LastVersion) IsSame() bool { return len(s.Moved)+len(s.Added)+len(s.Removed) == 0 }

// Sentence says what is different from the last version.
func (s *LastVersion) Sentence() string {
	switch {
	case !s.Given:
		return "No schedule had been committed, so there is nothing to compare with."
	case s.IsSame():
		return "Nothing is different from the schedule as last committed."
	}
	text := fmt.Sprintf("Of %s in both schedules %s later and %s earlier.", Count(s.Activities, "activity"),
		Count(s.Later, "finishes", "finish"), Number(s.Earlier))
	if n := len(s.Moved) - s.Later - s.Earlier; n > 0 {
		text += " " + Count(n, "activity has", "activities have") + " another start and the same finish."
	}
	return text + fmt.Sprintf(" Added: %s; removed: %s.", Number(len(s.Added)), Number(len(s.Removed)))
}

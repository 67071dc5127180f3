package model

// Goal is something that is wanted early: it is reached when the last of its members finishes.
type Goal struct {
	Members []int32
	Reached int32 // boundary at which the members that are no tasks any more had finished; 0 if none
	// Announced and By are the boundaries after which the goal is late; Never if there is none.
	Announced, By int32
	Weight        int64 // of a day's lateness
	Finish        int64 // of a day later at all; 0 if the goal has only to be in time
}

// Soft is a set of windows of days that a task may enter at a price. The price is due once, and is that
// of the first window entered.
type Soft struct {
	Windows []SoftWindow // in order, apart from each other
}

// SoftWindow is the days from From up to but not including To.
type SoftWindow struct {
	From, To int32
	// Price is in hundredths of a weighted day of lateness. A negative price stands for none that could
	// be weighed against lateness: such a window is entered only if there is no other way.
	Price int64
}

// entered is the first window that shares a day with a span; nil if there is none.
func (s *Soft) entered(from, to int32) *SoftWindow {
	for i := range s.Windows {
		if w := &s.Windows[i]; from < w.To && w.From < to {
			return w
		}
	}
	return nil
}

// Anchor is where a task started in the schedule to be kept.
type Anchor struct {
	Start  int32 // None if the task had no place in it or is free to move
	Weight int64 // of a move
}

// MoveCharge is what any move costs, in days, besides the days moved: one long move is better than many
// short ones, but not at any length.
const MoveCharge = 5

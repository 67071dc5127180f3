package sgs

import "slices"

// tryEntering tries the current order with all priced soft windows open.
func (s *search) tryEntering() {
	for i := range s.m.Tasks {
		s.generator.Enter[i] = s.isPriced(int32(i))
	}
	if !slices.Contains(s.generator.Enter, true) {
		return
	}
	s.keysFromCurrent()
	if !s.try() {
		copy(s.generator.Enter, s.currentEnter)
	}
}

// openAll opens every soft window.
func (s *search) openAll() {
	for i := range s.m.Tasks {
		s.generator.Enter[i] = len(s.m.Tasks[i].Softs) > 0
	}
}

func (s *search) hasSofts() bool {
	for i := range s.m.Tasks {
		if len(s.m.Tasks[i].Softs) > 0 {
			return true
		}
	}
	return false
}

// isPriced reports whether a task has soft windows and all of them have a price in days.
func (s *search) isPriced(task int32) bool {
	softs := s.m.Tasks[task].Softs
	for _, soft := range softs {
		for _, w := range s.m.Softs[soft].Windows {
			if w.Price < 0 {
				return false
			}
		}
	}
	return len(softs) > 0
}

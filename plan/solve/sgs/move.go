package sgs

import "epr/plan/solve/model"

// move changes the keys, or what may enter its soft windows, at random.
type move func(*search)

// usefulMoves lists the moves that can change something in the model.
func (s *search) usefulMoves() []move {
	if len(s.m.Tasks) < 2 {
		return nil
	}
	moves := []move{shakeStretch, shakeStretch, shiftTask, shiftTask}
	if len(s.m.Goals) > 0 {
		moves = append(moves, pullGoal, pullGoal)
	}
	if s.projects() > 1 {
		moves = append(moves, shiftProject, shiftProject)
	}
	for i := range s.m.Tasks {
		if len(s.m.Tasks[i].Softs) > 0 {
			return append(moves, toggleEntering)
		}
	}
	return moves
}

func (s *search) projects() int32 {
	most := int32(0)
	for i := range s.m.Tasks {
		most = max(most, s.m.Tasks[i].Project+1)
	}
	return most
}

// distance is a random number of places to move by, small ones more often.
func (s *search) distance() int64 {
	span := max(2, len(s.keys)>>s.random.below(8))
	return int64(1+s.random.below(span)) * gap
}

// shakeStretch mixes up a stretch of the order.
func shakeStretch(s *search) {
	length := min(len(s.current), 4+s.random.below(min(60, len(s.current))))
	from := s.random.below(len(s.current) - length + 1)
	for _, task := range s.current[from : from+length] {
		s.keys[task] += int64(s.random.below(length*gap)) - int64(length*gap/2)
	}
}

// shiftTask moves one task, earlier with what it waits for or later alone.
func shiftTask(s *search) {
	task := int32(s.random.below(len(s.m.Tasks)))
	by := s.distance()
	if s.random.below(2) == 0 {
		s.keys[task] += by + gap/2
		return
	}
	to := s.keys[task] - by - gap/2
	s.closure.begin()
	s.closure.each(task, func(other int32) { s.keys[other] = min(s.keys[other], to) })
}

// pullGoal moves a goal earlier, with everything it waits for: one that is late if there are any, else
// any that counts.
func pullGoal(s *search) {
	goal := &s.m.Goals[s.random.below(len(s.m.Goals))]
	for range 8 {
		if s.isLate(goal) {
			break
		}
		goal = &s.m.Goals[s.random.below(len(s.m.Goals))]
	}
	if len(goal.Members) == 0 {
		return
	}
	by := s.distance()
	member := goal.Members[s.random.below(len(goal.Members))]
	s.closure.begin()
	s.closure.each(member, func(task int32) { s.keys[task] -= by + gap/2 })
}

func (s *search) isLate(goal *model.Goal) bool {
	due := min(goal.Announced, goal.By)
	for _, task := range goal.Members {
		if s.m.Finish(task, s.starts[task]) > due {
			return true
		}
	}
	return false
}

// shiftProject moves a whole project, earlier or later.
func shiftProject(s *search) {
	project := int32(s.random.below(int(s.projects())))
	by := s.distance() + gap/2
	if s.random.below(2) == 0 {
		by = -by
	}
	for i := range s.m.Tasks {
		if s.m.Tasks[i].Project == project {
			s.keys[i] += by
		}
	}
}

// toggleEntering changes for one task whether it may enter its soft windows. A window without a price
// that had to be entered may turn out avoidable later.
func toggleEntering(s *search) {
	from := s.random.below(len(s.m.Tasks))
	for k := range s.m.Tasks {
		task := (from + k) % len(s.m.Tasks)
		if len(s.m.Tasks[task].Softs) > 0 {
			s.generator.Enter[task] = !s.generator.Enter[task]
			return
		}
	}
}

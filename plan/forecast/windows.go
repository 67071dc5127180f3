package forecast

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/flow"
)

// newTiming has room for what a replication draws. What is not uncertain is set once and for all.
func (s *simulation) newTiming() flow.Timing {
	t := flow.Timing{Durations: make([]int, len(s.works)), Steady: make([]int, len(s.works)), StandIn: true}
	for i := range s.works {
		t.Durations[i] = s.flow.Days(i)
		t.Steady[i] = s.shortest(i)
	}
	if s.anyWork(func(w *work) bool { return w.isGate && len(w.fails) > 0 }) {
		t.Repeats, t.RepeatGap = make([]int, len(s.works)), make([]int, len(s.works))
		for i := range s.works {
			t.RepeatGap[i] = int(max(0, s.works[i].again) / int64(plan.One))
		}
	}
	if s.anyWork(func(w *work) bool { return len(w.shutBy) > 0 }) {
		t.Shut = make([][]calendar.Span, len(s.works))
	}
	if s.anyWork(func(w *work) bool { return len(w.restBy) > 0 }) {
		t.Rest = make([][]calendar.Span, len(s.works))
	}
	return t
}

func (s *simulation) anyWork(is func(w *work) bool) bool {
	for i := range s.works {
		if is(&s.works[i]) {
			return true
		}
	}
	return false
}

// setWindows lists the days that are closed to an activity.
func (r *replay) setWindows(i int) {
	w := &r.works[i]
	if len(w.shutBy) > 0 {
		r.timing.Shut[i] = r.windows(w.shutBy, r.timing.Shut[i])
	}
	if len(w.restBy) > 0 {
		r.timing.Rest[i] = r.windows(w.restBy, r.timing.Rest[i])
	}
}

// windows are the days that some risks close, merged and in order, in the room of an old list.
func (r *replay) windows(hazards []int32, list []calendar.Span) []calendar.Span {
	list = list[:0]
	for _, h := range hazards {
		if b := &r.blows[h]; b.happened() {
			list = append(list, b.shut)
		}
	}
	if len(list) > 1 {
		list = append(list[:0], calendar.Merge(list)...)
	}
	return list
}

package makespan

import "epr/plan/solve/lcg"

// mend looks for a schedule one day shorter that differs from the best one inside a window of days only:
// what is before the window keeps its place, what comes after it moves one day forward. The window is
// drawn at random and is 15 to 40 hundredths of the schedule.
func (w *worker) mend() {
	if w.board.best == nil {
		w.descend()
		return
	}
	for range 4 {
		if w.board.closed() || w.search(w.around(w.window()), windowSize) == lcg.Refuted && w.left <= 0 {
			return
		}
	}
}

// window draws the days from up to but not including to.
func (w *worker) window() (from, to int32) {
	end := w.board.upper
	length := max(1, end*int32(15+w.random.below(26))/100)
	from = int32(w.random.below(int(end-length)+1)) - length/4
	return from, from + length
}

// around lists the literals that fix all tasks that do not touch a window.
func (w *worker) around(from, to int32) []lcg.Literal {
	var fixed []lcg.Literal
	for i, start := range w.board.best {
		x := lcg.Var(i)
		switch {
		case w.m.Finish(int32(i), start) <= from:
			fixed = append(fixed, lcg.AtMost(x, start), lcg.AtLeast(x, start))
		case start >= to:
			fixed = append(fixed, lcg.AtMost(x, start-1))
		}
	}
	return fixed
}

// random is a sequence of numbers that look random (xorshift), the same on every machine.
type random uint64

func (r *random) below(n int) int {
	x := uint64(*r) * 0x9E3779B97F4A7C15
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*r = random(x | 1)
	return int(x >> 33 % uint64(n))
}

package forecast

import "epr/plan"

// work is an activity with what is uncertain about how long it takes.
type work struct {
	length   luck
	days     shape // hundredths of working days
	left, of int64 // so much of it is still to do
	fixed    bool  // nothing is to do, or it takes no time that could differ
	isGate   bool

	tries luck
	fails []uint32 // how many attempts fail: one for each of these that a number reaches
	again int64    // hundredths of working days of each further attempt; those of the first if it is below 0

	hits           []int32 // hazards that delay or stretch it
	shutBy, restBy []int32 // hazards that close days to it
}

func (s *simulation) newWork(i int) work {
	a := &s.net.Activities[i]
	w := work{
		length: s.luck("activity " + a.ID + " length"),
		tries:  s.luck("activity " + a.ID + " attempts"),
		fixed:  s.flow.IsFixed(i) || a.IsMilestone() || a.Kind == plan.Gate,
		isGate: a.Kind == plan.Gate && !s.flow.IsFixed(i),
		left:   int64(s.flow.Days(i)),
		of:     int64(max(a.Days.Likely, 1)),
		again:  int64(a.Attempts.Again.N) * int64(plan.One),
	}
	if !a.Attempts.Again.Set {
		w.again = -1
	}
	d := a.Days
	w.days = newShape(plan.Range{Low: days(d.Low), Likely: days(d.Likely), High: days(d.High)}, s.meaning)
	if !a.Started() {
		w.left = w.of
	}
	if !w.fixed || w.isGate {
		w.fails = failures(a.Attempts)
	}
	return w
}

func days(n int) plan.Hundredths { return plan.Hundredths(n) * plan.One }

// failures are the numbers of 32 bits from which on one more attempt fails: the first fails with the chance
// 1 - pass, and each that fails is followed by another with the same chance, up to the last, which passes.
func failures(a plan.Attempts) []uint32 {
	if a.IsZero() || !a.Pass.Set {
		return nil
	}
	most := a.Most
	if most == 0 {
		most = plan.MostAttempts
	}
	var list []uint32
	fail := uint64(1) << 32
	for range most - 1 {
		if fail = fail * uint64(10_000-a.Pass.Share) / 10_000; fail > 0 {
			list = append(list, uint32(1<<32-fail))
		}
	}
	return list
}

// failed is how many attempts fail in a replication.
func (w *work) failed(k int) int {
	if len(w.fails) == 0 {
		return 0
	}
	u, n := w.tries.unit(k), 0
	for n < len(w.fails) && u >= w.fails[n] {
		n++
	}
	return n
}

// draw is how long the work still takes in a replication, in hundredths of working days, all attempts
// together, before anything stretches or delays it.
func (w *work) draw(k int) int64 {
	first := int64(w.days.likely)
	if !w.days.isPoint {
		first = w.days.at(w.length.unit(k))
	}
	again := w.again
	if again < 0 {
		again = first
	}
	return (first*w.left+w.of/2)/w.of + again*int64(w.failed(k))
}

// planned is the working days still to do as scheduled; none of what is done, nor of what takes no time.
func (w *work) planned() int64 {
	if w.fixed && !w.isGate {
		return 0
	}
	return w.left
}

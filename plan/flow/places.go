package flow

import (
	"math/bits"
	"slices"
)

// places is a queue of places in the order of a flow that have to be looked at; the first comes first.
type places struct {
	queue []uint64 // by bits
	first int      // word of the queue before which there are none
}

// ready makes room in the queue, which is empty, for n activities.
func (q *places) ready(n int) {
	q.queue = slices.Grow(q.queue[:0], n/64+1)[:n/64+1]
	q.first = len(q.queue)
}

// look puts a place into the queue, once.
func (q *places) look(place int32) {
	q.queue[place>>6] |= 1 << (place & 63)
	q.first = min(q.first, int(place>>6))
}

// pop takes the first place out of the queue; false if it is empty.
func (q *places) pop() (place int, isAny bool) {
	for ; q.first < len(q.queue); q.first++ {
		if word := q.queue[q.first]; word != 0 {
			q.queue[q.first] = word & (word - 1)
			return q.first<<6 + bits.TrailingZeros64(word), true
		}
	}
	return 0, false
}

// empty takes everything out of the queue.
func (q *places) empty() {
	clear(q.queue[min(q.first, len(q.queue)):])
	q.first = len(q.queue)
}

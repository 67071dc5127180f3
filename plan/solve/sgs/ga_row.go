package sgs

// row is all tasks by rising keys: a list of tasks for each key, and a bit for each list that is not empty.
type row struct {
	low   int32   // the least key, that of the first list
	key   []int32 // of each task, above those of the tasks right before it
	taken []uint64
	first []int32 // of each list
	next  []int32 // task after each in its list, negative for none
}

// line lines the tasks up by rising keys. One whose key is not above those of the tasks it waits for comes
// right after them.
func (r *row) line(n *network, keys []int32) {
	low, high := keys[n.order[0]], keys[n.order[0]]
	copy(r.key, keys)
	for _, task := range n.order {
		key := r.key[task]
		low, high = min(low, key), max(high, key)
		for _, to := range n.after.of(task) {
			r.key[to] = max(r.key[to], key+1)
		}
	}
	r.low = low
	if width := int(high-low)/64 + 1; width > cap(r.taken) {
		r.taken, r.first = make([]uint64, width), make([]int32, 64*width)
	} else {
		r.taken = r.taken[:width]
		clear(r.taken)
	}
	for task, key := range r.key {
		at := key - low
		r.next[task] = -1
		if r.taken[at>>6]&(1<<(at&63)) != 0 {
			r.next[task] = r.first[at]
		}
		r.taken[at>>6] |= 1 << (at & 63)
		r.first[at] = int32(task)
	}
}

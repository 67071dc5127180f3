package lcg

// memory hands out pieces of one block of memory, which are all taken back at once. Once the block has grown
// to what is needed between two times of that, nothing is asked of the system any more.
type memory[T any] struct {
	block []T
	used  int
}

// enlarged is a list with room for twice as many, in a new place. The old place is not used again before
// everything is taken back.
func (m *memory[T]) enlarged(list []T) []T {
	size := max(4, 2*cap(list))
	if m.used+size > len(m.block) {
		m.block, m.used = make([]T, 2*len(m.block)+size), 0
	}
	place := m.block[m.used : m.used : m.used+size]
	m.used += size
	return append(place, list...)
}

// takeBack makes all memory free again: no list may be used any more.
func (m *memory[T]) takeBack() { m.used = 0 }

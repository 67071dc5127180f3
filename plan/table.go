package plan

import "iter"

// Table keeps the entries of a keyed table in the order they were written and finds them by id. The
// zero Table is empty and ready for use.
type Table[T any] struct {
	ids     []string
	entries map[string]*T
}

// Add appends an entry, or reports false if the id is taken.
func (t *Table[T]) Add(id string, entry *T) bool {
	if _, taken := t.entries[id]; taken {
		return false
	}
	if t.entries == nil {
		t.entries = map[string]*T{}
	}
	t.ids = append(t.ids, id)
	t.entries[id] = entry
	return true
}

// Get finds an entry by id; nil if there is none.
func (t *Table[T]) Get(id string) *T { return t.entries[id] }

// Has reports whether there is an entry of that id.
func (t *Table[T]) Has(id string) bool { return t.entries[id] != nil }

// Len counts the entries.
func (t *Table[T]) Len() int { return len(t.ids) }

// IDs lists the ids in the order written. The caller must not change the list.
func (t *Table[T]) IDs() []string { return t.ids }

// All goes through the entries in the order written.
func (t *Table[T]) All() iter.Seq2[string, *T] {
	return func(yield func(string, *T) bool) {
		for _, id := range t.ids {
			if !yield(id, t.entries[id]) {
				return
			}
		}
	}
}

package sgs

import (
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Every task is in the row once and after those it waits for; keys that rise along the links are not disturbed.
func TestRow(t *testing.T) {
	var r row // one for all, as tasks and keys change
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 40).Draw(t, "tasks")
		before := make([][]int32, count)
		after := make([][]int32, count)
		names := rapid.Permutation(numbers(count)).Draw(t, "names")
		for i := range count {
			for j := range i {
				if rapid.IntRange(0, 4).Draw(t, "waits") == 0 {
					before[names[i]] = append(before[names[i]], names[j])
					after[names[j]] = append(after[names[j]], names[i])
				}
			}
		}
		keys := rapid.SliceOfN(rapid.Int32Range(-400, 400), count, count).Draw(t, "keys")
		n := newNetwork(listsOf(before), listsOf(after), make([]int32, count))
		r.key, r.next = make([]int32, count), make([]int32, count)
		r.line(&n, keys)
		order := r.walk()
		if sorted := slices.Sorted(slices.Values(order)); !slices.Equal(sorted, numbers(count)) {
			t.Fatalf("%v is no order of %d tasks", order, count)
		}
		rising := true
		for task, earlier := range before {
			for _, from := range earlier {
				if slices.Index(order, from) > slices.Index(order, int32(task)) {
					t.Fatalf("%d comes before %d in %v", task, from, order)
				}
				rising = rising && keys[from] < keys[task]
			}
		}
		if rising && !slices.IsSortedFunc(order, func(a, b int32) int { return int(keys[a] - keys[b]) }) {
			t.Fatalf("%v does not follow the keys %v", order, keys)
		}
	})
}

// walk lists the tasks of a row.
func (r *row) walk() []int32 {
	var order []int32
	for w, word := range r.taken {
		for ; word != 0; word &= word - 1 {
			for task := r.first[w<<6|bits.TrailingZeros64(word)]; task >= 0; task = r.next[task] {
				order = append(order, task)
			}
		}
	}
	return order
}

func numbers(count int) []int32 {
	list := make([]int32, count)
	for i := range list {
		list[i] = int32(i)
	}
	return list
}

func listsOf(tasks [][]int32) lists {
	l := lists{start: []int32{0}}
	for _, listed := range tasks {
		l.tasks = append(l.tasks, listed...)
		l.start = append(l.start, int32(len(l.tasks)))
	}
	return l
}

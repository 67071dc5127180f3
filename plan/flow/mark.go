package flow

import (
	"slices"

	"epr/plan"
)

// mark sorts the arcs for timing, and notes who shares people with others while both are at work, and whose
// start must never fall in a steady timing: work that starts on certain weekdays only, which can finish
// earlier if it starts earlier, and work on whose start a milestone hangs, which has no other date than the
// one it is reached on.
func (f *Flow) mark() {
	f.shares, f.isSteady = make([]bool, len(f.nodes)), make([]bool, len(f.nodes))
	f.plain, f.other = make([][]int32, len(f.nodes)), make([][]int32, len(f.nodes))
	for i := range f.nodes {
		f.isSteady[i] = f.nodes[i].startsOn != 0
	}
	for k := range f.arcs {
		a := &f.arcs[k]
		if f.place[a.from] >= f.place[a.to] {
			f.backward = append(f.backward, int32(k))
		}
		if a.isPlain() {
			f.plain[a.to] = append(f.plain[a.to], a.from)
		} else {
			f.other[a.to] = append(f.other[a.to], int32(k))
		}
		if a.kind == interleaved {
			f.shares[a.to] = true
		}
		if f.nodes[a.to].how == milestone && (a.start || a.done < plan.One) {
			f.isSteady[a.from] = true
		}
	}
	for i := range f.plain {
		slices.Sort(f.plain[i])
		f.plain[i] = slices.Compact(f.plain[i])
	}
}

// isPlain reports whether an arc only says that the later activity starts once the earlier one is finished.
func (a *arc) isPlain() bool {
	return a.kind != interleaved && a.ordered && a.lag == 0 && !a.start && !a.toFinish && a.done >= plan.One
}

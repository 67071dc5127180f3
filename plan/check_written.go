package plan

import (
	"strings"

	"epr/plan/source"
)

// What was written but not understood has left its zero value behind, and has been reported by whoever read
// the plan. Rules about what is missing have to tell it from what was never written.

// has reports whether something was written at one of the paths, understood or not. Quotes or brackets with
// nothing in them say nothing.
func (o Origin) has(paths ...string) bool {
	for _, path := range paths {
		if o.Keys == nil {
			return false
		}
		if at, ok := o.Keys.Place(path); ok && !saysNothing(at) {
			return true
		}
	}
	return false
}

// saysNothing reports whether no more than a pair of quotes or brackets was written at a place, or nothing.
func saysNothing(at source.Span) bool {
	switch strings.Join(strings.Fields(at.Text()), "") {
	case "", `""`, `''`, "[]", "{}":
		return true
	}
	return false
}

// item is the place of a key of element i of a list of which n were understood. If more were written it
// cannot be told which element it is, and the place is that of the list.
func (o Origin) item(list string, i, n int, key string) source.Span {
	if o.has(index(list, n)) {
		return o.Place(list)
	}
	return o.Place(index(list, i) + key)
}

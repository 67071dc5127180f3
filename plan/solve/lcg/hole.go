package lcg

import "epr/plan/solve/model"

// holes are the starts that each variable may not take; nil if it may take all between its bounds.
type holes []*model.Domain

// round raises a value of a bound to the next that the domain allows. No reason is needed for that.
func (h holes) round(b bound, value int32) int32 {
	d := h[b.variable()]
	switch {
	case d == nil:
		return value
	case b.isLower():
		return d.AtOrAfter(value)
	}
	return -d.AtOrBefore(-value)
}

// relax is the weakest literal that means the same as l: one more than the last value that the domain
// allows below.
func (h holes) relax(l Literal) Literal {
	d := h[l.bound.variable()]
	switch {
	case d == nil:
	case l.bound.isLower():
		l.value = d.AtOrBefore(l.value-1) + 1
	default:
		l.value = 1 - d.AtOrAfter(1-l.value)
	}
	return l
}

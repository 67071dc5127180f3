package peers

// function is a function that never decreases, from first on one value for each argument.
type function struct {
	first  int32
	values []int32
}

// newFunction tabulates f from first to last, both included.
func newFunction(first, last int32, f func(int32) int32) function {
	t := function{first: first}
	for v := first; v <= last; v++ {
		t.values = append(t.values, f(v))
	}
	return t
}

func (f *function) last() int32        { return f.first + int32(len(f.values)) - 1 }
func (f *function) at(v int32) int32   { return f.values[v-f.first] }
func (f *function) over(v int32) int32 { return f.at(v) - v }

// relate writes to >= f(from) with the kind that takes fewest pieces, for variables of these values. It
// reports false if the values keep the rule by themselves.
func relate(from, to int32, f function, of, in Variable) (Relation, bool) {
	r := Relation{From: from, To: to}
	if f.at(f.last()) <= in.first() {
		return r, false
	}
	r.Step = steps(f, of, in)
	if rise, ok := rises(f, in); ok && len(rise) <= len(r.Step) {
		r.Rise, r.Step = rise, nil
	}
	if fall, ok := falls(f, in); ok && len(fall) < len(r.Step)+len(r.Rise) {
		r.Fall, r.Rise, r.Step = fall, nil, nil
	}
	return r, true
}

// rises are the pieces of a function that runs further and further ahead of its argument; false if it
// falls behind somewhere. Pieces that say no more than the values of the variable are left out.
func rises(f function, in Variable) ([]Piece, bool) {
	var pieces []Piece
	for v := f.first; v <= f.last(); v++ {
		switch {
		case v > f.first && f.over(v) < f.over(v-1):
			return nil, false
		case v == f.first || f.over(v) > f.over(v-1):
			if len(pieces) > 0 && f.at(v-1) <= in.first() {
				pieces = pieces[:0]
			}
			pieces = append(pieces, Piece{v, f.over(v)})
		}
	}
	return pieces, true
}

// falls are the pieces of the inverse, the last argument whose value is not above y, if that runs further
// and further ahead of y.
func falls(f function, in Variable) ([]Piece, bool) {
	if f.at(f.first) > in.first() {
		return nil, false
	}
	var pieces []Piece
	v, before := f.first, int32(0)
	for y := in.first(); y < f.at(f.last()); y++ {
		for f.at(v+1) <= y {
			v++
		}
		switch over := v - y; {
		case y > in.first() && over < before:
			return nil, false
		case y > in.first() && over == before:
			pieces[len(pieces)-1][0] = y
		default:
			pieces, before = append(pieces, Piece{y, over}), over
		}
	}
	return pieces, true
}

// steps are the values of a function one by one, each raised to the next value that the variable to can
// have.
func steps(f function, of, in Variable) []Piece {
	var pieces []Piece
	value := in.first()
	for _, span := range of {
		for v := span[0]; v <= span[1]; v++ {
			if next := in.atOrAfter(f.at(v)); next > value {
				pieces, value = append(pieces, Piece{v, next}), next
			}
		}
	}
	return pieces
}

// atOrAfter is the first value that is y or more; one more than the last if there is none.
func (v Variable) atOrAfter(y int32) int32 {
	for _, span := range v {
		if y <= span[1] {
			return max(y, span[0])
		}
	}
	return v.last() + 1
}

// channel writes to = f(from) for a function that falls behind its argument more and more.
func channel(from, to int32, f function, of, in Variable) Channel {
	c := Channel{Relation: Relation{From: from, To: to}}
	c.Step = steps(f, of, in)
	if fall, ok := falls(f, in); ok && len(fall) < len(c.Step) {
		c.Fall, c.Step = fall, nil
	}
	if c.Cap, c.Lid = caps(f, of), lids(f, of); len(c.Lid) < len(c.Cap) {
		c.Cap = nil
	} else {
		c.Lid = nil
	}
	return c
}

// caps are the pieces by which a function falls behind.
func caps(f function, of Variable) []Piece {
	var pieces []Piece
	for _, span := range of {
		for v := span[0]; v <= span[1]; v++ {
			if n := len(pieces); n == 0 || f.over(v) < pieces[n-1][1] {
				pieces = append(pieces, Piece{v, f.over(v)})
			}
		}
	}
	return pieces
}

// lids are the values of a function with the last argument that has them, but for the last value.
func lids(f function, of Variable) []Piece {
	var pieces []Piece
	for _, span := range of {
		for v := span[0]; v <= span[1] && f.at(v) < f.at(f.last()); v++ {
			if n := len(pieces); n > 0 && pieces[n-1][1] == f.at(v) {
				pieces[n-1][0] = v
			} else {
				pieces = append(pieces, Piece{v, f.at(v)})
			}
		}
	}
	return pieces
}

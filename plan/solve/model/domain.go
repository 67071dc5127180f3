package model

// Domain is a set of days on which work may start, with the nearest member of the set in both
// directions from every boundary. Tasks with the same set share one.
type Domain struct {
	Next []int32 // Next[x]: the first start on or after x, [Never] if there is none; x from 0 to horizon+1
	Prev []int32 // Prev[x]: the last start on or before x, [None] if there is none; x from 0 to horizon
}

// NewDomain makes the domain of the boundaries 0 to horizon for which may is true.
func NewDomain(may []bool) Domain {
	last := len(may) - 1
	d := Domain{Next: make([]int32, last+2), Prev: make([]int32, last+1)}
	d.Next[last+1] = Never
	for x := last; x >= 0; x-- {
		d.Next[x] = d.Next[x+1]
		if may[x] {
			d.Next[x] = int32(x)
		}
	}
	before := None
	for x := range may {
		if may[x] {
			before = int32(x)
		}
		d.Prev[x] = before
	}
	return d
}

// AnyDay is the domain of every boundary from 0 to a horizon.
func AnyDay(horizon int32) Domain {
	may := make([]bool, horizon+1)
	for x := range may {
		may[x] = true
	}
	return NewDomain(may)
}

// Has reports whether x is in the domain.
func (d *Domain) Has(x int32) bool { return x >= 0 && int(x) < len(d.Prev) && d.Prev[x] == x }

// AtOrAfter is the first start on or after x, [Never] if there is none.
func (d *Domain) AtOrAfter(x int32) int32 {
	if x >= int32(len(d.Next)) {
		return Never
	}
	return d.Next[max(x, 0)]
}

// AtOrBefore is the last start on or before x, [None] if there is none.
func (d *Domain) AtOrBefore(x int32) int32 {
	if x < 0 {
		return None
	}
	return d.Prev[min(x, int32(len(d.Prev))-1)]
}

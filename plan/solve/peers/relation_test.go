package peers

import (
	"testing"

	"pgregory.net/rapid"
)

// A relation allows exactly the pairs of values that keep its rule, whatever its kind, and a channel those
// that are equal.
func TestRelate(t *testing.T) {
	kinds := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		of, in := values(t, "from"), values(t, "to")
		f := increasing(t, of, rapid.IntRange(0, 2).Draw(t, "shape"))
		if rapid.Bool().Draw(t, "within") { // as windows are
			in = in.from(f.at(f.first))
		}
		r, needed := relate(0, 1, f, of, in)
		for _, span := range of {
			for a := span[0]; a <= span[1]; a++ {
				each(in, func(b int32) {
					if got, want := !needed || r.allows(a, b), b >= f.at(a); got != want {
						t.Fatalf("%v of %v allows %d to %d: %v, want %v", r, f, a, b, got, want)
					}
				})
			}
		}
		kinds[r.kind()]++
	})
	for _, kind := range []string{"rise", "fall", "step"} {
		if kinds[kind] == 0 && !testing.Short() { // a short run draws too few to be sure of all kinds
			t.Errorf("no relation drawn is of kind %s: %v", kind, kinds)
		}
	}
}

func TestChannel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := values(t, "from")
		f := increasing(t, of, falling)
		in := Variable{{f.at(f.first), f.at(f.last())}}
		c := channel(0, 1, f, of, in)
		each(of, func(a int32) {
			each(in, func(b int32) {
				capped := true
				for _, p := range c.Cap {
					capped = capped && (a < p[0] || b <= a+p[1])
				}
				for _, p := range c.Lid {
					capped = capped && (a > p[0] || b <= p[1])
				}
				if got := capped && c.allows(a, b); got != (b == f.at(a)) {
					t.Fatalf("%v of %v allows %d to %d: %v", c, f, a, b, got)
				}
			})
		})
	})
}

// values draws one to three spans.
func values(t *rapid.T, of string) Variable {
	var v Variable
	at := rapid.Int32Range(0, 9).Draw(t, of)
	for range rapid.IntRange(1, 3).Draw(t, of+" spans") {
		last := at + rapid.Int32Range(0, 6).Draw(t, of+" span")
		v = append(v, [2]int32{at, last})
		at = last + rapid.Int32Range(2, 4).Draw(t, of+" gap")
	}
	return v
}

// from is the same spans moved on so that the first value is y or more.
func (v Variable) from(y int32) Variable {
	moved := Variable{}
	for _, span := range v {
		by := max(0, y-v.first())
		moved = append(moved, [2]int32{span[0] + by, span[1] + by})
	}
	return moved
}

// The shapes of functions: those that grow by any amount, by one or more, by one or less.
const (
	anyhow = iota
	rising
	falling
)

func increasing(t *rapid.T, of Variable, shape int) function {
	least, most := int32(0), int32(3)
	switch shape {
	case rising:
		least = 1
	case falling:
		most = 1
	}
	value := rapid.Int32Range(0, 9).Draw(t, "first")
	return newFunction(of.first(), of.last(), func(int32) int32 {
		value += rapid.Int32Range(least, most).Draw(t, "by")
		return value
	})
}

func each(v Variable, do func(int32)) {
	for _, span := range v {
		for x := span[0]; x <= span[1]; x++ {
			do(x)
		}
	}
}

func (r *Relation) kind() string {
	switch {
	case r.Rise != nil:
		return "rise"
	case r.Fall != nil:
		return "fall"
	case r.Step != nil:
		return "step"
	}
	return "none"
}

func (r *Relation) allows(a, b int32) bool {
	for _, p := range r.Rise {
		if a >= p[0] && b < a+p[1] {
			return false
		}
	}
	for _, p := range r.Fall {
		if b <= p[0] && a > b+p[1] {
			return false
		}
	}
	for _, p := range r.Step {
		if a >= p[0] && b < p[1] {
			return false
		}
	}
	return true
}

package lcg

import "fmt"

// Var is a variable. Those of a model's tasks have the numbers of the tasks.
type Var int32

func (x Var) lower() bound { return bound(2 * x) }
func (x Var) upper() bound { return bound(2*x + 1) }

// bound is the lower bound of a variable, or its upper bound negated.
type bound int32

func (b bound) opposite() bound { return b ^ 1 }
func (b bound) variable() Var   { return Var(b >> 1) }
func (b bound) isLower() bool   { return b&1 == 0 }

// Literal says that a bound has reached a value.
type Literal struct {
	bound bound
	value int32
}

// AtLeast is the literal x ≥ v.
func AtLeast(x Var, v int32) Literal { return Literal{x.lower(), v} }

// AtMost is the literal x ≤ v.
func AtMost(x Var, v int32) Literal { return Literal{x.upper(), -v} }

// Not is the literal that is true when l is false.
func (l Literal) Not() Literal { return Literal{l.bound.opposite(), 1 - l.value} }

// Var is the variable that a literal is about.
func (l Literal) Var() Var { return l.bound.variable() }

// String writes a literal as [x3 ≥ 12].
func (l Literal) String() string {
	if l.bound.isLower() {
		return fmt.Sprintf("[x%d ≥ %d]", l.bound.variable(), l.value)
	}
	return fmt.Sprintf("[x%d ≤ %d]", l.bound.variable(), -l.value)
}

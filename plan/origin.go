package plan

import "epr/plan/source"

// Origin is where a noun was written. Every noun of a model embeds it, so that a rule found broken
// much later can still point at the key that broke it. The zero Origin belongs to a noun built in Go.
type Origin struct {
	// At is the noun's header or id.
	At source.Span
	// Keys finds the places inside; nil for a noun built in Go.
	Keys Places
}

// Places finds where the value of a key was written, and the key itself. Paths are keys and positions, as
// in "days", "cost_of_delay.per_month", "after[1].lag".
type Places interface {
	Place(path string) (source.Span, bool)
	Key(path string) (source.Span, bool)
	// Written lists the paths of what the noun says, in the order written; tables under a header of their own are
	// gone into.
	Written() []string
}

// Place is where the value at path was written, or failing that the noun itself.
func (o Origin) Place(path string) source.Span {
	if o.Keys != nil {
		if at, ok := o.Keys.Place(path); ok {
			return at
		}
	}
	return o.At
}

// Key is where the key at path was written, or failing that the noun itself: where a key is a name, as in
// "needs.trainers", the mistake may be in the key.
func (o Origin) Key(path string) source.Span {
	if o.Keys != nil {
		if at, ok := o.Keys.Key(path); ok {
			return at
		}
	}
	return o.At
}

// Written lists the paths of what the noun says, in the order written; nothing for a noun built in Go.
func (o Origin) Written() []string {
	if o.Keys == nil {
		return nil
	}
	return o.Keys.Written()
}

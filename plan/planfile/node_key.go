package planfile

import "epr/plan/source"

// Key implements [plan.Places]: where the key itself stands at the path that [node.Place] follows. An
// element of a list has no key, and stands for it.
func (n *node) Key(path string) (source.Span, bool) {
	at := n
	for path != "" {
		if at, path = at.step(path); at == nil {
			return source.Span{}, false
		}
	}
	return at.key, at != n
}

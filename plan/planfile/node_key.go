package planfile

import (
	"strconv"
	"strings"

	"epr/plan/source"
)

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

// Written implements [plan.Places].
func (n *node) Written() []string {
	var paths []string
	for _, kid := range n.kids {
		if !kid.isUnset() {
			paths = append(paths, kid.writtenAs(kid.name)...)
		}
	}
	return paths
}

// writtenAs are the paths of a value that is called so: its own, or where it stands under headers those in it.
func (n *node) writtenAs(name string) []string {
	if n.form != isTable && n.form != isList || strings.HasPrefix(n.at.Text(), "{") || strings.HasPrefix(n.at.Text(), "[") {
		return []string{name}
	}
	var paths []string
	for k, kid := range n.kids {
		path := name + "." + kid.name
		if n.form == isList {
			path = name + "[" + strconv.Itoa(k) + "]"
		}
		paths = append(paths, kid.writtenAs(path)...)
	}
	return paths
}

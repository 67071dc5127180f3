package planfile

import (
	"fmt"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// table reads the keys of one table of the tree. Every key asked for is remembered, and [table.done]
// reports the others as unknown. A value of the wrong type is reported and then counts as given, but
// empty: nobody complains that it is missing.
type table struct {
	*node
	problems *source.Problems
	what     string // "a trust": what has these keys
	who      string // `trust "ulth"`: whose keys they are
	asked    []string
	required []string
}

func newTable(n *node, problems *source.Problems, what, who string) *table {
	return &table{node: n, problems: problems, what: what, who: who, asked: make([]string, 0, 8)}
}

// origin is where the table was written, for the noun made of it.
func (t *table) origin() plan.Origin { return plan.Origin{At: t.node.at, Keys: t.node} }

// value is the value of a key as it stands; nil if it is not given.
func (t *table) value(key string) *node {
	if !slices.Contains(t.asked, key) {
		t.asked = append(t.asked, key)
	}
	return t.child(key)
}

// has reports whether a key is given, whatever its value.
func (t *table) has(key string) bool { return t.value(key) != nil }

// given lists those of the keys that are given.
func (t *table) given(keys ...string) []string {
	var given []string
	for _, key := range keys {
		if t.has(key) {
			given = append(given, key)
		}
	}
	return given
}

// require says which keys have to be given. Those that are not are reported in the end, by done.
func (t *table) require(keys ...string) {
	for _, key := range keys {
		t.value(key)
	}
	t.required = append(t.required, keys...)
}

// exclude reports the keys that are given although they mean nothing here, and why.
func (t *table) exclude(why string, keys ...string) {
	for _, key := range t.given(keys...) {
		t.report("conflicting-keys", t.value(key).key, "", "%s of %s %s", quote(key), t.who, why)
	}
}

// report adds an error. The hint may be empty.
func (t *table) report(code string, at source.Span, hint, format string, args ...any) {
	t.problems.Add(source.Problem{Code: code, At: at, Text: fmt.Sprintf(format, args...), Hint: hint})
}

// sub is the table under a key; nil if it is not given or no table.
func (t *table) sub(key string) *table {
	n := t.value(key)
	if n == nil {
		return nil
	}
	if n.form != isTable {
		t.wrong(n, key, wantTable)
		return nil
	}
	return newTable(n, t.problems, quote(key), quote(key))
}

// row is an element of a list as a table, which is called the thing; nil if it is none.
func (t *table) row(n *node, key, thing string, w want) *table {
	if n.form != isTable {
		t.wrong(n, key, w)
		return nil
	}
	return newTable(n, t.problems, article(thing), "the "+thing)
}

// done reports the keys that were never asked for, and then those that are missing, but for one that is
// there in another spelling.
func (t *table) done() {
	var misspelt []string
	for _, kid := range t.kids {
		if slices.Contains(t.asked, kid.name) {
			continue
		}
		meant := source.Suggest(kid.name, t.asked)
		t.unknown(kid, meant)
		misspelt = append(misspelt, meant)
	}
	var missing []string
	for _, key := range t.required {
		switch v := t.child(key); {
		case v == nil && !slices.Contains(misspelt, key):
			missing = append(missing, key)
		case v != nil && v.form == isText && strings.TrimSpace(v.text) == "":
			t.report("missing-key", v.at, "", "%s of %s is empty", quote(key), t.who)
		}
	}
	if missing != nil {
		t.report("missing-key", t.node.at, "", "%s has no %s", t.who, quoteAll(missing, "or"))
	}
}

func (t *table) unknown(kid *node, meant string) {
	hint := t.elsewhere(kid.name)
	if meant != "" {
		hint = "did you mean " + quote(meant) + "?"
	}
	what := "key"
	if isHeader := kid.key == kid.at; isHeader && (kid.form == isTable || kid.form == isList) {
		what = "table"
	}
	t.report("unknown-key", kid.key, hint, "%s has no %s %s", t.what, what, quote(kid.name))
}

// elsewhere helps with a key that is like no other: it belongs at the top of the file, or there are so
// few keys that they can be listed.
func (t *table) elsewhere(name string) string {
	const room = 100
	if (name == "include" || name == "lists") && t.what != "a plan" {
		return quote(name) + " belongs to the plan itself: above the first table"
	}
	if list := strings.Join(t.asked, ", "); len(list) < room && list != "" {
		return "its keys are " + list
	}
	return ""
}

// entries goes through a table of tables with an id each, as [trust.<id>]. Ids that are no ids and
// entries that are no tables are reported.
func (t *table) entries(key, what string, read func(id string, entry *table)) {
	n := t.value(key)
	switch {
	case n == nil || n.form == isRefused:
		return
	case n.form != isTable:
		hint := fmt.Sprintf("write [%s.<id>] for each", key)
		if n.form == isCell {
			hint = "call the column " + quote(key+"s")
		}
		t.report("wrong-type", n.at, hint, "%s wants a table with an id for each %s, found %s", quote(key), what, describe(n))
		return
	}
	tables := newTable(n, t.problems, "", "")
	for _, kid := range tables.kids {
		if entry := tables.entry(kid, key, what); entry != nil {
			read(kid.name, entry)
		}
	}
}

func (t *table) entry(kid *node, key, what string) *table {
	if kid.form == isRefused {
		return nil
	}
	if kid.form != isTable {
		t.report("wrong-type", kid.key, fmt.Sprintf("write [%s.<id>] and put its keys below", key),
			"%s in %s is no %s: an id and a table are wanted, found %s", quote(kid.name), quote(key), what, describe(kid))
		return nil
	}
	return newTable(kid, t.problems, article(what), what+" "+quote(kid.name))
}

// article puts "a" or "an" before a word, but for one that has no plural.
func article(what string) string {
	if what == "progress" {
		return what
	}
	if strings.ContainsRune("aeiou", rune(what[0])) {
		return "an " + what
	}
	return "a " + what
}

// elements goes through a list, or through a single value as a list of one where that is allowed.
func (t *table) elements(key string, w want, isSingle func(*node) bool, read func(i int, n *node)) {
	n := t.value(key)
	switch {
	case n == nil:
	case n.form == isCell:
		n.split()
		for i, kid := range n.kids {
			read(i, kid)
		}
	case n.form == isList:
		for i, kid := range n.kids {
			read(i, kid)
		}
	case isSingle != nil && isSingle(n):
		read(0, n)
	default:
		t.wrong(n, key, w)
	}
}

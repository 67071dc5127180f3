package planfile

import (
	"errors"

	"github.com/BurntSushi/toml"

	"epr/plan/source"
)

// parseTOML makes a tree of a file. The tree is nil and ok is false if the text is not TOML; then every
// table that is not is a problem.
func parseTOML(file *source.File, problems *source.Problems) (root *node, ok bool) {
	where := locate(file.Text)
	if where.deep >= 0 {
		problems.Errorf("syntax", file.Span(where.deep, where.deep+1), "this is nested more than %d levels deep", maxNesting)
		return nil, false
	}
	d := decodeAround(file, where, problems)
	if d.err != nil {
		reportSyntax(file, d, problems)
		return nil, false
	}
	b := builder{file: file, keys: d.keys, refused: d.refused, problems: problems}
	if root = b.document(d.where.marks, d.values); root != nil {
		return root, true
	}
	// The locator and the decoder differ: what was written is known, but not where.
	if len(d.refused) > 0 {
		return nil, false
	}
	return treeOf(d.values, file.Whole()), true
}

// decode runs the decoder. Whatever goes wrong inside it is an error of the text.
func decode(text string) (values map[string]any, keys []toml.Key, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("it cannot be read")
		}
	}()
	values = map[string]any{}
	meta, err := toml.Decode(text, &values)
	return values, meta.Keys(), err
}

// builder joins what the decoder says with where the locator found it.
type builder struct {
	file     *source.File
	keys     []toml.Key   // of the decoder, in the order of the text
	next     int          // the first key not yet met
	refused  map[int]bool // where values begin that are none
	problems *source.Problems
}

// errDiffer is that the locator and the decoder do not agree.
var errDiffer = errors.New("the places of the text are not known")

// document builds the tree of a text; nil if the marks do not fit the decoder's keys and values.
func (b *builder) document(marks []mark, values map[string]any) *node {
	root := &node{at: b.file.Whole()}
	if err := b.statements(root, marks, values); err != nil || b.next != len(b.keys) {
		return nil
	}
	return root
}

func (b *builder) statements(root *node, marks []mark, values map[string]any) error {
	at, in := root, values
	for i := range marks {
		m := &marks[i]
		names, err := b.names(m)
		if err != nil {
			return err
		}
		if m.header {
			at, in, err = b.header(root, values, m, names)
		} else {
			err = b.entry(at, in, m, names)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// names are the parts of the name of the next mark, as the decoder reads them.
func (b *builder) names(m *mark) ([]string, error) {
	if b.next == len(b.keys) {
		return nil, errDiffer
	}
	key := b.keys[b.next]
	b.next++
	if len(m.parts) > len(key) || m.header && len(m.parts) != len(key) {
		return nil, errDiffer
	}
	names := key[len(key)-len(m.parts):]
	for i, part := range m.parts {
		written := b.file.Text[part.start:part.end]
		if isBare(written[0]) && written != names[i] {
			return nil, errDiffer
		}
	}
	return names, nil
}

// header finds or makes the table of a header, and the values in it.
func (b *builder) header(root *node, values map[string]any, m *mark, names []string) (*node, map[string]any, error) {
	last := len(names) - 1
	at, in, err := b.descend(root, values, m.parts[:last], names[:last])
	if err != nil {
		return nil, nil, err
	}
	span := b.span(m.parts[last])
	if m.array {
		return b.element(at, in, span, names[last])
	}
	table := at.find(names[last])
	if table == nil {
		table = at.add(&node{name: names[last]})
	}
	table.key, table.at, table.isImplied = span, span, false
	in, ok := in[names[last]].(map[string]any)
	if !ok || table.form != isTable {
		return nil, nil, errDiffer
	}
	return table, in, nil
}

// element adds a table to the list that "[[name]]" makes.
func (b *builder) element(at *node, in map[string]any, span source.Span, name string) (*node, map[string]any, error) {
	list := at.find(name)
	if list == nil {
		list = at.add(&node{name: name, key: span, at: span, form: isList})
	}
	tables, ok := in[name].([]map[string]any)
	if !ok || list.form != isList || len(list.kids) >= len(tables) {
		return nil, nil, errDiffer
	}
	return list.add(&node{key: span, at: span}), tables[len(list.kids)-1], nil
}

// descend goes down to the table of that name, and makes what is not there.
func (b *builder) descend(at *node, in map[string]any, parts []extent, names []string) (*node, map[string]any, error) {
	for i, name := range names {
		kid := at.find(name)
		if kid == nil {
			span := b.span(parts[i])
			kid = at.add(&node{name: name, key: span, at: span, isImplied: true})
		}
		if at, in = kid.current(in[name]); at == nil {
			return nil, nil, errDiffer
		}
	}
	return at, in, nil
}

// current is the table that a name stands for at this point of the text, and its values: of a list of
// tables the last one met.
func (n *node) current(v any) (*node, map[string]any) {
	switch v := v.(type) {
	case map[string]any:
		if n.form == isTable {
			return n, v
		}
	case []map[string]any:
		if k := len(n.kids); n.form == isList && 0 < k && k <= len(v) {
			return n.kids[k-1], v[k-1]
		}
	}
	return nil, nil
}

// entry adds a key with its value to a table.
func (b *builder) entry(at *node, in map[string]any, m *mark, names []string) error {
	last := len(names) - 1
	at, in, err := b.descend(at, in, m.parts[:last], names[:last])
	if err != nil {
		return err
	}
	kid := &node{name: names[last], key: b.span(m.parts[last])}
	if first := at.find(kid.name); first != nil {
		// The decoder drops a value for a key that dotted keys have made a table.
		b.problems.Add(source.Problem{Code: "duplicate-key", At: kid.key, Text: quote(kid.name) + " is given twice",
			Notes: []source.Note{{At: first.key, Text: "it is given here first"}}})
		b.next += m.value.keys()
		return nil
	}
	if err := b.value(kid, m.value, in[kid.name]); err != nil {
		return err
	}
	at.add(kid)
	return nil
}

func (b *builder) value(n *node, w written, v any) error {
	n.at = b.span(w.extent)
	if b.refused[w.start] {
		n.form = isRefused
		return nil
	}
	switch v := v.(type) {
	case map[string]any:
		return b.inline(n, w, v)
	case []any:
		return b.elements(n, w, v)
	}
	if w.marks != nil || w.elements != nil || !n.scalar(v) {
		return errDiffer
	}
	return nil
}

func (b *builder) inline(n *node, w written, values map[string]any) error {
	n.form = isTable
	if b.file.Text[w.start] != '{' {
		return errDiffer
	}
	for i := range w.marks {
		names, err := b.names(&w.marks[i])
		if err != nil {
			return err
		}
		if err := b.entry(n, values, &w.marks[i], names); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) elements(n *node, w written, values []any) error {
	n.form = isList
	if len(values) != len(w.elements) || b.file.Text[w.start] != '[' {
		return errDiffer
	}
	n.kids = make([]*node, 0, len(values))
	for i, v := range values {
		kid := &node{}
		if err := b.value(kid, w.elements[i], v); err != nil {
			return err
		}
		kid.key = kid.at
		n.add(kid)
	}
	return nil
}

func (b *builder) span(e extent) source.Span {
	return source.Span{File: b.file, Start: e.start, End: e.end}
}

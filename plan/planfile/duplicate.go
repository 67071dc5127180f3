package planfile

import (
	"slices"
	"strings"

	"epr/plan/source"
)

// duplicate explains a key or a table that is given twice, and shows where the first is. The decoder
// names it, but says where only of the second; the first is looked up by how it is written.
func (m *mistake) duplicate() source.Problem {
	all := m.names()
	at := slices.IndexFunc(all, func(s named) bool { return s.start <= m.start && m.start < s.end })
	if at < 0 {
		return source.Problem{Code: "duplicate-key", At: m.file.Span(m.start, m.end), Text: "this is given twice"}
	}
	second := all[at]
	name := quote(second.path[len(second.path)-1])
	p := source.Problem{Code: "duplicate-key", At: m.file.Span(second.last.start, second.last.end), Text: name + " is given twice"}
	if second.header {
		p.Text = "the table [" + strings.Join(second.path, ".") + "] is given twice"
		if len(second.path) > 1 {
			p.Code = "duplicate-id"
		}
	}
	if first, ok := firstOf(all[:at], second); ok {
		p.Notes = []source.Note{{At: m.file.Span(first.last.start, first.last.end), Text: "the first is here"}}
	}
	return p
}

// named is a header or key with its full path, as far as that can be told without reading escapes.
type named struct {
	path       []string
	start, end int // of the name
	last       extent
	header     bool
}

// names lists all headers and keys of the text, in its order.
func (m *mistake) names() []named {
	var all []named
	var table []string
	for _, mark := range m.where.marks {
		if mark.header {
			table = m.paths(nil, mark, &all)
		} else {
			m.paths(table, mark, &all)
		}
	}
	return all
}

// paths lists a mark, and those inside its value, and returns its path.
func (m *mistake) paths(in []string, mark mark, all *[]named) []string {
	path := slices.Clip(in)
	for _, part := range mark.parts {
		path = append(path, strings.Trim(m.text[part.start:part.end], `"'`))
	}
	last := mark.parts[len(mark.parts)-1]
	*all = append(*all, named{path, mark.parts[0].start, last.end, last, mark.header})
	m.inside(path, mark.value, all)
	return path
}

func (m *mistake) inside(path []string, value written, all *[]named) {
	for _, mark := range value.marks {
		m.paths(path, mark, all)
	}
	for _, element := range value.elements {
		m.inside(path, element, all)
	}
}

// firstOf finds what the second clashes with: the nearest before it with the same path, or of which the
// path goes on from there, or else a key with a value that it goes on from.
func firstOf(before []named, second named) (named, bool) {
	for _, clashes := range []func(named) bool{
		func(s named) bool { return slices.Equal(s.path, second.path) },
		func(s named) bool { return leadsTo(second.path, s.path) },
		func(s named) bool { return !s.header && leadsTo(s.path, second.path) },
	} {
		for _, s := range slices.Backward(before) {
			if clashes(s) {
				return s, true
			}
		}
	}
	return named{}, false
}

// leadsTo reports whether a path begins with another.
func leadsTo(begin, path []string) bool {
	return len(begin) < len(path) && slices.Equal(begin, path[:len(begin)])
}

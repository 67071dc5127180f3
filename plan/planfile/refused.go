package planfile

import (
	"strings"

	"github.com/BurntSushi/toml"

	"epr/plan/source"
)

// The decoder reads nothing of a text with one value in it that is none, such as 2026-02-30 or 3d. What is wrong
// with the rest would then show only when that one is mended. So each such value is reported, something of the
// same length stands in for it, and the text is decoded again; the node of the value is marked, and whoever
// reads it takes it as given wrongly.

// decoded is a text as the decoder reads it.
type decoded struct {
	text    string // with stand-ins
	where   location
	values  map[string]any
	keys    []toml.Key
	err     error
	refused map[int]bool // where the values begin for which something stands in
}

// decodeAround decodes a file, and reports the values that are none on the way. What is wrong besides is left in
// the error.
func decodeAround(file *source.File, where location, problems *source.Problems) decoded {
	d := decoded{text: file.Text, where: where, refused: map[int]bool{}}
	d.values, d.keys, d.err = decode(d.text)
	for n := 1; d.err != nil && n < maxSyntax; n++ {
		next, p, ok := d.around(file)
		if !ok {
			break
		}
		problems.Add(p)
		d = next
	}
	return d
}

// around puts a stand-in for the value at which the decoder stopped. It is not ok if that is not all that is wrong
// there.
func (d decoded) around(file *source.File) (next decoded, p source.Problem, ok bool) {
	m := mistake{file: file, text: d.text, where: d.where}
	m.read(d.err)
	if p, ok = m.value(); !ok || p.At.Start == p.At.End {
		return d, p, false
	}
	next = d
	next.text = d.text[:p.At.Start] + standIn(p.At.End-p.At.Start) + d.text[p.At.End:]
	next.where = locate(next.text)
	if next.values, next.keys, next.err = decode(next.text); next.err != nil {
		further := mistake{file: file, text: next.text}
		further.read(next.err)
		if further.start < p.At.End || !strings.ContainsAny(next.text[p.At.End:further.start], ",\n") {
			return d, p, false
		}
	}
	d.refused[p.At.Start] = true
	return next, p, true
}

// value explains a mistake that is a value of its own.
func (m *mistake) value() (source.Problem, bool) {
	if strings.HasPrefix(m.message, "invalid datetime") {
		return m.badDate(), true
	}
	return m.misspelt()
}

// standIn is a value of so many bytes.
func standIn(length int) string {
	if length == 1 {
		return "0"
	}
	return `"` + strings.Repeat(" ", length-2) + `"`
}

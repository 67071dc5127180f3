package diff

import (
	"cmp"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// Edit is one thing that the new model says otherwise than the old one and that can move dates: a key of a
// noun with another value, or a noun added or removed.
type Edit struct {
	Group Group
	// Noun is the header that the edit stands under, as it is written: "playbook.acute.train".
	Noun string
	// Key is the key with another value; empty if the noun as a whole was added, removed or changed.
	Key    string
	Change Change
	// At is where the new model says so; for what was removed, where the old one did.
	At    source.Span `json:"-"`
	Place string      // the same as "plan.toml:31:10"
	// Was and Is are the two values as they stand in the models, on one line; empty where there is none or
	// where they are longer than a line.
	Was, Is string
	// Says are the keys of a noun that was added or removed, as they are written: "to = 2027-06-06". Of one that changed
	// as a whole they are those that are written otherwise now.
	Says []string
}

// Change is what was done to a noun.
type Change string

// The changes.
const (
	Changed Change = "changed"
	Added   Change = "added"
	Removed Change = "removed"
)

// editKey tells edits apart.
type editKey struct {
	group     Group
	noun, key string
}

func (e *Edit) editKey() editKey { return editKey{e.Group, e.Noun, e.Key} }

// compareEdits puts edits in the order in which they are applied: by group, then by noun and key. The
// status date comes after what is reported as of it, so that the days it costs are those of work that was
// not reported.
func compareEdits(a, b Edit) int {
	last := func(e *Edit) int {
		if e.Group == Progress && e.Key == "status" {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(a.Group, b.Group), cmp.Compare(last(&a), last(&b)),
		strings.Compare(a.Noun, b.Noun), strings.Compare(a.Key, b.Key))
}

// written is a value as it stands in the model; empty if it is longer than a line.
func written(at source.Span) string {
	const longest = 60
	text := at.Text()
	if len(text) > longest || strings.Contains(text, "\n") {
		return ""
	}
	return text
}

// placeOf is where a key stands; the noun if it has no place of its own.
func placeOf(o plan.Origin, key string) source.Span {
	if key == "" {
		return o.At
	}
	return o.Place(key)
}

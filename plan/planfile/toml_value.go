package planfile

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"time"

	"epr/calendar"
	"epr/plan/source"
)

// scalar sets the form and the value of a node; false if the value is none of TOML's.
func (n *node) scalar(v any) bool {
	switch v := v.(type) {
	case string:
		n.form, n.text = isText, v
	case int64:
		n.form, n.number = isWhole, v
	case float64:
		n.form, n.text = isDecimal, digitsOf(v)
	case bool:
		n.form = isFlag
		if v {
			n.number = 1
		}
	case time.Time:
		n.form, n.text = isTime, v.Format(time.RFC3339)
		if v.Location().String() == "date-local" {
			n.form = isDay
			n.date, _ = calendar.Of(v.Year(), int(v.Month()), v.Day())
		}
	default:
		return false
	}
	return true
}

// digitsOf is a decimal as it was written: the shortest digits that mean the same number. It is the
// exact decimal for all of up to 15 digits.
func digitsOf(v float64) string {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return fmt.Sprint(v)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// treeOf makes a tree of which all places are the file as a whole.
func treeOf(v any, whole source.Span) *node {
	n := &node{key: whole, at: whole}
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			kid := treeOf(v[name], whole)
			kid.name = name
			n.add(kid)
		}
	case []map[string]any:
		n.form = isList
		for _, e := range v {
			n.add(treeOf(e, whole))
		}
	case []any:
		n.form = isList
		for _, e := range v {
			n.add(treeOf(e, whole))
		}
	default:
		n.scalar(v)
	}
	return n
}

package planfile

import (
	"strings"

	"epr/calendar"
	"epr/plan/source"
)

// node is a value of a model with the places of its key and of itself. TOML tables, whether headers,
// dotted keys or inline, and rows of CSV lists all become nodes; who reads them cannot tell.
type node struct {
	name string      // its key; empty for elements of lists and rows
	key  source.Span // where the key stands
	at   source.Span // where the value stands; for a table with a header, the last part of that
	form form
	// isImplied marks a table that has no header of its own: it is there because something in it is.
	isImplied bool

	text   string        // of a text or a cell; a decimal in digits
	number int64         // of a whole number; of a flag, 1 for true
	date   calendar.Date // of a date
	kids   []*node       // entries of a table, elements of a list, in the order written

	byName map[string]*node // the entries of a large table
	header *node            // of a CSV list without entries: a row with nothing in it
}

// form is what a value looks like.
type form uint8

const (
	isTable   form = iota
	isList         // of values or tables
	isText         // in quotes
	isWhole        // a number without a decimal point
	isDecimal      // a number with one
	isFlag         // true or false
	isDay          // a date
	isTime         // a time of day, or a date with one
	isCell         // of a CSV list: it means what its reader asks for
	isBlank        // an empty cell: a key that is known but not set
	isRefused      // no value at all, which has been reported
)

// large is how many entries a table has before it is worth indexing.
const large = 12

// child is the entry of a table by its key; nil if there is none, or if it is a cell left blank.
func (n *node) child(name string) *node {
	if kid := n.find(name); kid != nil && !kid.isUnset() {
		return kid
	}
	return nil
}

func (n *node) find(name string) *node {
	if n.byName != nil {
		return n.byName[name]
	}
	for _, kid := range n.kids {
		if kid.name == name {
			return kid
		}
	}
	return nil
}

// add appends an entry or an element.
func (n *node) add(kid *node) *node {
	n.kids = append(n.kids, kid)
	switch {
	case n.form != isTable:
	case n.byName != nil:
		n.byName[kid.name] = kid
	case len(n.kids) > large:
		n.byName = make(map[string]*node, 4*large)
		for _, k := range n.kids {
			n.byName[k.name] = k
		}
	}
	return kid
}

// isUnset reports whether a node says nothing: a blank cell, or a table of a CSV row of such.
func (n *node) isUnset() bool {
	if n.form == isBlank {
		return true
	}
	if n.form != isTable || len(n.kids) == 0 {
		return false
	}
	for _, kid := range n.kids {
		if !kid.isUnset() {
			return false
		}
	}
	return true
}

// Place implements [plan.Places]. It knows the short forms of the language: where one value stands for a
// list of one, "playbook[0]" is that value; where a name stands for a link or a date for an
// announcement, "after[1].step" and "announced[0].date" are that name and that date.
func (n *node) Place(path string) (source.Span, bool) {
	at := n
	for path != "" {
		if at, path = at.step(path); at == nil {
			return source.Span{}, false
		}
	}
	return at.at, at != n
}

// step follows the first key or position of a path; nil if there is no such key.
func (n *node) step(path string) (kid *node, rest string) {
	path = strings.TrimPrefix(path, ".")
	switch {
	case strings.HasPrefix(path, "["):
		return n.element(path)
	case path == "step" && n.form == isText, path == "date" && n.form == isDay:
		return n, ""
	case n.form != isTable:
		return nil, ""
	}
	// An id can have dots in it, as can the pattern of an adjustment: the longest key that fits wins.
	for _, k := range n.kids {
		if (kid == nil || len(k.name) > len(kid.name)) && leads(k.name, path) {
			kid = k
		}
	}
	if kid == nil || kid.isUnset() {
		return nil, ""
	}
	return kid, path[len(kid.name):]
}

// leads reports whether a path begins with a key.
func leads(name, path string) bool {
	rest, ok := strings.CutPrefix(path, name)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

func (n *node) element(path string) (*node, string) {
	end := strings.IndexByte(path, ']')
	if end < 0 {
		return nil, ""
	}
	i := 0
	for _, c := range path[1:end] {
		i = 10*i + int(c-'0')
	}
	rest := path[end+1:]
	switch {
	case i >= 0 && i < len(n.kids) && n.form != isTable:
		return n.kids[i], rest
	case i == 0 && n.form != isList:
		return n, rest // one value for a list of one
	}
	return nil, ""
}

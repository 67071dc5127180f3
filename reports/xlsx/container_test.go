package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// container is a workbook as the parts of its archive, each read as XML. Its checks are made on the parts
// themselves, because the library that wrote them reads past much that Excel will not. Each returns faults as
// sentences, none for a sound workbook.
type container map[string]*node

// node is an element of a part.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Nodes   []*node    `xml:",any"`
}

// attr is the value of an attribute, "" if it is not there. A name may begin with "r:" for a relation.
func (n *node) attr(name string) string {
	related := strings.HasPrefix(name, "r:")
	for _, a := range n.Attrs {
		if a.Name.Local == strings.TrimPrefix(name, "r:") && strings.HasSuffix(a.Name.Space, "/relationships") == related {
			return a.Value
		}
	}
	return ""
}

// all is the elements of a name anywhere under n, in their order.
func (n *node) all(name string) []*node {
	var list []*node
	for _, child := range n.Nodes {
		if child.XMLName.Local == name {
			list = append(list, child)
		}
		list = append(list, child.all(name)...)
	}
	return list
}

// child is the first element of a name right under n; one without anything if there is none.
func (n *node) child(name string) *node {
	for _, child := range n.Nodes {
		if child.XMLName.Local == name {
			return child
		}
	}
	return &node{}
}

// opened reads every part of an archive as XML. That a part is not well-formed is a fault.
func opened(t testing.TB, content []byte) container {
	t.Helper()
	c := container{}
	for name, text := range parts(t, content) {
		n, err := parsed(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		c[name] = n
	}
	return c
}

// parts are the parts of an archive by name.
func parts(t testing.TB, content []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	list := map[string][]byte{}
	for _, entry := range archive.File {
		if list[entry.Name] != nil {
			t.Errorf("two parts are called %s", entry.Name)
		}
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		if list[entry.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	return list
}

func parsed(text []byte) (*node, error) {
	var n node
	return &n, xml.Unmarshal(text, &n)
}

// names are the parts in order.
func (c container) names() []string { return slices.Sorted(maps.Keys(c)) }

// relationFaults checks that each part has a type, that each relation leads to a part and each reference to a
// relation, and that every part can be reached.
func (c container) relationFaults() []string {
	faults := c.typeFaults()
	reached := map[string]bool{"[Content_Types].xml": true}
	for _, name := range c.names() {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		reached[name] = true
		owner := path.Join(path.Dir(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".rels"))
		if name != "_rels/.rels" && c[owner] == nil {
			faults = append(faults, fmt.Sprintf("%s is of a part that is not there", name))
		}
		for id, target := range c.relations(owner) {
			reached[target] = true
			if c[target] == nil {
				faults = append(faults, fmt.Sprintf("%s of %s leads to %s, which is not there", id, name, target))
			}
		}
	}
	for _, name := range c.names() {
		if !reached[name] {
			faults = append(faults, name+" is reached from nowhere")
		}
		faults = append(faults, c.idFaults(name)...)
	}
	return faults
}

// relations are the parts that a part leads to, by the id of the relation.
func (c container) relations(owner string) map[string]string {
	rels, list := path.Join(path.Dir(owner), "_rels", path.Base(owner)+".rels"), map[string]string{}
	if owner == "." {
		rels = "_rels/.rels"
	}
	if c[rels] == nil {
		return list
	}
	for _, r := range c[rels].all("Relationship") {
		if r.attr("TargetMode") == "External" {
			continue
		}
		target := r.attr("Target")
		if !path.IsAbs(target) {
			target = path.Join("/", path.Dir(owner), target)
		}
		list[r.attr("Id")] = strings.TrimPrefix(target, "/")
	}
	return list
}

// idFaults checks that what a part refers to by the id of a relation is one.
func (c container) idFaults(name string) (faults []string) {
	relations := c.relations(name)
	var see func(*node)
	see = func(n *node) {
		for _, a := range n.Attrs {
			if strings.HasSuffix(a.Name.Space, "/relationships") && relations[a.Value] == "" {
				faults = append(faults, fmt.Sprintf("%s refers to the relation %q, which is not there", name, a.Value))
			}
		}
		for _, child := range n.Nodes {
			see(child)
		}
	}
	see(c[name])
	return faults
}

// typeFaults checks that each part has a type, and that no type is of a part that is not there.
func (c container) typeFaults() (faults []string) {
	types, known := c["[Content_Types].xml"], map[string]bool{}
	for _, d := range types.all("Default") {
		known[d.attr("Extension")] = true
	}
	for _, o := range types.all("Override") {
		name := strings.TrimPrefix(o.attr("PartName"), "/")
		if known[name] || c[name] == nil {
			faults = append(faults, fmt.Sprintf("the list of types has %s twice, or without the part", name))
		}
		known[name] = true
	}
	for _, name := range c.names() {
		if !known[name] && !known[strings.TrimPrefix(path.Ext(name), ".")] {
			faults = append(faults, name+" is of no type")
		}
	}
	return faults
}

// sheetParts are the parts of the sheets by the names of the sheets, in the order of the workbook.
func (c container) sheetParts() (names []string, parts map[string]string) {
	parts = map[string]string{}
	relations := c.relations("xl/workbook.xml")
	for _, sheet := range c["xl/workbook.xml"].all("sheet") {
		names = append(names, sheet.attr("name"))
		parts[sheet.attr("name")] = relations[sheet.attr("r:id")]
	}
	return names, parts
}

package planfile

import (
	"path/filepath"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// overridable are the tables that a scenario may edit. What has happened and what was approved is no what-if.
var overridable = []string{"programme", "forecast", "calendar", "trust", "workflow", "team", "blackout", "waiver", "phase",
	"playbook", "activity", "adjust", "contract", "threshold", "risk"}

// OpenScenario reads a model from the disk as one of its scenarios edits it. A scenario that the model does not
// have edits nothing.
func OpenScenario(name, scenario string) *Model {
	dir, base := filepath.Split(name)
	folder, err := OpenFolder(dir)
	if err != nil {
		return Open(name) // which says what is wrong
	}
	defer folder.Close()
	return ReadScenario(folder, base, scenario)
}

// ReadScenario reads a model of any folder as [OpenScenario] does.
func ReadScenario(folder Folder, name, scenario string) *Model {
	l := newLoader(folder)
	l.scenario = scenario
	return l.read(name)
}

// scenario reads the name of a scenario. Its edits are read where they are made.
func (r *reader) scenario(id string, t *table) {
	keep(t, &r.plan.Scenarios, id, "scenario", &plan.Scenario{
		Origin: t.origin(),
		ID:     id,
		Name:   t.textOr("name", id),
		Note:   t.text("note"),
		Drop:   t.texts("drop"),
	})
	for _, kid := range t.kids {
		if slices.Contains(overridable, kid.name) && kid.form == isTable {
			t.asked = append(t.asked, kid.name)
		}
	}
	t.done()
}

// edit makes the edits of the scenario in the trees, before any noun is read from them: what is wrong with an
// edit is then found where it is written.
func (l *loader) edit() {
	for _, t := range l.trees {
		if all := t.root.child("scenario"); t.list == "" && all != nil && all.form == isTable {
			if s := all.child(l.scenario); s != nil && s.form == isTable {
				l.drop(s)
				l.override(s, t.root.node)
			}
		}
	}
}

// override puts what a scenario says in the place of what the plan says. What the plan does not have is added to
// the file of the scenario.
func (l *loader) override(s, home *node) {
	for _, edits := range s.kids {
		if !slices.Contains(overridable, edits.name) || edits.form != isTable {
			continue
		}
		if edits.name == "programme" || edits.name == "forecast" {
			l.merge(l.entry(edits.name, ""), edits, home)
			continue
		}
		for _, edit := range edits.kids {
			if found := l.entry(edits.name, edit.name); found != nil && edit.form == isTable {
				merge(found, edit)
				continue
			}
			l.merge(l.entry(edits.name, ""), &node{name: edits.name, key: edits.key, at: edits.at, kids: []*node{edit}}, home)
		}
	}
}

// merge puts a table into another, or where there is none into the file of the scenario.
func (l *loader) merge(into, table, home *node) {
	if into == nil {
		into = home.add(&node{name: table.name, key: table.key, at: table.at})
	}
	merge(into, table)
}

// entry is a table of the plan, or with an id one of its entries, in whichever file it stands; nil if there is
// none.
func (l *loader) entry(name, id string) *node {
	for _, t := range l.trees {
		switch at := t.root.node; {
		case t.list == "":
			if at = at.child(name); at != nil && id != "" && at.form == isTable {
				at = at.child(id)
			}
			if at != nil && at.form == isTable {
				return at
			}
		case t.list == name+"s" && id != "":
			if at = at.child(id); at != nil {
				return at
			}
		}
	}
	return nil
}

// merge puts the entries of a table into another: a table with a header goes on into the one that is there, any
// other value takes its place.
func merge(into, from *node) {
	for _, kid := range from.kids {
		is := into.find(kid.name)
		switch isHeader := kid.key == kid.at; {
		case is == nil:
			into.add(kid)
		case is.form == isTable && kid.form == isTable && isHeader:
			merge(is, kid)
		default:
			into.remove(is)
			into.add(kid)
		}
	}
}

// drop takes out what a scenario drops, and reports what is not there.
func (l *loader) drop(s *node) {
	list := s.child("drop")
	if list == nil || list.form != isList {
		return // the reader reports it
	}
	for _, named := range list.kids {
		name, path, _ := strings.Cut(named.text, ".")
		if named.form == isText && (!slices.Contains(overridable, name) || path == "" || !l.remove(name, path)) {
			l.problems.Add(source.Problem{Code: "nothing-to-drop", At: named.at,
				Text: "scenario " + quote(s.name) + " drops " + quote(named.text) + ", which is not in the plan",
				Hint: `name the table and the id, as in "blackout.winter" or "phase.one.by"`})
		}
	}
}

// remove takes out what stands at a path of a table; false if nothing does.
func (l *loader) remove(name, path string) bool {
	for _, t := range l.trees {
		at := t.root.node
		switch {
		case t.list == "":
			at = at.child(name)
		case t.list != name+"s":
			continue
		}
		if at != nil && at.removeAt(path) {
			return true
		}
	}
	return false
}

func (n *node) removeAt(path string) bool {
	kid, rest := n.step(path)
	switch {
	case kid == nil || kid == n || n.form != isTable:
		return false
	case rest == "":
		n.remove(kid)
		return true
	}
	return kid.removeAt(rest)
}

// remove takes an entry out of a table.
func (n *node) remove(kid *node) {
	n.kids = slices.DeleteFunc(n.kids, func(k *node) bool { return k == kid })
	delete(n.byName, kid.name)
}

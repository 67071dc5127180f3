package planfile

import (
	"path/filepath"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// overridable are the tables that a scenario may edit. What was approved is no what-if.
var overridable = []string{"programme", "forecast", "calendar", "trust", "workflow", "team", "blackout", "waiver", "phase",
	"playbook", "activity", "adjust", "contract", "threshold", "risk", "progress"}

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
	if id == plainPack {
		t.report("bad-id", t.node.at, "call it by what it changes, as in \"more-trainers\"",
			"%s is no id of a scenario: its pack would be MODEL.plain.xlsx, and so is the pack of the plan for screen readers", quote(id))
	}
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

// plainPack is what --plain puts into the name of the pack for screen readers, where the pack of a scenario has its id.
const plainPack = "plain"

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
			l.merge(l.entryOr(edits, home), edits, edits.name)
			continue
		}
		for _, edit := range edits.kids {
			if found := l.entry(edits.name, edit.name); found != nil && edit.form == isTable {
				l.merge(found, edit, edits.name+"."+edit.name)
				continue
			}
			l.merge(l.entryOr(edits, home), &node{kids: []*node{edit}}, edits.name)
		}
	}
}

// entryOr is the table of the plan that a scenario edits; where there is none, a new one in the file of the
// scenario.
func (l *loader) entryOr(edits, home *node) *node {
	if found := l.entry(edits.name, ""); found != nil {
		return found
	}
	return home.add(&node{name: edits.name, key: edits.key, at: edits.at})
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
		case t.list == listOf(name) && id != "":
			if at = at.child(id); at != nil {
				return at
			}
		}
	}
	return nil
}

// listOf is what the list is called that has the entries of a table as rows.
func listOf(name string) string {
	if name == "progress" {
		return name
	}
	return name + "s"
}

// merge puts the entries of a table, which stands at a path, into another: a table with a header goes on into the
// one that is there, any other value takes its place.
func (l *loader) merge(into, from *node, path string) {
	for _, kid := range from.kids {
		is, at := into.find(kid.name), path+"."+kid.name
		switch isHeader := kid.key == kid.at; {
		case is == nil || is.isUnset():
			l.edited(plan.Edit{Path: at, Kind: plan.EditAdded, Is: kid.stated(), At: kid.at})
		case is.form == isTable && kid.form == isTable && isHeader:
			l.merge(is, kid, at)
			continue
		default:
			l.replaced(is, kid, at)
		}
		if is != nil {
			into.remove(is)
		}
		into.add(kid)
	}
}

// replaced notes that a value takes the place of another. One that says the same is no edit any more, which
// happens when the plan has caught up with its scenario.
func (l *loader) replaced(was, is *node, path string) {
	e := plan.Edit{Path: path, Kind: plan.EditSet, Was: was.stated(), Is: is.stated(), At: is.at}
	l.edited(e)
	if oneLine(was.at.Text()) == oneLine(is.at.Text()) {
		l.problems.Add(source.Problem{Severity: source.Warning, Code: "no-effect", At: is.at,
			Text:  "scenario " + quote(l.scenario) + " sets " + quote(path) + " to what it is in the plan already",
			Hint:  "take it out, or say what is different",
			Notes: []source.Note{{At: was.at, Text: "the plan says so here"}}})
	}
}

func (l *loader) edited(e plan.Edit) { l.edits = append(l.edits, e) }

// stated is a value as it stands in the file, on one line; empty for a table with a header.
func (n *node) stated() string {
	if n.form == isTable && n.key == n.at {
		return ""
	}
	return shorten(oneLine(n.at.Text()))
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// drop takes out what a scenario drops, and reports what is not there.
func (l *loader) drop(s *node) {
	list := s.child("drop")
	if list == nil || list.form != isList {
		return // the reader reports it
	}
	for _, named := range list.kids {
		if named.form != isText {
			continue
		}
		name, path, _ := strings.Cut(named.text, ".")
		var gone *node
		if slices.Contains(overridable, name) && path != "" {
			gone = l.remove(name, path)
		}
		if gone != nil {
			l.edited(plan.Edit{Path: named.text, Kind: plan.EditRemoved, Was: gone.stated(), At: named.at})
		} else {
			l.problems.Add(source.Problem{Code: "nothing-to-drop", At: named.at,
				Text: "scenario " + quote(s.name) + " drops " + quote(named.text) + ", which is not in the plan",
				Hint: `name the table and the id, as in "blackout.winter" or "phase.one.by"`})
		}
	}
}

// remove takes out what stands at a path of a table; nil if nothing does.
func (l *loader) remove(name, path string) *node {
	for _, t := range l.trees {
		at := t.root.node
		switch {
		case t.list == "":
			at = at.child(name)
		case t.list != listOf(name):
			continue
		}
		if at == nil {
			continue
		}
		if gone := at.removeAt(path); gone != nil {
			return gone
		}
	}
	return nil
}

// removeAt takes out what stands at a path, and the tables around it that were there for its sake alone.
func (n *node) removeAt(path string) *node {
	kid, rest := n.step(path)
	switch {
	case kid == nil || kid == n || n.form != isTable:
		return nil
	case rest == "":
		n.remove(kid)
		return kid
	}
	gone := kid.removeAt(rest)
	if gone != nil && kid.isImplied && len(kid.kids) == 0 {
		n.remove(kid)
	}
	return gone
}

// remove takes an entry out of a table.
func (n *node) remove(kid *node) {
	n.kids = slices.DeleteFunc(n.kids, func(k *node) bool { return k == kid })
	delete(n.byName, kid.name)
}

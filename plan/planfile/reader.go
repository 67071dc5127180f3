package planfile

import (
	"epr/plan"
	"epr/plan/source"
)

// reader turns trees into the nouns of a plan.
type reader struct {
	plan     *plan.Plan
	problems *source.Problems
	adjusted map[string]source.Span // selectors that have an adjustment
	reported map[string]source.Span // activities that have progress
	from     string                 // the file under way
	// schedule reads the schedule of a baseline, by the path that a file names.
	schedule func(from string, named pathAt, b *plan.Baseline)
}

// file reads every table of a TOML file.
func (r *reader) file(top *table) {
	r.programme(top)
	r.forecast(top)
	top.entries("calendar", "calendar", r.calendar)
	top.entries("trust", "trust", r.trust)
	top.entries("workflow", "workflow", r.workflow)
	top.entries("team", "team", r.team)
	top.entries("blackout", "blackout", r.blackout)
	top.entries("waiver", "waiver", r.waiver)
	top.entries("phase", "phase", r.phase)
	top.entries("playbook", "playbook", r.playbook)
	top.entries("activity", "activity", r.activity)
	top.entries("adjust", "adjustment", r.adjust)
	top.entries("contract", "contract", r.contract)
	top.entries("threshold", "threshold", r.threshold)
	top.entries("risk", "risk", r.risk)
	top.entries("progress", "progress", r.progress)
	top.entries("baseline", "baseline", r.baseline)
	top.entries("scenario", "scenario", r.scenario)
	top.done()
}

// list reads the rows of a CSV list.
func (r *reader) list(rows *table, of string) {
	if rows.header != nil {
		r.columns(rows, of)
		return
	}
	what, read := r.entry(of)
	for _, row := range rows.kids {
		t := newTable(row, r.problems, article(what), what+" "+quote(row.name))
		if t.has("id") {
			read(row.name, t)
		} else {
			t.report("missing-key", row.at, "", "this row has no %s", quote("id"))
		}
	}
}

// entry is what a row of a list is, and how it is read.
func (r *reader) entry(of string) (what string, read func(id string, t *table)) {
	switch of {
	case "workflows":
		return "workflow", r.workflow
	case "progress":
		return "progress", r.progress
	}
	return "trust", r.trust
}

// columns checks the columns of a list without rows: as those of an entry that is then thrown away.
func (r *reader) columns(rows *table, of string) {
	away := &reader{plan: &plan.Plan{}, problems: r.problems}
	what, read := away.entry(of)
	t := newTable(rows.header, r.problems, article(what), "the list")
	t.value("id")
	read("none", t)
}

// noun is a noun that knows where it was written.
type noun[T any] interface {
	*T
	Place(path string) source.Span
}

// keep adds a noun under its id, and reports an id that is none or is taken.
func keep[T any, P noun[T]](t *table, in *plan.Table[T], id, what string, entry P) {
	checkID(t, id, t.node.at)
	if !in.Add(id, entry) {
		twice(t, what+" "+quote(id), P(in.Get(id)).Place(""))
	}
}

func twice(t *table, what string, first source.Span) {
	t.problems.Add(source.Problem{Code: "duplicate-id", At: t.node.at, Text: what + " is defined twice",
		Notes: []source.Note{{At: first, Text: "the first is here"}}})
}

// checkID reports an id that is not lower-case kebab.
func checkID(t *table, id string, at source.Span) {
	if id == "all" {
		t.report("bad-id", at, "", "%s is no id: where ids are called, it calls every one", quote(id))
		return
	}
	if isKebab(id) {
		return
	}
	hint := "ids are lower-case letters, digits and single hyphens, as in \"phase-1b\""
	if better := toKebab(id); isKebab(better) {
		hint = "write " + quote(better)
	}
	t.report("bad-id", at, hint, "%s is not an id: ids are lower-case words joined by hyphens", quote(id))
}

// ids reads a list of texts that define ids.
func (t *table) ids(key string) []string {
	var ids []string
	t.elements(key, wantTexts, nil, func(_ int, n *node) {
		id := t.textOf(n, key, wantTexts)
		if n.form == isText || n.form == isCell {
			checkID(t, id, n.at)
		}
		ids = append(ids, id)
	})
	return ids
}

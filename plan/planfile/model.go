package planfile

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// Model is what was read: the plan, the files it was read from, and what is wrong with them.
type Model struct {
	// Plan holds everything that could be read. It is fit for use only if no problem is an error.
	Plan *plan.Plan
	// Files are the files in the order in which they were read, the model itself first.
	Files    []*source.File
	Problems *source.Problems
	// IsWhole reports whether every file could be read to its end. If not, a name that the plan does not
	// have may be defined in what was not read, so that the rules between nouns cannot be checked.
	IsWhole bool
}

// Open reads a model from the disk. The folder of the file is the folder of the model. A file that
// cannot be read is a problem of the model.
func Open(name string) *Model {
	dir, base := filepath.Split(name)
	folder, err := OpenFolder(dir)
	if err != nil {
		l := newLoader(Folder{Prefix: filepath.ToSlash(dir)})
		l.refuse(l.whole(base), noFolder(filepath.ToSlash(dir), err))
		return l.model()
	}
	defer folder.Close()
	return Read(folder, base)
}

func noFolder(dir string, err error) *refusal {
	if errors.Is(err, fs.ErrNotExist) {
		return &refusal{"file-not-found", "there is no folder " + quote(dir), ""}
	}
	return &refusal{"unreadable-file", "the folder " + quote(dir) + " cannot be opened: " + reason(err), ""}
}

// Read reads the model of that name, and all files that it includes, from a folder.
func Read(folder Folder, name string) *Model {
	return newLoader(folder).read(name)
}

// read reads a model and all files that it includes.
func (l *loader) read(name string) *Model {
	l.plan(name, source.Span{}, nil)
	m := l.model()
	if m.IsWhole {
		checkWhole(m)
	}
	return m
}

// loader finds and reads the files of a model.
type loader struct {
	folder   Folder
	files    []*source.File
	problems *source.Problems
	trees    []tree
	size     int64
	named    map[string]source.Span // where each file was first named
	isWhole  bool                   // every file could be read
	scenario string                 // whose edits are made; "" for the plan itself
	edits    []plan.Edit            // as they were made
}

// tree is a file as a tree, with the reader that knows which of its keys have been asked for.
type tree struct {
	root *table
	list string // of a CSV list: trusts, workflows or progress
	name string // of the file
}

func newLoader(folder Folder) *loader {
	return &loader{
		folder:   folder,
		problems: &source.Problems{},
		named:    map[string]source.Span{},
		isWhole:  true,
	}
}

// plan reads a TOML file and what it includes. The stack is the files that lead to it.
func (l *loader) plan(name string, from source.Span, stack []string) {
	if slices.Contains(stack, name) {
		l.cycle(name, from, stack)
		return
	}
	file := l.open(name, from)
	if file == nil {
		return
	}
	root, ok := parseTOML(file, l.problems)
	if !ok {
		l.isWhole = false
	}
	if root == nil {
		return
	}
	top := newTable(root, l.problems, "a plan", "the plan")
	l.trees = append(l.trees, tree{root: top, name: name})
	stack = append(slices.Clip(stack), name)
	for _, p := range top.paths("include") {
		if included, ok := l.resolve(name, p); ok {
			l.plan(included, p.at, stack)
		}
	}
	l.lists(name, top)
}

// lists reads the CSV files that a plan names.
func (l *loader) lists(name string, top *table) {
	lists := top.sub("lists")
	if lists == nil {
		return
	}
	for _, of := range []string{"trusts", "workflows", "progress"} {
		for _, p := range lists.paths(of) {
			if listed, ok := l.resolve(name, p); ok {
				l.list(listed, of, p.at)
			}
		}
	}
	lists.done()
}

func (l *loader) list(name, of string, from source.Span) {
	file := l.open(name, from)
	if file == nil {
		return
	}
	root, ok := parseCSV(file, l.problems)
	if !ok {
		l.isWhole = false
	}
	if root != nil {
		l.trees = append(l.trees, tree{newTable(root, l.problems, "", ""), of, name})
	}
}

// open reads a file as text. It is nil if that cannot be done or was done before.
func (l *loader) open(name string, from source.Span) *source.File {
	if first, ok := l.named[name]; ok {
		l.twice(name, from, first)
		return nil
	}
	l.named[name] = from
	data, why := l.folder.read(name, maxSize-l.size)
	if why != nil {
		if from.IsZero() {
			from = l.whole(name)
		}
		l.refuse(from, why)
		return nil
	}
	l.size += int64(len(data))
	file, problem := textOf(l.folder.Prefix+name, data)
	file.Order = len(l.files)
	l.files = append(l.files, file)
	if problem != nil {
		problem.At.File.Order = file.Order
		l.problems.Add(*problem)
		l.isWhole = false
		return nil
	}
	return file
}

// whole is the place of a file that was not read.
func (l *loader) whole(name string) source.Span {
	return source.Span{File: &source.File{Name: l.folder.Prefix + name, Order: len(l.files)}}
}

func (l *loader) refuse(at source.Span, why *refusal) {
	l.isWhole = false
	l.problems.Add(source.Problem{Code: why.code, At: at, Text: why.text, Hint: why.hint})
}

// resolve is the path inside the model's folder of a path that a file names.
func (l *loader) resolve(from string, named pathAt) (string, bool) {
	hint := "write it relative to this file, inside the folder of the plan"
	p := named.path
	switch {
	case p == "":
		l.refuse(named.at, &refusal{"path-outside", "the path is empty", hint})
		return "", false
	case strings.Contains(p, `\`):
		l.refuse(named.at, &refusal{"path-outside", quote(p) + ` has "\" in it`, `divide folders with "/"`})
		return "", false
	case path.IsAbs(p) || len(p) > 1 && p[1] == ':':
		l.refuse(named.at, &refusal{"path-outside", quote(p) + " is an absolute path", hint})
		return "", false
	}
	full := path.Join(path.Dir(from), p)
	if full == ".." || strings.HasPrefix(full, "../") {
		l.refuse(named.at, &refusal{"path-outside", quote(p) + " leaves the folder of the plan", hint})
		return "", false
	}
	return full, true
}

func (l *loader) cycle(name string, from source.Span, stack []string) {
	round := append(slices.Clone(stack[slices.Index(stack, name):]), name)
	l.refuse(from, &refusal{"include-cycle", "these files include each other: " + strings.Join(round, " → "),
		"take one of them out of its \"include\""})
}

func (l *loader) twice(name string, from, first source.Span) {
	l.isWhole = false
	p := source.Problem{Code: "included-twice", At: from, Text: quote(name) + " is read twice", Hint: "name it once"}
	if !first.IsZero() {
		p.Notes = []source.Note{{At: first, Text: "it is named here first"}}
	}
	l.problems.Add(p)
}

// model reads the nouns of every file that was read.
func (l *loader) model() *Model {
	if l.scenario != "" {
		l.edit()
	}
	r := &reader{plan: &plan.Plan{}, problems: l.problems, schedule: l.baseline}
	for _, t := range l.trees {
		r.from = t.name
		if t.list == "" {
			r.file(t.root)
		} else {
			r.list(t.root, t.list)
		}
	}
	if s := r.plan.Scenarios.Get(l.scenario); s != nil {
		edited := *s
		edited.Edits = l.edits
		r.plan.Scenario = &edited
	}
	return &Model{Plan: r.plan, Files: l.files, Problems: l.problems, IsWhole: l.isWhole}
}

// checkWhole reports what is missing from a plan of which every file could be read.
func checkWhole(m *Model) {
	if m.Plan.Programme.At.IsZero() {
		m.Problems.Add(source.Problem{Code: "missing-key", At: m.Files[0].Whole(), Text: "the plan has no [programme]",
			Hint: "a plan says at least the name, the start and the end of its programme"})
	}
}

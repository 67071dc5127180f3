package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEveryCodeHasAModel holds that every code in the program is provoked by a model of TestErrors, and that
// every model provokes a code of the program. It finds codes by name: a code is what the program gives
// to a parameter or a field called "code".
func TestEveryCodeHasAModel(t *testing.T) {
	provoked := map[string]bool{}
	for _, w := range brokenModels(t) {
		provoked[w.code] = true
	}
	for _, m := range modelsOfBytes() {
		provoked[m.code] = true
	}
	found := codesOfProgram(t)
	for code, at := range found {
		if !provoked[code] {
			t.Errorf("%s: no model in %s provokes %q", at, errorsFolder, code)
		}
	}
	for code := range provoked {
		if _, ok := found[code]; !ok {
			t.Errorf("models in %s provoke %q, which is no code of the program", errorsFolder, code)
		}
	}
}

// codesOfProgram lists the codes in the program's source, each with a place where it stands.
func codesOfProgram(t *testing.T) map[string]token.Position {
	t.Helper()
	s := &codeScan{t: t, fset: token.NewFileSet(), takers: map[taker]int{}, found: map[string]token.Position{}}
	packages := []string{printing, "../../plan", "../../plan/planfile", "../../plan/expand", "."}
	for _, s.pkg = range packages {
		for _, file := range s.parse() {
			ast.Inspect(file, s.declare)
		}
	}
	for _, s.pkg = range packages {
		for _, file := range s.parse() {
			ast.Inspect(file, s.collect)
		}
	}
	return s.found
}

// printing is the package whose functions all others call to report a problem.
const printing = "../../plan/source"

// codeScan looks for codes. It works without types: functions are told apart by their package, their name
// and how many parameters they have.
type codeScan struct {
	t      *testing.T
	fset   *token.FileSet
	pkg    string        // the folder of the package under way
	takers map[taker]int // at which position each takes a code
	found  map[string]token.Position
}

// taker is a function with a parameter "code", or a type with such a field. Types and functions of any number
// of parameters have -1 of them.
type taker struct {
	pkg, name string
	params    int
}

func (s *codeScan) parse() []*ast.File {
	names, err := filepath.Glob(filepath.Join(s.pkg, "*.go"))
	if err != nil || len(names) == 0 {
		s.t.Fatalf("%s has no source: %v", s.pkg, err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(s.fset, name, nil, 0)
		if err != nil {
			s.t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// declare notes functions and types that take a code.
func (s *codeScan) declare(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if i := positionOfCode(n.Type.Params); i >= 0 {
			s.takers[taker{s.pkg, n.Name.Name, paramsOf(n.Type)}] = i
		}
	case *ast.TypeSpec:
		if fields, ok := n.Type.(*ast.StructType); ok {
			if i := positionOfCode(fields.Fields); i >= 0 {
				s.takers[taker{s.pkg, n.Name.Name, -1}] = i
			}
		}
	}
	return true
}

func paramsOf(f *ast.FuncType) int {
	n := f.Params.NumFields()
	if _, isVariadic := f.Params.List[len(f.Params.List)-1].Type.(*ast.Ellipsis); isVariadic {
		return -1
	}
	return n
}

func positionOfCode(fields *ast.FieldList) int {
	i := 0
	for _, field := range fields.List {
		for _, name := range field.Names {
			if strings.EqualFold(name.Name, "code") {
				return i
			}
			i++
		}
	}
	return -1
}

// collect takes the codes out of calls, composite literals and assignments.
func (s *codeScan) collect(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		if i, ok := s.takes(n.Fun, len(n.Args)); ok && i < len(n.Args) {
			s.code(n.Args[i])
		}
	case *ast.CompositeLit:
		s.composite(n)
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if isCode(left) && i < len(n.Rhs) {
				s.code(n.Rhs[i])
			}
		}
	}
	return true
}

// takes is where a function or type takes a code, in this package or in the one that prints.
func (s *codeScan) takes(e ast.Expr, params int) (int, bool) {
	name := calledName(e)
	for _, pkg := range []string{s.pkg, printing} {
		for _, n := range []int{params, -1} {
			if i, ok := s.takers[taker{pkg, name, n}]; ok {
				return i, true
			}
		}
	}
	return 0, false
}

// composite takes the code out of a literal with keys, or of one without if its type is known.
func (s *codeScan) composite(n *ast.CompositeLit) {
	for _, e := range n.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok && isCode(pair.Key) {
			s.code(pair.Value)
			return
		}
	}
	i, ok := s.takes(n.Type, -1)
	if !ok || i >= len(n.Elts) {
		return
	}
	if _, hasKeys := n.Elts[i].(*ast.KeyValueExpr); !hasKeys {
		s.code(n.Elts[i])
	}
}

// code notes a code. What only passes one on is itself called "code".
func (s *codeScan) code(e ast.Expr) {
	if isCode(e) {
		return
	}
	literal, ok := e.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		s.t.Errorf("%s: a code that is not written out here cannot be tested", s.fset.Position(e.Pos()))
		return
	}
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		s.t.Fatal(err)
	}
	if text != "" {
		s.found[text] = s.fset.Position(e.Pos())
	}
}

func isCode(e ast.Expr) bool { return strings.EqualFold(calledName(e), "code") }

// calledName is the last name of an expression: "report" of t.report, "Problem" of &source.Problem. What
// package fmt and the like call does not count.
func calledName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		if from, ok := e.X.(*ast.Ident); ok && from.Name == "fmt" {
			return ""
		}
		return e.Sel.Name
	case *ast.StarExpr:
		return calledName(e.X)
	}
	return ""
}

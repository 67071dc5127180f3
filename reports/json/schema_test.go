package json

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/reports"
)

// TestSchema compares the published schema with the types of package reports, field by field, and with what
// their source says about them. UPDATE=1 writes it anew; the change is one that other programs will notice.
func TestSchema(t *testing.T) {
	s := &schemaMaker{t: t, definitions: map[string]any{}, words: wordsOf(t)}
	root := s.of(reflect.TypeFor[reports.Pack]())
	compareSchema(t, "pack.schema.json", Schema(), map[string]any{
		"$schema":     "http://json-schema.org/draft-07/schema#",
		"title":       "A pack of epr",
		"description": "Every figure of one schedule, as \"epr export --format json\" writes it.",
		"$ref":        root["$ref"],
		"definitions": s.definitions,
	})
}

// TestDiffSchema does the same with comparisons.
func TestDiffSchema(t *testing.T) {
	s := &schemaMaker{t: t, definitions: map[string]any{}, words: wordsOf(t)}
	compareSchema(t, "diff.schema.json", DiffSchema(), map[string]any{
		"$schema":     "http://json-schema.org/draft-07/schema#",
		"title":       "A comparison of epr",
		"description": "What changed between two versions of a plan, or between two packs, as \"epr diff --json\" writes it.",
		"anyOf":       []any{s.of(reflect.TypeFor[diff.Diff]()), s.of(reflect.TypeFor[reports.PackChanges]())},
		"definitions": s.definitions,
	})
}

func compareSchema(t *testing.T, file string, published []byte, made map[string]any) {
	t.Helper()
	got := jsonText(t, made)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(published), string(got)); diff != "" {
		t.Errorf("the published schema is not that of the types any more (-published +types):\n%s", diff)
	}
}

func jsonText(t *testing.T, value any) []byte {
	t.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// schemaMaker writes the schema of types.
type schemaMaker struct {
	t           *testing.T
	definitions map[string]any
	words       words
}

func (s *schemaMaker) of(t reflect.Type) map[string]any {
	switch {
	case t == reflect.TypeFor[calendar.Date]():
		return map[string]any{"type": []string{"string", "null"}, "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}
	case t == reflect.TypeFor[calendar.Weekdays]():
		return map[string]any{"type": "array", "items": map[string]any{"enum": calendar.WeekdayNames()}}
	case t == reflect.TypeFor[plan.Chance]():
		return map[string]any{"type": []string{"number", "null"}, "minimum": 0, "maximum": 1}
	case t == reflect.TypeFor[plan.Hundredths]():
		return map[string]any{"type": "number"}
	case t == reflect.TypeFor[plan.Whole]():
		return map[string]any{"type": []string{"integer", "null"}}
	case t == reflect.TypeFor[reports.Level]():
		return map[string]any{"enum": levels[:]}
	case t.Implements(reflect.TypeFor[fmt.Stringer]()) && t.Kind() != reflect.Struct && t.Kind() != reflect.String:
		return map[string]any{"type": "string"}
	case isOptional(t):
		value := s.of(t.Field(0).Type)
		value["type"] = []any{value["type"], "null"}
		return value
	}
	switch t.Kind() {
	case reflect.String:
		isOpen := t == reflect.TypeFor[reports.ProspectKind]() // it takes the kinds of activities besides its own
		if names := s.words.constants[t.String()]; len(names) > 0 && !isOpen {
			return map[string]any{"enum": append([]string{""}, names...)}
		}
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{map[string]any{"type": "null"}, s.of(t.Elem())}}
	case reflect.Array:
		return map[string]any{"type": "array", "items": s.of(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.of(t.Elem())}
	case reflect.Struct:
		ref := map[string]any{"$ref": "#/definitions/" + s.define(t)}
		if canBeUnset(t) {
			return map[string]any{"anyOf": []any{map[string]any{"type": "null"}, ref}}
		}
		return ref
	}
	if !t.ConvertibleTo(reflect.TypeFor[int]()) {
		panic(fmt.Sprintf("the schema has no rule for %s", t))
	}
	return map[string]any{"type": "integer"}
}

// checkShares compares what a type says about its own JSON with the table of shares: set to 5,000
// ten-thousandths, its shares are the fields that it writes as 0.5.
func (s *schemaMaker) checkShares(t reflect.Type) {
	if !t.Implements(reflect.TypeFor[json.Marshaler]()) {
		return
	}
	v := reflect.New(t).Elem()
	for i := range t.NumField() {
		if v.Field(i).CanInt() {
			v.Field(i).SetInt(5_000)
		}
	}
	text, err := json.Marshal(v.Interface())
	if err != nil {
		s.t.Fatal(err)
	}
	var own map[string]any
	if err := json.Unmarshal(text, &own); err != nil {
		s.t.Fatal(err)
	}
	for name, value := range own {
		if isShare := value == 0.5; isShare != slices.Contains(shares[t], name) {
			s.t.Errorf("%s.%s: its own JSON says share %v, the table of shares does not", t, name, isShare)
		}
	}
}

// define writes the schema of a struct, once.
func (s *schemaMaker) define(t reflect.Type) string {
	pkg, name, _ := strings.Cut(t.String(), ".")
	name = snake(name)
	if pkg != "reports" {
		name = pkg + "_" + name
	}
	if s.definitions[name] != nil {
		return name
	}
	s.checkShares(t)
	object := map[string]any{"type": "object", "additionalProperties": false}
	s.definitions[name] = object
	properties, required := map[string]any{}, []string{}
	for _, f := range fields(t) {
		if properties[f.key] != nil {
			panic(fmt.Sprintf("%s has two keys %q", t, f.key))
		}
		property := s.of(f.of)
		if f.isShare {
			property = map[string]any{"type": "number", "minimum": 0}
		}
		text := s.describe(t, f)
		if text == "" {
			s.t.Errorf("nothing says what %q of %s is: add a comment to the field, or a line to fieldWords", f.key, t)
		}
		property = described(property, text)
		properties[f.key] = property
		required = append(required, f.key)
	}
	object["properties"], object["required"] = properties, required
	if text := s.words.types[t.String()]; text != "" {
		object["description"] = text
	}
	return name
}

// describe says what a field is: in the words of its own comment, those of fieldWords, or those of its type.
func (s *schemaMaker) describe(t reflect.Type, f field) string {
	of := f.of
	for of.Kind() == reflect.Slice || of.Kind() == reflect.Array || of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	for _, text := range []string{s.words.fields[f.owner.String()+"."+f.name], fieldWords[snake(t.Name())+"."+f.key], fieldWords[f.key]} {
		if text != "" {
			return text
		}
	}
	if of.PkgPath() != "" && of != reflect.TypeFor[calendar.Date]() && of != reflect.TypeFor[plan.Hundredths]() {
		return s.words.types[of.String()]
	}
	return ""
}

// described adds a description; beside a reference, draft-07 would not see it.
func described(property map[string]any, text string) map[string]any {
	if ref, ok := property["$ref"]; ok {
		return map[string]any{"allOf": []any{map[string]any{"$ref": ref}}, "description": text}
	}
	property["description"] = text
	return property
}

// words are what the source says: comments of types and fields, and the values of typed text constants.
type words struct {
	types, fields map[string]string
	constants     map[string][]string
}

func wordsOf(t *testing.T) words {
	w := words{map[string]string{}, map[string]string{}, map[string][]string{}}
	fset := token.NewFileSet()
	for _, folder := range []string{"..", "../../plan", "../../calendar", "../../plan/forecast", "../../plan/diff", "../../plan/assurance"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(files)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			parsed, err := parser.ParseFile(fset, file, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, decl := range parsed.Decls {
				if g, ok := decl.(*ast.GenDecl); ok {
					w.read(parsed.Name.Name, g)
				}
			}
		}
	}
	return w
}

func (w *words) read(pkg string, g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			name := pkg + "." + spec.Name.Name
			w.types[name] = sentence(g.Doc, spec.Doc)
			if s, ok := spec.Type.(*ast.StructType); ok {
				w.readFields(name, s.Fields.List)
			}
		case *ast.ValueSpec:
			id, ok := spec.Type.(*ast.Ident)
			if g.Tok != token.CONST || !ok || len(spec.Values) != 1 {
				continue
			}
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if value, err := strconv.Unquote(lit.Value); err == nil && value != "" {
					w.constants[pkg+"."+id.Name] = append(w.constants[pkg+"."+id.Name], value)
				}
			}
		}
	}
}

// readFields takes down what is said of the fields of a struct: beside a field, or above it, where one comment may be
// about several fields that it names.
func (w *words) readFields(owner string, list []*ast.Field) {
	var said []string
	for _, f := range list {
		text := sentence(f.Doc, f.Comment)
		said = append(said, text)
		for _, id := range f.Names {
			w.fields[owner+"."+id.Name] = text
			for k := len(said) - 1; k >= 0 && w.fields[owner+"."+id.Name] == ""; k-- {
				if slices.Contains(strings.FieldsFunc(said[k], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), id.Name) {
					w.fields[owner+"."+id.Name] = said[k]
				}
			}
		}
	}
}

// sentence is the first comment there is, on one line.
func sentence(groups ...*ast.CommentGroup) string {
	for _, g := range groups {
		if text := strings.Join(strings.Fields(g.Text()), " "); text != "" {
			return text
		}
	}
	return ""
}

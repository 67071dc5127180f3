package planfile

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"epr/plan/source"
)

// seeds are texts that a locator gets wrong easily.
var seeds = []string{
	"", "\n", "# only a comment", "a = 1", "a = 1 # comment\r\nb = 2\r\n",
	"s = \"\"\"quotes at the end\"\"\"\"\"\nt = '''as well'''''\n",
	"s = \"\"\"escaped \\\"\"\"\"\"\"\nt = \"\\\\\"\nu = '\\'\n",
	"s = \"\"\"\nlines # no comment\n[no.header]\n\"\"\"\na = 1\n",
	"s = \"\"\"a backslash \\\\\"\"\"\"\"\"\na = 1\n",
	"a.b.c = 1\na.b.d = 2\n\"a.b\" = 3\n'a' . x = 4\n\"\" = 5\n",
	"[a.b] # comment\nx = 1\n[\"a.b\"]\nx = 2\n[ a . c ]\nx = 3\n[a]\ny = 4\n",
	"[[a]]\nx = [1, 2]\n[[a]]\n[a.b]\nx = 1\n[[a.c]]\n[[a.c]]\ny = 2\n",
	"a = [{ b = 1 }, { b = [ { c = 2 }, [] ], d = {} }]\ne = 3\n",
	"a = [ # comment ]\n 1, # another\n 2, ]\nb = {x = 1, # comment }\n y.z = 2,\n}\n",
	"d = 1979-05-27 07:32:00\ne = [1979-05-27 , 1979-05-27T07:32:00Z,07:32:00]\nf = 1979-05-27 # date\n",
	"n = [+1, -1_000, 0xDEAD, 1e-3, inf, -nan, true]\n",
	"é = 1", "\"é\" = \"ü\"\n'ß' = { \"ö\" = 'ä' }\n",
	"[t]\na.b = 1\na = 2\n", "a = {}\n[a.b]\nc = 1\n", "a = [[[[[[1]]]]]]",
	"\tx\t=\t1\t\n   [ y ]   \n", "x = \"\\u00e9\\t\"\ny = \"a\\\"b\"\n",
}

// checkText decodes and locates a text, and checks that the tree says of every place what the decoder says
// is there. It reports whether the decoder accepts the text.
func checkText(t *testing.T, text string) bool {
	t.Helper()
	file := source.NewFile("f.toml", text)
	where := locate(text)
	values, keys, err := decode(text)
	if err != nil || where.deep >= 0 {
		return false
	}
	b := builder{file: file, keys: keys, problems: &source.Problems{}}
	root := b.document(where.marks, values)
	if root == nil {
		t.Fatalf("the locator found %d marks and met %d keys of %d in\n%s", len(where.marks), b.next, len(keys), text)
	}
	if b.problems.Len() == 0 {
		checkTree(t, root, values)
	}
	return true
}

// checkTree compares a table with the decoder's values, and every value with what stands in its place.
func checkTree(t *testing.T, n *node, values map[string]any) {
	t.Helper()
	if len(n.kids) != len(values) {
		t.Fatalf("the table at %v has %d entries, want %d", n.at, len(n.kids), len(values))
	}
	for _, kid := range n.kids {
		value, ok := values[kid.name]
		if !ok {
			t.Fatalf("the table at %v has an entry %q that the decoder does not know", n.at, kid.name)
		}
		checkKey(t, kid)
		checkValue(t, kid, value)
	}
}

// checkKey reads a key again from its place.
func checkKey(t *testing.T, n *node) {
	t.Helper()
	again, _, err := decode(n.key.Text() + " = 0")
	if _, ok := again[n.name]; err != nil || !ok {
		t.Fatalf("at %v stands %q, which is not the key %q", n.key, n.key.Text(), n.name)
	}
}

func checkValue(t *testing.T, n *node, value any) {
	t.Helper()
	switch value := value.(type) {
	case map[string]any:
		checkTree(t, n, value)
	case []map[string]any:
		for i, table := range value {
			checkTree(t, n.kids[i], table)
		}
	default:
		again, _, err := decode("v = " + n.at.Text())
		if err != nil || !sameValue(again["v"], value) {
			t.Fatalf("at %v stands %q, which is not the value %v", n.at, n.at.Text(), value)
		}
		if list, ok := value.([]any); ok {
			for i, element := range list {
				checkValue(t, n.kids[i], element)
			}
		}
	}
}

// sameValue compares what the decoder gives; not-a-number equals itself.
func sameValue(a, b any) bool {
	if x, ok := a.(float64); ok && x != x {
		y, ok := b.(float64)
		return ok && y != y
	}
	if x, ok := a.([]any); ok {
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !sameValue(x[i], y[i]) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a, b)
}

func TestLocatorAgreesWithTheDecoder(t *testing.T) {
	for _, text := range seeds {
		checkText(t, text)
		checkText(t, strings.ReplaceAll(text, "\n", "\r\n"))
	}
}

// TestLocatorOnTheDecodersOwnTests reads the documents with which the decoder is tested, which lie beside
// its code.
func TestLocatorOnTheDecodersOwnTests(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/BurntSushi/toml").Output()
	if err != nil {
		t.Skipf("the decoder's tests are not at hand: %v", err)
	}
	tests := filepath.Join(strings.TrimSpace(string(out)), "internal", "toml-test", "tests")
	if _, err := os.Stat(tests); err != nil {
		t.Skipf("the decoder's tests are not at hand: %v", err)
	}
	accepted, refused := 0, 0
	err = filepath.WalkDir(tests, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".toml" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, problem := textOf(path, data)
		if problem == nil && checkText(t, file.Text) {
			accepted++
		} else {
			refused++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if accepted < 250 || refused < 300 {
		t.Errorf("%d documents were accepted and %d refused: these are not the decoder's tests", accepted, refused)
	}
}

func TestWithoutMarksPlacesAreTheFile(t *testing.T) {
	file := source.NewFile("f.toml", "a = 1\n[b]\nc = [{ d = 2027-04-30 }]\n")
	values, keys, err := decode(file.Text)
	if err != nil {
		t.Fatal(err)
	}
	marks := locate(file.Text).marks
	for i := range marks {
		missing := append(append([]mark{}, marks[:i]...), marks[i+1:]...)
		b := builder{file: file, keys: keys, problems: &source.Problems{}}
		if b.document(missing, values) != nil {
			t.Errorf("nobody noticed that mark %d is missing", i)
		}
	}
	root := treeOf(values, file.Whole())
	for _, path := range []string{"a", "b.c[0].d"} {
		if at, ok := root.Place(path); !ok || at.String() != "f.toml" {
			t.Errorf("%s is at %q, %v; want the file as a whole", path, at, ok)
		}
	}
}

func TestNestingIsLimited(t *testing.T) {
	for _, text := range []string{
		"a = " + strings.Repeat("[", 1_000_000),
		"a = " + strings.Repeat("{b=", 1_000_000),
		strings.Repeat("a.", 1_000_000) + "a = 1",
		"[" + strings.Repeat("a.", 1_000_000) + "a]",
	} {
		var problems source.Problems
		if root, ok := parseTOML(source.NewFile("f.toml", text), &problems); root != nil || ok || problems.Len() != 1 {
			t.Errorf("%.20q…: got %d problems, want one", text, problems.Len())
		}
	}
	deepest := "a = " + strings.Repeat("[", maxNesting) + strings.Repeat("]", maxNesting)
	if !checkText(t, deepest) {
		t.Errorf("%d levels are refused", maxNesting)
	}
}

func FuzzLocator(f *testing.F) {
	for _, text := range seeds {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, problem := textOf("f.toml", []byte(text))
		if problem == nil {
			checkText(t, file.Text)
		}
	})
}

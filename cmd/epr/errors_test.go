package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/planfile"
	"epr/plan/source"
)

// The models in testdata/errors are the smallest that provoke each problem. A model is a file
// <name>.toml, or plan.toml in a folder if it takes several files; its first line says what it provokes,
// and where:
//
//	# want 12:10 unknown-team
//	# want trusts.csv:3:1 ragged-row
//
// What is printed about it stands in <name>.txt beside it; UPDATE=1 writes those files anew.
const errorsFolder = "testdata/errors"

// wanted is the one problem that a model provokes.
type wanted struct{ name, place, code string }

// brokenModels lists the models in the folder of this test.
func brokenModels(t *testing.T) []wanted {
	t.Helper()
	var all []wanted
	for _, pattern := range []string{"*.toml", "*/plan.toml"} {
		names, err := filepath.Glob(filepath.Join(errorsFolder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range names {
			all = append(all, wantedOf(t, path))
		}
	}
	return all
}

func wantedOf(t *testing.T, path string) wanted {
	t.Helper()
	name := filepath.Base(path)
	if name == "plan.toml" {
		name = filepath.Join(filepath.Base(filepath.Dir(path)), name)
	}
	first, _, _ := strings.Cut(read(t, path), "\n")
	words := strings.Fields(first)
	if len(words) != 4 || words[0] != "#" || words[1] != "want" {
		t.Fatalf("%s begins with %q instead of what it provokes", path, first)
	}
	return wanted{name, words[2], words[3]}
}

// TestErrors holds that each model provokes its problem, at its place, and nothing else.
func TestErrors(t *testing.T) {
	models := brokenModels(t)
	t.Chdir(errorsFolder)
	for _, w := range models {
		t.Run(strings.TrimSuffix(w.name, ".toml"), func(t *testing.T) {
			problems, printed := examine(t, w.name)
			if got := places(problems, filepath.Dir(w.name)); len(got) != 1 || got[0] != w.place+" "+w.code {
				t.Errorf("want %s %s alone, got %q", w.place, w.code, got)
			}
			golden(t, strings.TrimSuffix(strings.TrimSuffix(w.name, ".toml"), "/plan")+".txt", printed)
		})
	}
}

// TestErrorsOfBytes does the same for models that cannot well be kept as text.
func TestErrorsOfBytes(t *testing.T) {
	goldens, err := filepath.Abs(errorsFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range modelsOfBytes() {
		t.Run(m.file, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, "plan.toml", m.bytes)
			if err := os.Truncate("plan.toml", max(m.size, int64(len(m.bytes)))); err != nil {
				t.Fatal(err)
			}
			problems, printed := examine(t, "plan.toml")
			if got := places(problems, "."); len(got) != 1 || got[0] != m.place+" "+m.code {
				t.Errorf("want %s %s alone, got %q", m.place, m.code, got)
			}
			golden(t, filepath.Join(goldens, m.file+".txt"), printed)
		})
	}
}

type modelOfBytes struct {
	file, place, code string
	bytes             string
	size              int64 // filled up with zero bytes to this size
}

func modelsOfBytes() []modelOfBytes {
	const model = "[programme]\nname = \"Trust caf\u00e9\"\nstart = 2027-01-04\nend = 2028-12-29\n"
	utf16 := "\xff\xfe"
	for _, r := range model {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	return []modelOfBytes{
		{file: "empty-file", place: "0:0", code: "empty-file"},
		{file: "not-utf-8", place: "2:18", code: "not-utf-8", bytes: strings.ReplaceAll(model, "\u00e9", "\xe9")}, // Latin-1
		{file: "not-utf-8-utf-16", place: "0:0", code: "not-utf-8", bytes: utf16},
		{file: "not-utf-8-workbook", place: "0:0", code: "not-utf-8", bytes: "PK\x03\x04\x14\x00\x08\x08"},
		{file: "file-too-large", place: "0:0", code: "file-too-large", bytes: model, size: 100 << 20},
	}
}

// TestManyErrors holds that every problem of a model is found in one run, and in the order of the document.
func TestManyErrors(t *testing.T) {
	t.Chdir("testdata")
	first, printed := examine(t, "broken.toml")
	golden(t, "broken.txt", printed)
	for range 30 {
		again, _ := examine(t, "broken.toml")
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatalf("another run found something else:\n%s", diff)
		}
	}
	if !slices.IsSortedFunc(first, func(a, b problem) int { return a.Line - b.Line }) {
		t.Error("the problems are not in document order")
	}
}

// TestErrorsDoNotDependOnTheOrderOfTables shuffles the tables of each model: the codes stay the same.
func TestErrorsDoNotDependOnTheOrderOfTables(t *testing.T) {
	names := []string{"../broken.toml"}
	for _, w := range brokenModels(t) {
		if w.code != "syntax" && !strings.Contains(w.name, ".schedule.") {
			names = append(names, w.name)
		}
	}
	scratch := t.TempDir()
	if err := os.CopyFS(scratch, os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(scratch, "errors"))
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.SampledFrom(names).Draw(r, "model")
		text := read(t, name)
		head, tables := tablesOf(text)
		before, _ := examine(t, name)
		write(t, name, head+strings.Join(rapid.Permutation(tables).Draw(r, "tables"), "\n"))
		after, _ := examine(t, name)
		write(t, name, text)
		if diff := cmp.Diff(codes(before), codes(after)); diff != "" {
			r.Fatalf("%s:\n%s", name, diff)
		}
	})
}

// tablesOf divides a model into what stands above the first header, and its tables.
func tablesOf(text string) (head string, tables []string) {
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "["):
			tables = append(tables, line)
		case tables == nil:
			head += line
		default:
			tables[len(tables)-1] += line
		}
	}
	return head, tables
}

func codes(problems []problem) []string {
	all := make([]string, len(problems))
	for i, p := range problems {
		all[i] = p.Severity + " " + p.Code
	}
	slices.Sort(all)
	return all
}

// places lists problems as "12:10 unknown-team", and with the file if that is not the model itself.
func places(problems []problem, dir string) []string {
	var all []string
	for _, p := range problems {
		place := fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Code)
		if dir != "." {
			place = filepath.Base(p.File) + ":" + place
		}
		all = append(all, place)
	}
	return all
}

// examine runs the program on a model, or reads a schedule, and returns the problems as data and as
// printed.
func examine(t *testing.T, name string) ([]problem, string) {
	t.Helper()
	if strings.HasSuffix(name, scheduleEnding) {
		return examineSchedule(t, name)
	}
	var stdout, stderr, asJSON bytes.Buffer
	run([]string{"check", "--all", "--strict", name}, &terminal{stdout: &stdout, stderr: &stderr, width: 80})
	run([]string{"check", "--json", "--strict", name}, &terminal{stdout: &asJSON, stderr: &stdout, width: 80})
	var result checkedModel
	if err := json.Unmarshal(asJSON.Bytes(), &result); err != nil {
		t.Fatalf("%s: %v in %q", name, err, asJSON.String())
	}
	return result.Problems, stderr.String()
}

func examineSchedule(t *testing.T, name string) ([]problem, string) {
	t.Helper()
	_, found := planfile.DecodeSchedule(source.NewFile(name, read(t, name)))
	var printed strings.Builder
	if err := source.Print(&printed, found, source.Style{All: true}); err != nil {
		t.Fatal(err)
	}
	var problems []problem
	for _, p := range found.Sorted() {
		file, line, column := place(p.At)
		problems = append(problems, problem{Code: p.Code, File: file, Line: line, Column: column})
	}
	return problems, printed.String()
}

// golden compares a text with a file, or writes the file.
func golden(t *testing.T, path, text string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		write(t, path, text)
	}
	if diff := cmp.Diff(read(t, path), text); diff != "" {
		t.Errorf("%s (-want +got); UPDATE=1 accepts it:\n%s", path, diff)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

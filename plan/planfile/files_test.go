package planfile_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"epr/plan/planfile"
)

const smallest = "[programme]\nname = \"é\"\nstart = 2026-07-01\nend = 2027-07-01\n"

// inMemory is a folder with the one file plan.toml.
func inMemory(data string) planfile.Folder {
	return planfile.Folder{FS: fstest.MapFS{"plan.toml": {Data: []byte(data)}}}
}

func TestFilesThatAreNoText(t *testing.T) {
	tests := []struct {
		name, data, want string
	}{
		{"an empty file", "", `
plan.toml: error: "plan.toml" is empty [empty-file]

1 error in plan.toml
`},
		{"a file of spaces", " \r\n\t\n", `
plan.toml: error: "plan.toml" is empty [empty-file]

1 error in plan.toml
`},
		{"Latin-1", "[programme]\nname = \"Andr\xe9 \xa3\"\n", `
plan.toml:2:13: error: "plan.toml" is not saved as UTF-8: here is the byte 0xE9 [not-utf-8]
    2 │ name = "André £"
      ╵             ^
      hint: save it as UTF-8 ("Save as", then "Encoding")

1 error in plan.toml
`},
		{"UTF-16 with a byte order mark", "\xff\xfe[\x00p\x00", `
plan.toml: error: "plan.toml" is saved as UTF-16 (little-endian), not as UTF-8 [not-utf-8]
      hint: save it as UTF-8 ("Save as", then "Encoding")

1 error in plan.toml
`},
		{"UTF-16 without one", "\x00[\x00p\x00r\x00o", `
plan.toml: error: "plan.toml" is saved as UTF-16 (big-endian), not as UTF-8 [not-utf-8]
      hint: save it as UTF-8 ("Save as", then "Encoding")

1 error in plan.toml
`},
		{"a zero byte", "a = 1\nb\x00 = 2", `
plan.toml:2:2: error: "plan.toml" is not a text file: it contains a zero byte [not-utf-8]
    2 │ b� = 2
      ╵  ^
      hint: save it as UTF-8 ("Save as", then "Encoding")

1 error in plan.toml
`},
		{"a byte order mark is no mistake", "\xef\xbb\xbf" + smallest, "\n"},
		{"nor are the line ends of Windows", strings.ReplaceAll(smallest, "\n", "\r\n"), "\n"},
		{"places after a byte order mark", "\xef\xbb\xbf" + smallest + "x = 1\n", `
plan.toml:5:1: error: the programme has no key "x" [unknown-key]
    5 │ x = 1
      ╵ ^
      hint: its keys are name, start, end, status, calendar, cost_of_delay, owner, confidence, escalate_at, bands, note

1 error in plan.toml
`},
	}
	for _, tt := range tests {
		m := planfile.Read(inMemory(tt.data), "plan.toml")
		if diff := cmp.Diff(tt.want, "\n"+printed(m)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if readable := tt.want == "\n" || strings.Contains(tt.want, "unknown-key"); m.IsWhole != readable {
			t.Errorf("%s: whole is %v, want %v", tt.name, m.IsWhole, readable)
		}
	}
}

// untouchable is a file of a size that nobody may read.
type untouchable struct{ t *testing.T }

func (f untouchable) Open(name string) (fs.File, error) {
	f.t.Fatalf("%s was opened", name)
	return nil, fs.ErrInvalid
}

func (f untouchable) Stat(name string) (fs.FileInfo, error) { return huge{name}, nil }

// huge is an ordinary file of 100 MB.
type huge struct{ name string }

func (h huge) Name() string     { return h.name }
func (huge) Size() int64        { return 100 << 20 }
func (huge) Mode() fs.FileMode  { return 0o644 }
func (huge) ModTime() time.Time { return time.Time{} }
func (huge) IsDir() bool        { return false }
func (huge) Sys() any           { return nil }

func TestAHugeFileIsNotRead(t *testing.T) {
	got := printed(planfile.Read(planfile.Folder{FS: untouchable{t}}, "plan.toml"))
	want := `plan.toml: error: the files of this plan are larger than 8 MB together [file-too-large]
      hint: a plan is text that people read; look for a file that is none

1 error in plan.toml
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFilesAreLimitedTogether(t *testing.T) {
	comment := "#" + strings.Repeat("x", 3<<20) + "\n"
	folder := fstest.MapFS{
		"plan.toml": {Data: []byte(`include = ["a.toml", "b.toml", "c.toml"]` + "\n" + smallest)},
		"a.toml":    {Data: []byte(comment)}, "b.toml": {Data: []byte(comment)}, "c.toml": {Data: []byte(comment)},
	}
	got := printed(planfile.Read(planfile.Folder{FS: folder}, "plan.toml"))
	want := `plan.toml:1:32: error: the files of this plan are larger than 8 MB together [file-too-large]
    1 │ include = ["a.toml", "b.toml", "c.toml"]
      ╵                                ^^^^^^^^
      hint: a plan is text that people read; look for a file that is none

1 error in plan.toml
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("outside.toml", "[team.x]\nsize = 1\n")
	write("model/plan.toml", `include = ["link.toml", "inside.toml", "folder/more.toml"]`+"\n"+smallest)
	write("model/real.toml", "[team.y]\nsize = 1\n")
	for name, target := range map[string]string{"link.toml": "../outside.toml", "inside.toml": "real.toml", "folder": ".."} {
		if err := os.Symlink(target, filepath.Join(dir, "model", name)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	t.Chdir(dir)
	tests := []struct{ name, path, want string }{
		{"symbolic links stay inside", "model/plan.toml", `
model/plan.toml:1:12: error: "model/link.toml" is a symbolic link that leaves the folder of the plan [path-outside]
    1 │ include = ["link.toml", "inside.toml", "folder/more.toml"]
      ╵            ^^^^^^^^^^^
      hint: copy the file into the folder

model/plan.toml:1:40: error: "model/folder/more.toml" is a symbolic link that leaves the folder of the plan [path-outside]
    1 │ include = ["link.toml", "inside.toml", "folder/more.toml"]
      ╵                                        ^^^^^^^^^^^^^^^^^^
      hint: copy the file into the folder

2 errors in model/plan.toml
`},
		{"a file that is not there", "model/plam.toml", `
model/plam.toml: error: there is no file "model/plam.toml" [file-not-found]
      hint: did you mean "plan.toml"?

1 error in model/plam.toml
`},
		{"a folder that is not there", "modell/plan.toml", `
modell/plan.toml: error: there is no folder "modell/" [file-not-found]

1 error in modell/plan.toml
`},
		{"a folder", "model", `
model: error: "model" is a folder, not a file [unreadable-file]
      hint: name the files in it, such as "model/inside.toml"

1 error in model
`},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, "\n"+printed(planfile.Open(tt.path))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestFilesComeInTheOrderOfReading(t *testing.T) {
	folder := fstest.MapFS{
		"plan.toml": {Data: []byte("include = [\"z.toml\", \"a.toml\"]\nlists.trusts = \"t.csv\"\n" + smallest + "x = 1\n")},
		"z.toml":    {Data: []byte("include = [\"m.toml\"]\nx = 1\n")},
		"m.toml":    {Data: []byte("x = 1\n")},
		"a.toml":    {Data: []byte("x = 1\n")},
		"t.csv":     {Data: []byte("id,x\na,1\n")},
	}
	m := planfile.Read(planfile.Folder{FS: folder, Prefix: "dir/"}, "plan.toml")
	var names, places []string
	for i, f := range m.Files {
		names = append(names, f.Name)
		if f.Order != i {
			t.Errorf("%s has the order %d, want %d", f.Name, f.Order, i)
		}
	}
	for _, p := range m.Problems.Sorted() {
		places = append(places, p.At.File.Name)
	}
	want := []string{"dir/plan.toml", "dir/z.toml", "dir/m.toml", "dir/a.toml", "dir/t.csv"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

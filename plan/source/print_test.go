package source_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/source"
)

// find is the place of a word in a file.
func find(file *source.File, word string) source.Span {
	at := strings.Index(file.Text, word)
	if at < 0 {
		panic(word)
	}
	return file.Span(at, at+len(word))
}

func TestShow(t *testing.T) {
	file := source.NewFile("plan.toml", strings.Repeat("\n", 17)+
		"[task.build-ed]\n"+strings.Repeat("\n", 12)+
		`after = ["bild-ed", "permit"]`+"\n"+
		"\tnäme\t= \t\"Åse\" # é\r\n"+
		"text = \"\"\"two\nlines\"\"\"\n"+
		"esc = \"\x1b[2J\u202e\"\n")
	tests := []struct {
		name    string
		problem source.Problem
		want    string
	}{
		{"everything", source.Problem{Code: "unknown-task", At: find(file, `"bild-ed"`),
			Text: `task "train-ed" waits for "bild-ed", which is not a task`, Hint: `did you mean "build-ed"?`,
			Notes: []source.Note{{At: find(file, "build-ed"), Text: `"build-ed" is defined here`}, {Text: "a note without a place"}}}, `
plan.toml:31:10: error: task "train-ed" waits for "bild-ed", which is not a task [unknown-task]
   31 │ after = ["bild-ed", "permit"]
      ╵          ^^^^^^^^^
      hint: did you mean "build-ed"?
      plan.toml:18:7: "build-ed" is defined here
      a note without a place
`},
		{"tabs are copied, characters counted", source.Problem{Severity: source.Warning, Code: "c", At: find(file, `"Åse"`), Text: "t"}, `
plan.toml:32:10: warning: t [c]
   32 │ 	näme	= 	"Åse" # é
      ╵ 	    	  	^^^^^
`},
		{"several lines are marked on the first", source.Problem{Code: "c", At: find(file, "\"\"\"two\nlines\"\"\""), Text: "t"}, `
plan.toml:33:8: error: t [c]
   33 │ text = """two
      ╵        ^^^^^^
`},
		{"an empty place has a caret", source.Problem{Code: "c", At: file.Span(0, 0), Text: "t"}, `
plan.toml:1:1: error: t [c]
    1 │ 
      ╵ ^
`},
		{"the end of a line before its CR", source.Problem{Code: "c", At: find(file, "\r\n"), Text: "t"}, `
plan.toml:32:19: error: t [c]
   32 │ 	näme	= 	"Åse" # é
      ╵ 	    	  	         ^
`},
		{"nothing moves the cursor", source.Problem{Code: "c", At: find(file, "esc"), Text: "t\x1b[1m\n", Hint: "h\x07"}, `
plan.toml:35:1: error: t�[1m� [c]
   35 │ esc = "�[2J�"
      ╵ ^^^
      hint: h�
`},
		{"a file as a whole", source.Problem{Code: "empty-file", At: file.Whole(), Text: "t"}, `
plan.toml: error: t [empty-file]
`},
		{"no place at all", source.Problem{Code: "c", Text: "t"}, `
error: t [c]
`},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, "\n"+source.Show(tt.problem, source.Style{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestLongLinesAreCut(t *testing.T) {
	long := strings.Repeat("é", 30) + "|mark|" + strings.Repeat("ü", 3000)
	file := source.NewFile("f", long+"\n"+strings.Repeat("x", 5000)+"|mark|"+strings.Repeat("y", 9)+"\n"+strings.Repeat("z", 200))
	tests := []struct {
		name string
		at   source.Span
		want string
	}{
		{"on the right", find(file, "|mark|"), `
f:1:31: error: t [c]
    1 │ éééééééééééééééééééééééééééééé|mark|üüü…
      ╵                               ^^^^^^
`},
		{"on both sides", file.Span(len(long)+4801, len(long)+4805), `
f:2:4801: error: t [c]
    2 │ …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      ╵              ^^^^
`},
		{"on the left", file.Span(len(long)+1+5000, len(long)+1+5006), `
f:2:5001: error: t [c]
    2 │ …xxxxxxxxxxxxxxxxxxxxxxxx|mark|yyyyyyyyy
      ╵                          ^^^^^^
`},
		{"a mark wider than the line", file.Span(len(file.Text)-150, len(file.Text)), `
f:3:51: error: t [c]
    3 │ …zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz…
      ╵              ^^^^^^^^^^^^^^^^^^^^^^^^^^^
`},
		{"at the end of a long line", file.Span(len(file.Text), len(file.Text)), `
f:3:201: error: t [c]
    3 │ …zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
      ╵                                         ^
`},
	}
	for _, tt := range tests {
		got := source.Show(source.Problem{Code: "c", At: tt.at, Text: "t"}, source.Style{Width: 48})
		if diff := cmp.Diff(tt.want, "\n"+got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestPrintShowsTheFirstTen(t *testing.T) {
	file, other := source.NewFile("plan.toml", strings.Repeat("x\n", 30)), source.NewFile("more.toml", "y\n")
	other.Order = 1
	var ps source.Problems
	for i := range 8 {
		ps.Add(source.Problem{Severity: source.Warning, Code: "w", At: file.Span(2*i, 2*i+1), Text: fmt.Sprintf("warning %d", i)})
	}
	ps.Add(source.Problem{Severity: source.Notice, Code: "n", At: file.Span(0, 1), Text: "a note, which gives way"})
	for i := range 8 {
		ps.Errorf("e", file.Span(20+2*i, 21+2*i), "error %d", i)
	}
	ps.Errorf("e", other.Span(0, 1), "error in another file")

	var want strings.Builder
	line := func(n int, text string) {
		fmt.Fprintf(&want, "plan.toml:%d:1: %s\n%5d │ x\n      ╵ ^\n\n", n, text, n)
	}
	line(1, "warning: warning 0 [w]")
	for i := range 8 {
		line(11+i, fmt.Sprintf("error: error %d [e]", i))
	}
	want.WriteString("more.toml:1:1: error: error in another file [e]\n    1 │ y\n      ╵ ^\n\n")
	want.WriteString("… and 8 more problems: epr check --all\n9 errors, 8 warnings, 1 note in 2 files\n")

	var got strings.Builder
	if err := source.Print(&got, &ps, source.Style{More: "epr check --all"}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	got.Reset()
	if err := source.Print(&got, &ps, source.Style{All: true}); err != nil {
		t.Fatal(err)
	}
	if shown := strings.Count(got.String(), "╵"); shown != 18 || strings.Contains(got.String(), "more problem") {
		t.Errorf("all: %d problems shown, want 18 and no count of those left out", shown)
	}
}

func TestTally(t *testing.T) {
	file := source.NewFile("plan.toml", "x")
	mistake := source.Problem{At: file.Span(0, 1)}
	warning := source.Problem{At: file.Whole(), Severity: source.Warning}
	note := source.Problem{At: file.Whole(), Severity: source.Notice}
	tests := []struct {
		problems []source.Problem
		want     string
	}{
		{nil, "no problems"},
		{[]source.Problem{mistake, mistake, mistake, warning}, "3 errors, 1 warning in plan.toml"},
		{[]source.Problem{warning, warning}, "2 warnings in plan.toml"},
		{[]source.Problem{note, warning}, "1 warning, 1 note in plan.toml"},
		{[]source.Problem{{}}, "1 error"},
	}
	for _, tt := range tests {
		if got := source.Tally(tt.problems); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestColour(t *testing.T) {
	file := source.NewFile("p.toml", "a = b\n")
	p := source.Problem{Code: "c", At: find(file, "b"), Text: "t", Hint: "h"}
	got := source.Show(p, source.Style{Colour: true})
	want := "\x1b[1mp.toml:1:5:\x1b[0m \x1b[1;31merror:\x1b[0m t [c]\n" +
		"\x1b[34m    1 │\x1b[0m a = b\n" +
		"\x1b[34m      ╵\x1b[0m     \x1b[1;31m^\x1b[0m\n" +
		"      \x1b[36mhint:\x1b[0m h\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var nothing strings.Builder
	if err := source.Print(&nothing, &source.Problems{}, source.Style{Colour: true}); err != nil || nothing.Len() > 0 {
		t.Errorf("no problems print %q, %v", nothing.String(), err)
	}
}

func TestNothingPanics(t *testing.T) {
	texts := []string{"", "\n", "a", "é\r\n\tß", strings.Repeat("🙂", 300), "\xff\xfe"}
	for _, text := range texts {
		file := source.NewFile("f", text)
		for start := 0; start <= len(text); start++ {
			for _, end := range []int{start, start + 1, len(text)} {
				source.Show(source.Problem{At: file.Span(start, end)}, source.Style{Width: 30})
			}
		}
	}
}

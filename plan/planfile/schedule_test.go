package planfile_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/source"
)

const scheduleHead = `# The dates of this programme, written by "epr plan". Commit this file, do not edit it:
# the next run starts from it, and its changes show in review which dates have moved.
# The mark at the end of a line fits no other dates.

`

const smallSchedule = scheduleHead + `format = 1

[finish]
"one/lchs" = { finish = 2027-02-28, by = 2027-04-30 } # g15

"one/ulth" = { finish = 2027-03-09, by = 2027-04-30 } # hrc

two = { finish = 2028-01-31 } # 72m

[activity]
"award" = { start = 2026-08-03, finish = 2026-09-30 } # 3p6

"one/lchs/train" = { on = 2027-02-28 } # x27

"one/ulth/go-no-go" = { on = 2027-03-09 } # xbx
"one/ulth/train" = { start = 2027-03-01, finish = 2027-04-09 } # d72
`

// unmarked is the same without marks.
var unmarked = regexp.MustCompile(` # ...\n`).ReplaceAllString(smallSchedule, "\n")

func encode(t interface{ Fatal(...any) }, c *planfile.Committed) string {
	var b bytes.Buffer
	if err := planfile.EncodeSchedule(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestScheduleIsWrittenInOneForm(t *testing.T) {
	committed := &planfile.Committed{
		Finishes: []planfile.Finish{{Phase: "two", Finish: on("2028-01-31")},
			{Phase: "one", Trust: "ulth", Finish: on("2027-03-09"), By: on("2027-04-30")},
			{Phase: "one", Trust: "lchs", Finish: on("2027-02-28"), By: on("2027-04-30")}},
		Schedule: plan.Schedule{Rows: []plan.Row{
			{ID: "one/lchs/train", Start: on("2027-02-28"), Finish: on("2027-02-28")},
			{ID: "one/ulth/train", Start: on("2027-03-01"), Finish: on("2027-04-09")},
			{ID: "award", Start: on("2026-08-03"), Finish: on("2026-09-30")},
			{ID: "one/ulth/go-no-go", Start: on("2027-03-09"), Finish: on("2027-03-09")},
		}},
	}
	got := encode(t, committed)
	if diff := cmp.Diff(smallSchedule, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if committed.Schedule.Rows[0].ID != "one/lchs/train" || committed.Finishes[0].Phase != "two" {
		t.Error("writing has sorted the schedule of the caller")
	}
	var values struct {
		Activity map[string]map[string]any
	}
	if _, err := toml.Decode(got, &values); err != nil || len(values.Activity) != 4 {
		t.Errorf("%d activities in it as TOML, want 4: %v", len(values.Activity), err)
	}
}

func TestScheduleRefusesWhatItCouldNotReadBack(t *testing.T) {
	day := on("2027-03-01")
	rows := func(rows ...plan.Row) *planfile.Committed {
		return &planfile.Committed{Schedule: plan.Schedule{Rows: rows}}
	}
	tests := []struct {
		name      string
		committed *planfile.Committed
		want      string
	}{
		{"an id with a quote", rows(plan.Row{ID: `a"b`, Start: day, Finish: day}), `"a\"b" cannot be written to a schedule: it is not an id`},
		{"twice", rows(plan.Row{ID: "a", Start: day, Finish: day}, plan.Row{ID: "a", Start: day, Finish: day}), `"a" is twice in the schedule`},
		{"no dates", rows(plan.Row{ID: "a", Start: day}), `"a" has no dates in the schedule`},
		{"backwards", rows(plan.Row{ID: "a", Start: day, Finish: day - 1}),
			`"a" finishes on 2027-02-28 in the schedule, before it starts on 2027-03-01`},
		{"a phase twice", &planfile.Committed{Finishes: []planfile.Finish{{Phase: "p", Finish: day}, {Phase: "p", Finish: day}}}, `"p" is twice in the schedule`},
	}
	for _, tt := range tests {
		err := planfile.EncodeSchedule(&bytes.Buffer{}, tt.committed)
		if got := fmt.Sprint(err); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestScheduleReadsBackAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := &planfile.Committed{}
		id := rapid.StringMatching(`[a-z0-9]{1,3}(-[a-z0-9]{1,3})?(/[a-z0-9]{1,3}){0,3}`)
		day := rapid.Int32Range(int32(on("1948-01-01")), int32(on("2199-12-31")))
		for _, phase := range rapid.SliceOfDistinct(rapid.StringMatching(`[a-z0-9]{1,4}`), rapid.ID[string]).Draw(t, "phases") {
			f := planfile.Finish{Phase: phase, Finish: calendar.Date(day.Draw(t, "finish"))}
			if rapid.Bool().Draw(t, "in a trust") {
				f.Trust = "t"
			}
			if rapid.Bool().Draw(t, "promised") {
				f.By = calendar.Date(day.Draw(t, "by"))
			}
			want.Finishes = append(want.Finishes, f)
		}
		for _, id := range rapid.SliceOfDistinct(id, rapid.ID[string]).Draw(t, "ids") {
			start := calendar.Date(day.Draw(t, "start"))
			finish := start + calendar.Date(rapid.Int32Range(0, 500).Draw(t, "length"))
			want.Schedule.Rows = append(want.Schedule.Rows, plan.Row{ID: id, Start: start, Finish: finish})
		}
		text := encode(t, want)
		got, problems := planfile.DecodeSchedule(source.NewFile("s", text))
		if problems.Len() > 0 {
			t.Fatalf("problems: %v\n%s", problems.Sorted(), text)
		}
		if again := encode(t, got); again != text {
			t.Fatalf("read and written again (-want +got):\n%s", cmp.Diff(text, again))
		}
		if len(got.Schedule.Rows) != len(want.Schedule.Rows) || len(got.Finishes) != len(want.Finishes) {
			t.Fatalf("%d rows and %d phases came back of %d and %d", len(got.Schedule.Rows), len(got.Finishes), len(want.Schedule.Rows), len(want.Finishes))
		}
		for _, row := range want.Schedule.Rows {
			if back, ok := got.Schedule.Find(row.ID); !ok || back != row {
				t.Fatalf("%v came back as %v", row, back)
			}
		}
	})
}

func TestScheduleThatIsNone(t *testing.T) {
	in := func(text, old, new string) string {
		if !strings.Contains(text, old) {
			panic(old)
		}
		return strings.Replace(text, old, new, 1)
	}
	replace := func(old, new string) string { return in(unmarked, old, new) }
	tests := []struct{ name, text, want string }{
		{"as it was written", smallSchedule, ""},
		{"without marks", unmarked, ""},
		{"without empty lines", in(smallSchedule, "\n\n\"one/ulth/go", "\n\"one/ulth/go"), ""},
		{"a date edited", in(smallSchedule, "2026-09-30", "2026-09-29"), `s:15:1 schedule-edited: the line of "award" was edited: the mark at its end is that of other dates`},
		{"an id edited", in(smallSchedule, "go-no-go", "go-or-no-go"), `s:19:1 schedule-edited: the line of "one/ulth/go-or-no-go" was edited`},
		{"a phase edited", in(smallSchedule, "2028-01-31", "2028-01-30"), `s:12:1 schedule-edited: the line of "two" was edited`},
		{"a mark edited", in(smallSchedule, "# d72", "# d73"), `s:20:1 schedule-edited: the line of "one/ulth/train" was edited`},
		{"a mark that is none", in(smallSchedule, "# d72", "# done"), notALine(20)},
		{"the line ends of Windows", strings.ReplaceAll(smallSchedule, "\n", "\r\n"), ""},
		{"no last line end", strings.TrimSuffix(smallSchedule, "\n"), ""},
		{"a conflict", replace(`"award"`, "<<<<<<< HEAD\n\"award\" = 1\n=======\n\"award\""),
			`s:15:1 schedule-conflict: the schedule has a conflict of a merge in it`},
		{"a newer format", replace("format = 1", "format = 2"),
			`s:5:10 schedule-format: the schedule is of format "2", but this version of epr reads format 1`},
		{"no format", replace("format = 1\n", ""), `s:6:1 schedule-format: the schedule does not say its format: it begins with "format = 1"`},
		{"comments alone", "# nothing", `s schedule-format: the schedule does not say its format: "format = 1" is missing`},
		{"cut short", unmarked[:strings.Index(unmarked, "\n[activity]")], `s schedule-line: the schedule ends before its activities`},
		{"not sorted", replace(`"award"`, `"z"`), `s:17:2 schedule-order: "one/lchs/train" stands after "z", but the schedule is sorted by id`},
		{"twice", replace("one/lchs/train", "award"), `s:17:2 duplicate-id: "award" is twice in the schedule`},
		{"a phase twice", replace(`"one/ulth" =`, `"one/lchs" =`), `s:10:2 duplicate-id: "one/lchs" is twice in the schedule`},
		{"no such day", replace("2026-09-30", "2026-09-31"), `s:15:42 bad-date: "2026-09-31" is not a date: September 2026 has 30 days`},
		{"backwards", replace("2026-09-30", "2026-08-01"), `s:15:42 window-empty: "award" finishes on 2026-08-01, before it starts on 2026-08-03`},
		{"one day in two", replace("on = 2027-03-09", "start = 2027-03-09, finish = 2027-03-09"), notALine(19)},
		{"a key too many", replace(", finish = 2026-09-30", ", finish = 2026-09-30, note = 2026-09-30"), notALine(15)},
		{"a key too few", replace(", finish = 2026-09-30", ""), notALine(15)},
		{"a phase with other keys", replace("{ finish = 2028-01-31 }", "{ by = 2028-01-31 }"), notALine(12)},
		{"a phase with a path", replace("two =", "two/x ="), notALine(12)},
		{"a phase in quotes", replace("two =", `"two" =`), notALine(12)},
		{"an id without quotes", replace(`"award"`, "award"), notALine(15)},
		{"half a quote", replace(`"award"`, `"award`), notALine(15)},
		{"another blank", replace(`"award" =`, `"award"  =`), notALine(15)},
		{"another table", replace("[activity]", "[activities]"), notALine(14)},
		{"tables the other way round", replace("[finish]", "[activity]"), "s:7:1 schedule-line"},
		{"a comment", replace(`"award"`, "# a comment\n\"award\""), notALine(15)},
		{"nothing like it", "hello\n", `s:1:1 schedule-format: the schedule does not say its format: it begins with "format = 1"`},
	}
	for _, tt := range tests {
		got, problems := planfile.DecodeSchedule(source.NewFile("s", tt.text))
		if tt.want == "" {
			if problems.Len() > 0 || encode(t, got) != smallSchedule {
				t.Errorf("%s: refused, or not the same when written again: %v", tt.name, problems.Sorted())
			}
			continue
		}
		if got != nil || problems.Len() == 0 {
			t.Errorf("%s: accepted", tt.name)
			continue
		}
		p := problems.Sorted()[0]
		if said := fmt.Sprintf("%v %s: %s", p.At, p.Code, p.Text); !strings.HasPrefix(said, tt.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, said, tt.want)
		}
	}
}

func notALine(number int) string {
	return fmt.Sprintf("s:%d:1 schedule-line: this is not a line of a schedule", number)
}

func TestReadSchedule(t *testing.T) {
	folder := planfile.Folder{Prefix: "dir/", FS: fstest.MapFS{
		"good": {Data: []byte(smallSchedule)}, "latin": {Data: []byte("format = \xe9")}, "folder/x": {},
	}}
	if got, problems := planfile.ReadSchedule(folder, "none"); got != nil || problems.Len() > 0 {
		t.Errorf("a schedule that is not there: %v, %v", got, problems.Sorted())
	}
	if got, problems := planfile.ReadSchedule(folder, "good"); got == nil || len(got.Schedule.Rows) != 4 || problems.Len() > 0 {
		t.Errorf("a good schedule: %v, %v", got, problems.Sorted())
	}
	for name, want := range map[string]string{"latin": "dir/latin:1:10 not-utf-8", "folder": "dir/folder unreadable-file"} {
		got, problems := planfile.ReadSchedule(folder, name)
		if got != nil || problems.Len() != 1 {
			t.Errorf("%s: %v, %v", name, got, problems.Sorted())
			continue
		}
		if p := problems.Sorted()[0]; p.At.String()+" "+p.Code != want {
			t.Errorf("%s: got %v %s, want %s", name, p.At, p.Code, want)
		}
	}
	if got, problems := planfile.OpenSchedule("testdata/no-such-folder/x.schedule.toml"); got != nil || problems.Len() > 0 {
		t.Errorf("a folder that is not there: %v, %v", got, problems.Sorted())
	}
}

func FuzzSchedule(f *testing.F) {
	f.Add(smallSchedule)
	f.Add("format = 1\n[finish]\n[activity]\n\"a\" = { start finish = 2027-01-01 }")
	f.Add("format = 1\n[finish]\n[activity]\n\"a\" = { on = 2027-01-01 }")
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("s", text)
		got, problems := planfile.DecodeSchedule(file)
		for _, p := range problems.Sorted() {
			checkSpan(t, p.At)
		}
		if got == nil {
			return
		}
		if diff := cmp.Diff(entries(text), entries(encode(t, got))); diff != "" {
			t.Fatalf("written again (-want +got):\n%s", diff)
		}
	})
}

// entries is the lines of a schedule without comments, marks and empty lines.
func entries(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSuffix(line, "\r"); line != "" && !strings.HasPrefix(line, "#") {
			line, _, _ = strings.Cut(line, " # ")
			lines = append(lines, line)
		}
	}
	return lines
}

// checkSpan checks that a place lies in its file.
func checkSpan(t *testing.T, at source.Span) {
	t.Helper()
	if at.File != nil && (at.Start < 0 || at.Start > at.End || at.End > len(at.File.Text)) {
		t.Fatalf("the place %d to %d is outside a file of %d bytes", at.Start, at.End, len(at.File.Text))
	}
}

package tj_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/plantest/golden"
	"epr/plan/solve/peers/tj"
	"epr/plan/source"
	"epr/plan/verify"
)

var withPeers = flag.Bool("peers", false, "ask TaskJuggler; needs tj3")

// The project of a small plan is the one in testdata; UPDATE=1 writes it anew.
func TestExport(t *testing.T) {
	p, err := tj.Export(small(t, ""), tj.Options{Order: tj.ByPromise})
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "small.tjp", p.Text)
}

// The report that TaskJuggler made of that project is read as a schedule that keeps every rule of the plan.
func TestRead(t *testing.T) {
	n := small(t, "")
	p, err := tj.Export(n, tj.Options{Order: tj.ByPromise})
	if err != nil {
		t.Fatal(err)
	}
	s, err := p.Read(strings.NewReader(read(t, filepath.Join("testdata", "small.csv"))))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range s.Rows {
		got = append(got, row.ID+" "+row.Start.String()+" "+row.Finish.String())
	}
	want := []string{
		"one/east/build 2026-11-02 2026-11-06",
		"one/east/coach 2026-11-18 2026-11-18",
		"one/east/go-live 2026-11-21 2026-11-21",
		"one/east/live 2026-11-21 2026-11-21",
		"one/east/train 2026-11-12 2026-11-12",
		"one/west/build 2026-11-02 2026-11-06",
		"one/west/coach 2026-11-19 2026-11-19",
		"one/west/go-live 2026-11-28 2026-11-28",
		"one/west/live 2026-11-28 2026-11-28",
		"one/west/train 2026-11-13 2026-11-13",
		"report 2026-11-30 2026-12-29",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("schedule (-want +got):\n%s", diff)
	}
	for _, v := range verify.Check(n, s).Violations {
		t.Error(v.Text)
	}
}

func TestReadRefuses(t *testing.T) {
	p, err := tj.Export(small(t, ""), tj.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const head = "\"Id\";\"Start\";\"End\"\n"
	for _, c := range []struct{ report, want string }{
		{"", "the report of TaskJuggler does not begin with its columns Id, Start and End"},
		{head, `the report of TaskJuggler has no dates of "one/east/build"`},
		{head + `"report";"2026-11-02 09:30";"2026-11-03 10:00"`,
			`the report of TaskJuggler on "report": "2026-11-02 09:30" is neither the beginning nor the end of a working day`},
	} {
		if _, err := p.Read(strings.NewReader(c.report)); err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// What TaskJuggler could not be asked by the same rules is refused, and names the activity.
func TestExportRefuses(t *testing.T) {
	const last = ", which TaskJuggler cannot be asked by the same rules"
	for _, c := range []struct{ more, want string }{
		{"[activity.x]\nkind = \"build\"\ndays = 3\nneeds = { safety = 0.5 }", `"x" takes a team for 3 days` + last},
		{"[activity.x]\nkind = \"build\"\ndays = 3\ncalendar = \"saturdays\"", `"x" needs no team, but rests on days that the programme works` + last},
		{"[activity.x]\nkind = \"build\"\ndays = 1\nneeds = { cutover-crew = 1 }",
			`"x" keeps other days than other activities of team "cutover-crew", which TaskJuggler cannot be asked`},
		{"[activity.x]\nkind = \"build\"\ndays = 1\nstarts_on = [\"mon\"]", `"x" starts on some days of the week alone` + last},
		{"[activity.x]\nkind = \"milestone\"", `"x" is a milestone that waits for nothing` + last},
		{"[calendar.board]\ndates = [2026-12-01]\n[activity.x]\nkind = \"gate\"\nmeets = \"board\"", `"x" is decided on meeting dates` + last},
		{"[activity.x]\nkind = \"build\"\ndays = 1\nafter = [{ step = \"report\", link = \"start-start\" }]",
			`"x" waits for "report" other than from finish to start, which TaskJuggler cannot be asked`},
		{"[activity.x]\nkind = \"build\"\ndays = 1\nwithin = { after = \"report\", days = 9 }",
			`"x" waits for "report" for a limited time, which TaskJuggler cannot be asked`},
		{"[activity.x]\nkind = \"build\"\ndays = 1\ncalendar = \"saturdays\"\nafter = [{ step = \"report\", lag = 1 }]",
			`"x" waits for "report" in days of a calendar that is not the programme's, which TaskJuggler does not count`},
	} {
		if _, err := tj.Export(small(t, c.more), tj.Options{}); err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// TestReport: TaskJuggler itself makes the report of testdata of the project there, whether its working day has
// one hour or eight.
func TestReport(t *testing.T) {
	if !*withPeers {
		t.Skip("asks TaskJuggler only with -peers")
	}
	if _, err := exec.LookPath("tj3"); err != nil {
		t.Skip("there is no tj3: apt-get install tj3, or gem install taskjuggler")
	}
	n := small(t, "")
	for _, hours := range []int{1, 8} {
		p, err := tj.Export(n, tj.Options{Order: tj.ByPromise, Hours: hours})
		if err != nil {
			t.Fatal(err)
		}
		folder := t.TempDir()
		file := filepath.Join(folder, "small.tjp")
		if err := os.WriteFile(file, []byte(p.Text), 0o666); err != nil {
			t.Fatal(err)
		}
		if text, err := exec.Command("tj3", "--silent", "--output-dir", folder, file).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		got := read(t, filepath.Join(folder, tj.ReportName+".csv"))
		if hours == 1 && os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(filepath.Join("testdata", "small.csv"), []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want := read(t, filepath.Join("testdata", "small.csv"))
		if hours == 8 {
			want = strings.ReplaceAll(want, " 10:00", " 17:00")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("report with days of %d hours (-want +got):\n%s", hours, diff)
		}
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// small is the small plan of testdata, with more of the plan language after it.
func small(t *testing.T, more string) *plan.Network {
	t.Helper()
	files := fstest.MapFS{"small.toml": {Data: []byte(read(t, filepath.Join("testdata", "small.toml")) + "\n" + more)}}
	m := planfile.Read(planfile.Folder{FS: files}, "small.toml")
	n, problems := expand.Expand(m.Plan)
	for _, p := range append(append(m.Problems.Sorted(), plan.Check(m.Plan)...), problems...) {
		if p.Severity == source.Error {
			t.Fatalf("%s: %s", p.Code, p.Text)
		}
	}
	return n
}

package mspdi_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// jars names the variable with the folder of MPXJ's jars. In it, for instance:
//
//	mvn dependency:copy-dependencies -DoutputDirectory=$EPR_MPXJ
//
// in a folder with a pom.xml that depends on net.sf.mpxj:mpxj, of which 13.12.0 was used.
const jars = "EPR_MPXJ"

// TestReadBack has MPXJ, which other tools use to read Project's files, read ours, and compares what it has
// understood with the outline.
func TestReadBack(t *testing.T) {
	folder := os.Getenv(jars)
	if folder == "" {
		t.Skipf("not read back: %s names no folder with MPXJ's jars", jars)
	}
	if _, err := exec.LookPath("java"); err != nil {
		t.Skip("not read back: there is no java")
	}
	for name, pack := range map[string]func() *reports.Pack{
		"northshire":   reportstest.Pack,
		"hostile":      reportstest.Hostile,
		"lincolnshire": func() *reports.Pack { return reportstest.OfModel(examples.Files, "lincolnshire.toml") },
		"60 trusts":    func() *reports.Pack { return reports.Build(reportstest.InputOf(reportstest.Many(60))) },
	} {
		t.Run(name, func(t *testing.T) {
			p := pack()
			file := written(t, p)
			want := understood(p, calendarNames(t, file))
			got := readBack(t, folder, file)
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%d lines (-want +got):\n%.6000s", len(want), diff)
			}
		})
	}
}

func readBack(t *testing.T, folder string, file []byte) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.xml")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	java := exec.Command("java", "-Xmx512m", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
		"-cp", filepath.Join(folder, "*"), filepath.Join("testdata", "ReadBack.java"), path)
	out, err := java.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		t.Fatalf("%v:\n%s", err, failed.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
}

// understood is what MPXJ has to say about a pack, from the outline and nothing else.
func understood(p *reports.Pack, calendars []string) []string {
	o := &p.Outline
	var list []string
	say := func(values ...any) {
		words := make([]string, len(values))
		for k, v := range values {
			if words[k] = strings.ReplaceAll(fmt.Sprint(v), "\n", `\n`); words[k] == "" {
				words[k] = "-"
			}
		}
		list = append(list, strings.Join(words, "|"))
	}
	say("project", shown(p.Header.Programme), moment(p.Header.Horizon.From, "08:00"), moment(o.Finish, "17:00"),
		moment(p.Header.Status, "08:00"), calendars[o.Default])
	for k := range o.Calendars {
		sayCalendar(say, o, &o.Calendars[k], calendars[k], p.Header.Horizon.From)
	}
	say("task", 0, "", "", "", shown(p.Header.Programme), 0, moment(o.Start, "08:00"), moment(o.Finish, "17:00"))
	say("outline", "", 0, "", true, false)
	say("baseline", "", "", "", "")
	say("deadline", "", "")
	var path []string
	var counts []int
	for k := range o.Rows {
		row := &o.Rows[k]
		for len(counts) < row.Level {
			counts, path = append(counts, 0), append(path, "")
		}
		counts, path = counts[:row.Level], path[:row.Level]
		counts[row.Level-1]++
		path[row.Level-1] = row.ID
		parent := ""
		if row.Level > 1 {
			parent = path[row.Level-2]
		}
		number := strings.Trim(strings.ReplaceAll(fmt.Sprint(counts), " ", "."), "[]")
		say("outline", row.ID, number, parent, row.IsSummary(), row.Kind == plan.Milestone || row.Kind == plan.Gate)
		sayTask(say, o, k, calendars)
	}
	for k := range o.Teams {
		sayTeam(say, &o.Teams[k])
	}
	return list
}

func sayCalendar(say func(...any), o *reports.Outline, c *reports.WorkCalendar, name string, from calendar.Date) {
	week := ""
	for day := calendar.Monday; day <= calendar.Sunday; day++ {
		if c.Week.Has(day) {
			week += day.Long()[:1]
		} else {
			week += "."
		}
	}
	say("calendar", name, week)
	for _, x := range c.Exceptions {
		say("exception", name, x.Span.From, x.Span.To, shown(x.Name), x.Worked)
	}
	days := ""
	for day := from; day <= o.Finish; day++ {
		days += map[bool]string{true: "1", false: "0"}[works(c, day)]
	}
	say("days", name, days)
}

func works(c *reports.WorkCalendar, day calendar.Date) bool {
	for _, x := range c.Exceptions {
		if x.Span.Contains(day) {
			return x.Worked
		}
	}
	return c.Week.Has(day.Weekday())
}

func sayTask(say func(...any), o *reports.Outline, k int, calendars []string) {
	row := &o.Rows[k]
	opens, closes := "08:00", "17:00"
	if row.Kind == plan.Milestone && row.StartOfDay {
		closes = "08:00"
	} else if row.Kind == plan.Milestone {
		opens = "17:00"
	}
	say("task", k+1, row.ID, row.Kind, shown(row.Owner), orID(shown(row.Name), row.ID), row.Level, moment(row.Start, opens), moment(row.Finish, closes))
	was := ""
	if !row.IsSummary() && !row.Baseline.Start.IsZero() {
		was = days(row.Baseline.Days)
	}
	say("baseline", row.ID, moment(row.Baseline.Start, opens), moment(row.Baseline.Finish, closes), was)
	say("deadline", row.ID, moment(row.Deadline, "17:00"))
	if row.IsSummary() {
		return
	}
	name := ""
	if row.Calendar != o.Default {
		name = calendars[row.Calendar]
	}
	switch row.Pin {
	case reports.Unpinned:
		say("work", row.ID, days(row.Days), name, "AS_SOON_AS_POSSIBLE", "")
	case reports.NotBefore:
		say("work", row.ID, days(row.Days), name, "START_NO_EARLIER_THAN", moment(row.Start, opens))
	case reports.OnTheDay:
		say("work", row.ID, days(row.Days), name, "MUST_START_ON", moment(row.Start, opens))
	}
	started, finished, percent := "", "", 0
	switch row.State {
	case reports.Done:
		started, finished, percent = moment(row.Start, opens), moment(row.Finish, closes), 100
	case reports.UnderWay:
		started, percent = moment(row.Start, opens), 100*row.Worked/row.Days
	}
	say("progress", row.ID, percent, started, finished, days(row.Worked), days(row.Days-row.Worked))
	var notes []string
	if row.HeldBy != "" {
		notes = append(notes, "In the plan it "+reports.OneLine(row.HeldBy)+".")
	}
	for _, note := range row.Notes {
		notes = append(notes, reports.OneLine(note))
	}
	say("notes", row.ID, strings.Join(notes, "\n"))
	for _, l := range row.After {
		if !l.Max {
			say("link", row.ID, l.ID, [...]string{"FS", "SS", "FF", "SF"}[l.Type], days(l.Days))
		}
	}
	for _, need := range row.Needs {
		for t := range o.Teams {
			if team := &o.Teams[t]; team.ID == need.Team {
				hours := func(days int) string { return decimal(float64(need.Amount) / 100 * float64(days) * 8) }
				say("assignment", row.ID, teamName(team), decimal(float64(need.Amount)), hours(row.Days), hours(row.Worked), hours(row.Days-row.Worked))
			}
		}
	}
}

func sayTeam(say func(...any), t *reports.OutlineTeam) {
	say("resource", teamName(t)) // its largest size is read as that of today, which is one of these
	for _, s := range t.Sizes {
		say("size", teamName(t), s.Span.From.String()+"T00:00", s.Span.To.String()+"T23:59", decimal(float64(s.Size)))
	}
}

func teamName(t *reports.OutlineTeam) string {
	return shown(strings.NewReplacer("[", "(", "]", ")", ",", " ", ";", " ").Replace(t.Name))
}

func orID(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

func shown(s string) string { return reports.Cut(reports.OneLine(s), 255) }

func moment(d calendar.Date, time string) string {
	if d.IsZero() {
		return ""
	}
	return d.String() + " " + time
}

func days(n int) string { return decimal(float64(n)) }

// decimal writes a number as Java does.
func decimal(x float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.4f", x), "0"), ".")
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// calendarNames are the names of the calendars in a file. In the outline they may be longer.
func calendarNames(t *testing.T, file []byte) []string {
	t.Helper()
	var read struct {
		Names []string `xml:"Calendars>Calendar>Name"`
	}
	if err := xml.Unmarshal(file, &read); err != nil {
		t.Fatal(err)
	}
	for k, name := range read.Names {
		if slices.Contains(read.Names[:k], name) || utf8.RuneCountInString(name) > 51 {
			t.Errorf("%q is no name for a calendar", name)
		}
	}
	return read.Names
}

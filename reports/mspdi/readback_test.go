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
	if testing.Short() {
		t.Skip("starts Java")
	}
	folder := os.Getenv(jars)
	if folder == "" {
		t.Skipf("not read back: %s names no folder with MPXJ's jars", jars)
	}
	if _, err := exec.LookPath("java"); err != nil {
		t.Skip("not read back: there is no java")
	}
	packs := readBackPacks(t)
	files := map[string][]byte{}
	for name, p := range packs {
		files[name] = written(t, p)
	}
	read := readBack(t, folder, files)
	for name, p := range packs {
		t.Run(name, func(t *testing.T) {
			want := understood(p, calendarNames(t, files[name]))
			got, notes := apart(read[name])
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%d lines (-want +got):\n%.6000s", len(want), diff)
			}
			for _, fault := range notesMissing(p, notes) {
				t.Error(fault)
			}
		})
	}
}

// readBackPacks are the examples, what is made to be awkward, and plans drawn at random, with any number of baselines.
func readBackPacks(t *testing.T) map[string]*reports.Pack {
	packs := map[string]*reports.Pack{
		"northshire": reports.Build(reportstest.WithBaselines(reportstest.Input())),
		"hostile":    reportstest.Hostile(),
		"example":    reportstest.OfModel(examples.Files, "lincolnshire.toml"),
		"60-trusts":  reports.Build(reportstest.InputOf(reportstest.Many(60))),
	}
	for k, p := range drawn(t, 60) {
		packs[fmt.Sprintf("drawn-%02d", k)] = p
	}
	return packs
}

// readBack runs MPXJ over files and gives the lines that it prints for each.
func readBack(t *testing.T, folder string, files map[string][]byte) map[string][]string {
	t.Helper()
	temp := t.TempDir()
	args := []string{"-Xmx512m", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", filepath.Join(folder, "*"), filepath.Join("testdata", "ReadBack.java")}
	for name, file := range files {
		path := filepath.Join(temp, name)
		if err := os.WriteFile(path, file, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.Command("java", args...).Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		t.Fatalf("%v:\n%s", err, failed.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	read, of := map[string][]string{}, ""
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSuffix(line, "\n")
		if path, isFile := strings.CutPrefix(line, "file|"); isFile {
			of = filepath.Base(path)
			continue
		}
		read[of] = append(read[of], line)
	}
	return read
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
	say("deadline", "", "")
	say("forecast", "", "", "", "")
	sayProject(say, o)
	likely := prospectsOf(p)
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
		sayForecast(say, row.ID, likely)
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
	for n, was := range numbered(o, row) {
		count := ""
		if !row.IsSummary() {
			count = workdays(was.Days)
		}
		if !was.Start.IsZero() {
			say("baseline", row.ID, n, moment(was.Start, opens), moment(was.Finish, closes), count)
		}
	}
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
		say("work", row.ID, workdays(row.Days), name, "AS_SOON_AS_POSSIBLE", "")
	case reports.NotBefore:
		say("work", row.ID, workdays(row.Days), name, "START_NO_EARLIER_THAN", moment(row.Start, opens))
	case reports.OnTheDay:
		say("work", row.ID, workdays(row.Days), name, "MUST_START_ON", moment(row.Start, opens))
	}
	started, finished, percent := "", "", 0
	switch row.State {
	case reports.Done:
		started, finished, percent = moment(row.Start, opens), moment(row.Finish, closes), 100
	case reports.UnderWay:
		started, percent = moment(row.Start, opens), 100*row.Worked/row.Days
	}
	say("progress", row.ID, percent, started, finished, workdays(row.Worked), workdays(row.Days-row.Worked))
	start, finish := moment(row.Start, opens), moment(row.Finish, closes)
	if row.Kind == plan.Milestone && row.StartOfDay {
		start, finish = moment(row.Start-1, "17:00"), moment(row.Start-1, "17:00") // the same moment
	}
	say("computed", row.ID, start, finish)
	for _, l := range row.After {
		if !l.Max {
			say("link", row.ID, l.ID, [...]string{"FS", "SS", "FF", "SF"}[l.Type], workdays(l.Days))
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
		say("size", teamName(t), s.Span.From.String()+"T00:00", s.Span.To.String()+"T23:59", int(s.Size))
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

// workdays is a number of working days with MPXJ's letter for them; elapsed days would be "ed".
func workdays(n int) string { return decimal(float64(n)) + "d" }

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

package diff_test

import (
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/plan/verify"
)

// singleEdit is one edit of the example, as a planner makes them: texts replaced, each of which stands once in the
// model or a file that it includes, and lines added at its end.
type singleEdit struct {
	name    string
	replace []string // old, new, …
	add     string
	isWords bool // nothing that a date depends on
}

var singleEdits = []singleEdit{
	{name: "a title of a phase", isWords: true, replace: []string{`name          = "Phase 2: urgent and ward care"`, `name          = "Phase 2: emergency, urgent and ward care"`}},
	{name: "a title of a step", isWords: true, replace: []string{`"User acceptance test"`, `"Acceptance test by users"`}},
	{name: "a name of a site", isWords: true, replace: []string{`"Community services, east"`, `"Community services, coast"`}},
	{name: "an owner", isWords: true, replace: []string{`owner         = "Phase 1 lead"`, `owner         = "Director of phase 1"`}},
	{name: "a note of progress", isWords: true, replace: []string{"Four interface defects open.", "Three interface defects open."}},
	{name: "a risk's probability", isWords: true, replace: []string{"probability = 0.45\nhits        = [\"three/*/design\"", "probability = 0.55\nhits        = [\"three/*/design\""}},
	{name: "a risk's response done", isWords: true, replace: []string{"due         = 2026-11-30\ncost        = 85_000\n", "due         = 2026-11-30\ndone        = true\ncost        = 85_000\n"}},
	{name: "a range's high end", isWords: true, replace: []string{"days  = { low = 8, likely = 10, high = 14 }", "days  = { low = 8, likely = 10, high = 17 }"}},

	{name: "archive design a day more", replace: []string{"days  = 20\nneeds = { migration = 1 }", "days  = 21\nneeds = { migration = 1 }"}},
	{name: "a survey a day more", replace: []string{"days  = 4\nneeds = { change = 0.5 }\nafter = [{ step = \"two/all-live\"", "days  = 5\nneeds = { change = 0.5 }\nafter = [{ step = \"two/all-live\""}},
	{name: "spring roadshows a day more", replace: []string{"days  = 8\nneeds = { change = 1 }\nafter = [\"change-network\"]", "days  = 9\nneeds = { change = 1 }\nafter = [\"change-network\"]"}},
	{name: "performance tests a day less", replace: []string{"low = 5, likely = 7, high = 11", "low = 5, likely = 6, high = 11"}},
	{name: "performance tests a day more", replace: []string{"low = 5, likely = 7, high = 11", "low = 5, likely = 8, high = 11"}},
	{name: "acceptance tests a day more", replace: []string{"days  = { low = 8, likely = 10, high = 14 }", "days  = { low = 8, likely = 11, high = 14 }"}},
	{name: "building medicines two days more", replace: []string{"low = 22, likely = 28, high = 37", "low = 22, likely = 30, high = 37"}},
	{name: "testing prescribing messages a week more", replace: []string{"days  = { low = 10, likely = 20, high = 27 }", "days  = { low = 10, likely = 25, high = 27 }"}},
	{name: "more nurses at Boston", replace: []string{"nurses = 1_200", "nurses = 1_280"}},

	{name: "an integration test needs a day more", replace: []string{"remaining = 11,", "remaining = 12,"}},
	{name: "devices at Lincoln need three days more", replace: []string{"remaining = 18 }", "remaining = 21 }"}},
	{name: "a build has finished", replace: []string{"\"two/discharge/build\"         = { started = 2026-11-02, remaining = 8 }", "\"two/discharge/build\"         = { started = 2026-11-02, finished = 2026-11-20 }"}},
	{name: "a week goes by without news", replace: []string{"status = 2026-11-21", "status = 2026-11-28"}},

	{name: "a trainer less", replace: []string{"is = 24 }, { from = 2028-01-01", "is = 23 }, { from = 2028-01-01"}},
	{name: "four trainers less", replace: []string{"is = 24 }, { from = 2028-01-01", "is = 20 }, { from = 2028-01-01"}},
	{name: "a tester less", replace: []string{"{ from = 2026-10-05, is = 6 }", "{ from = 2026-10-05, is = 5 }"}},
	{name: "a designer more", replace: []string{"{ from = 2026-09-07, is = 8 }, { from = 2027-06-01", "{ from = 2026-09-07, is = 9 }, { from = 2027-06-01"}},
	{name: "eight floorwalkers less", replace: []string{"size = 88", "size = 80"}},
	{name: "a tenth of a safety officer less", replace: []string{"{ from = 2027-01-04, is = 1 }", "{ from = 2027-01-04, is = 0.9 }"}},

	{name: "winter a week longer", replace: []string{"every  = { from = \"12-01\", to = \"02-28\" }        # Assumed: no dates", "every  = { from = \"12-01\", to = \"03-07\" }        # Assumed: no dates"}},
	{name: "Easter a day longer", replace: []string{"to = 2027-03-29 },", "to = 2027-03-30 },"}},
	{name: "the late May weekend free", replace: []string{"  { from = 2027-05-29, to = 2027-05-31 },\n", ""}},
	{name: "August changeover three days longer", replace: []string{"to = 2027-08-13", "to = 2027-08-16"}},
	{name: "Christmas freeze three days longer", replace: []string{"to = 2027-01-04 }, { from = 2027-12-17", "to = 2027-01-07 }, { from = 2027-12-17"}},
	{name: "a Group Board meeting more", replace: []string{"# dates = [2027-04-13]", "dates = [2027-04-13]"}},

	{name: "a day more before a cutover", replace: []string{`{ step = "go-no-go", lag = 5 }`, `{ step = "go-no-go", lag = 6 }`}},
	{name: "two days more before an archive", replace: []string{`{ step = "archive-award", lag = 10 }`, `{ step = "archive-award", lag = 12 }`}},
	{name: "a deadline for the archive's award", replace: []string{"[activity.archive-award]\n", "[activity.archive-award]\nmust_by = 2027-06-30\n"}},
	{name: "an earlier promise for phase 3", replace: []string{"by            = 2027-10-31", "by            = 2027-09-30"}},
	{name: "an announced date for phase 1", replace: []string{"priority      = 3\n", "priority      = 3\nannounced     = 2027-04-25\n"}},
	{name: "a workflow more in phase 3", replace: []string{"cancer          = {", "imaging         = { groups = [\"specialist\"], name = \"Imaging\" }\ncancer          = {"}},
	{name: "a piece of work more", add: "\n[activity.patient-leaflet]\nkind  = \"engagement\"\ndays  = 6\nneeds = { change = 1 }\nafter = [\"one/all-live\"]\n"},
}

const exampleFolder = "../../examples"

// exampleFiles are the files of the example, by name.
func exampleFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, name := range []string{"lincolnshire.toml", "lincolnshire.progress.toml", "lincolnshire.risks.toml"} {
		data, err := os.ReadFile(exampleFolder + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	return files
}

// edited is the example with an edit.
func (e singleEdit) edited(t *testing.T, files map[string]string) fstest.MapFS {
	t.Helper()
	after := fstest.MapFS{}
	for name, text := range files {
		after[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for k := 0; k < len(e.replace); k += 2 {
		found := 0
		for _, file := range after {
			if n := strings.Count(string(file.Data), e.replace[k]); n > 0 {
				found += n
				file.Data = []byte(strings.Replace(string(file.Data), e.replace[k], e.replace[k+1], 1))
			}
		}
		if found != 1 {
			t.Fatalf("%s: %q is %d times in the example", e.name, e.replace[k], found)
		}
	}
	model := after["lincolnshire.toml"]
	model.Data = append(model.Data, e.add...)
	return after
}

var strictly = flag.Bool("strictly", false, "plan again for each activity that moved, up to 100 for an edit, to see whether it could have stayed")

var onlyEdit = flag.String("edit", "", "make only the edit of this name")

var normally = flag.Bool("normally", false, "plan with normal effort rather than quickly")

// TestSingleEdits: of a committed schedule only the dates that have to move do, whatever is edited; words and risks
// move none. -v prints the table of the README, -strictly asks the scheduler itself what could have stayed.
func TestSingleEdits(t *testing.T) {
	if testing.Short() {
		t.Skip("plans the example 40 times")
	}
	files := exampleFiles(t)
	committed, problems := planfile.OpenSchedule(exampleFolder + "/lincolnshire.schedule.toml")
	if problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	effort := solve.Quick
	if *normally {
		effort = solve.Normal
	}
	var sum struct{ kept, fresh, open, price int }
	for _, e := range singleEdits {
		if *onlyEdit != "" && *onlyEdit != e.name {
			continue
		}
		v := read(t, e.edited(t, files), "lincolnshire.toml")
		r, err := solve.Solve(v.Network, solve.Options{Effort: effort, Committed: &committed.Schedule})
		if err != nil {
			t.Errorf("%s: %v", e.name, err)
			continue
		}
		if broken := verify.Check(v.Network, r.Schedule).Violations; len(broken) > 0 {
			t.Errorf("%s: %v", e.name, broken)
		}
		moved := movedOf(&committed.Schedule, r.Schedule)
		if e.isWords && len(moved) > 0 {
			t.Errorf("%s moves %q", e.name, moved)
		}
		if free := unnecessary(v.Network, &committed.Schedule, r.Schedule); len(free) > 0 {
			t.Errorf("%s moves %q, which need not have moved", e.name, free)
		}
		if *strictly && len(moved) <= 100 {
			t.Logf("%s: could have stayed %q", e.name, couldStay(t, v.Network, &committed.Schedule, r))
		}
		open := openOf(v.Network)
		t.Logf("| %s | %d | %d | %d | %d | %d |", e.name, len(moved), r.Kept.LargestMove, r.Kept.FreshMoves, r.Kept.FinishDays, r.Kept.FreshFinishEarlierDays)
		if len(moved) != r.Kept.Moves || r.Kept.LaterDays != 0 {
			t.Errorf("%s: %d moved of %+v", e.name, len(moved), r.Kept)
		}
		sum.kept, sum.fresh, sum.open, sum.price = sum.kept+len(moved), sum.fresh+r.Kept.FreshMoves, sum.open+open, sum.price+int(r.Kept.FinishDays)
	}
	t.Logf("moved: %.1f%% kept, %.1f%% fresh; price %.1f weighted days", 100*float64(sum.kept)/float64(sum.open),
		100*float64(sum.fresh)/float64(sum.open), float64(sum.price)/float64(len(singleEdits)))
	if *onlyEdit == "" && 4*sum.kept > sum.fresh {
		t.Errorf("%d dates move where a fresh plan moves %d", sum.kept, sum.fresh)
	}
}

// openOf counts the activities that are not done.
func openOf(n *plan.Network) int {
	open := 0
	for i := range n.Activities {
		if !n.Activities[i].Done() {
			open++
		}
	}
	return open
}

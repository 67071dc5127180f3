package history_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/plan/history"
	"epr/plan/history/git"
	"epr/plan/history/git/gittest"
	"epr/plan/planfile"
)

const model = `include = ["more.toml"]
[programme]
name = "Small"
start = 2027-01-04
end = 2027-12-31
[activity.build]
kind = "build"
days = 10
`

const more = `[activity.live]
kind = "go-live"
days = 1
after = ["build"]
by = 2027-03-31
`

// scheduled is the schedule file of the model with its go-live on a day.
func scheduled(t *testing.T, live string) string {
	t.Helper()
	var b bytes.Buffer
	day, err := calendar.Parse(live)
	if err != nil {
		t.Fatal(err)
	}
	c := &planfile.Committed{}
	c.Schedule.Rows = append(c.Schedule.Rows, plan.Row{ID: "build", Start: calendar.MustOf(2027, 1, 4), Finish: calendar.MustOf(2027, 1, 15)}, plan.Row{ID: "live", Start: day, Finish: day})
	if err := planfile.EncodeSchedule(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// kept is a repository in which the model was committed without a schedule, with one, with it damaged, and with
// another.
func kept(t *testing.T) (*history.History, history.Model) {
	t.Helper()
	r := gittest.New(t)
	t.Chdir(r.Dir)
	r.Commit(map[string]string{"plans/plan.toml": model, "plans/more.toml": more})
	r.Commit(map[string]string{"plans/plan.schedule.toml": scheduled(t, "2027-01-18")})
	r.Commit(map[string]string{"elsewhere.toml": "nothing of the plan"})
	r.Commit(map[string]string{"plans/plan.schedule.toml": "[[[\n"})
	r.Commit(map[string]string{"plans/plan.schedule.toml": scheduled(t, "2027-02-01"), "plans/more.toml": strings.Replace(more, "2027-03-31", "2027-04-30", 1)})
	read := planfile.Open("plans/plan.toml")
	if read.Problems.HasErrors() {
		t.Fatal(read.Problems.Sorted())
	}
	m := history.Model{Files: read.Files, Activities: 2}
	h, err := history.Of(m, git.OnDisk("plans/plan.toml"))
	if err != nil || h == nil {
		t.Fatal(h, err)
	}
	t.Cleanup(func() {
		if err := h.Close(); err != nil {
			t.Error(err)
		}
	})
	return h, m
}

// Every commit that changed the plan is a version, the oldest first; the damaged schedule is counted.
func TestVersions(t *testing.T) {
	h, _ := kept(t)
	versions, looked := h.Versions()
	if want := (diff.Looked{Versions: 4, Unread: 1, From: calendar.MustOf(2027, 1, 4)}); looked != want {
		t.Errorf("looked at %+v, want %+v", looked, want)
	}
	var days []string
	for _, v := range versions {
		days = append(days, v.On.String())
	}
	if want := []string{"2027-01-04", "2027-01-05", "2027-01-07", "2027-01-08"}; !slices.Equal(days, want) {
		t.Errorf("versions of %v, want %v", days, want)
	}
}

// The versions to compare with are those with a schedule that say something else than the plan at hand, whether its
// files end their lines as git does or not.
func TestOthers(t *testing.T) {
	h, m := kept(t)
	newest, first := scheduled(t, "2027-02-01"), scheduled(t, "2027-01-18")
	for _, c := range []struct {
		name, schedule string
		want           []string
	}{
		{"as committed last", newest, []string{"2027-01-05"}},
		{"as committed last, with the lines of Windows", strings.ReplaceAll(newest, "\n", "\r\n"), []string{"2027-01-05"}},
		{"with the first schedule, but another model", first, []string{"2027-01-08", "2027-01-05"}},
	} {
		var got []string
		for v, err := range h.Others(m, []byte(c.schedule)) {
			if err != nil {
				t.Fatal(err)
			}
			if v.Model != "plan.toml" || v.Folder.Prefix != v.Name+":plans/" || v.Schedule == nil {
				t.Errorf("%s: %s in %s, schedule %v", c.name, v.Model, v.Folder.Prefix, v.Schedule)
			}
			got = append(got, v.On.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// A model that nobody committed has no history, which is no failure.
func TestNoHistory(t *testing.T) {
	r := gittest.New(t)
	t.Chdir(r.Dir)
	for _, files := range []map[string]string{nil, {"readme.md": "nothing of the plan"}} {
		if files != nil {
			r.Commit(files)
		}
		read := planfile.Read(planfile.Folder{FS: fstest.MapFS{"plan.toml": {Data: []byte(model)}}}, "plan.toml")
		if h, err := history.Of(history.Model{Files: read.Files}, git.OnDisk("plan.toml")); h != nil || err != nil {
			t.Errorf("%v: %v, %v", files, h, err)
		}
	}
}

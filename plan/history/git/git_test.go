package git_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/plan/history/git"
	"epr/plan/history/git/gittest"
)

// A tree has the files of a folder as they were, whatever the folder has now.
func TestTree(t *testing.T) {
	r := gittest.New(t)
	t.Chdir(r.Dir)
	r.Commit(map[string]string{"plans/a.toml": "one", "plans/lists/é b.csv": "x,y\n", "other.toml": "o"})
	r.Commit(map[string]string{"plans/a.toml": "two"})
	before, found, err := git.Find("HEAD~1")
	if err != nil || !found {
		t.Fatal(found, err)
	}
	tree, err := before.Tree("plans")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for name := range tree {
		content, err := fs.ReadFile(tree, name)
		if err != nil {
			t.Fatal(err)
		}
		if info, err := tree.Stat(name); err != nil || info.Size() != int64(len(content)) || info.Name() != filepath.Base(name) {
			t.Errorf("%s: %v, %v", name, info, err)
		}
		got[name] = string(content)
	}
	if diff := cmp.Diff(map[string]string{"a.toml": "one", "lists/é b.csv": "x,y\n"}, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if _, err := tree.Open("b.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if got := []string{before.Prefix(""), before.Prefix("."), before.Prefix("plans/")}; !slices.Equal(got, []string{"HEAD~1:", "HEAD~1:", "HEAD~1:plans/"}) {
		t.Errorf("prefixes %q", got)
	}
	if _, err := before.Tree("../elsewhere"); !isMisplaced(err) {
		t.Errorf("a folder outside the repository: %v", err)
	}
}

func isMisplaced(err error) bool {
	var g *git.Error
	return errors.As(err, &g) && g.Misplaced
}

// What git does not know is not found; where there is no repository, the error says so.
func TestFind(t *testing.T) {
	r := gittest.New(t)
	t.Chdir(r.Dir)
	r.Commit(map[string]string{"a.toml": "one"})
	for name, want := range map[string]bool{"main": true, "HEAD": true, "feature": false, "HEAD~1": false, "--all": false} {
		if _, found, err := git.Find(name); found != want || err != nil {
			t.Errorf("%s: found %v (%v), want %v", name, found, err, want)
		}
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(t.TempDir()))
	t.Chdir(t.TempDir())
	if _, _, err := git.Find("main"); !isMisplaced(err) || !strings.Contains(err.Error(), "no Git repository") {
		t.Errorf("outside a repository: %v", err)
	}
	if git.OnDisk("a.toml").IsCommitted() {
		t.Error("a file outside every repository is said to be committed")
	}
}

// Commits are those that changed the files, on the first-parent line, through renames of the file.
func TestCommits(t *testing.T) {
	r := gittest.New(t)
	t.Chdir(r.Dir)
	long := strings.Repeat("a line of the model\n", 20) // so that git sees a rename
	r.Commit(map[string]string{"plan.toml": long})
	r.Commit(map[string]string{"readme.md": "nothing of the plan"})
	r.Git("mv", "plan.toml", "model.toml")
	r.Commit(nil)
	r.Git("checkout", "--quiet", "-b", "change")
	r.Commit(map[string]string{"model.toml": long + "on a branch\n"})
	r.Commit(map[string]string{"model.toml": long + "on a branch, again\n"})
	r.Git("checkout", "--quiet", "main")
	r.Git("merge", "--quiet", "--no-ff", "--no-edit", "change")

	at := git.OnDisk("model.toml")
	if !at.IsCommitted() {
		t.Fatal("the model is committed")
	}
	if shallow, err := at.IsShallow(); shallow || err != nil {
		t.Errorf("shallow: %v, %v", shallow, err)
	}
	names, err := at.Names()
	if diff := cmp.Diff([]string{"model.toml", "plan.toml"}, names); diff != "" || err != nil {
		t.Fatalf("names (-want +got): %v\n%s", err, diff)
	}
	days := func(most int) (string, bool) {
		commits, isCut, err := at.Commits(names, most)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, c := range commits {
			if len(c.Name) != 10 || !strings.HasPrefix(c.ID, c.Name) {
				t.Errorf("the short name of %s is %s", c.ID, c.Name)
			}
			said = append(said, c.On.String())
		}
		return strings.Join(said, " "), isCut
	}
	if got, isCut := days(9); got != "2027-01-09 2027-01-06 2027-01-04" || isCut {
		t.Errorf("commits of %s, cut: %v", got, isCut)
	}
	if got, isCut := days(2); got != "2027-01-09 2027-01-06" || !isCut {
		t.Errorf("the newest two commits are of %s, cut: %v", got, isCut)
	}
}

// Objects has the files of any commit, and a folder of one is a file system.
func TestObjects(t *testing.T) {
	r := gittest.New(t)
	t.Chdir(r.Dir)
	want := fstest.MapFS{"a.toml": {Data: []byte("two\n")}, "empty.csv": {}}
	r.Commit(map[string]string{"plans/a.toml": "one\n"})
	r.Commit(map[string]string{"plans/a.toml": "two\n", "plans/empty.csv": ""})
	first, _, _ := git.Find("HEAD~1")
	last, _, _ := git.Find("HEAD")
	o, err := git.Open(r.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if was, err := o.File(first.Commit, "plans/a.toml"); string(was) != "one\n" || err != nil {
		t.Errorf("%q, %v", was, err)
	}
	folder := o.Folder(last.Commit, "plans/")
	for name, file := range want {
		if content, err := fs.ReadFile(folder, name); string(content) != string(file.Data) || err != nil {
			t.Errorf("%s: %q, %v", name, content, err)
		}
	}
	for _, name := range []string{"b.toml", "a\nb", ""} {
		if _, err := folder.Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q is no file: %v", name, err)
		}
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}
}

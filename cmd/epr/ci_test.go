package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The workflow files of examples/ci are for the build servers of others. Here their commands are taken out of them and
// run, with the variables that a server sets, in a clone of a bare repository. "epr" is the program under test, which
// TestMain puts on the path; "go", "gh" and "curl" are stand-ins. What a server decides by itself, which is "if",
// "rules" and "uses", is not tried.

// TestGuard runs what each workflow file says on five changes of a plan.
func TestGuard(t *testing.T) {
	needTools(t)
	const longer = "days = 50"
	checks, plans, dates := "Check the model", "Check that the committed schedule is the one that the model gives", "Stop if a promised date moves and nobody has agreed"
	for _, change := range []struct {
		name, old, new string
		plan           bool // and then plan it
		labels         string
		github, gitlab []string // steps and jobs that fail
		posts          string   // part of the comment
	}{
		{name: "a better name", old: `name = "Train everybody"`, new: `name = "Train all staff"`, plan: true, posts: "No date moved"},
		{name: "a broken model", old: `after = ["train"]`, new: `after = ["trian"]`,
			github: []string{checks, plans, "Say what changes", dates}, gitlab: []string{"check-plan", "what-changes", "promised-dates"}},
		{name: "a promise that moves", old: "days = 30", new: longer, plan: true,
			github: []string{dates}, gitlab: []string{"promised-dates"}, posts: "| Phase 1 | 16 Feb 2027 | 16 Mar 2027 |"},
		{name: "a promise that moves, agreed", old: "days = 30", new: longer, plan: true, labels: "urgent,dates-agreed",
			posts: "| Phase 1 | 16 Feb 2027 | 16 Mar 2027 |"},
		{name: "a stale schedule", old: "days = 30", new: longer,
			github: []string{checks, plans, dates}, gitlab: []string{"check-plan", "promised-dates"}, posts: "| Phase 1 | 16 Feb 2027 | 16 Mar 2027 |"},
	} {
		t.Run(change.name, func(t *testing.T) {
			for _, server := range []string{"github", "gitlab"} {
				g := newGuard(t, server, change.labels)
				g.change(change.old, change.new, change.plan)
				g.checkOut()
				want := map[string][]string{"github": change.github, "gitlab": change.gitlab}[server]
				if diff := cmp.Diff(want, g.failing()); diff != "" {
					t.Errorf("%s fails (-want +got):\n%s\n%s", server, diff, g.said)
				}
				if posted := g.read(g.posted); !strings.Contains(posted, change.posts) {
					t.Errorf("%s: the comment does not say %q:\n%s\n%s", server, change.posts, posted, g.said)
				}
				if server == "github" && change.posts != "" && g.read(g.summary) != g.read(g.posted) {
					t.Errorf("the summary of the job is not what is posted:\n%s", g.read(g.summary))
				}
			}
		})
	}
}

// TestGuardNeedsItsPins holds that another commit of the source than the one named builds nothing, and that a change
// cannot pass for a new plan because its history was not fetched.
func TestGuardNeedsItsPins(t *testing.T) {
	needTools(t)
	for _, server := range []string{"github", "gitlab"} {
		g := newGuard(t, server, "")
		g.change("days = 30", "days = 31", true)
		g.checkOut()
		g.set("EPR_COMMIT", strings.Repeat("1", 40))
		if got := g.failing(); len(got) == 0 || got[0] != g.steps()[0].name {
			t.Errorf("%s: a commit that is not there: %q fails\n%s", server, got, g.said)
		}
		g = newGuard(t, server, "")
		g.change("days = 30", "days = 31", true)
		g.git(g.root, "clone", "--quiet", "--depth", "1", "--branch", "change", "file://"+g.bare, g.clone)
		for _, name := range []string{"Say what changes", "what-changes"} {
			if slices.ContainsFunc(g.steps(), func(s ciStep) bool { return s.name == name }) && !slices.Contains(g.failing(), name) {
				t.Errorf("%s: %q passes without the history\n%s", server, name, g.said)
			}
		}
	}
}

func needTools(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the commands are for the shells of Linux servers")
	}
	if testing.Short() {
		t.Skip("runs some sixty commands")
	}
	for _, tool := range []string{"git", "bash"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed, so the workflow files are not tried", tool)
		}
	}
}

const guardedPlan = `[programme]
name  = "Hospital"
start = 2027-01-04
end   = 2028-12-31
[trust.north]
sites = ["hill"]
[phase.one]
name     = "Phase 1"
trusts   = ["north"]
playbook = "acute"
by       = 2027-03-01
[playbook.acute.train]
name = "Train everybody"
kind = "training"
days = 30
[playbook.acute.live]
per   = ["trust", "site"]
kind  = "go-live"
days  = 2
after = ["train"]
`

// guard is a repository with a plan on main, the bare one that it was pushed to, and a build server's clone of that.
type guard struct {
	t                       *testing.T
	server                  string
	root, work, bare, clone string
	posted, summary, paths  string // files: the comment, the summary of the job, what it adds to the path
	env                     []string
	epr, said               string
}

func newGuard(t *testing.T, server, labels string) *guard {
	t.Helper()
	root := t.TempDir()
	in := func(name string) string { return filepath.Join(root, name) }
	g := &guard{t: t, server: server, root: root, work: in("work"), bare: in("bare.git"), clone: in("clone"),
		posted: in("posted.md"), summary: in("summary.md"), paths: in("path")}
	var err error
	if g.epr, err = exec.LookPath("epr"); err != nil {
		t.Fatal(err)
	}
	dirs := slices.DeleteFunc(filepath.SplitList(os.Getenv("PATH")), func(dir string) bool { return dir == filepath.Dir(g.epr) })
	g.env = []string{"HOME=" + root, "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C", "NO_COLOR=1", "EPR_UNDER_TEST=" + g.epr, "POSTED=" + g.posted,
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org"}
	g.set("PATH", strings.Join(append([]string{in("stubs")}, dirs...), string(filepath.ListSeparator)))
	g.standIns(in("stubs"))
	g.git(root, "init", "--quiet", "--bare", "--initial-branch", "main", g.bare)
	g.git(root, "init", "--quiet", "--initial-branch", "main", g.work)
	g.write(filepath.Join(g.work, "programme.toml"), guardedPlan)
	g.commit("the plan", true)
	g.git(g.work, "push", "--quiet", g.bare, "main")
	for key, value := range map[string]string{
		"MODEL": "programme.toml", "AGREED": "dates-agreed", "EPR_SOURCE": "file://" + in("source"), "EPR_COMMIT": g.source(in("source")),
		"RUNNER_TEMP": in("temp"), "GITHUB_PATH": g.paths, "GITHUB_STEP_SUMMARY": g.summary, "GITHUB_BASE_REF": "main",
		"GITHUB_REPOSITORY": "trust/plan", "PULL_REQUEST": "7", "GH_TOKEN": "secret",
		"CI_PROJECT_DIR": g.clone, "CI_MERGE_REQUEST_LABELS": labels, "PLAN_TOKEN": "secret",
		"CI_API_V4_URL": "https://git.example.org/api/v4", "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "7",
	} {
		g.set(key, value)
	}
	return g
}

// standIns are the programs that build, and that talk to a server.
func (g *guard) standIns(dir string) {
	for name, script := range map[string]string{
		"go":   `[ "$1 $2 $4" = "build -o ./cmd/epr" ] && grep -q "^module epr" go.mod && mkdir -p "$(dirname "$3")" && ln -sf "$EPR_UNDER_TEST" "$3"`,
		"gh":   `for last; do :; done; [ "$1 $2 $3" = "pr comment 7" ] && cp "$last" "$POSTED"`,
		"curl": `case "$*" in *"body@changes.md https://git.example.org/api/v4/projects/5/merge_requests/7/notes") cp changes.md "$POSTED" ;; *) exit 2 ;; esac`,
	} {
		g.write(filepath.Join(dir, name), "#!/bin/sh\n"+script+"\n")
		if err := os.Chmod(filepath.Join(dir, name), 0o755); err != nil {
			g.t.Fatal(err)
		}
	}
}

// source makes a repository that stands for the source of epr, and gives a commit that is not its last.
func (g *guard) source(dir string) string {
	g.git(g.root, "init", "--quiet", "--initial-branch", "main", dir)
	g.write(filepath.Join(dir, "go.mod"), "module epr\n")
	g.git(dir, "add", ".")
	g.git(dir, "commit", "--quiet", "-m", "looked at")
	commit := strings.TrimSpace(g.git(dir, "rev-parse", "HEAD"))
	g.write(filepath.Join(dir, "go.mod"), "module not-looked-at\n")
	g.git(dir, "commit", "--quiet", "-a", "-m", "later")
	return commit
}

// change commits a change of the model on a branch, planned or not, and pushes it.
func (g *guard) change(old, new string, plan bool) {
	g.git(g.work, "checkout", "--quiet", "-b", "change")
	path := filepath.Join(g.work, "programme.toml")
	if text := g.read(path); strings.Contains(text, old) {
		g.write(path, strings.ReplaceAll(text, old, new))
	} else {
		g.t.Fatalf("the plan has no %q", old)
	}
	g.commit("a change", plan)
	g.git(g.work, "push", "--quiet", g.bare, "change")
	g.set("CI_MERGE_REQUEST_DIFF_BASE_SHA", strings.TrimSpace(g.git(g.work, "rev-parse", "main")))
}

func (g *guard) commit(message string, plan bool) {
	if plan {
		c := exec.Command(g.epr, "plan", "programme.toml", "--no-forecast")
		c.Dir, c.Env = g.work, g.env
		if said, err := c.CombinedOutput(); err != nil {
			g.t.Fatalf("%v\n%s", err, said)
		}
	}
	g.git(g.work, "add", "*.toml")
	g.git(g.work, "commit", "--quiet", "-m", message)
}

// checkOut makes the clone as the server does: GitHub merges the change into main, GitLab takes it as it is.
func (g *guard) checkOut() {
	g.git(g.root, "clone", "--quiet", g.bare, g.clone)
	if g.server == "github" {
		g.git(g.clone, "checkout", "--quiet", "--detach", "origin/main")
		g.git(g.clone, "merge", "--quiet", "--no-ff", "-m", "merge", "origin/change")
		return
	}
	g.git(g.clone, "checkout", "--quiet", "--detach", "origin/change")
}

// failing runs all steps, and lists those that fail. A comment is posted only of what could be said, and on GitHub a
// label leaves out the last step.
func (g *guard) failing() []string {
	var failed []string
	for _, step := range g.steps() {
		skip := step.name == "Put it into the pull request" && slices.Contains(failed, "Say what changes") ||
			strings.HasPrefix(step.name, "Stop if") && slices.Contains(g.env, "CI_MERGE_REQUEST_LABELS=urgent,dates-agreed")
		if !skip && !g.run(step) {
			failed = append(failed, step.name)
		}
	}
	return failed
}

// run runs a step as the servers do, and reports whether it succeeded.
func (g *guard) run(step ciStep) bool {
	path := g.read(g.paths)
	c := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.script)
	c.Dir, c.Env = g.clone, slices.Clone(g.env)
	for line := range strings.Lines(path) {
		c.Env = append(c.Env, "PATH="+strings.TrimSpace(line)+string(filepath.ListSeparator)+g.value("PATH"))
	}
	out, err := c.CombinedOutput()
	g.said += "== " + step.name + "\n" + string(out)
	return err == nil
}

// ciStep is a step of GitHub or a job of GitLab, with its commands.
type ciStep struct{ name, script string }

// steps takes the commands out of the workflow file: what follows "run:" of each named step, or the items of "script:"
// of each job.
func (g *guard) steps() []ciStep {
	var steps []ciStep
	var name, block string // of a literal block, its indentation
	inScript, inBlock := false, false
	add := func(command string) {
		if n := len(steps); n == 0 || steps[n-1].name != name {
			steps = append(steps, ciStep{name: name})
		}
		steps[len(steps)-1].script += command + "\n"
	}
	for line := range strings.Lines(g.read("../../examples/ci/" + g.server + ".yml")) {
		line = strings.TrimRight(line, "\n")
		text := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(text)]
		if inBlock && (text == "" || len(indent) > len(block)) {
			add(text)
			continue
		}
		inBlock = false
		switch {
		case strings.HasPrefix(text, "- name: "):
			name = strings.TrimPrefix(text, "- name: ")
		case strings.HasPrefix(text, "run: "):
			inBlock, block = text == "run: |", indent
			if !inBlock {
				add(strings.TrimPrefix(text, "run: "))
			}
		case g.server == "gitlab" && indent == "" && strings.HasSuffix(text, ":"):
			name, inScript = strings.TrimSuffix(text, ":"), false
		case indent == "  ":
			inScript = text == "script:"
		case inScript && strings.HasPrefix(text, "- "):
			inBlock, block = text == "- |", indent
			if !inBlock {
				add(strings.TrimPrefix(text, "- "))
			}
		}
	}
	if len(steps) < 4 {
		g.t.Fatalf("%s.yml has only the steps %v", g.server, steps)
	}
	return steps
}

func (g *guard) git(dir string, args ...string) string {
	g.t.Helper()
	c := exec.Command("git", args...)
	c.Dir, c.Env = dir, g.env
	out, err := c.CombinedOutput()
	if err != nil {
		g.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (g *guard) set(key, value string) {
	g.env = slices.DeleteFunc(g.env, func(e string) bool { return strings.HasPrefix(e, key+"=") })
	g.env = append(g.env, key+"="+value)
}

func (g *guard) value(key string) string {
	for _, e := range g.env {
		if value, ok := strings.CutPrefix(e, key+"="); ok {
			return value
		}
	}
	return ""
}

// read is the text of a file, empty if there is none.
func (g *guard) read(path string) string {
	text, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		g.t.Fatal(err)
	}
	return string(text)
}

func (g *guard) write(path, text string) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		g.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		g.t.Fatal(err)
	}
}

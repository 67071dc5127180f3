package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"epr/plan/diff"
	"epr/plan/forecast"
	"epr/plan/planfile"
	"epr/reports"
	"epr/reports/markdown"
	"epr/reports/text"
)

type diffOptions struct {
	quick    bool
	forecast bool
	exitCode bool
	markdown bool
	json     bool
	plain    bool
	all      bool
	model    string
	textconv bool
	renamed  []string
}

func newDiff(sys *terminal) *cobra.Command {
	var o diffOptions
	c := &cobra.Command{
		Use:   "diff [OLD [NEW]]",
		Short: "Say what changed between two versions, and which edit moved which date",
		Long: `Compares two versions of a plan: which dates moved and past which window, which edits did it, and then what
changed in the chain that drives the finish, links, durations, scope, the content of calendars, blackouts,
teams and contracts, float, history and risks.

OLD and NEW are models, schedule files, folders with one model, or Git revisions (main~1, HEAD~3, a tag;
"main:plans/a.toml" names the file). A revision alone means the model of the current folder, or the other
side's, as it was then; the files are read through git, nothing is checked out. One revision is compared with
the model as it lies in the folder; one file, or nothing, with the model of HEAD. A version without a schedule that keeps its rules is planned
first, and that is said. Two schedule files without models are compared by their dates alone.

Days are attributed by the half-step method: the edits are applied to the old plan in five groups (progress,
estimates, scope, capacity and windows, targets), then one by one, and the old order of work is timed after
each. The parts add up to the whole. --quick leaves that out.

--renamed old=new says that an id is another one's new name, as in "trust.ulth=trust.united" or
"playbook.acute.train=playbook.acute.teach". Where only one can be meant it is recognised.

As a difftool of Git, for schedule files, and so that "git diff" and "git log -p" show them in words:
  git config difftool.epr.cmd 'epr diff "$LOCAL" "$REMOTE"'
  git config diff.epr.textconv 'epr diff --textconv'
  echo '*.schedule.toml diff=epr' >> .gitattributes` + "\n" + exitHelp + `

With --exit-code, 1 means that a promise, a phase or a go-live moved.`,
		Example: "  epr diff main~1 main\n  epr diff HEAD~3\n  epr diff v1.2:plan.toml plan.toml --markdown\n" +
			"  epr diff old/plan.toml plan.toml --quick --exit-code",
		Args: cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if o.textconv {
				return runTextconv(sys, args)
			}
			return runDiff(sys, o, args)
		},
	}
	f := c.Flags()
	f.BoolVar(&o.quick, "quick", false, "do not work out which edits moved which date")
	f.BoolVar(&o.forecast, "forecast", false, "forecast both versions and compare that, too")
	f.BoolVar(&o.exitCode, "exit-code", false, "exit with 1 if a promise, a phase or a go-live moved")
	f.StringVar(&o.model, "model", "", "the model that a revision alone stands for")
	f.StringArrayVar(&o.renamed, "renamed", nil, "an id and its new name, as trust.a=trust.b; may be repeated")
	f.BoolVar(&o.markdown, "markdown", false, "print Markdown, for a merge request")
	f.BoolVar(&o.textconv, "textconv", false, "print one schedule file in words, for git")
	f.BoolVar(&o.plain, "plain", false, "without lines and tables, as for a screen reader")
	f.BoolVar(&o.all, "all", false, "leave nothing out")
	jsonFlag(c, &o.json)
	return c
}

func runDiff(sys *terminal, o diffOptions, args []string) error {
	old, new, err := o.sides(sys, args)
	if err != nil {
		return err
	}
	if old.model == nil || new.model == nil {
		return o.show(sys, schedulesCompared(old, new))
	}
	compare := diff.Options{Attribute: !o.quick}
	if compare.Renames, err = renamesOf(o.renamed); err != nil {
		return err
	}
	was, err := old.version(sys, nil, o.json)
	if err != nil {
		return err
	}
	is, err := new.version(sys, was.Schedule, o.json)
	if err != nil {
		return err
	}
	compare.ByEdit, compare.ByOrder = compare.Attribute, compare.Attribute
	compare.MostEdits = max(leastEdits, mostPlaced/max(1, len(is.Network.Activities)))
	if o.forecast {
		if was.Forecast, err = played(sys, old.model, was.Schedule, forecast.Options{}); err != nil {
			return err
		}
		if is.Forecast, err = played(sys, new.model, is.Schedule, forecast.Options{}); err != nil {
			return err
		}
	}
	d, err := diff.Compare(was, is, compare)
	if err != nil {
		return failf(exitUsage, "%v", err)
	}
	return o.show(sys, d)
}

// mostPlaced is how many activities are placed at most to find out what each edit moved: a few seconds' worth. In
// the largest programmes several edits then count as one, but never more than leastEdits replays could tell apart.
const (
	mostPlaced = 600_000
	leastEdits = 20
)

// sides finds the two versions.
func (o diffOptions) sides(sys *terminal, args []string) (old, new *compared, err error) {
	names := [2]string{"HEAD", "."}
	if _, err := os.Stat(strings.Join(args, "")); len(args) == 1 && err == nil {
		names[1] = args[0]
	} else {
		copy(names[:], args)
	}
	model := o.model
	if len(args) < 2 && model != "" {
		names[1] = model
	}
	if new, err = comparedOf(sys, names[1], model); err != nil {
		return nil, nil, err
	}
	if model == "" && new.model != nil && !strings.Contains(new.model.path, ":") {
		model = new.model.path
	}
	if old, err = comparedOf(sys, names[0], model); err != nil {
		return nil, nil, err
	}
	return old, new, nil
}

// renamesOf reads the renames that are stated.
func renamesOf(list []string) ([]diff.Rename, error) {
	var renames []diff.Rename
	for _, text := range list {
		from, to, ok := strings.Cut(text, "=")
		table, old := lastDot(from)
		other, new := lastDot(to)
		if !ok || table == "" || old == "" || new == "" || other != "" && other != table {
			return nil, failf(exitUsage, "--renamed %q is no rename: write it as trust.old=trust.new", text)
		}
		renames = append(renames, diff.Rename{Table: table, Old: old, New: new})
	}
	return renames, nil
}

func lastDot(text string) (before, after string) {
	if k := strings.LastIndexByte(text, '.'); k >= 0 {
		return text[:k], text[k+1:]
	}
	return "", text
}

// schedulesCompared compares two schedules by their dates alone.
func schedulesCompared(old, new *compared) *diff.Diff {
	return diff.CompareSchedules(old.name, new.name, datesOf(old.schedule), datesOf(new.schedule))
}

func datesOf(c *planfile.Committed) diff.Dated {
	if c == nil {
		return diff.Dated{}
	}
	dated := diff.Dated{Schedule: &c.Schedule}
	for _, f := range c.Finishes {
		dated.Phases = append(dated.Phases, diff.Phase{ID: f.Phase, Finish: f.Finish, By: f.By})
	}
	return dated
}

func (o diffOptions) show(sys *terminal, d *diff.Diff) error {
	var err error
	switch changes := reports.ChangesOf(d); {
	case o.json:
		err = writeJSON(sys.stdout, d)
	case o.markdown:
		err = markdown.WriteChanges(sys.stdout, changes)
	default:
		err = text.Changes(sys.stdout, changes, text.Options{Width: sys.width, Colour: sys.colour, Plain: o.plain, All: o.all})
	}
	if err == nil && o.exitCode && d.IsPromiseMoved() {
		return &failure{exitStrict, ""}
	}
	return err
}

// runTextconv prints a schedule file so that its differences read as sentences: a line an activity. What is no
// schedule is printed as it is: git would stop at an error, and older versions of a file may be anything.
func runTextconv(sys *terminal, args []string) error {
	if len(args) != 1 {
		return failf(exitUsage, "which schedule file? say \"epr diff --textconv MODEL.schedule.toml\"")
	}
	if err := readable(args[0]); err != nil {
		return err
	}
	c, problems := planfile.OpenSchedule(args[0])
	if problems.HasErrors() || c == nil {
		content, err := os.ReadFile(args[0])
		if err != nil {
			return fileError("read", args[0], err)
		}
		_, err = sys.stdout.Write(content)
		return err
	}
	var b strings.Builder
	for _, f := range c.Finishes {
		fmt.Fprintf(&b, "phase %s finishes on %s", f.Phase, f.Finish.Short())
		if !f.By.IsZero() {
			fmt.Fprintf(&b, ", promised by %s", f.By.Short())
		}
		b.WriteByte('\n')
	}
	for _, row := range c.Schedule.Rows {
		if row.Start == row.Finish {
			fmt.Fprintf(&b, "%s on %s\n", row.ID, row.Start.Short())
		} else {
			fmt.Fprintf(&b, "%s from %s to %s\n", row.ID, row.Start.Short(), row.Finish.Short())
		}
	}
	_, err := sys.stdout.Write([]byte(b.String()))
	return err
}

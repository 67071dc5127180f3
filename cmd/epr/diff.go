package main

import (
	"os"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"epr/plan/assurance"
	"epr/plan/diff"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/forecast"
	"epr/plan/history"
	"epr/reports"
	data "epr/reports/json"
	"epr/reports/markdown"
	"epr/reports/text"
)

type diffOptions struct {
	quick     bool
	forecast  bool
	exitCode  bool
	markdown  bool
	json      bool
	plain     bool
	all       bool
	model     string
	textconv  bool
	scenarios []string
	renamed   []string
}

func newDiff(sys *terminal) *cobra.Command {
	var o diffOptions
	c := &cobra.Command{
		Use:   "diff [OLD [NEW]]",
		Short: "Say what changed between two versions, and which edit moved which date",
		Long: `Compares two versions of a plan: which dates moved and past which window, which edits did it, and then what
changed in the chain that drives the finish, links, durations, scope, the content of calendars, blackouts,
teams and contracts, float, history and risks.

The dates that moved come with how they were told and how they stood before: in the baselines of the new version
and, where its model lies in a Git repository, in the commits that changed it or its schedule.

OLD and NEW are models, schedule files, folders with one model, or Git revisions (main~1, HEAD~3, a tag;
"main:plans/a.toml" names the file). A revision alone means the model of the current folder, or the other
side's, as it was then; the files are read through git, nothing is checked out. One revision is compared with
the model as it lies in the folder; one file, or nothing, with the model of HEAD. A version without a schedule that keeps its rules is planned
first, and that is said. Two schedule files without models are compared by their dates alone.

Days are attributed by the half-step method: the edits are applied to the old plan in five groups (progress,
estimates, scope, capacity and windows, targets), then one by one, and the old order of work is timed after
each. The parts add up to the whole. --quick leaves that out.

--scenario ID compares a model with itself as that scenario edits it, and says which edit moves which date; with two
versions, the new one is taken as the scenario edits it. Given twice, two scenarios are compared.

--renamed old=new says that an id is another one's new name, as in "trust.ulth=trust.united" or
"playbook.acute.train=playbook.acute.teach". Where only one can be meant it is recognised.

Two board packs (OLD.xlsx NEW.xlsx, also of revisions) are compared sheet by sheet, row by row.

As a difftool of Git ("git difftool -t epr"), and so that "git diff" and "git log -p" show schedule files and
packs in words:
  git config difftool.epr.cmd 'epr diff "$LOCAL" "$REMOTE"'
  git config diff.epr.textconv 'epr diff --textconv'
and once in the repository, for both:
  printf '*.schedule.toml diff=epr\n*.xlsx diff=epr\n' >> .gitattributes

--json prints what "epr schema diff" describes.` + "\n" + exitHelp + `

With --exit-code, 1 means that a promise, a phase or a go-live moved; of two packs, that a row differs.`,
		Example: "  epr diff main~1 main\n  epr diff HEAD~3\n  epr diff v1.2:plan.toml plan.toml --markdown\n" +
			"  epr diff old/plan.toml plan.toml --quick --exit-code",
		Args: atMost(2, "two versions are compared"),
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
	f.StringArrayVar(&o.scenarios, "scenario", nil, "compare with this scenario of the model; given twice, compare two of them")
	completeScenarios(c)
	f.StringArrayVar(&o.renamed, "renamed", nil, "an id and its new name, as trust.a=trust.b; may be repeated")
	f.BoolVar(&o.markdown, "markdown", false, "print Markdown, for a merge request")
	f.BoolVar(&o.textconv, "textconv", false, "print one schedule file or pack in words, for git")
	f.BoolVar(&o.plain, "plain", false, "without lines and tables, as for a screen reader")
	f.BoolVar(&o.all, "all", false, "leave nothing out")
	jsonFlag(c, &o.json)
	return c
}

func runDiff(sys *terminal, o diffOptions, args []string) error {
	if arePacks(args) {
		return o.runPackDiff(sys, args)
	}
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
	compare.MostEdits = mostEdits(is)
	if err := o.addMore(sys, old, new, was, is); err != nil {
		return err
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

// mostEdits is how many replays the edits of a version may take.
func mostEdits(v *diff.Version) int {
	return max(leastEdits, mostPlaced/max(1, len(v.Network.Activities)))
}

// addMore adds what a comparison need not have: how good the schedules are, which versions were kept before, and the
// forecasts if they are wanted.
func (o diffOptions) addMore(sys *terminal, old, new *compared, was, is *diff.Version) (err error) {
	var history sync.WaitGroup
	history.Go(func() { is.Kept, is.Looked, err = keptBefore(new.model, new.at) })
	addQuality(was, is)
	if history.Wait(); err != nil || !o.forecast {
		return err
	}
	if was.Forecast, err = played(sys, old.model, was.Schedule, forecast.Options{DatesOnly: true}); err != nil {
		return err
	}
	is.Forecast, err = played(sys, new.model, is.Schedule, forecast.Options{DatesOnly: true})
	return err
}

// addQuality makes the checks of the quality of both versions, side by side: they take most of the time of a large
// comparison.
func addQuality(was, is *diff.Version) {
	var both sync.WaitGroup
	both.Go(func() { was.Quality = qualityOf(was) })
	is.Quality = qualityOf(is)
	both.Wait()
}

// qualityOf makes the checks of the quality of a version, but for those that need another version.
func qualityOf(v *diff.Version) []assurance.Check {
	order := flow.New(v.Network, v.Schedule)
	reasons := explain.Reasons(v.Network, v.Schedule)
	return assurance.Assess(assurance.Input{Network: v.Network, Schedule: v.Schedule, Flow: order,
		Floats: float.New(order), Critical: critical.Chains(order, reasons)})
}

// sides finds the two versions.
func (o diffOptions) sides(sys *terminal, args []string) (old, new *compared, err error) {
	names := [2]string{"HEAD", "."}
	model := o.model
	switch _, err := os.Stat(strings.Join(args, "")); {
	case len(args) == 2:
		copy(names[:], args)
	case len(o.scenarios) > 0:
		names = o.scenarioSides(args)
	case len(args) == 1 && err == nil:
		names[1] = args[0]
	default:
		copy(names[:], args)
	}
	if len(args) < 2 && model != "" && len(o.scenarios) == 0 {
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
	return o.withScenarios(sys, old, new)
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
	return diff.CompareSchedules(old.name, new.name, history.Dated(old.schedule), history.Dated(new.schedule))
}

func (o diffOptions) show(sys *terminal, d *diff.Diff) error {
	var err error
	switch changes := reports.ChangesOf(d); {
	case o.json:
		err = data.WriteDiff(sys.stdout, d)
	case o.markdown:
		err = markdown.WriteChanges(sys.stdout, changes)
	default:
		err = text.Changes(sys.stdout, changes, sys.page(o.plain, o.all))
	}
	if err == nil && o.exitCode && d.IsPromiseMoved() {
		return &failure{exitStrict, ""}
	}
	return err
}

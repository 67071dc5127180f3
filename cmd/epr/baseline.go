package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"epr/calendar"
	"epr/plan/planfile"
	"epr/plan/source"
	"epr/plan/verify"
)

type baselineOptions struct {
	approver, date, note string
}

func newBaseline(sys *terminal) *cobra.Command {
	var o baselineOptions
	c := &cobra.Command{
		Use:   "baseline MODEL.toml NAME",
		Short: "Keep the committed schedule as an approved baseline",
		Long: `Copies the committed schedule beside a model to baselines/NAME.schedule.toml and prints the lines that
make it a baseline, to be pasted into the model. If the model includes a file MODEL.baselines.toml, they are
added at its end instead.

Reports then show each date beside its baseline, and "epr status" what is behind it. Several baselines are
kept; reports measure against the one approved last. A baseline is never overwritten, and the SHA-256 in its
lines makes any later change of the file an error.` + "\n" + exitHelp,
		Example: "  epr baseline model.toml 2026-09 --approver \"EPR Programme Board\" --date 2026-09-14",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 2 {
				return nil
			}
			return failf(exitUsage, "a model and a name are wanted: \"%s MODEL.toml 2026-09 --approver ROLE\"", c.CommandPath())
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return runBaseline(sys, o, args[0], args[1])
		},
	}
	f := c.Flags()
	f.StringVar(&o.approver, "approver", "", "the role or body that approved it (required)")
	f.StringVar(&o.date, "date", "", "the date of the approval (default: the status date of the programme)")
	f.StringVar(&o.note, "note", "", "anything to remember about it")
	return c
}

func runBaseline(sys *terminal, o baselineOptions, path, name string) error {
	if err := o.check(name); err != nil {
		return err
	}
	m, err := loadModel(path)
	if err != nil {
		return err
	}
	if err := m.report(sys, false, false); err != nil {
		return err
	}
	b, err := o.of(sys, m, name)
	if err != nil {
		return err
	}
	return b.write(sys, m)
}

// check refuses what could not stand in a model.
func (o baselineOptions) check(name string) error {
	switch {
	case !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(name):
		return failf(exitUsage, "%q is no name for a baseline: names are lower-case words and numbers joined by hyphens, as \"2026-09\"", name)
	case strings.TrimSpace(o.approver) == "":
		return failf(exitUsage, "who approved it? say --approver \"EPR Programme Board\"")
	}
	return nil
}

// newBaselineFile is a baseline that is to be written.
type newBaselineFile struct {
	name    string
	file    string // as the model names it
	path    string
	content []byte
	lines   string // of the model
}

// of makes a baseline of the committed schedule, or says why there can be none.
func (o baselineOptions) of(sys *terminal, m *model, name string) (*newBaselineFile, error) {
	if taken := m.plan.Baselines.Get(name); taken != nil {
		return nil, failf(exitUsage, "there is a baseline %q already, at %s; a baseline is never changed, so give this one another name", name, taken.At)
	}
	date, err := o.approved(m)
	if err != nil {
		return nil, err
	}
	schedule := filesOf(m.path, "").beside + scheduleEnding
	committed, err := readSchedule(sys, schedule)
	if err != nil {
		return nil, err
	}
	if committed == nil {
		return nil, failf(exitFiles, "there is no file %s; \"epr plan %s\" makes it", schedule, m.path)
	}
	if report := verify.Check(m.network, committed); !report.OK() {
		if err := sys.say("note: %s does not keep the rules of the model as it is now (\"epr verify %s\" says where)", schedule, m.path); err != nil {
			return nil, err
		}
	}
	b := &newBaselineFile{name: name, file: "baselines/" + name + scheduleEnding}
	b.path = filepath.Join(filepath.Dir(m.path), filepath.FromSlash(b.file))
	if _, err := os.Lstat(b.path); !errors.Is(err, fs.ErrNotExist) {
		return nil, failf(exitFiles, "there is a file %s already, and a baseline is never overwritten; give this one another name", b.path)
	}
	if b.content, err = os.ReadFile(schedule); err != nil {
		return nil, fileError("read", schedule, err)
	}
	b.lines = o.linesOf(b, date)
	return b, nil
}

// approved is the day of the approval, which cannot lie after the status date.
func (o baselineOptions) approved(m *model) (calendar.Date, error) {
	status := max(m.plan.Programme.Status, m.plan.Programme.Start)
	if o.date == "" {
		return status, nil
	}
	date, err := calendar.Parse(o.date)
	if err != nil {
		return 0, failf(exitUsage, "--date: %v", err)
	}
	if date > status {
		return 0, failf(exitUsage, "--date %s is after the status date %s of the programme", date, status)
	}
	return date, nil
}

// linesOf are the lines of a model that make a file a baseline.
func (o baselineOptions) linesOf(b *newBaselineFile, date calendar.Date) string {
	lines := fmt.Sprintf("[baseline.%s]\nschedule = %s\nsha256   = %s\ndate     = %s\napprover = %s\n",
		b.name, tomlText(b.file), tomlText(planfile.ScheduleSum(b.content)), date, tomlText(o.approver))
	if o.note != "" {
		lines += "note     = " + tomlText(o.note) + "\n"
	}
	return lines
}

// tomlText is a text as TOML writes it, on one line.
func tomlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// write writes the copy, and the lines to the file of the baselines if the model includes one, else to the
// terminal.
func (b *newBaselineFile) write(sys *terminal, m *model) error {
	if err := makeFolderOf(b.path); err != nil {
		return err
	}
	outputs := []output{{b.path, b.content}}
	list := listOfBaselines(m)
	if list != nil {
		outputs = append(outputs, output{list.Name, []byte(strings.TrimRight(list.Text, "\r\n") + "\n\n" + b.lines)})
	}
	if err := writeAll(outputs); err != nil {
		return err
	}
	if list != nil {
		return sys.say("wrote %s, added [baseline.%s] to %s", b.path, b.name, list.Name)
	}
	if err := sys.say("wrote %s; put these lines into %s:", b.path, m.path); err != nil {
		return err
	}
	_, err := fmt.Fprint(sys.stdout, b.lines)
	return err
}

// listOfBaselines is the file of the baselines beside the model, if the model includes it.
func listOfBaselines(m *model) *source.File {
	name := filepath.ToSlash(strings.TrimSuffix(m.path, ".toml") + ".baselines.toml")
	for _, f := range m.files[1:] {
		if filepath.ToSlash(filepath.Clean(f.Name)) == filepath.ToSlash(filepath.Clean(name)) {
			return f
		}
	}
	return nil
}

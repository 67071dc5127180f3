package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/source"
	"epr/plan/verify"
	"epr/reports"
)

// freshness is how the committed schedule stands to the one that the model gives.
type freshness struct {
	Schedule  string   `json:"schedule"`
	IsCurrent bool     `json:"is_current"`
	Moved     []string `json:"moved"`
	Added     []string `json:"added"`
	Removed   []string `json:"removed"`
}

// checkPlanned says whether the committed schedule is the one that the model gives. Nothing is written.
func (f files) checkPlanned(sys *terminal, m *model, committed, planned *plan.Schedule, asJSON bool) error {
	path := f.target + scheduleEnding
	is, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failf(exitStrict, "there is no file %s; \"%s\" makes it", path, m.planCommand())
	case err != nil:
		return fileError("read", path, err)
	}
	var would bytes.Buffer
	if err := planfile.EncodeSchedule(&would, committedOf(m.network, planned)); err != nil {
		return err
	}
	found := compareSchedules(committed, planned)
	// Git may have given the lines other ends.
	found.Schedule, found.IsCurrent = path, bytes.Equal(bytes.ReplaceAll(is, []byte("\r\n"), []byte("\n")), would.Bytes())
	if asJSON {
		err = writeJSON(sys.stdout, found)
	} else if found.IsCurrent {
		_, err = fmt.Fprintf(sys.stdout, "%s is what %s gives\n", path, m.path)
	}
	switch {
	case err != nil || found.IsCurrent:
		return err
	case asJSON:
		return &failure{exitStrict, ""}
	}
	return failf(exitStrict, "%s is stale: %s; run \"%s\" and commit it", path, found, m.planCommand())
}

func compareSchedules(committed, planned *plan.Schedule) freshness {
	found := freshness{Moved: []string{}, Added: []string{}, Removed: []string{}}
	for _, row := range planned.Rows {
		if was, known := committed.Find(row.ID); !known {
			found.Added = append(found.Added, row.ID)
		} else if was != row {
			found.Moved = append(found.Moved, row.ID)
		}
	}
	for _, row := range committed.Rows {
		if _, known := planned.Find(row.ID); !known {
			found.Removed = append(found.Removed, row.ID)
		}
	}
	return found
}

// String says what differs: "2 activities moved (one/x, one/y), 1 activity added (two)".
func (f freshness) String() string {
	const most = 3
	var parts []string
	for _, list := range []struct {
		what string
		ids  []string
	}{{"moved", f.Moved}, {"added", f.Added}, {"removed", f.Removed}} {
		if n := len(list.ids); n > 0 {
			named := strings.Join(list.ids[:min(n, most)], ", ")
			if n > most {
				named += ", …"
			}
			parts = append(parts, fmt.Sprintf("%s %s (%s)", reports.Count(n, "activity"), list.what, named))
		}
	}
	if len(parts) == 0 {
		return "no date differs, but phases or promises are written otherwise"
	}
	return strings.Join(parts, ", ")
}

// addStale adds a warning if the committed schedule does not keep the rules of a sound model any more. It plans
// nothing: whether planning again would move dates is the question of "epr plan --check".
func (m *model) addStale(sys *terminal) error {
	f := m.filesIn("")
	if m.problems.HasErrors() || !f.hasOwn() {
		return nil
	}
	committed, err := f.committed(sys)
	if committed == nil || err != nil {
		return err
	}
	report := verify.Check(m.network, committed)
	if report.OK() {
		return nil
	}
	broken := report.Violations[0]
	text := "the committed schedule does not keep the rules of the model any more: " + broken.Text
	if more := len(report.Violations) - 1; more > 0 {
		text += fmt.Sprintf(", and %s besides", reports.Count(more, "broken rule"))
	}
	whole := source.Span{File: &source.File{Name: f.target + scheduleEnding, Order: len(m.files)}}
	p := source.Problem{Severity: source.Warning, Code: "stale-schedule", At: whole, Text: text, Hint: "run \"" + m.planCommand() + "\" and commit it"}
	if !broken.At.IsZero() {
		p.Notes = []source.Note{{At: broken.At, Text: "the rule stands here"}}
	}
	m.problems.Add(p)
	return nil
}

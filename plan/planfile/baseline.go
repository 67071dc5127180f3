package planfile

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

func (r *reader) baseline(id string, t *table) {
	t.require("schedule", "date", "approver")
	b := &plan.Baseline{
		Origin:   t.origin(),
		ID:       id,
		File:     t.text("schedule"),
		SHA256:   t.sha256("sha256"),
		Date:     t.date("date"),
		Approver: t.text("approver"),
		Note:     t.text("note"),
	}
	keep(t, &r.plan.Baselines, id, "baseline", b)
	if n := t.value("schedule"); n != nil && b.File != "" && r.schedule != nil {
		r.schedule(r.from, pathAt{b.File, n.at}, b)
	}
	t.done()
}

// sha256 reads a hash.
func (t *table) sha256(key string) string {
	text := strings.ToLower(t.text(key))
	if sum, err := hex.DecodeString(text); text == "" || err == nil && len(sum) == sha256.Size {
		return text
	}
	t.report("bad-sha256", t.value(key).at, `it has 64 digits from 0 to f, as "sha256sum" and "epr baseline" print them`,
		"%s is not a SHA-256", quote(text))
	return ""
}

// baseline reads the schedule of a baseline, and reports one that is not the one approved. Its size does not
// count towards that of the model.
func (l *loader) baseline(from string, named pathAt, b *plan.Baseline) {
	name, ok := l.resolve(from, named)
	if !ok {
		return
	}
	data, why := l.folder.read(name, maxSize)
	if why != nil {
		l.problems.Add(source.Problem{Code: why.code, At: named.at, Text: why.text, Hint: why.hint})
		return
	}
	file, problem := textOf(l.folder.Prefix+name, data)
	file.Order = len(l.files)
	l.files = append(l.files, file)
	if problem != nil {
		problem.At.File.Order = file.Order
		l.problems.Add(*problem)
		return
	}
	if sum := ScheduleSum(data); b.SHA256 != "" && sum != b.SHA256 {
		l.problems.Add(source.Problem{Code: "baseline-changed", At: b.Place("sha256"),
			Text: "the schedule of baseline " + quote(b.ID) + " is not the one that was approved: its SHA-256 is " + sum + ", not " + b.SHA256,
			Hint: "take the file back from Git; what is approved anew is a baseline of its own"})
		return
	}
	committed, problems := DecodeSchedule(file)
	l.problems.Merge(problems)
	if committed == nil {
		return
	}
	b.Schedule = &committed.Schedule
	for _, f := range committed.Phases() {
		b.Phases = append(b.Phases, plan.PhaseDates{Phase: f.Phase, Finish: f.Finish, By: f.By})
	}
}

// ScheduleSum is the SHA-256 of a schedule file in hexadecimal, of its text with lines that end in a line feed:
// the same on a machine where Git writes other ends.
func ScheduleSum(data []byte) string {
	sum := sha256.Sum256([]byte(strings.ReplaceAll(string(data), "\r\n", "\n")))
	return hex.EncodeToString(sum[:])
}

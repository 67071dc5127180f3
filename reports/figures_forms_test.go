package reports_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"fmt"
	"strings"

	"epr/reports/csv"
	"epr/reports/html"
	"epr/reports/markdown"
	"epr/reports/text"
)

// forms looks the figures up in the files that are made of the pack.
func (f figures) forms() {
	var schedule, page, summary, document bytes.Buffer
	for _, err := range []error{
		csv.WriteSchedule(&schedule, f.Pack), html.Write(&page, f.Pack), markdown.Write(&document, f.Pack),
		text.Summary(&summary, f.Pack, text.Options{Width: 400, All: true}),
	} {
		if err != nil {
			f.Fatal(err)
		}
	}
	f.datesIn(schedule.String())
	if n := f.Tiles.Promises; n.Of > 0 {
		f.holds("the page", page.String(), fmt.Sprintf("%d of %d", n.N, n.Of))
	}
	for i := range f.Phases {
		f.holds("the summary", summary.String(), f.Phases[i].Finish.Short())
	}
	for i := range f.Promises {
		p := &f.Promises[i]
		f.holds("the document", strings.ReplaceAll(document.String(), "−", "-"), fmt.Sprintf("| %s | %d |", p.Finish.Short(), p.Slack.N))
	}
}

// datesIn compares the file of the schedule with the pack.
func (f figures) datesIn(file string) {
	records, err := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(file, "\ufeff"))).ReadAll()
	if err != nil {
		f.Fatal(err)
	}
	column, lines := map[string]int{}, map[string][]string{}
	for c, name := range records[0] {
		column[name] = c
	}
	for _, record := range records[1:] {
		lines[record[column["id"]]] = record
	}
	f.same("activities in the file of the schedule and in the pack", len(lines), len(f.Schedule))
	for i := range f.Schedule {
		a := &f.Schedule[i]
		record := lines[a.ID]
		if record == nil {
			f.Errorf("%s is not in the file of the schedule", a.ID)
			continue
		}
		f.same("start in the file of the schedule and in the pack of "+a.ID, record[column["start"]], a.Start.String())
		f.same("finish in the file of the schedule and in the pack of "+a.ID, record[column["finish"]], a.Finish.String())
	}
}

func (f figures) holds(what, file, words string) {
	f.Helper()
	if !strings.Contains(file, words) {
		f.Errorf("%s does not say %q", what, words)
	}
}

package tj

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// Read takes TaskJuggler's report back: the columns id, start and end, with semicolons between. Tasks that
// are no activities are passed over. The error names what is missing or cannot be read.
//
// TaskJuggler lets work without a team begin when the last of what it waits for ends, be it in the night or on
// a holiday: it starts on the first day after that on which it is worked.
func (p *Project) Read(report io.Reader) (*plan.Schedule, error) {
	reader := csv.NewReader(report)
	reader.Comma, reader.FieldsPerRecord = ';', 3
	lines, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("the report of TaskJuggler cannot be read: %w", err)
	}
	if len(lines) == 0 || !slices.Equal(lines[0], []string{"Id", "Start", "End"}) {
		return nil, fmt.Errorf("the report of TaskJuggler does not begin with its columns Id, Start and End")
	}
	s := &plan.Schedule{Rows: make([]plan.Row, len(p.network.Activities))}
	for _, line := range lines[1:] {
		i, found := p.activity[line[0]]
		if !found {
			continue
		}
		if s.Rows[i], err = p.row(i, line[1], line[2]); err != nil {
			return nil, fmt.Errorf("the report of TaskJuggler on %q: %w", p.network.Activities[i].ID, err)
		}
	}
	for i, row := range s.Rows {
		if row.ID == "" {
			return nil, fmt.Errorf("the report of TaskJuggler has no dates of %q", p.network.Activities[i].ID)
		}
	}
	return s, nil
}

func (p *Project) row(activity int, start, end string) (plan.Row, error) {
	from, err := p.instant(start)
	if err != nil {
		return plan.Row{}, err
	}
	to, err := p.instant(end)
	if err != nil {
		return plan.Row{}, err
	}
	a := &p.network.Activities[activity]
	row := plan.Row{ID: a.ID, Start: from, Finish: to - 1}
	if a.IsMilestone() {
		row.Start = row.Finish
	} else {
		row.Start = a.Terms.Work.Next(from)
	}
	return row, nil
}

// instant is the first day whose work lies after a moment such as "2026-09-01 10:00".
func (p *Project) instant(text string) (calendar.Date, error) {
	date, hour, _ := strings.Cut(text, " ")
	day, err := calendar.Parse(date)
	if err != nil {
		return 0, err
	}
	switch {
	case hour == "00:00" || hour == "09:00":
		return day, nil
	case hour == p.evening:
		return day + 1, nil
	}
	return 0, fmt.Errorf("%q is neither the beginning nor the end of a working day", text)
}

package mermaid_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/reports"
	"epr/reports/mermaid"
	"epr/reports/reportstest"
)

// readTask is a bar or a milestone as Mermaid has understood it.
type readTask struct {
	Section, Name, Start, End         string
	Milestone, Done, Active, Critical bool
}

// TestParser has Mermaid's own parser read charts, and compares what it has understood with the pack. It needs Node and
// a folder outside the repository, which EPR_MERMAID gives, with two packages:
//
//	mkdir ~/mermaid && cd ~/mermaid && npm init -y && npm install mermaid jsdom
//	EPR_MERMAID=~/mermaid go test ./reports/mermaid -run Parser
//
// Version 11.17.2 was used.
func TestParser(t *testing.T) {
	folder := os.Getenv("EPR_MERMAID")
	if folder == "" {
		t.Skip("not parsed: set EPR_MERMAID to a folder with mermaid and jsdom (see the comment of this test)")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("not parsed: there is no node")
	}
	names := []string{"northshire", "hostile", "lincolnshire", "60-trusts"}
	packs := []*reports.Pack{reportstest.Pack(), reportstest.Hostile(), reportstest.OfModel(examples.Files, "lincolnshire.toml"),
		reports.Build(reportstest.InputOf(reportstest.Many(60)))}
	args := []string{filepath.Join("testdata", "parse.mjs"), folder}
	for k, p := range packs {
		path := filepath.Join(t.TempDir(), names[k]+".mmd")
		if err := os.WriteFile(path, []byte(written(t, p)), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.Command("node", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	for k, p := range packs {
		t.Run(names[k], func(t *testing.T) {
			var read struct {
				Type, Title string
				Tasks       []readTask
			}
			if err := json.Unmarshal([]byte(lines[k]), &read); err != nil {
				t.Fatal(err)
			}
			if read.Type != "gantt" || read.Title == "" {
				t.Errorf("type %q, title %q", read.Type, read.Title)
			}
			if diff := cmp.Diff(drawn(p), read.Tasks); diff != "" {
				t.Errorf("chart (-of the pack +read):\n%s", diff)
			}
		})
	}
}

// drawn is what a chart of a pack shows.
func drawn(p *reports.Pack) []readTask {
	var list []readTask
	add := func(section, name string, from, end calendar.Date, mark readTask) {
		mark.Section, mark.Name, mark.Start, mark.End = section, name, from.String(), end.String()
		list = append(list, mark)
	}
	status := p.Header.Status
	add("As at", "Status date, "+status.Long(), status, status+1, readTask{Milestone: true, Critical: true})
	for _, b := range p.Page.Blackouts {
		add("Closed to go-lives", mermaid.Label(b.Name, b.ID), b.Span.From, b.Span.To+1, readTask{Done: true})
	}
	large := rows(p) > mermaid.MostRows
	section := "Phases"
	for i := range p.Outline.Rows {
		row := &p.Outline.Rows[i]
		name, mark := mermaid.Label(row.Name, row.ID), readTask{Done: row.State == reports.Done, Active: row.State == reports.UnderWay}
		if row.IsSummary() && row.Level == 1 && !large {
			section = reports.Cut(name, 30)
		}
		switch {
		case row.IsSummary() && (row.Level == 1 || row.Level == 2 && !large):
			add(section, name, row.Start, row.Finish+1, mark)
		case row.Kind == plan.GoLive && !large:
			mark.Milestone = true
			add(section, name, row.Start, row.Start+1, mark)
		}
	}
	return list
}

// rows counts the bars and milestones of a chart with trusts.
func rows(p *reports.Pack) int {
	n := 0
	for i := range p.Outline.Rows {
		if row := &p.Outline.Rows[i]; row.IsSummary() && row.Level <= 2 || row.Kind == plan.GoLive {
			n++
		}
	}
	return n
}

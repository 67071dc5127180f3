package ical_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/examples"
	"epr/plan"
	"epr/reports"
	"epr/reports/ical"
	"epr/reports/reportstest"
)

// reader reads calendars with the Python package icalendar, which shares nothing with us, and prints their events.
// It does not know NAME, and leaves it as it stands.
const reader = `
import json, re, sys
import icalendar

for path in sys.argv[1:]:
    calendar = icalendar.Calendar.from_ical(open(path, "rb").read())
    faults = [str(e) for c in calendar.walk() for e in c.errors]
    print(json.dumps({"name": re.sub(r"\\(.)", r"\1", str(calendar["name"])), "version": str(calendar["version"]), "faults": faults, "zones": len(calendar.walk("VTIMEZONE")), "events": [{
        "uid": str(e["uid"]), "summary": str(e["summary"]), "start": e.decoded("dtstart").isoformat(), "end": e.decoded("dtend").isoformat(),
        "stamp": e.decoded("dtstamp").isoformat(), "sequence": int(e["sequence"]), "status": str(e["status"]), "free": str(e["transp"]),
        "categories": [str(c) for c in e["categories"].cats], "where": str(e.get("location", "")), "lines": str(e.get("description", "")).split("\n"),
    } for e in calendar.walk("VEVENT")]}))
`

// readEvent is an event as that reader has understood it.
type readEvent struct {
	UID, Summary, Start, End, Stamp, Status, Free, Where string
	Sequence                                             int
	Categories, Lines                                    []string
}

// TestAnotherReader has another reader read calendars, and compares what it has understood with the pack. EPR_PYTHON
// names a Python that has the package icalendar, if python3 has not.
func TestAnotherReader(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Python")
	}
	python := "python3"
	if set := os.Getenv("EPR_PYTHON"); set != "" {
		python = set
	}
	if err := exec.Command(python, "-c", "import icalendar").Run(); err != nil {
		t.Skipf("%s has no icalendar (%v): set EPR_PYTHON to one that has", python, err)
	}
	for name, p := range map[string]*reports.Pack{
		"northshire":   reports.Build(reportstest.WithBaselines(reportstest.Input())),
		"hostile":      reportstest.Hostile(),
		"lincolnshire": reportstest.OfModel(examples.Files, "lincolnshire.toml"),
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := ical.WriteWithBlackouts(&b, p); err != nil {
				t.Fatal(err)
			}
			readAgain(t, python, p, b.Bytes())
		})
	}
}

func readAgain(t *testing.T, python string, p *reports.Pack, file []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.ics")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", reader, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	var read struct {
		Name, Version string
		Faults        []string
		Zones         int
		Events        []readEvent
	}
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	if len(read.Faults) > 0 || read.Zones > 0 || read.Version != "2.0" || read.Name != reports.OneLine(p.Header.Programme) {
		t.Errorf("faults %q, %d time zones, version %q, name %q", read.Faults, read.Zones, read.Version, read.Name)
	}
	for k := range read.Events {
		if lines := read.Events[k].Lines; len(lines) > 0 {
			read.Events[k].Lines = lines[len(lines)-1:] // the id; what is before it is prose
		}
	}
	if diff := cmp.Diff(events(p), read.Events); diff != "" {
		t.Errorf("events (-of the pack +read):\n%s", diff)
	}
}

// events are those that the pack has: by start and id, then the windows.
func events(p *reports.Pack) []readEvent {
	slugged := strings.Join(strings.FieldsFunc(strings.ToLower(p.Header.Programme), func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789", r) }), "-")
	common := readEvent{Stamp: p.Header.Status.String() + "T00:00:00+00:00", Sequence: int(p.Header.Status - p.Header.Horizon.From), Free: "TRANSPARENT"}
	var list []readEvent
	for _, a := range p.Schedule {
		if !a.Kind.IsEvent() {
			continue
		}
		e := common
		e.UID, e.Summary, e.Status = a.ID+"@"+slugged, reports.OneLine(a.Name), "TENTATIVE"
		e.Start, e.End, e.Lines = a.Start.String(), (a.Finish + 1).String(), []string{"Planned by epr: " + a.ID}
		if a.State == reports.Done {
			e.Status = "CONFIRMED"
		}
		e.Categories = []string{map[plan.Kind]string{plan.GoLive: "Go-live", plan.Gate: "Gate", plan.Milestone: "Milestone"}[a.Kind]}
		for _, m := range p.Milestones {
			if m.ID != a.ID {
				continue
			}
			if phase := reports.OneLine(m.Phase); phase != "" {
				e.Categories = append(e.Categories, phase)
			}
			if e.Where = reports.OneLine(m.Site); m.Site == "" {
				e.Where = reports.OneLine(m.Trust)
			}
		}
		list = append(list, e)
	}
	for _, b := range p.Page.Blackouts {
		e := common
		e.UID, e.Status, e.Categories, e.Lines = "blackout/"+b.ID+"/"+b.Span.From.String()+"@"+slugged, "CONFIRMED", []string{"Blackout"}, []string{""}
		e.Summary, e.Start, e.End = "Closed to go-lives: "+reports.OneLine(b.Name), b.Span.From.String(), (b.Span.To + 1).String()
		if b.Soft {
			e.Summary = "Go-lives have a price: " + reports.OneLine(b.Name)
		}
		list = append(list, e)
	}
	return list
}

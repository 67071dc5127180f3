package ical_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/ical"
	"epr/reports/reportstest"
)

type fataler interface{ Fatal(...any) }

func written(t fataler, p *reports.Pack) string {
	var b bytes.Buffer
	if err := ical.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// one is a pack with one event of that name.
func one(name string) *reports.Pack {
	p := &reports.Pack{}
	p.Header = reports.Header{Programme: "A programme", Status: plantest.Date("2027-01-15"), Version: "1",
		Horizon: calendar.Span{From: plantest.Date("2027-01-01"), To: plantest.Date("2028-12-31")}}
	p.Schedule = []reports.Activity{
		{ID: "build", Name: "Build", Kind: plan.Build, Start: plantest.Date("2027-01-04"), Finish: plantest.Date("2027-02-26"), State: reports.Planned},
		{ID: "one/go-live", Name: name, Kind: plan.GoLive, Start: plantest.Date("2027-03-06"), Finish: plantest.Date("2027-03-07"), State: reports.Planned},
	}
	p.Milestones = []reports.Milestone{{ID: "one/go-live", Name: name, Kind: plan.GoLive, Phase: "Phase 1; core, record", Site: "St John's",
		Date: plantest.Date("2027-03-07"), Owner: "Chief nurse"}}
	return p
}

func TestWrite(t *testing.T) {
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//epr//epr 1//EN
CALSCALE:GREGORIAN
NAME:A programme
X-WR-CALNAME:A programme
BEGIN:VEVENT
UID:one/go-live@a-programme
DTSTAMP:20270115T000000Z
SEQUENCE:14
DTSTART;VALUE=DATE:20270306
DTEND;VALUE=DATE:20270308
SUMMARY:Go-live\, all wards
CATEGORIES:Go-live,Phase 1\; core\, record
LOCATION:St John's
DESCRIPTION:Owner: Chief nurse.\nPlanned by epr: one/go-live
STATUS:TENTATIVE
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if diff := cmp.Diff(want, written(t, one("Go-live, all wards"))); diff != "" {
		t.Errorf("file (-want +got):\n%s", diff)
	}
}

func TestWholePack(t *testing.T) {
	got := written(t, reportstest.Pack())
	golden.Compare(t, "northshire.ics", got)
	if got != written(t, reportstest.Pack()) {
		t.Error("the same plan gives another file")
	}
}

// TestAnyName draws names, and sees that every line keeps to the form and that the name comes back from it.
func TestAnyName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("aŵ漢🏥é,;:\\n\"\r\n\t\x00\u202e\u2028 =")))).Draw(t, "name")
		summaries := 0
		for line := range strings.SplitSeq(strings.TrimSuffix(unfolded(t, written(t, one(name))), "\n"), "\n") {
			property, value, found := strings.Cut(line, ":")
			if !found || strings.ContainsAny(property, " ,\\") {
				t.Fatalf("%q is no property", line)
			}
			if property != "SUMMARY" {
				continue
			}
			summaries++
			if got := strings.NewReplacer(`\\`, `\`, `\;`, `;`, `\,`, `,`).Replace(value); got != reports.OneLine(name) && got != "one/go-live" {
				t.Fatalf("%q comes back as %q", name, got)
			}
		}
		if summaries != 1 {
			t.Fatalf("%d summaries", summaries)
		}
	})
}

func TestHostileTexts(t *testing.T) {
	file := unfolded(t, written(t, reportstest.Hostile()))
	if n := strings.Count(file, "\nBEGIN:VEVENT\n"); n != 7 || strings.Count(file, "\nEND:VEVENT\n") != n {
		t.Errorf("%d events", n)
	}
	if want := `SUMMARY:Decide?\, -2+3|cmd' /C calc'!A0`; !strings.Contains(file, want) {
		t.Errorf("there is no %s in\n%s", want, file)
	}
}

// unfolded joins the lines that were too long, each of which has to keep to the form.
func unfolded(t fataler, file string) string {
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x00") {
			t.Fatal("a line that is too long or cut inside a character: " + line)
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(file, "\r\n ", ""), "\r\n", "\n")
}

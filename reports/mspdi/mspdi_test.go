package mspdi_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/mspdi"
	"epr/reports/reportstest"
)

func written(t testing.TB, p *reports.Pack) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := mspdi.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	got := written(t, reports.Build(reportstest.InputOf(reportstest.Many(1))))
	golden.Compare(t, "one-trust.xml", got)
}

func TestEmptyPlan(t *testing.T) { wellFormed(t, written(t, &reports.Pack{})) }

func wellFormed(t testing.TB, file []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(file)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestSameBytes(t *testing.T) {
	first := written(t, reportstest.Pack())
	for range 5 {
		if !bytes.Equal(first, written(t, reportstest.Pack())) {
			t.Fatal("the same plan gives another file")
		}
	}
}

// TestHostileTexts has texts that break a format, as far as XML can: no character of them is left that a file may
// not hold, and each name of the plan is one line.
func TestHostileTexts(t *testing.T) {
	file := written(t, reportstest.Hostile())
	wellFormed(t, file)
	var read struct {
		Names []string `xml:"Tasks>Task>Name"`
	}
	if err := xml.Unmarshal(file, &read); err != nil {
		t.Fatal(err)
	}
	for _, name := range read.Names {
		if strings.ContainsAny(name, "\n\r\t\a\u202e\ufffd") || utf8.RuneCountInString(name) > 255 || name == "" {
			t.Errorf("a task is called %q", name)
		}
	}
	if want := `title First: *bold* _it_ [link](javascript:alert(1)) ~~x~~`; !slices.Contains(read.Names, want) {
		t.Errorf("no task is called %q", want)
	}
}

// TestAnyName draws names of everything that is named in the outline.
func TestAnyName(t *testing.T) {
	pack := reports.Build(reportstest.InputOf(reportstest.Many(1)))
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("<>&\"']]>-\x00\x1f\u202e\ufffe\u200bŵ🏥ש\n[,;")))).Draw(t, "name")
		p := *pack
		p.Header.Programme = name
		p.Outline.Rows, p.Outline.Teams = slices.Clone(pack.Outline.Rows), slices.Clone(pack.Outline.Teams)
		p.Outline.Calendars = slices.Clone(pack.Outline.Calendars)
		for k := range p.Outline.Rows {
			p.Outline.Rows[k].Name, p.Outline.Rows[k].Owner, p.Outline.Rows[k].Notes = name, name, []string{name}
		}
		for k := range p.Outline.Teams {
			p.Outline.Teams[k].Name = name
		}
		for k := range p.Outline.Calendars {
			p.Outline.Calendars[k].Name, p.Outline.Calendars[k].Without = name, []string{name}
		}
		var read struct {
			Tasks     []string `xml:"Tasks>Task>Name"`
			Resources []string `xml:"Resources>Resource>Name"`
			Calendars []string `xml:"Calendars>Calendar>Name"`
		}
		var b bytes.Buffer
		if err := mspdi.Write(&b, &p); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(b.Bytes(), &read); err != nil {
			t.Fatal(err)
		}
		for _, name := range slices.Concat(read.Tasks[1:], read.Resources, read.Calendars) {
			if name == "" || strings.ContainsAny(name, "\x00\n\ufffd\u202e") {
				t.Fatalf("written %q", name)
			}
		}
		if len(slices.Compact(slices.Sorted(slices.Values(read.Calendars)))) != len(p.Outline.Calendars) {
			t.Fatalf("calendars of one name: %q", read.Calendars)
		}
	})
}

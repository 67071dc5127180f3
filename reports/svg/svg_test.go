package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/examples"
	"epr/plan"
	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
	"epr/reports/svg"
)

type fataler interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

func written(t fataler, p *reports.Pack) []byte {
	var b bytes.Buffer
	if err := svg.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWrite(t *testing.T) {
	pack := reportstest.Pack()
	pack.InShort[0] = "We will make it." // not what is tested here
	got := written(t, pack)
	golden.Compare(t, "northshire.svg", got)
	if !bytes.Equal(written(t, reportstest.Pack()), written(t, reportstest.Pack())) {
		t.Error("the same plan gives another picture")
	}
}

// TestElements looks at every element of pictures of all sizes: none but those that draw, no script, no link, all
// within the picture, and a diamond for each go-live of a row of its own.
func TestElements(t *testing.T) {
	for name, pack := range map[string]*reports.Pack{
		"empty": {}, "northshire": reportstest.Pack(), "hostile": reportstest.Hostile(),
		"60 trusts":    reports.Build(reportstest.InputOf(reportstest.Many(60))),
		"lincolnshire": reportstest.OfModel(examples.Files, "lincolnshire.toml"),
	} {
		t.Run(name, func(t *testing.T) {
			file := written(t, pack)
			seen := elements(t, file)
			if seen["title"] == 0 || seen["desc"] != 1 {
				t.Errorf("%d titles, %d descriptions", seen["title"], seen["desc"])
			}
			goLives := 0
			for i := range pack.Schedule {
				if pack.Schedule[i].Kind == plan.GoLive {
					goLives++
				}
			}
			if got := bytes.Count(file, []byte("><title>")) - bytes.Count(file, []byte("<g><title>")); pack.Page.Hidden == 0 && got != goLives {
				t.Errorf("%d diamonds for %d go-lives", got, goLives)
			}
		})
	}
}

var drawn = map[string]bool{"svg": true, "title": true, "desc": true, "defs": true, "pattern": true, "rect": true, "path": true, "text": true, "g": true, "style": true}

// elements counts the elements of a picture, and fails on what should not be there.
func elements(t fataler, file []byte) map[string]int {
	seen := map[string]int{}
	for d := xml.NewDecoder(bytes.NewReader(file)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return seen
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		seen[start.Name.Local]++
		if !drawn[start.Name.Local] {
			t.Fatalf("there is an element %q", start.Name.Local)
		}
		for _, a := range start.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
				t.Fatalf("%s has %s=%q", start.Name.Local, a.Name.Local, a.Value)
			}
		}
		if start.Name.Local == "rect" {
			within(t, start)
		}
	}
}

// within fails on a bar that is not in the picture.
func within(t fataler, rect xml.StartElement) {
	at := map[string]float64{}
	for _, a := range rect.Attr {
		var n float64
		if _, err := fmt.Sscanf(a.Value, "%f", &n); err == nil {
			at[a.Name.Local] = n
		}
	}
	if at["x"] < 0 || at["width"] <= 0 || at["x"]+at["width"] > 1120.5 {
		t.Fatalf("a bar lies outside: %v", at)
	}
}

// TestAnyName draws names of everything that is named.
func TestAnyName(t *testing.T) {
	pack := reports.Build(reportstest.InputOf(reportstest.Many(2)))
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("<>&\"']]>-\x00\u202eŵ🏥ש\n")))).Draw(t, "name")
		p := *pack
		p.Header.Programme, p.InShort[0] = name, name
		p.Page.Rows = append([]reports.PageRow(nil), pack.Page.Rows...)
		for k := range p.Page.Rows {
			p.Page.Rows[k].Name = name
		}
		file := written(t, &p)
		elements(t, file)
		if bad := regexp.MustCompile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]").Find(file); bad != nil {
			t.Fatalf("the picture has %q", bad)
		}
	})
}

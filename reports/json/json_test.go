package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"testing"

	"epr/examples"
	"epr/plan"
	"epr/plan/planfile/schematest"
	"epr/reports"
	"epr/reports/json"
	"epr/reports/reportstest"
)

func written(t testing.TB, p *reports.Pack) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packs are packs of all sizes, in which everything that the schema names occurs.
func packs() map[string]*reports.Pack {
	in := reportstest.WithHistory(reportstest.WithScenarios(reportstest.WithBaselines(reportstest.Input())))
	in.Previous.Rows = append(in.Previous.Rows, plan.Row{ID: "zz-gone", Start: in.Schedule.Rows[0].Start, Finish: in.Schedule.Rows[0].Finish})
	in.Before = &reports.Before{Name: "1a2b3c4d5e of 21 Nov 2026", On: in.Network.Plan.Programme.Status, Network: in.Network, Schedule: in.Schedule, Forecast: in.Forecast}
	measured := reports.Build(in)
	measured.Confidence.Breaks = []reports.Break{{Rule: reports.BreakMustBy, ID: "one", Name: "Phase 1", Date: in.Schedule.Rows[0].Finish, Share: 120}}
	return map[string]*reports.Pack{
		"empty": {}, "northshire": measured, "hostile": reportstest.Hostile(),
		"lincolnshire": reportstest.OfModel(examples.Files, "lincolnshire.toml"),
	}
}

// TestKeepsToTheSchema checks whole packs against the published schema, key by key.
func TestKeepsToTheSchema(t *testing.T) {
	s, err := schematest.Read(json.Schema())
	if err != nil {
		t.Fatal(err)
	}
	for name, pack := range packs() {
		var value any
		if err := stdjson.Unmarshal(written(t, pack), &value); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		faults := s.Check(value)
		for _, fault := range faults[:min(len(faults), 10)] {
			t.Errorf("%s%s", name, fault)
		}
	}
	if unused := s.Unused(); len(unused) > 0 {
		t.Errorf("no pack has %v, so that nothing checks them", unused)
	}
}

// TestTextsSurvive reads names of all kinds back, and sees that none could end a script around them.
func TestTextsSurvive(t *testing.T) {
	p := &reports.Pack{}
	p.Header.Programme = "</script><script>alert(1)</script> \"q\" \\ \x00\a\u2028 Ŵŷŵ 🏥 שלום \u202e"
	file := written(t, p)
	if bytes.ContainsAny(file, "<>\x00\a\u2028") {
		t.Errorf("raw: %s", file[:200])
	}
	var read struct{ Header struct{ Programme string } }
	if err := stdjson.Unmarshal(file, &read); err != nil || read.Header.Programme != p.Header.Programme {
		t.Errorf("read back as %q, %v", read.Header.Programme, err)
	}
}

func TestSameBytes(t *testing.T) {
	first := written(t, reportstest.Pack())
	for range 3 {
		if !bytes.Equal(first, written(t, reportstest.Pack())) {
			t.Fatal("the same plan gives another file")
		}
	}
}

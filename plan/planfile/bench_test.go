package planfile_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/source"
)

// rows is about one activity for each of the thirty steps of the 206 trusts of England.
const rows = 6_000

func BenchmarkRead(b *testing.B) {
	var inTOML, inCSV strings.Builder
	inTOML.WriteString(smallest)
	inCSV.WriteString("id,started,finished,remaining,note\n")
	for i := range rows {
		fmt.Fprintf(&inTOML, "\n[progress.\"one/t%03d/step-%02d\"]\nstarted = 2026-09-01 # as reported\nremaining = 7\nnote = \"on its way\"\n", i/30, i%30)
		fmt.Fprintf(&inCSV, "one/t%03d/step-%02d,2026-09-01,,7,on its way\n", i/30, i%30)
	}
	for _, model := range []struct {
		name  string
		files fstest.MapFS
	}{
		{"TOML", fstest.MapFS{"plan.toml": {Data: []byte(inTOML.String())}}},
		{"CSV", fstest.MapFS{"plan.toml": {Data: []byte("lists.progress = \"p.csv\"\n" + smallest)}, "p.csv": {Data: []byte(inCSV.String())}}},
	} {
		b.Run(model.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m := planfile.Read(planfile.Folder{FS: model.files}, "plan.toml")
				if m.Problems.Len() > 0 || len(m.Plan.Progress) != rows {
					b.Fatalf("%d rows, and\n%s", len(m.Plan.Progress), printed(m))
				}
			}
		})
	}
}

func BenchmarkSchedule(b *testing.B) {
	c := &planfile.Committed{}
	for i := range rows {
		c.Schedule.Rows = append(c.Schedule.Rows, plan.Row{
			ID: fmt.Sprintf("one/t%03d/step-%02d", i/30, i%30), Start: on("2027-03-01"), Finish: on("2027-03-01").AddMonths(i % 3)})
	}
	text := encode(b, c)
	b.Run("encode", func(b *testing.B) {
		for b.Loop() {
			if err := planfile.EncodeSchedule(&bytes.Buffer{}, c); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, problems := planfile.DecodeSchedule(source.NewFile("s", text)); problems.Len() > 0 {
				b.Fatal(problems.Sorted())
			}
		}
	})
}

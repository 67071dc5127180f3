package csv_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/reports"
	"epr/reports/csv"
	"epr/reports/reportstest"
)

// TestReadBack sees that a register is read as it was written.
func TestReadBack(t *testing.T) {
	p := reportstest.Pack()
	got, err := csv.ReadRisks(strings.NewReader(written(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	var want []reports.Registered
	for _, r := range p.Risks.Rows {
		want = append(want, reports.Registered{ID: r.ID, Name: r.Name, Score: r.Score, Rank: r.Rank})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("register (-want +got):\n%s", diff)
	}
}

// TestReadBackAnyText draws names, whatever a spreadsheet might take for a formula among them.
func TestReadBackAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(rapid.SampledFrom([]rune("=+-@ \t\"a,;1é"))).Draw(t, "name")
		p := &reports.Pack{}
		p.Risks.Rows = []reports.Risk{{ID: "a", Name: name, Rank: 1}}
		got, err := csv.ReadRisks(strings.NewReader(written(t, p)))
		if err != nil || len(got) != 1 || got[0].Name != name {
			t.Fatalf("%q is read back as %+v, %v", name, got, err)
		}
	})
}

func TestReadRisks(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []reports.Registered
		err        string
	}{
		{"header alone", "rank,id,name,current_score\r\n", []reports.Registered{}, ""},
		{"older columns, another order", "\ufeffid,band,current_score,name,rank\na,extreme,20,A,2\n", []reports.Registered{{ID: "a", Name: "A", Score: 20, Rank: 2}}, ""},
		{"no score", "rank,id,name,current_score\n1,a,A,\n", []reports.Registered{{ID: "a", Name: "A", Rank: 1}}, ""},
		{"a short line", "rank,id,name,current_score\n1,a\n", []reports.Registered{{ID: "a", Rank: 1}}, ""},
		{"empty", "", nil, "the risk register is empty, not even a header is in it"},
		{"another file", "day,month\n", nil, `the risk register has no column "id": was it written by epr?`},
		{"no id", "rank,id,name,current_score\n1,,A,4\n", nil, "line 2 of the risk register: a risk has no id"},
		{"a score in words", "rank,id,name,current_score\n1,a,A,high\n", nil, `line 2 of the risk register: "high" is no current_score: a whole number was expected`},
		{"a stray quotation mark", "rank,id,name,current_score\n1,a,A\"B,4\n", nil,
			"line 2 of the risk register is no line of a CSV file: a quotation mark is missing or stands where none may"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := csv.ReadRisks(strings.NewReader(c.file))
			said := ""
			if err != nil {
				said = err.Error()
			}
			if diff := cmp.Diff(c.want, got); diff != "" || said != c.err {
				t.Errorf("says %q, want %q; register (-want +got):\n%s", said, c.err, diff)
			}
		})
	}
}

// FuzzReadRisks sees that no file makes the reader fail in another way than by an error.
func FuzzReadRisks(f *testing.F) {
	f.Add([]byte("\ufeffrank,id,name,current_score\r\n1,a,A,4\r\n"))
	f.Add([]byte("rank,id,name,current_score\n\"1,a"))
	f.Fuzz(func(t *testing.T, file []byte) {
		list, err := csv.ReadRisks(bytes.NewReader(file))
		if (list == nil) != (err != nil) {
			t.Errorf("%d risks and the error %v", len(list), err)
		}
	})
}

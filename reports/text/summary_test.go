package text_test

import (
	"bytes"
	"errors"
	"testing"

	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
	"epr/reports/text"
)

func TestSummary(t *testing.T) {
	for _, test := range []struct {
		name string
		pack *reports.Pack
		text.Options
	}{
		{"lincolnshire-80", lincolnshire(), text.Options{}},
		{"lincolnshire-120", lincolnshire(), text.Options{Width: 120}},
		{"lincolnshire-200", lincolnshire(), text.Options{Width: 200}},
		{"lincolnshire-all", lincolnshire(), text.Options{All: true}},
		{"lincolnshire-colour", lincolnshire(), text.Options{Colour: true}},
		{"lincolnshire-colour-200", lincolnshire(), text.Options{Width: 200, Colour: true}},
		{"lincolnshire-plain", lincolnshire(), text.Options{Plain: true}},
		{"lincolnshire-narrow", lincolnshire(), text.Options{Width: 40}},
		{"northshire-80", reportstest.Pack(), text.Options{}},
		{"northshire-baseline-80", baselined(), text.Options{}},
		{"northshire-baseline-120", baselined(), text.Options{Width: 120}},
		{"national-80", national(), text.Options{}},
		{"kept-80", keptPack(), text.Options{}},
		{"hostile-80", hostileNames(), text.Options{}},
		{"empty-80", &reports.Pack{}, text.Options{}},
		{"empty-plain", &reports.Pack{}, text.Options{Plain: true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			golden.Compare(t, test.name+".txt", summary(t, test.pack, test.Options))
		})
	}
}

func baselined() *reports.Pack {
	return reports.Build(reportstest.WithBaselines(reportstest.Input()))
}

func TestWriterFails(t *testing.T) {
	want := errors.New("disk full")
	if err := text.Summary(failing{want}, lincolnshire(), text.Options{}); !errors.Is(err, want) {
		t.Errorf("got %v, want the writer's error", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func summary(t testing.TB, p *reports.Pack, o text.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := text.Summary(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

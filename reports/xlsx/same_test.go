package xlsx

import (
	"bytes"
	"crypto/sha256"
	"sync"
	"testing"

	"epr/reports"
	"epr/reports/reportstest"
)

// TestSameBytes builds and writes one plan's pack twenty times, one after another and at the same time; and again
// that of a plan with awkward texts.
func TestSameBytes(t *testing.T) {
	for name, in := range map[string]reports.Input{
		"full":    reportstest.Input(),
		"hostile": reportstest.WithForecast(reportstest.InputOf(hostile())),
	} {
		t.Run(name, func(t *testing.T) {
			after, atOnce := 12, 8
			if testing.Short() {
				after, atOnce = 1, 2
			}
			sums := make([][32]byte, after+atOnce)
			for i := range after {
				sums[i] = sumOf(t, reports.Build(in))
			}
			var wait sync.WaitGroup
			for i := range atOnce {
				pack := reports.Build(in)
				wait.Go(func() { sums[after+i] = sumOf(t, pack) })
			}
			wait.Wait()
			for i, sum := range sums {
				if sum != sums[0] {
					t.Errorf("workbook %d of %d differs from the first", i+1, len(sums))
				}
			}
		})
	}
}

// sumOf is the sum of a pack's bytes. It may be called from several goroutines at once.
func sumOf(t *testing.T, p *reports.Pack) [32]byte {
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Error(err)
	}
	return sha256.Sum256(b.Bytes())
}

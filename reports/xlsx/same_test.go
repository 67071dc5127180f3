package xlsx

import (
	"bytes"
	"crypto/sha256"
	"sync"
	"testing"

	"epr/reports/reportstest"
)

// TestSameBytes writes one plan's pack many times, one after another and at the same time.
func TestSameBytes(t *testing.T) {
	first := sha256.Sum256(write(t, reportstest.Pack()))
	for range 2 {
		if sha256.Sum256(write(t, reportstest.Pack())) != first {
			t.Fatal("two builds of one plan differ")
		}
	}
	var wait sync.WaitGroup
	sums := make([][32]byte, 4)
	for i := range sums {
		wait.Go(func() {
			var b bytes.Buffer
			if Write(&b, reportstest.Pack()) == nil {
				sums[i] = sha256.Sum256(b.Bytes())
			}
		})
	}
	wait.Wait()
	for i, sum := range sums {
		if sum != first {
			t.Errorf("build %d at the same time as others differs", i)
		}
	}
}

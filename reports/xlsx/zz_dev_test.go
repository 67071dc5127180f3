package xlsx

import (
	"bytes"
	"os"
	"testing"

	"epr/reports/reportstest"
)

func TestDev(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, reportstest.Pack()); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/pack.xlsx", b.Bytes(), 0o644)
}

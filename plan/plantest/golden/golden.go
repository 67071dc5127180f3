// Package golden compares what a test gets with a file of what it should get.
package golden

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Compare compares a text with a file of the folder testdata of the package that is tested. With UPDATE=1 in the
// environment the file is written instead, for a person to look at what changed.
func Compare[Text string | []byte](t testing.TB, file string, got Text) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(file))
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got); UPDATE=1 accepts it:\n%s", path, diff)
	}
}

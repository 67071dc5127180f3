package json

import (
	"bytes"
	_ "embed"
	"io"

	"epr/plan/diff"
	"epr/reports"
)

//go:embed diff.schema.json
var diffSchema []byte

// DiffSchema is the JSON schema of what WriteDiff and WritePacks write.
func DiffSchema() []byte { return bytes.Clone(diffSchema) }

// WriteDiff writes a comparison of two versions, indented, in the form that Write gives a pack. The only errors are
// those of w.
func WriteDiff(w io.Writer, d *diff.Diff) error { return write(w, d) }

// WritePacks writes what two packs say differently, likewise.
func WritePacks(w io.Writer, c *reports.PackChanges) error { return write(w, c) }

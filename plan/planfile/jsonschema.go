package planfile

import (
	"bytes"
	_ "embed"
)

//go:embed plan.schema.json
var jsonSchema []byte

// JSONSchema is the JSON schema (draft-07) of a plan file, with which editors complete and check one while it is
// typed. It is kept by hand, and by a test.
func JSONSchema() []byte { return bytes.Clone(jsonSchema) }

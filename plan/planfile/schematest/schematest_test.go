package schematest_test

import (
	"encoding/json"
	"slices"
	"testing"

	"epr/plan/planfile/schematest"
)

const small = `{
  "type": "object", "additionalProperties": false, "required": ["a"],
  "properties": {
    "a": {"type": "integer", "minimum": 1, "maximum": 9},
    "b": {"anyOf": [{"type": "null"}, {"$ref": "#/definitions/t"}]},
    "c": {"type": "array", "items": {"enum": ["x", "y"]}, "minItems": 1, "maxItems": 2},
    "d": {"type": "object", "patternProperties": {"^[a-z]+$": {"type": ["boolean", "null"]}}, "additionalProperties": false},
    "e": {"allOf": [{"type": "number", "exclusiveMinimum": 0}]}
  },
  "definitions": {"t": {"type": "string", "pattern": "^[0-9]+$"}}
}`

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		value string
		right bool
	}{
		{`{"a":1}`, true}, {`{"a":9,"b":null,"c":["x","y"],"d":{"k":true,"l":null},"e":0.1}`, true}, {`{"a":1,"b":"12"}`, true},
		{`{}`, false}, {`[]`, false}, {`null`, false}, {`{"a":"1"}`, false}, {`{"a":1.5}`, false}, {`{"a":0}`, false}, {`{"a":10}`, false},
		{`{"a":1,"z":2}`, false}, {`{"a":1,"b":"x"}`, false}, {`{"a":1,"b":3}`, false}, {`{"a":1,"c":[]}`, false},
		{`{"a":1,"c":["x","x","x"]}`, false}, {`{"a":1,"c":["z"]}`, false}, {`{"a":1,"d":{"K":true}}`, false},
		{`{"a":1,"d":{"k":1}}`, false}, {`{"a":1,"e":0}`, false},
	} {
		s, err := schematest.Read([]byte(small))
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.Unmarshal([]byte(c.value), &value); err != nil {
			t.Fatal(err)
		}
		if faults := s.Check(value); (len(faults) == 0) != c.right {
			t.Errorf("%s: %v", c.value, faults)
		}
	}
}

func TestUnused(t *testing.T) {
	s, err := schematest.Read([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	s.Check(map[string]any{"a": 1.0, "d": map[string]any{}})
	if got := s.Unused(); !slices.Equal(got, []string{"/b", "/c", "/e"}) {
		t.Errorf("unused: %v", got)
	}
}

func TestUnknownKeyword(t *testing.T) {
	if _, err := schematest.Read([]byte(`{"properties": {"a": {"oneOf": []}}}`)); err == nil {
		t.Error("a schema that cannot be checked is read")
	}
}

// Package schematest checks values against a JSON schema, for the tests of the schemas of this project. It knows the
// part of draft-07 that they use, and refuses a schema with anything else, so that nothing goes unchecked. [Read]
// and [Schema.Check] are all of it. No code of the product imports it.
package schematest

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Schema is a schema with what the checked values have used of it.
type Schema struct {
	root any
	used map[string]bool // keys of objects: "definitions/trust/name"
	all  map[string]bool
}

// Read reads a schema.
func Read(text []byte) (*Schema, error) {
	s := &Schema{used: map[string]bool{}, all: map[string]bool{}}
	if err := json.Unmarshal(text, &s.root); err != nil {
		return nil, err
	}
	root, ok := s.root.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("a schema is an object, not %v", s.root)
	}
	return s, s.learn("", root)
}

// keywords are those that Check knows. The last four say nothing about values.
var keywords = []string{"$ref", "allOf", "anyOf", "enum", "type", "properties", "patternProperties", "additionalProperties",
	"required", "items", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum", "pattern",
	"$schema", "title", "description", "definitions"}

// learn notes every key of every object, and fails on a keyword that is not known.
func (s *Schema) learn(at string, schema map[string]any) error {
	for word, value := range schema {
		if !slices.Contains(keywords, word) {
			return fmt.Errorf("%s: no rule for %q", at, word)
		}
		below := at
		switch word {
		case "properties", "definitions", "patternProperties":
			for key, sub := range value.(map[string]any) {
				if word == "properties" {
					s.all[at+"/"+key] = true
				}
				if err := s.learn(path(below, word, key), sub.(map[string]any)); err != nil {
					return err
				}
			}
		case "items", "additionalProperties":
			if sub, ok := value.(map[string]any); ok {
				if err := s.learn(at, sub); err != nil {
					return err
				}
			}
		case "allOf", "anyOf":
			for _, sub := range value.([]any) {
				if err := s.learn(at, sub.(map[string]any)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func path(at, word, key string) string {
	if word == "definitions" {
		return key
	}
	return at + "/" + key
}

// Unused lists the keys that no checked value had, sorted.
func (s *Schema) Unused() []string {
	var list []string
	for key := range maps.Keys(s.all) {
		if !s.used[key] {
			list = append(list, key)
		}
	}
	slices.Sort(list)
	return list
}

// Keys lists the keys of the object of a definition, sorted.
func (s *Schema) Keys(definition string) []string {
	d, _ := s.definition(definition)["properties"].(map[string]any)
	return slices.Sorted(maps.Keys(d))
}

func (s *Schema) definition(name string) map[string]any {
	all, _ := s.root.(map[string]any)["definitions"].(map[string]any)
	d, _ := all[name].(map[string]any)
	return d
}

// Check lists what is wrong with a value as encoding/json reads one.
func (s *Schema) Check(value any) []string {
	c := &check{s: s}
	c.value("", "", s.root.(map[string]any), value)
	return c.faults
}

// check is the check of one value. The place "at" is in the value, "in" in the schema.
type check struct {
	s      *Schema
	faults []string
}

func (c *check) fault(at, format string, args ...any) {
	c.faults = append(c.faults, at+": "+fmt.Sprintf(format, args...))
}

func (c *check) value(at, in string, schema map[string]any, value any) {
	if ref, ok := schema["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/definitions/")
		d := c.s.definition(name)
		if d == nil {
			c.fault(at, "%s refers to nothing", ref)
			return
		}
		c.value(at, name, d, value)
		return
	}
	all, _ := schema["allOf"].([]any)
	for _, sub := range all {
		c.value(at, in, sub.(map[string]any), value)
	}
	if either, ok := schema["anyOf"].([]any); ok {
		c.either(at, in, either, value)
	}
	if enum, ok := schema["enum"].([]any); ok && !slices.Contains(enum, value) {
		c.fault(at, "%v is none of %v", value, enum)
	}
	if want, ok := schema["type"]; ok && !isType(want, value) {
		c.fault(at, "%v is no %v", value, want)
		return
	}
	switch value := value.(type) {
	case string:
		if pattern, ok := schema["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(value) {
			c.fault(at, "%q does not match %s", value, pattern)
		}
	case float64:
		c.number(at, schema, value)
	case []any:
		c.list(at, in, schema, value)
	case map[string]any:
		c.object(at, in, schema, value)
	}
}

// either passes if one of several schemas does.
func (c *check) either(at, in string, schemas []any, value any) {
	var faults []string
	for _, sub := range schemas {
		one := &check{s: c.s}
		if one.value(at, in, sub.(map[string]any), value); len(one.faults) == 0 {
			return
		}
		faults = append(faults, one.faults...)
	}
	c.fault(at, "nothing fits: %s", strings.Join(faults, "; "))
}

func (c *check) number(at string, schema map[string]any, value float64) {
	if least, ok := schema["minimum"].(float64); ok && value < least {
		c.fault(at, "%v is below %v", value, least)
	}
	if most, ok := schema["maximum"].(float64); ok && value > most {
		c.fault(at, "%v is above %v", value, most)
	}
	if above, ok := schema["exclusiveMinimum"].(float64); ok && value <= above {
		c.fault(at, "%v is not above %v", value, above)
	}
}

func (c *check) list(at, in string, schema map[string]any, value []any) {
	if least, ok := schema["minItems"].(float64); ok && float64(len(value)) < least {
		c.fault(at, "%d entries, at least %v are wanted", len(value), least)
	}
	if most, ok := schema["maxItems"].(float64); ok && float64(len(value)) > most {
		c.fault(at, "%d entries, at most %v are wanted", len(value), most)
	}
	items, ok := schema["items"].(map[string]any)
	for i, one := range value {
		if ok {
			c.value(fmt.Sprintf("%s[%d]", at, i), in, items, one)
		}
	}
}

func (c *check) object(at, in string, schema, value map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(value)) {
		c.entry(at, in, schema, key, value[key])
	}
	required, _ := schema["required"].([]any)
	for _, key := range required {
		if _, ok := value[key.(string)]; !ok {
			c.fault(at, "there is no %q", key)
		}
	}
}

// entry checks one key of an object with its value.
func (c *check) entry(at, in string, schema map[string]any, key string, value any) {
	at += "." + key
	properties, _ := schema["properties"].(map[string]any)
	if sub, ok := properties[key].(map[string]any); ok {
		c.s.used[in+"/"+key] = true
		c.value(at, in+"/"+key, sub, value)
		return
	}
	patterns, _ := schema["patternProperties"].(map[string]any)
	for pattern, sub := range patterns {
		if regexp.MustCompile(pattern).MatchString(key) {
			c.value(at, in+"/"+pattern, sub.(map[string]any), value)
			return
		}
	}
	switch rest := schema["additionalProperties"].(type) {
	case map[string]any:
		c.value(at, in, rest, value)
	case bool:
		if !rest {
			c.fault(at, "there is no such key in the schema")
		}
	}
}

func isType(want, value any) bool {
	if list, ok := want.([]any); ok {
		return slices.ContainsFunc(list, func(one any) bool { return isType(one, value) })
	}
	switch value := value.(type) {
	case nil:
		return want == "null"
	case bool:
		return want == "boolean"
	case string:
		return want == "string"
	case float64:
		return want == "number" || want == "integer" && value == float64(int64(value))
	case []any:
		return want == "array"
	}
	return want == "object"
}

// Paths lists the keys of all objects, those inside others after them, sorted: "trust/name", "blackout/every/from".
func (s *Schema) Paths() []string { return slices.Sorted(maps.Keys(s.all)) }

// Required lists the keys that the object of a definition must have, in the schema's order.
func (s *Schema) Required(definition string) []string {
	return texts(s.definition(definition)["required"])
}

// Choices lists what a key of a definition's object can be, if that is a list of texts.
func (s *Schema) Choices(definition, key string) []string {
	properties, _ := s.definition(definition)["properties"].(map[string]any)
	property, _ := properties[key].(map[string]any)
	return texts(property["enum"])
}

func texts(value any) []string {
	var list []string
	all, _ := value.([]any)
	for _, one := range all {
		if text, ok := one.(string); ok {
			list = append(list, text)
		}
	}
	return list
}

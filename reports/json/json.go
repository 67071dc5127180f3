// Package json writes everything that is in a pack as JSON, for other programs. [Write] is the one function most
// callers need; [Schema] is the JSON schema (draft-07) of what it writes. [WriteDiff] writes a comparison of two
// versions in the same form.
//
// Keys are the names of the fields of package reports in lower case with underscores, in their order, and every key
// is always there. Dates are written as "2027-04-30", amounts as decimals, probabilities from 0 to 1; a date, number
// or thing that is not stated is null, a text that is not stated is empty, and a list without entries is a list. A
// key that is renamed or lost changes the schema, and a test with it.
package json

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/reports"
)

//go:embed pack.schema.json
var schema []byte

// Schema is the JSON schema of what Write writes.
func Schema() []byte { return bytes.Clone(schema) }

// Write writes a pack, indented. The only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error { return write(w, p) }

func write(w io.Writer, value any) error {
	var flat, out bytes.Buffer
	put(&flat, reflect.ValueOf(value))
	if err := json.Indent(&out, flat.Bytes(), "", "  "); err != nil {
		panic("json: " + err.Error()) // what put writes is JSON
	}
	out.WriteByte('\n')
	_, err := w.Write(out.Bytes())
	return err
}

// Of is a part of a pack in the same form, for those who print it beside something else.
func Of(part any) []byte {
	var b bytes.Buffer
	put(&b, reflect.ValueOf(part))
	return b.Bytes()
}

// put writes any value.
func put(b *bytes.Buffer, v reflect.Value) {
	if value, ok := plainValue(v); ok {
		text, err := json.Marshal(value)
		if err != nil {
			panic("json: " + err.Error())
		}
		b.Write(text)
		return
	}
	if isSet, ok := stated(v); ok && !isSet {
		b.WriteString("null")
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			b.WriteString("null")
			return
		}
		put(b, v.Elem())
	case reflect.Struct:
		putObject(b, v)
	case reflect.Slice, reflect.Array:
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteByte(',')
			}
			put(b, v.Index(i))
		}
		b.WriteByte(']')
	default:
		panic(fmt.Sprintf("json: no rule for %s", v.Type()))
	}
}

func putObject(b *bytes.Buffer, v reflect.Value) {
	b.WriteByte('{')
	for i, f := range fields(v.Type()) {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, "%q:", f.key)
		if value := v.FieldByIndex(f.index); f.isShare {
			b.WriteString(decimal(int(value.Int())))
		} else {
			put(b, value)
		}
	}
	b.WriteByte('}')
}

// field is a field of a struct with its key.
type field struct {
	key   string
	name  string
	owner reflect.Type // the struct that declares it
	index []int
	of    reflect.Type
	// isShare says that it is a share in ten-thousandths, which is written as a decimal.
	isShare bool
}

// fields lists the exported fields of a struct; those of embedded structs stand in their place.
func fields(t reflect.Type) []field {
	var list []field
	for _, f := range reflect.VisibleFields(t) {
		if !f.IsExported() || f.Anonymous || f.Tag.Get("json") == "-" || isSetField(f) {
			continue
		}
		owner := t
		for _, i := range f.Index[:len(f.Index)-1] {
			owner = owner.Field(i).Type
		}
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if key == "" {
			key = snake(f.Name)
		}
		list = append(list, field{key, f.Name, owner, f.Index, f.Type, slices.Contains(shares[owner], f.Name)})
	}
	return list
}

// shares are the fields that hold a share in ten-thousandths as a bare number.
var shares = map[reflect.Type][]string{
	reflect.TypeFor[reports.Confidence]():    {"Beyond"},
	reflect.TypeFor[reports.PromiseChance](): {"Chance"},
	reflect.TypeFor[reports.Prospect]():      {"Never"},
	reflect.TypeFor[reports.CurvePoint]():    {"Share", "Chance"},
	reflect.TypeFor[reports.Sensitive]():     {"Criticality", "Cruciality", "Sensitivity"},
	reflect.TypeFor[reports.Landing]():       {"Missed"},
	reflect.TypeFor[reports.Window]():        {"Chance"},
	reflect.TypeFor[reports.Break]():         {"Share"},
	reflect.TypeFor[reports.Lost]():          {"Chance"},
	reflect.TypeFor[reports.Trained]():       {"Share"},
	reflect.TypeFor[diff.Outlook]():          {"MissWas", "MissIs"},
}

// decimal is a number of ten-thousandths as a decimal.
func decimal(share int) string { return strconv.FormatFloat(float64(share)/10_000, 'f', -1, 64) }

// snake is a Go name in lower case with underscores: "ByBlackout" is by_blackout, "SHA256" sha256.
func snake(name string) string {
	runes := []rune(name)
	var b strings.Builder
	for i, r := range runes {
		begins := i > 0 && unicode.IsUpper(r) &&
			(!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if begins {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// levels are the names of what a row of the plan on a page stands for.
var levels = [...]string{"phase", "shared", "trust", "site", "rest"}

// plainValue is a value that is no object and no list of objects, as the standard encoder takes it.
func plainValue(v reflect.Value) (any, bool) {
	switch x := v.Interface().(type) {
	case calendar.Date:
		if x.IsZero() {
			return nil, true
		}
		return x.String(), true
	case calendar.Weekdays:
		days := make([]string, 0, 7)
		for _, day := range x.List() {
			days = append(days, day.String())
		}
		return days, true
	case plan.Chance:
		if !x.Set {
			return nil, true
		}
		return json.Number(decimal(x.Share)), true
	case reports.Level:
		return levels[x], true
	case plan.Hundredths, plan.Whole:
		return x, true
	case fmt.Stringer:
		if v.CanInt() {
			return x.String(), true
		}
	}
	if value, isSet, ok := optional(v); ok {
		if !isSet {
			return nil, true
		}
		return plainValue(value)
	}
	switch v.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float64:
		return v.Interface(), true
	}
	return nil, false
}

// optional takes apart a value that may be left unsaid: a struct of it and of "Set".
func optional(v reflect.Value) (value reflect.Value, isSet, ok bool) {
	if !isOptional(v.Type()) {
		return reflect.Value{}, false, false
	}
	return v.Field(0), v.Field(1).Bool(), true
}

// stated tells whether a struct that can say so is stated; those that hold one value besides are optional.
func stated(v reflect.Value) (isSet, ok bool) {
	if v.Kind() != reflect.Struct || !canBeUnset(v.Type()) {
		return false, false
	}
	return v.FieldByName("Set").Bool(), true
}

func canBeUnset(t reflect.Type) bool {
	f, has := t.FieldByName("Set")
	return has && isSetField(f)
}

func isSetField(f reflect.StructField) bool { return f.Name == "Set" && f.Type.Kind() == reflect.Bool }

func isOptional(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.NumField() == 2 && t.Field(1).Name == "Set" && t.Field(1).Type.Kind() == reflect.Bool
}

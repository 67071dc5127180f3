package reportstest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
	"epr/reports"
)

// Written is an input in which every text that a person writes in a plan is one text, with the field that it
// stands in behind it, so that no two are alike. The names of the files and of the risks of the last register
// have it too.
func Written(text string) reports.Input {
	p := Full()
	SetTexts(p, func(field string) string { return text + " " + field })
	in := WithForecast(InputOf(p))
	for i := range in.Files {
		in.Files[i].Name = fmt.Sprintf("%s %d", text, i)
	}
	for i := range in.LastRegister {
		in.LastRegister[i].Name = fmt.Sprintf("%s last %d", text, i)
	}
	return in
}

// Full is the invented plan with an entry of every noun that has a text and that the plan itself lacks.
func Full() *plan.Plan {
	p := Programme()
	p.Programme.Confidence = plan.Confidence{Rating: plan.DeliveryAmber, Date: day(2026, 11, 2)}
	add(&p.Thresholds, "services", plan.Threshold{ID: "services", Amount: steady(207_720), IncludesVAT: true, Checked: day(2026, 1, 1)})
	p.Contracts.Get("partner").Threshold = "services"
	p.Adjusts = append(p.Adjusts, plan.Adjust{Selector: "three/nhft/test"})
	p.Calendars.Add("ward-days", &plan.Calendar{ID: "ward-days", Working: &calendar.Rule{
		Workdays: calendar.Weekdays(0).With(calendar.Monday),
		Worked:   []calendar.NamedSpan{{Span: calendar.Span{From: day(2027, 5, 1), To: day(2027, 5, 2)}}},
	}})
	p.Scenarios.Add("later", &plan.Scenario{ID: "later"})
	p.Baselines.Add("first", &plan.Baseline{ID: "first", Date: day(2026, 7, 1)})
	p.Trusts.Get("nhft").Staff = plan.Staff{{Group: "nurses", Count: 900}}
	return p
}

// The texts of a plan by the names of their fields: those that a person writes as he likes, and those that name
// something by its id, are one of a few words, or follow from the plan.
var (
	freeTexts = []string{
		"Action", "Appetite", "Approver", "Assurance", "By", "Category", "Cause", "Committee", "Controls", "Criteria", "Effect", "Event",
		"Evidence", "Gaps", "Name", "Note", "ODS", "Objective", "Owner", "Proximity", "Reason", "Source", "Specialty", "Supplier", "Where",
	}
	boundTexts = []string{
		"Activities", "Activity", "After", "Before", "Blackout", "Calendar", "CompleteWhen", "Contracts", "Covers", "Drop", "File", "Group", "Groups", "Hits",
		"ID", "Is", "Meets", "Outlast", "Path", "Phase", "Phases", "Playbooks", "Route", "SHA256", "Selector", "Site", "Sites", "Staff", "Step", "Team",
		"Threshold", "Trust", "Trusts", "Was", "Workflow", "Workflows",
	}
)

// SetTexts writes every free text of a plan anew, also where there was none, and returns the fields that it found,
// as "Trust.Name". It panics on a field of which it does not know whether it is free.
func SetTexts(p *plan.Plan, text func(field string) string) []string {
	w := writer{text: text, found: map[string]bool{}}
	w.walk(reflect.ValueOf(p).Elem(), "")
	return slices.Sorted(maps.Keys(w.found))
}

type writer struct {
	text  func(field string) string
	found map[string]bool
}

// ofNoText are types in which nobody writes a text: places in the files, and the schedule of a baseline.
var ofNoText = map[reflect.Type]bool{reflect.TypeFor[plan.Origin](): true, reflect.TypeFor[plan.Schedule](): true, reflect.TypeFor[source.Span](): true}

func (w *writer) walk(v reflect.Value, field string) {
	switch {
	case ofNoText[v.Type()]:
	case v.Type() == reflect.TypeFor[string]():
		v.SetString(w.text(field))
	case v.Type() == reflect.TypeFor[[]string]():
		v.Set(reflect.ValueOf([]string{w.text(field), w.text(field) + " again"}))
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			w.walk(v.Elem(), field)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			w.walk(v.Index(i), field)
		}
	case v.Kind() == reflect.Struct:
		if _, isTable := v.Type().FieldByName("entries"); isTable {
			w.entries(v.Addr())
			return
		}
		w.fields(v)
	}
}

// entries walks through a table by its methods.
func (w *writer) entries(table reflect.Value) {
	for _, id := range table.MethodByName("IDs").Call(nil)[0].Interface().([]string) {
		w.walk(table.MethodByName("Get").Call([]reflect.Value{reflect.ValueOf(id)})[0], "")
	}
}

func (w *writer) fields(v reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !f.IsExported() {
			continue
		}
		name := v.Type().Name() + "." + f.Name
		if isText(f.Type) {
			switch {
			case slices.Contains(boundTexts, f.Name):
				continue
			case !slices.Contains(freeTexts, f.Name):
				panic("reportstest: is " + name + " a text that people write?")
			}
			w.found[name] = true
		}
		w.walk(v.Field(i), name)
	}
}

func isText(t reflect.Type) bool {
	return t == reflect.TypeFor[string]() || t == reflect.TypeFor[[]string]()
}

// TextFields lists the fields of a plan in which a person writes a text, found from its types.
func TextFields() []string {
	found, seen := map[string]bool{}, map[reflect.Type]bool{}
	var see func(reflect.Type)
	see = func(t reflect.Type) {
		switch {
		case seen[t] || ofNoText[t]:
			return
		case t.Kind() == reflect.Pointer, t.Kind() == reflect.Slice:
			see(t.Elem())
			return
		case t.Kind() != reflect.Struct:
			return
		}
		seen[t] = true
		if get, isTable := reflect.PointerTo(t).MethodByName("Get"); isTable {
			see(get.Type.Out(0))
			return
		}
		for i := range t.NumField() {
			f := t.Field(i)
			switch {
			case !f.IsExported():
			case isText(f.Type) && slices.Contains(freeTexts, f.Name):
				found[t.Name()+"."+f.Name] = true
			default:
				see(f.Type)
			}
		}
	}
	see(reflect.TypeFor[plan.Plan]())
	return slices.Sorted(maps.Keys(found))
}

// Awkward is texts that break careless files: what a spreadsheet computes, what ends a string, a tag, a table or a
// line, what runs as a script, what no name of a sheet may hold, and letters from everywhere.
func Awkward() []string {
	return []string{
		`=HYPERLINK("http://example.org","click")`,
		"line\nbreak\r\nand\ttab\vand \u2028 more",
		`]]> --> </script><script>alert(1)</script><img src=x onerror=alert(2)>`,
		"+1-2", "-cmd|' /C calc'!A0", "@SUM(A1:A9)", "\tTab", "\rReturn", "  blank", "'apostrophe",
		`"quoted" 'single' \ back\\slash`,
		"a | b || c :: d ; e , f # g % h",
		"# heading\n- item\n> quote\n```\n| row |",
		"[link](javascript:alert(1)) *bold* _it_ ~~x~~ `code` $math$",
		"BEGIN:VEVENT\r\nEND:VCALENDAR", "section x : done, t1, 2027-01-01, 1d", "click t1 call alert()",
		`[A]:B*C?D/E\F'G`, "History", "_x0041_ and _xZZZZ_", "&L&P of &N &amp; &lt;b&gt; &#60;", "{{.Data}} ${alert(6)} %s%d",
		"Ysbyty Llŷn, Ŵyn a Ŷd, élan, ẅ ÿ", "🏥 👩🏽‍⚕️🏴󠁧󠁢󠁷󠁬󠁳󠁿🇬🇧", "שלום \u202e עולם مرحبا \u2066", "漢字の病院", "e\u0301\u0302\u0303",
		"nul\x00bell\x07escape\x1b[31mred\u0085next\x7f", "\xff\xfe broken utf-8", "\ufffe\uffff\ufeff\u200b", "__proto__", "toString",
		strings.Repeat("long words ", 28), strings.Repeat("Unbreakable", 30), strings.Repeat("ŵ", 300),
	}
}

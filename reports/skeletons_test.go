package reports_test

import (
	"bytes"
	stdcsv "encoding/csv"
	stdjson "encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	tag     = regexp.MustCompile(`<[^>]*>`)
	quoted  = regexp.MustCompile(`"[^"]*"`)
	scripts = regexp.MustCompile(`(?s)(<script>).*?(</script>)|(<style>).*?(</style>)`)
)

// tagsOf are the tags of a page with the names of their attributes. The page's own script and style, in which no
// text of a plan may stand, are left in; labels of a drawing, of which there are as many as have room, are not.
func tagsOf(page string) ([]string, error) {
	list := scripts.FindAllString(page, -1)
	for _, found := range tag.FindAllString(scripts.ReplaceAllString(page, "$1$2$3$4"), -1) {
		if found = quoted.ReplaceAllString(found, `""`); found != `<text x="" y="" class="">` && found != "</text>" {
			list = append(list, found)
		}
	}
	return list, nil
}

// recordsOf is how many fields each record of a file has, and which of them a spreadsheet would compute.
func recordsOf(file string) (list []string, err error) {
	records, err := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(file, "\ufeff"))).ReadAll()
	for r, record := range records {
		list = append(list, fmt.Sprint(len(record)))
		for _, field := range record {
			if computed(field) {
				list = append(list, fmt.Sprintf("record %d: %q", r, field))
			}
		}
	}
	return list, err
}

var number = regexp.MustCompile(`^-?[0-9.]+$`)

func computed(field string) bool {
	return field != "" && strings.ContainsAny(field[:1], "=+-@\t\r\n") && !number.MatchString(field)
}

// shapeOf is a file of data with its keys and the types of its values.
func shapeOf(file string) (list []string, err error) {
	var all any
	if err := stdjson.Unmarshal([]byte(file), &all); err != nil {
		return nil, err
	}
	var see func(path string, v any)
	see = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				see(path+"."+key, v[key])
			}
		case []any:
			for i := range v {
				see(fmt.Sprintf("%s[%d]", path, i), v[i])
			}
		default:
			list = append(list, fmt.Sprintf("%s %T", path, v))
		}
	}
	see("", all)
	return list, nil
}

// propertiesOf are the names of the properties of a calendar file, whose lines have to keep to its form.
func propertiesOf(file string) (list []string, err error) {
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.IndexFunc(line, unicode.IsControl) >= 0 {
			return nil, fmt.Errorf("the line %q", line)
		}
		if !strings.HasPrefix(line, " ") {
			list = append(list, regexp.MustCompile(`^[A-Z-]+[:;]|^`).FindString(line))
		}
	}
	return list, nil
}

// elementsOf are the elements of an XML file with the names of their attributes.
func elementsOf(file string) (list []string, err error) {
	for d := xml.NewDecoder(strings.NewReader(file)); ; {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return list, nil
		case err != nil:
			return nil, err
		}
		switch v := token.(type) {
		case xml.StartElement:
			words := v.Name.Local
			for _, a := range v.Attr {
				words += " " + a.Name.Local
			}
			list = append(list, words)
		case xml.EndElement:
			list = append(list, "/"+v.Name.Local)
		case xml.CharData:
			if i := bytes.IndexFunc(v, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }); i >= 0 {
				return nil, fmt.Errorf("a control character in %q", v)
			}
		}
	}
}

var bar = regexp.MustCompile(`(^|[^\\])(\\\\)*\|`)

// ours is what a document may have of markup: the fold of its chart, and brackets that are escaped.
var ours = regexp.MustCompile(`\\<|</?(details|summary)>`)

// blocksOf are the lines of a document: headings, items, rows with so many bars. What is in its chart is that of
// Mermaid.
func blocksOf(file string) (list []string, err error) {
	chart := []string{}
	in := false
	for line := range strings.Lines(file) {
		switch {
		case strings.HasPrefix(line, "```"):
			in = !in
			list = append(list, line)
		case in:
			chart = append(chart, line)
		case strings.HasPrefix(line, "|"):
			list = append(list, fmt.Sprintf("row of %d", len(bar.FindAllString(line, -1))))
		case regexp.MustCompile(`<[a-zA-Z/!]`).MatchString(ours.ReplaceAllString(line, "")):
			return nil, fmt.Errorf("markup in %q", line)
		default:
			list = append(list, regexp.MustCompile(`^#+ |^- |^\d+\. |^> |^`).FindString(line))
		}
	}
	statements, err := statementsOf(strings.Join(chart, ""))
	return append(list, statements...), err
}

// statementsOf are the statements of a Mermaid chart without their labels.
func statementsOf(file string) (list []string, err error) {
	for line := range strings.Lines(file) {
		line = strings.TrimSuffix(line, "\n")
		if _, after, isTask := strings.Cut(line, " :"); isTask {
			list = append(list, after)
			continue
		}
		list = append(list, regexp.MustCompile(`^ *(section|title|[a-zA-Z]+ [a-zA-Z0-9%-]+$)|^`).FindString(line))
	}
	return list, nil
}

// pageOf holds a page for the terminal to having no control character; what it is made of depends on how its lines
// are broken.
func pageOf(page string) ([]string, error) {
	for line := range strings.Lines(page) {
		if i := strings.IndexFunc(strings.TrimSuffix(line, "\n"), unicode.IsControl); i >= 0 {
			return nil, fmt.Errorf("a control character in %q", line)
		}
	}
	return nil, nil
}

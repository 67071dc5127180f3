package xlsx

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"epr/calendar"
)

// origin is the numbers and texts of a part of a pack as data. Days are as Excel counts them; how long a list is
// counts as a number of its part.
type origin struct {
	numbers, texts map[string]bool
}

func originOf(part any) origin {
	e := origin{map[string]bool{"0": true}, map[string]bool{}}
	e.add(part)
	return e
}

func (e *origin) add(part any) {
	switch v := part.(type) {
	case map[string]any:
		for _, value := range v {
			e.add(value)
		}
		e.derive(v)
	case []any:
		e.number(float64(len(v)))
		for _, value := range v {
			e.add(value)
		}
	case float64:
		e.number(v)
	case string:
		e.texts[v] = true
		if day, err := calendar.Parse(v); err == nil {
			e.number(float64(serial(day)))
		}
		for _, day := range writtenDays(v) {
			e.numbers[day] = true
		}
	}
}

// derive adds what package reports and the plan work out of a thing when they are asked: the score of a risk, the
// share of a team that is needed, the index of a check, what is left to do of so many, the weeks and days of a span.
func (e *origin) derive(thing map[string]any) {
	both := func(a, b string, of func(a, b float64) float64) {
		x, isX := thing[a].(float64)
		y, isY := thing[b].(float64)
		if isX && isY {
			e.number(of(x, y))
		}
	}
	both("consequence", "likelihood", func(c, l float64) float64 { return c * l })
	both("needed", "size", func(needed, size float64) float64 { return math.Ceil(needed*100/max(size, 0.01)-1e-9) / 100 })
	both("numerator", "denominator", func(n, of float64) float64 { return math.Round(n/max(of, 1)*1_000) / 1_000 })
	both("n", "of", func(n, of float64) float64 { return of - n })
	from, isFrom := thing["from"].(string)
	to, isTo := thing["to"].(string)
	if isFrom && isTo {
		first, _ := calendar.Parse(from)
		last, _ := calendar.Parse(to)
		e.number(float64(last - first + 1))
		e.number(float64((last - first + 1) / 7))
	}
}

func (e *origin) number(n float64) { e.numbers[canonical(n)] = true }

// canonical is a number as a text, the sign left out: late by so many days is so many days late.
func canonical(n float64) string {
	return strconv.FormatFloat(math.Round(math.Abs(n)*1e6)/1e6, 'f', -1, 64)
}

// originsAt are the entries of the list at a path, or the thing there.
func originsAt(part any, path []string) []origin {
	for _, key := range path {
		object, ok := part.(map[string]any)
		if !ok || object[key] == nil {
			return nil
		}
		part = object[key]
	}
	list, ok := part.([]any)
	if !ok {
		return []origin{originOf(part)}
	}
	var entries []origin
	for _, value := range list {
		entries = append(entries, originOf(value))
	}
	return entries
}

var (
	shortDay = regexp.MustCompile(`\b[0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4}\b`)
	longDay  = regexp.MustCompile(`\b[0-9]{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) [0-9]{4}\b`)
	shareOf  = regexp.MustCompile(`^([0-9,]+) of ([0-9,]+)$`)
	year     = regexp.MustCompile(`^20[0-9]{2}$`)
	amount   = regexp.MustCompile(`^[+-]?£?([0-9,]+(?:\.[0-9]+)?)(?: (?:working )?days?| weeks?)?$`)
)

// numbers are those that a cell shows: its own, or those that its text says: days, and if it says nothing else an
// amount or so many of so many.
func (g *grid) numbers(name string) (list []string) {
	cell := g.cells[name]
	if g.name == sheetPage && year.MatchString(cell.value) {
		return nil // the head of the weeks of a year
	}
	if cell.kind == "" || cell.kind == "n" {
		if n, err := strconv.ParseFloat(cell.value, 64); err == nil {
			return []string{canonical(n)}
		}
		return nil
	}
	list = writtenDays(cell.value)
	for _, m := range [][]string{shareOf.FindStringSubmatch(cell.value), amount.FindStringSubmatch(cell.value)} {
		for _, digits := range m[min(1, len(m)):] {
			n, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
			if err == nil {
				list = append(list, canonical(n))
			}
		}
	}
	return list
}

// writtenDays are the days that a text names, as Excel counts them.
func writtenDays(s string) (list []string) {
	for _, written := range append(shortDay.FindAllString(s, -1), longDay.FindAllString(s, -1)...) {
		parts := strings.Fields(written)
		number, _ := strconv.Atoi(parts[0])
		year, _ := strconv.Atoi(parts[2])
		for month := 1; month <= 12; month++ {
			day := calendar.MustOf(year, month, 1)
			if strings.HasSuffix(day.Short(), parts[1][:3]+" "+parts[2]) {
				list = append(list, strconv.Itoa(serial(day)+number-1))
			}
		}
	}
	return list
}

// addSpans adds the days between any two days of a thing and of the horizon: how long the bars of a chart are.
func (e *origin) addSpans(horizon origin) {
	var days []int
	for text := range e.texts {
		if day, err := calendar.Parse(text); err == nil {
			days = append(days, serial(day))
		}
	}
	for text := range horizon.texts {
		if day, err := calendar.Parse(text); err == nil {
			days = append(days, serial(day))
			e.number(float64(serial(day)))
		}
	}
	for _, a := range days {
		for _, b := range days {
			e.number(float64(a - b))
		}
	}
}

func rowOf(cell string) int {
	n, _ := strconv.Atoi(strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return n
}

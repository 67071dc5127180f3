package planfile

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// The readers of single values. Each returns the zero value if the key is not given, and reports and
// returns the zero value if it is given wrongly.

// text reads a text.
func (t *table) text(key string) string {
	n := t.value(key)
	if n == nil {
		return ""
	}
	return t.textOf(n, key, wantText)
}

func (t *table) textOf(n *node, key string, w want) string {
	if n.form == isText || n.form == isCell {
		return n.text
	}
	t.wrong(n, key, w)
	return ""
}

// textOr reads a text that has a default.
func (t *table) textOr(key, otherwise string) string {
	if text := t.text(key); text != "" {
		return text
	}
	return otherwise
}

// texts reads a list of texts.
func (t *table) texts(key string) []string { return t.textsOr(key, wantTexts, nil) }

// names reads a name or a list of names.
func (t *table) names(key string) []string {
	return t.textsOr(key, wantNames, func(n *node) bool { return n.form == isText })
}

// members reads a list of ids, or "all".
func (t *table) members(key string) []string {
	return t.textsOr(key, wantMembers, func(n *node) bool { return n.form == isText && n.text == "all" })
}

func (t *table) textsOr(key string, w want, isSingle func(*node) bool) []string {
	var texts []string
	t.elements(key, w, isSingle, func(_ int, n *node) {
		texts = append(texts, t.textOf(n, key, w))
	})
	return texts
}

// pathAt is a path with the place where it is named.
type pathAt struct {
	path string
	at   source.Span
}

// paths reads a path or a list of paths.
func (t *table) paths(key string) []pathAt {
	var paths []pathAt
	t.elements(key, wantPaths, func(n *node) bool { return n.form == isText }, func(_ int, n *node) {
		if n.form == isText {
			paths = append(paths, pathAt{n.text, n.at})
		} else {
			t.wrong(n, key, wantPaths)
		}
	})
	return paths
}

// choice reads a text that is one of a few words. What is none of them is reported with the code.
func (t *table) choice(key, what, code string, words []string) string {
	if n := t.value(key); n != nil {
		return t.choiceOf(n, key, what, code, words)
	}
	return ""
}

func (t *table) choiceOf(n *node, key, what, code string, words []string) string {
	text := t.textOf(n, key, wantText)
	if text == "" && n.form != isText || slices.Contains(words, text) {
		return text
	}
	hint := didYouMean(text, words)
	if hint == "" {
		hint = "write one of " + strings.Join(words, ", ")
	}
	t.report(code, n.at, hint, "%s is not %s", quote(text), what)
	return ""
}

// flag reads true or false.
func (t *table) flag(key string) bool {
	n := t.value(key)
	switch {
	case n == nil:
		return false
	case n.form == isFlag:
		return n.number == 1
	case n.form == isCell && (n.text == "true" || n.text == "false"):
		return n.text == "true"
	}
	t.wrong(n, key, wantFlag)
	return false
}

// whole reads a whole number from low to high.
func (t *table) whole(key string, w want, low, high int) plan.Whole {
	if n := t.value(key); n != nil {
		return t.wholeOf(n, key, w, low, high)
	}
	return plan.Whole{}
}

func (t *table) wholeOf(n *node, key string, w want, low, high int) plan.Whole {
	number := n.number
	if n.form == isCell {
		parsed, err := strconv.ParseInt(n.text, 10, 64)
		if err != nil {
			t.wrong(n, key, w)
			return plan.Whole{}
		}
		number = parsed
	} else if n.form != isWhole {
		t.wrong(n, key, w)
		return plan.Whole{}
	}
	if number < int64(low) || number > int64(high) {
		t.outOfRange(n, key, grouped(strconv.Itoa(low)), grouped(strconv.Itoa(high)), "")
		return plan.Whole{}
	}
	return plan.Whole{N: int(number), Set: true}
}

func (t *table) outOfRange(n *node, key, low, high, hint string) {
	t.report("out-of-range", n.at, hint, "%s is %s, but has to be from %s to %s", quote(key), n.written(), low, high)
}

// amount reads a decimal of at most two places from low to high.
func (t *table) amount(key string, low, high plan.Hundredths) plan.Hundredths {
	if n := t.value(key); n != nil {
		h, _ := t.amountOf(n, key, wantNumber, low, high)
		return h
	}
	return 0
}

func (t *table) amountOf(n *node, key string, w want, low, high plan.Hundredths) (plan.Hundredths, bool) {
	v, ok := t.decimal(n, key, w, 2)
	if !ok {
		return 0, false
	}
	if h := plan.Hundredths(v); low <= h && h <= high {
		return h, true
	}
	t.outOfRange(n, key, grouped(low.String()), grouped(high.String()), "")
	return 0, false
}

// decimal reads a decimal as a number of units of its last place.
func (t *table) decimal(n *node, key string, w want, places int) (int64, bool) {
	digits := n.text
	switch n.form {
	case isWhole:
		digits = strconv.FormatInt(n.number, 10)
	case isDecimal, isCell:
	default:
		t.wrong(n, key, w)
		return 0, false
	}
	v, isExact, ok := fixed(digits, places)
	switch {
	case !ok:
		t.wrong(n, key, w)
	case !isExact:
		t.report("too-precise", n.at, "", "%s is %s, but has at most %d decimal places", quote(key), n.written(), places)
	}
	return v, ok && isExact
}

// fixed is a decimal written in digits, as a number of units of its last place. It is not exact if it
// has more places, and not ok if it is no decimal. A number too large to be meant is the largest.
func fixed(digits string, places int) (v int64, isExact, ok bool) {
	whole, fraction, _ := strings.Cut(digits, ".")
	fraction = strings.TrimRight(fraction, "0")
	if len(fraction) > places {
		_, err := strconv.ParseFloat(digits, 64)
		return 0, false, err == nil
	}
	v, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", places-len(fraction)), 10, 64)
	if errors.Is(err, strconv.ErrRange) {
		return math.MaxInt64, true, true
	}
	return v, true, err == nil
}

// Dates outside these years are mistyped: the health service is not older, no plan is so long.
const (
	firstYear = 1948
	lastYear  = 2199
)

// date reads a date.
func (t *table) date(key string) calendar.Date {
	if n := t.value(key); n != nil {
		return t.dateOf(n, key, wantDate)
	}
	return 0
}

func (t *table) dateOf(n *node, key string, w want) calendar.Date {
	date := n.date
	if n.form == isCell {
		parsed, err := calendar.Parse(n.text)
		if err != nil {
			t.badDate(n, key, w, err)
			return 0
		}
		date = parsed
	} else if n.form != isDay {
		t.wrong(n, key, w)
		return 0
	}
	if date == 0 || date.Year() < firstYear || date.Year() > lastYear {
		t.report("out-of-range", n.at, "", "%s is %s, but the years of a plan are from %d to %d", quote(key), n.written(), firstYear, lastYear)
		return 0
	}
	return date
}

// badDate tells a date that does not exist from a text that is none.
func (t *table) badDate(n *node, key string, w want, err error) {
	if isDate(n.text) {
		t.refuse("bad-date", n.at, err)
		return
	}
	t.wrong(n, key, w)
}

// dates reads a list of dates.
func (t *table) dates(key string) []calendar.Date {
	var dates []calendar.Date
	t.elements(key, wantDates, nil, func(_ int, n *node) {
		if date := t.dateOf(n, key, wantDates); date != 0 {
			dates = append(dates, date)
		}
	})
	return dates
}

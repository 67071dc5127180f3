package csv

import (
	"strconv"
	"strings"
	"unicode"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// text is a field of free text, made harmless.
func text(of func(*reports.Risk) string) func(*reports.Risk) string {
	return func(r *reports.Risk) string { return harmless(of(r)) }
}

// harmless keeps a spreadsheet from taking a text for a formula. Spreadsheets skip blanks before they
// look, so blanks of every kind are skipped here too. Characters that no text has are left out, because what a
// program would show of them is anybody's guess.
func harmless(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7F {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	bare := strings.TrimLeftFunc(s, unicode.IsSpace)
	switch {
	case strings.HasPrefix(s, "\t"), strings.HasPrefix(s, "\r"), strings.HasPrefix(s, "\n"),
		strings.HasPrefix(bare, "="), strings.HasPrefix(bare, "+"), strings.HasPrefix(bare, "-"), strings.HasPrefix(bare, "@"):
		return "'" + s
	}
	return s
}

// responses is all responses, one a line.
func responses(r *reports.Risk) string {
	var lines []string
	for _, response := range r.Responses {
		line := response.Action
		if response.Owner != "" {
			line += " (" + response.Owner + ")"
		}
		if !response.Due.IsZero() {
			line += ", due " + response.Due.String()
		}
		if response.Done {
			line += ", done"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// stated is a number that is never 0 where it is stated.
func stated(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// yesIf is yes or no, empty where it is not known.
func yesIf(is, known bool) string {
	if !known {
		return ""
	}
	return yes(is)
}

// whole is a number that may be 0 where it is known, and empty where it is not.
func whole(n int, known bool) string {
	if !known {
		return ""
	}
	return strconv.Itoa(n)
}

func hundredths(n plan.Hundredths, known bool) string {
	if !known {
		return ""
	}
	return n.String()
}

// lost is a chance that something loses, empty if nothing loses any.
func lost(l reports.Lost) string {
	return chance(plan.Chance{Share: l.Chance, Set: l.Name != ""})
}

func date(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// chance is a probability as a decimal from 0 to 1.
func chance(c plan.Chance) string {
	if !c.Set {
		return ""
	}
	return strconv.FormatFloat(float64(c.Share)/10_000, 'f', -1, 64)
}

// amount is a number of a range, empty if the range is not stated.
func amount(n plan.Hundredths, of plan.Range) string {
	if of.IsZero() {
		return ""
	}
	return n.String()
}

func expected(r *reports.Risk) string {
	if !r.Expected.Set {
		return ""
	}
	return r.Expected.N.String()
}

func pounds(p reports.Pounds) string {
	if !p.Set {
		return ""
	}
	return strconv.FormatInt(p.N, 10)
}

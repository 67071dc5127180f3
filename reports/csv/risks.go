// Package csv writes the risk register and the schedule as comma-separated values, for spreadsheets and other
// registers, and reads back what the next register is compared with. [WriteRisks], [WriteSchedule] and
// [ReadRisks] are the functions to call.
//
// The form is that of RFC 4180: UTF-8, one header line, lines that end in CR LF, fields in double
// quotes where they need them. The text begins with a byte order mark, because without one Excel reads
// "£" and accented letters as something else. Dates are written as 2027-04-30, decimals with a point,
// and a value that is not stated is empty.
//
// A spreadsheet takes a field that begins with "=", "+", "-" or "@" for a formula. In fields of free
// text such a beginning, and that of a tab or a carriage return, is made harmless with an apostrophe
// before it; numbers and dates are left alone. Whoever reads the file with a program takes one leading
// apostrophe off.
package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

const byteOrderMark = "\ufeff"

// WriteRisks writes every risk of a pack, ranked as in the board pack. A register without risks is its
// header alone. The only errors are those of w.
func WriteRisks(w io.Writer, p *reports.Pack) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	header := make([]string, len(columns))
	for c, col := range columns {
		header[c] = col.name
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for i := range p.Risks.Rows {
		if err := out.Write(record(&p.Risks.Rows[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func record(r *reports.Risk) []string {
	fields := make([]string, len(columns))
	for c, col := range columns {
		fields[c] = col.of(r)
	}
	return fields
}

// column is one field of the register.
type column struct {
	name string
	of   func(*reports.Risk) string
}

var columns = [...]column{
	{"rank", func(r *reports.Risk) string { return strconv.Itoa(r.Rank) }},
	{"id", text(func(r *reports.Risk) string { return r.ID })},
	{"name", text(func(r *reports.Risk) string { return r.Name })},
	{"cause", text(func(r *reports.Risk) string { return r.Cause })},
	{"event", text(func(r *reports.Risk) string { return r.Event })},
	{"effect", text(func(r *reports.Risk) string { return r.Effect })},
	{"owner", text(func(r *reports.Risk) string { return r.Owner })},
	{"category", text(func(r *reports.Risk) string { return r.Category })},
	{"proximity", text(func(r *reports.Risk) string { return r.Proximity })},
	{"inherent_consequence", func(r *reports.Risk) string { return stated(r.Inherent.Consequence) }},
	{"inherent_likelihood", func(r *reports.Risk) string { return stated(r.Inherent.Likelihood) }},
	{"inherent_score", func(r *reports.Risk) string { return stated(r.Inherent.Value()) }},
	{"current_consequence", func(r *reports.Risk) string { return stated(r.Current.Consequence) }},
	{"current_likelihood", func(r *reports.Risk) string { return stated(r.Current.Likelihood) }},
	{"current_score", func(r *reports.Risk) string { return stated(r.Score) }},
	{"band", func(r *reports.Risk) string { return string(r.Band) }},
	{"escalated", func(r *reports.Risk) string { return yes(r.Escalated) }},
	{"target_consequence", func(r *reports.Risk) string { return stated(r.Target.Consequence) }},
	{"target_likelihood", func(r *reports.Risk) string { return stated(r.Target.Likelihood) }},
	{"target_score", func(r *reports.Risk) string { return stated(r.Target.Value()) }},
	{"probability", func(r *reports.Risk) string { return chance(r.Probability) }},
	{"delay_days_low", func(r *reports.Risk) string { return amount(r.Delay.Low, r.Delay) }},
	{"delay_days_likely", func(r *reports.Risk) string { return amount(r.Delay.Likely, r.Delay) }},
	{"delay_days_high", func(r *reports.Risk) string { return amount(r.Delay.High, r.Delay) }},
	{"stretch_low", func(r *reports.Risk) string { return amount(r.Stretch.Low, r.Stretch) }},
	{"stretch_likely", func(r *reports.Risk) string { return amount(r.Stretch.Likely, r.Stretch) }},
	{"stretch_high", func(r *reports.Risk) string { return amount(r.Stretch.High, r.Stretch) }},
	{"expected_delay_days", expected},
	{"activities_hit", func(r *reports.Risk) string { return strconv.Itoa(r.Hits) }},
	{"first_hit", func(r *reports.Risk) string { return date(r.FirstHit) }},
	{"days_at_p50", func(r *reports.Risk) string { return whole(r.Now.P50, r.Now.Set) }},
	{"days_at_p80", func(r *reports.Risk) string { return whole(r.Now.P80, r.Now.Set) }},
	{"days_on_average", func(r *reports.Risk) string { return hundredths(r.Now.Mean, r.Now.Set) }},
	{"cost_of_delay_pounds", func(r *reports.Risk) string { return pounds(r.Now.Price) }},
	{"chance_lost_of_all_promises", func(r *reports.Risk) string { return chance(r.Now.Lost) }},
	{"promise_hit_most", text(func(r *reports.Risk) string { return r.Now.Most.ID })},
	{"chance_lost_of_that_promise", func(r *reports.Risk) string { return lost(r.Now.Most) }},
	{"go_live_hit_most", text(func(r *reports.Risk) string { return r.Now.Window.ID })},
	{"chance_to_miss_its_window", func(r *reports.Risk) string { return lost(r.Now.Window) }},
	{"after_days_at_p50", func(r *reports.Risk) string { return whole(r.After.P50, r.After.Set) }},
	{"after_days_at_p80", func(r *reports.Risk) string { return whole(r.After.P80, r.After.Set) }},
	{"after_days_on_average", func(r *reports.Risk) string { return hundredths(r.After.Mean, r.After.Set) }},
	{"saved_by_open_responses_pounds", func(r *reports.Risk) string { return pounds(r.Saved) }},
	{"responses_pay", func(r *reports.Risk) string { return string(r.Pays) }},
	{"not_played_because", text(func(r *reports.Risk) string { return r.LeftOut })},
	{"computed_consequence", func(r *reports.Risk) string { return stated(r.Computed.Consequence) }},
	{"computed_likelihood", func(r *reports.Risk) string { return stated(r.Computed.Likelihood) }},
	{"computed_score", func(r *reports.Risk) string { return stated(r.Computed.Value()) }},
	{"computed_band_differs", func(r *reports.Risk) string { return yesIf(r.Disagrees, r.Computed.Value() > 0) }},
	{"movement", func(r *reports.Risk) string { return string(r.Movement.Move) }},
	{"last_score", func(r *reports.Risk) string { return stated(r.Movement.WasScore) }},
	{"last_rank", func(r *reports.Risk) string { return stated(r.Movement.WasRank) }},
	{"controls", text(func(r *reports.Risk) string { return r.Controls })},
	{"gaps", text(func(r *reports.Risk) string { return r.Gaps })},
	{"assurance", text(func(r *reports.Risk) string { return r.Assurance })},
	{"appetite", text(func(r *reports.Risk) string { return r.Appetite })},
	{"objective", text(func(r *reports.Risk) string { return r.Objective })},
	{"committee", text(func(r *reports.Risk) string { return r.Committee })},
	{"next_action", text(func(r *reports.Risk) string { return r.Next.Action })},
	{"next_action_owner", text(func(r *reports.Risk) string { return r.Next.Owner })},
	{"next_action_due", func(r *reports.Risk) string { return date(r.Next.Due) }},
	{"next_action_overdue", func(r *reports.Risk) string { return yes(r.Overdue) }},
	{"responses", text(responses)},
	{"responses_done", func(r *reports.Risk) string { return strconv.Itoa(r.Done) }},
	{"cost_of_open_responses_pounds", func(r *reports.Risk) string { return pounds(r.Cost) }},
	{"review", func(r *reports.Risk) string { return date(r.Review) }},
	{"review_passed", func(r *reports.Risk) string { return yes(r.ReviewDue) }},
	{"note", text(func(r *reports.Risk) string { return r.Note })},
}

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

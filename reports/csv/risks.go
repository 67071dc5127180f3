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
	name  string
	means string
	of    func(*reports.Risk) string
}

var columns = [...]column{
	{"rank", "place in the register, 1 the first",
		func(r *reports.Risk) string { return strconv.Itoa(r.Rank) }},
	{"id", "id in the model",
		text(func(r *reports.Risk) string { return r.ID })},
	{"name", "name, or the event where it has none",
		text(func(r *reports.Risk) string { return r.Name })},
	{"cause", "why it may happen",
		text(func(r *reports.Risk) string { return r.Cause })},
	{"event", "what may happen",
		text(func(r *reports.Risk) string { return r.Event })},
	{"effect", "what follows",
		text(func(r *reports.Risk) string { return r.Effect })},
	{"owner", "role that answers for it",
		text(func(r *reports.Risk) string { return r.Owner })},
	{"category", "as in the model",
		text(func(r *reports.Risk) string { return r.Category })},
	{"proximity", "how soon, as in the model",
		text(func(r *reports.Risk) string { return r.Proximity })},
	{"inherent_consequence", "1 to 5, without controls",
		func(r *reports.Risk) string { return stated(r.Inherent.Consequence) }},
	{"inherent_likelihood", "1 to 5, without controls",
		func(r *reports.Risk) string { return stated(r.Inherent.Likelihood) }},
	{"inherent_score", "their product",
		func(r *reports.Risk) string { return stated(r.Inherent.Value()) }},
	{"current_consequence", "1 to 5, with the controls that there are",
		func(r *reports.Risk) string { return stated(r.Current.Consequence) }},
	{"current_likelihood", "1 to 5, with the controls that there are",
		func(r *reports.Risk) string { return stated(r.Current.Likelihood) }},
	{"current_score", "their product, which ranks the register",
		func(r *reports.Risk) string { return stated(r.Score) }},
	{"band", "`low`, `moderate`, `high` or `extreme`, of the current score",
		func(r *reports.Risk) string { return string(r.Band) }},
	{"escalated", "`yes` if the board is told of a score this high",
		func(r *reports.Risk) string { return yes(r.Escalated) }},
	{"target_consequence", "1 to 5, as it should become",
		func(r *reports.Risk) string { return stated(r.Target.Consequence) }},
	{"target_likelihood", "1 to 5, as it should become",
		func(r *reports.Risk) string { return stated(r.Target.Likelihood) }},
	{"target_score", "their product",
		func(r *reports.Risk) string { return stated(r.Target.Value()) }},
	{"probability", "chance that it happens, 0 to 1",
		func(r *reports.Risk) string { return chance(r.Probability) }},
	{"delay_days_low", "working days added to each activity hit: low",
		func(r *reports.Risk) string { return amount(r.Delay.Low, r.Delay) }},
	{"delay_days_likely", "likely",
		func(r *reports.Risk) string { return amount(r.Delay.Likely, r.Delay) }},
	{"delay_days_high", "high",
		func(r *reports.Risk) string { return amount(r.Delay.High, r.Delay) }},
	{"stretch_low", "factor on the duration of each activity hit: low",
		func(r *reports.Risk) string { return amount(r.Stretch.Low, r.Stretch) }},
	{"stretch_likely", "likely",
		func(r *reports.Risk) string { return amount(r.Stretch.Likely, r.Stretch) }},
	{"stretch_high", "high",
		func(r *reports.Risk) string { return amount(r.Stretch.High, r.Stretch) }},
	{"expected_delay_days", "probability times the mean delay, in working days",
		expected},
	{"activities_hit", "how many activities it hits",
		func(r *reports.Risk) string { return strconv.Itoa(r.Hits) }},
	{"first_hit", "day on which the first of them starts",
		func(r *reports.Risk) string { return date(r.FirstHit) }},
	{"days_at_p50", "calendar days by which the P50 of the finish would be earlier without the risk",
		func(r *reports.Risk) string { return whole(r.Now.P50, r.Now.Set) }},
	{"days_at_p80", "the same of the P80",
		func(r *reports.Risk) string { return whole(r.Now.P80, r.Now.Set) }},
	{"days_on_average", "the same of the mean",
		func(r *reports.Risk) string { return hundredths(r.Now.Mean, r.Now.Set) }},
	{"cost_of_delay_pounds", "what that costs, by the cost of delay of the plan",
		func(r *reports.Risk) string { return pounds(r.Now.Price) }},
	{"chance_lost_of_all_promises", "chance of keeping every promise that the risk takes, 0 to 1",
		func(r *reports.Risk) string { return chance(r.Now.Lost) }},
	{"promise_hit_most", "id of the promise that loses most",
		text(func(r *reports.Risk) string { return r.Now.Most.ID })},
	{"chance_lost_of_that_promise", "how much, 0 to 1",
		func(r *reports.Risk) string { return lost(r.Now.Most) }},
	{"go_live_hit_most", "id of the go-live that it makes miss its window most",
		text(func(r *reports.Risk) string { return r.Now.Window.ID })},
	{"chance_to_miss_its_window", "in how many of the replications, 0 to 1",
		func(r *reports.Risk) string { return lost(r.Now.Window) }},
	{"after_days_at_p50", "as `days_at_p50`, with the open responses done",
		func(r *reports.Risk) string { return whole(r.After.P50, r.After.Set) }},
	{"after_days_at_p80", "as `days_at_p80`, with them done",
		func(r *reports.Risk) string { return whole(r.After.P80, r.After.Set) }},
	{"after_days_on_average", "as `days_on_average`, with them done",
		func(r *reports.Risk) string { return hundredths(r.After.Mean, r.After.Set) }},
	{"saved_by_open_responses_pounds", "cost of delay that they save on average",
		func(r *reports.Risk) string { return pounds(r.Saved) }},
	{"responses_pay", "whether they are worth their price",
		func(r *reports.Risk) string { return string(r.Pays) }},
	{"not_played_because", "why the forecast does not play the risk",
		text(func(r *reports.Risk) string { return r.LeftOut })},
	{"computed_consequence", "1 to 5, from the days at stake in the forecast",
		func(r *reports.Risk) string { return stated(r.Computed.Consequence) }},
	{"computed_likelihood", "1 to 5, from the probability",
		func(r *reports.Risk) string { return stated(r.Computed.Likelihood) }},
	{"computed_score", "their product",
		func(r *reports.Risk) string { return stated(r.Computed.Value()) }},
	{"computed_band_differs", "`yes` if that lies in another band than the current score",
		func(r *reports.Risk) string { return yesIf(r.Disagrees, r.Computed.Value() > 0) }},
	{"movement", "`new`, `up`, `down` or `same` since the last register",
		func(r *reports.Risk) string { return string(r.Movement.Move) }},
	{"last_score", "current score in the last register",
		func(r *reports.Risk) string { return stated(r.Movement.WasScore) }},
	{"last_rank", "rank in the last register",
		func(r *reports.Risk) string { return stated(r.Movement.WasRank) }},
	{"controls", "what is done already",
		text(func(r *reports.Risk) string { return r.Controls })},
	{"gaps", "what the controls leave open",
		text(func(r *reports.Risk) string { return r.Gaps })},
	{"assurance", "how it is known that they work",
		text(func(r *reports.Risk) string { return r.Assurance })},
	{"appetite", "as in the model",
		text(func(r *reports.Risk) string { return r.Appetite })},
	{"objective", "objective that it threatens",
		text(func(r *reports.Risk) string { return r.Objective })},
	{"committee", "committee that looks after it",
		text(func(r *reports.Risk) string { return r.Committee })},
	{"next_action", "the open response that is due first",
		text(func(r *reports.Risk) string { return r.Next.Action })},
	{"next_action_owner", "role that answers for it",
		text(func(r *reports.Risk) string { return r.Next.Owner })},
	{"next_action_due", "by when",
		func(r *reports.Risk) string { return date(r.Next.Due) }},
	{"next_action_overdue", "`yes` if that has passed",
		func(r *reports.Risk) string { return yes(r.Overdue) }},
	{"responses", "every response, one a line",
		text(responses)},
	{"responses_done", "how many are done",
		func(r *reports.Risk) string { return strconv.Itoa(r.Done) }},
	{"cost_of_open_responses_pounds", "price of those that are not",
		func(r *reports.Risk) string { return pounds(r.Cost) }},
	{"review", "next review",
		func(r *reports.Risk) string { return date(r.Review) }},
	{"review_passed", "`yes` if that has passed",
		func(r *reports.Risk) string { return yes(r.ReviewDue) }},
	{"note", "as in the model",
		text(func(r *reports.Risk) string { return r.Note })},
}

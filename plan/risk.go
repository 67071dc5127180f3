package plan

import "epr/calendar"

// Risk is something that may happen: cause, event, effect, who owns it, how it scores, and which
// activities it would delay.
type Risk struct {
	Origin
	ID          string
	Name        string
	Cause       string
	Event       string
	Effect      string
	Owner       string
	Category    string
	Proximity   string
	Controls    string
	Gaps        string
	Assurance   string
	Appetite    string
	Objective   string
	Committee   string
	Note        string
	Inherent    Score
	Current     Score
	Target      Score
	Probability Chance
	Hits        []string // selectors
	Impact      Impact
	Closes      *Closure // nil if it closes nothing
	Review      calendar.Date
	Responses   Table[Response]
}

// Response is what is done about a risk, and what is left of it afterwards.
type Response struct {
	Origin
	ID          string
	Action      string
	Owner       string
	Due         calendar.Date
	Cost        Hundredths
	Done        bool
	Probability Chance
	Impact      Impact
}

// Chance is a probability in ten-thousandths that may be left unsaid.
type Chance struct {
	Share int // of 10,000
	Set   bool
}

// Impact is what a risk does to each activity it hits: working days more, or its duration stretched.
type Impact struct {
	Delay   Range // working days, in hundredths
	Stretch Range // factor, in hundredths
}

// Range is low, likely and high; all zero if not stated.
type Range struct {
	Low, Likely, High Hundredths
}

// IsZero reports whether nothing was stated.
func (r Range) IsZero() bool { return r == Range{} }

// Score is a place on the 5×5 matrix of the National Patient Safety Agency: consequence times
// likelihood, both 1 to 5. The zero Score is not stated.
type Score struct {
	Consequence, Likelihood int
}

// Value is consequence times likelihood, 0 if not stated.
func (s Score) Value() int { return s.Consequence * s.Likelihood }

// Bands are the lowest scores of the risk bands above low.
type Bands struct {
	Moderate, High, Extreme int
}

// DefaultBands are those of the NPSA's risk matrix for risk managers (January 2008): 1–3 low, 4–6
// moderate, 8–12 high, 15–25 extreme.
var DefaultBands = Bands{Moderate: 4, High: 8, Extreme: 15}

// Band names how serious a score is.
type Band string

// The bands, from the least to the most serious.
const (
	Low      Band = "low"
	Moderate Band = "moderate"
	High     Band = "high"
	Extreme  Band = "extreme"
)

// Of is the band of a score.
func (b Bands) Of(score int) Band {
	switch {
	case score >= b.Extreme:
		return Extreme
	case score >= b.High:
		return High
	case score >= b.Moderate:
		return Moderate
	}
	return Low
}

// Consequences and Likelihoods are the words of the matrix for 1 to 5.
var (
	Consequences = [...]string{"negligible", "minor", "moderate", "major", "catastrophic"}
	Likelihoods  = [...]string{"rare", "unlikely", "possible", "likely", "almost certain"}
)

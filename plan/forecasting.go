package plan

import "epr/calendar"

// Forecasting is what a plan says about how it is to be forecast. The zero Forecasting leaves everything to
// the defaults of package forecast.
type Forecasting struct {
	Origin
	Runs   int // replications; 0 is not stated
	Seed   int // 0 is not stated
	Ranges RangeMeaning
	// OptimismBias is a factor, in hundredths, on all work still to do, drawn once for the whole programme;
	// zero for none. It stands for what nobody has thought of, so it is used only where a plan asks for it.
	OptimismBias Range
	Source       string
	Note         string
}

// RangeMeaning says what the low and the high end of a range are.
type RangeMeaning int

const (
	// Percentiles: one case in ten is below low, one in ten above high.
	Percentiles RangeMeaning = iota
	// Limits: nothing is below low or above high.
	Limits
)

// RangeMeanings lists the meanings as they are written in a plan.
func RangeMeanings() []string { return []string{Percentiles.String(), Limits.String()} }

// String is the meaning as written in a plan.
func (m RangeMeaning) String() string { return [...]string{"p10-p90", "limits"}[m] }

// Attempts is work that may have to be done again until it passes: a trial load, a rehearsal, a board's
// decision. The schedule plans one attempt; the forecast draws how many it takes.
type Attempts struct {
	Pass Chance // of each attempt
	// Again is the working days of each further attempt; of a gate, those before it is asked again. Not
	// set: the days of the first; a gate is asked again at the next meeting.
	Again Whole
	Most  int // attempts in all: the last one passes; 0 is not stated and read as MostAttempts
}

// MostAttempts is how many attempts something takes at most unless the plan says otherwise.
const MostAttempts = 4

// IsZero reports whether nothing was stated.
func (a Attempts) IsZero() bool { return a == Attempts{} }

// Closure is what a risk does if it closes days to some work, as a strike or an outbreak does: a window
// that begins and ends within a period, each day of the period as likely as any other to be its first.
type Closure struct {
	Period calendar.Span
	Days   Range // calendar days of the window, in hundredths; zero: the whole period
	// Scope is the work that is closed: the effect, kinds, phases, trusts, sites and activities of a
	// blackout. Its other fields are not used.
	Scope Blackout
}

// Driver is a risk with the work of a network that it touches, as the forecast plays it.
type Driver struct {
	Risk   *Risk
	Hits   []int // activities, by index, that it delays or stretches; rising
	Closes []int // activities whose days it closes; rising
}

// Confidence is a delivery-confidence rating as a person or a board has given it. It is a judgement: epr
// lays out the evidence and never awards one.
type Confidence struct {
	Origin
	Rating Delivery
	By     string // the role or body that gave it
	Date   calendar.Date
	Reason string
	Source string
}

// Delivery is one of the three ratings of delivery confidence used for the government's major projects
// (NISTA annual report 2025-26).
type Delivery string

// The ratings.
const (
	DeliveryGreen Delivery = "green"
	DeliveryAmber Delivery = "amber"
	DeliveryRed   Delivery = "red"
)

// Deliveries lists the ratings as they are written in a plan, from the best to the worst.
func Deliveries() []string {
	return []string{string(DeliveryGreen), string(DeliveryAmber), string(DeliveryRed)}
}

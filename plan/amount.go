package plan

import (
	"math"
	"strconv"
	"strings"

	"epr/calendar"
)

// Hundredths is a decimal with two places, kept exactly: 150 is 1.5. Team sizes, needs and shares are
// counted so, because half a clinical safety officer is real and a rounding error is not.
type Hundredths int64

// One is 1.00.
const One Hundredths = 100

// String writes the number without trailing zeros: "1.5", "20", "0.25".
func (h Hundredths) String() string {
	sign := ""
	if h < 0 {
		sign, h = "-", -h
	}
	s := sign + strconv.FormatInt(int64(h/100), 10)
	if cents := int64(h % 100); cents != 0 {
		s += "." + strings.TrimRight(strconv.FormatInt(100+cents, 10)[1:], "0")
	}
	return s
}

// MarshalJSON is the number itself: 1.5.
func (h Hundredths) MarshalJSON() ([]byte, error) { return []byte(h.String()), nil }

// Dated is an amount that changes by date: each step holds from its day until the next one's, and
// before the first it is 0. A plain number is one step from the zero date.
type Dated []DatedStep

// DatedStep is one step of a dated amount.
type DatedStep struct {
	From calendar.Date
	Is   Hundredths
}

// On is the amount on a day.
func (d Dated) On(day calendar.Date) Hundredths {
	var is Hundredths
	for _, step := range d {
		if step.From > day {
			break
		}
		is = step.Is
	}
	return is
}

// changes is the first day after a day on which the amount is another; the last there is if it stays.
func (d Dated) changes(day calendar.Date) calendar.Date {
	is := d.On(day)
	for _, step := range d {
		if step.From > day && step.Is != is {
			return step.From
		}
	}
	return math.MaxInt32
}

// Largest is the largest amount of any step.
func (d Dated) Largest() Hundredths {
	var most Hundredths
	for _, step := range d {
		most = max(most, step.Is)
	}
	return most
}

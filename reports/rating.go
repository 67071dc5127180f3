package reports

import "epr/plan"

// AmberDays is the slack, in calendar days, below which a promise that is kept is rated amber.
const AmberDays = 28

// RatingRule says in words how a rating is computed; every report that shows one prints it.
const RatingRule = "Ratings are computed, not judged: Red if later than promised, Amber if less than 28 days of slack are left on what is still to be done, otherwise Green."

// Rating is computed from slack alone. It is evidence for the judgement of people, not the judgement.
type Rating string

// The ratings.
const (
	Red        Rating = "Red"
	Amber      Rating = "Amber"
	Green      Rating = "Green"
	Unpromised Rating = "No promise"
	Live       Rating = "Live" // everything that was to go live is live
)

// Rate is the rating of a slack in calendar days of what is still to be done.
func Rate(slack plan.Whole) Rating {
	switch {
	case !slack.Set:
		return Unpromised
	case slack.N < 0:
		return Red
	case slack.N < AmberDays:
		return Amber
	}
	return Green
}

// RateDone is the rating of what is done: it cannot lose its slack any more.
func RateDone(slack plan.Whole) Rating {
	if rating := Rate(slack); rating != Amber {
		return rating
	}
	return Green
}

// rate is the rating of what is done or not.
func rate(slack plan.Whole, done bool) Rating {
	if done {
		return RateDone(slack)
	}
	return Rate(slack)
}

// lessSlack reports whether a is more pressing than b: less slack, and any slack before none.
func lessSlack(a, b plan.Whole) bool {
	if a.Set != b.Set {
		return a.Set
	}
	return a.Set && a.N < b.N
}

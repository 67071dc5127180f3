package reports

import (
	"epr/plan"
	"epr/plan/forecast"
)

// AmberDays is the slack, in calendar days, below which a promise that is kept is rated amber.
const AmberDays = 28

// RatingRule says in words how a rating is computed; every report that shows one prints it.
const RatingRule = "Ratings are computed, not judged: Red if later than promised, or if the forecast gives the promise a chance below 20%; " +
	"Amber if less than 28 days of slack are left on what is still to be done, or the chance is below 80%; otherwise Green."

// Rating is computed from slack and, where there is a forecast, the chance of the promise. It is evidence for the judgement of people, not the judgement.
type Rating string

// The ratings.
const (
	Red        Rating = "Red"
	Amber      Rating = "Amber"
	Green      Rating = "Green"
	Unpromised Rating = "No promise"
	Live       Rating = "Live" // everything that was to go live is live
)

// Rate is the rating of a slack in calendar days of what is still to be done, and of the chance that its
// promise is kept, if that is known.
func Rate(slack plan.Whole, chance plan.Chance) Rating {
	switch {
	case !slack.Set:
		return Unpromised
	case slack.N < 0 || chance.Set && chance.Share < UnlikelyKept:
		return Red
	case slack.N < AmberDays || chance.Set && chance.Share < LikelyKept:
		return Amber
	}
	return Green
}

// RateDone is the rating of what is done: it cannot lose its slack any more.
func RateDone(slack plan.Whole) Rating {
	if rating := Rate(slack, plan.Chance{}); rating != Amber {
		return rating
	}
	return Green
}

// rate is the rating of an activity against the promise that it has to keep.
func (f *facts) rate(i int, slack plan.Whole) Rating {
	if f.state(i) == Done {
		return RateDone(slack)
	}
	return Rate(slack, chanceOf(f.outcomes[i], f.promise(i)))
}

// rateGoal is the rating of a phase, or of an activity with a target of its own.
func (f *facts) rateGoal(goal *plan.Goal, slack plan.Whole) Rating {
	if f.reached(goal) {
		return RateDone(slack)
	}
	return Rate(slack, chanceOf(f.goals[goal.ID], promiseOf(goal.Target)))
}

// chanceOf is the chance that a promise is kept; unset if the forecast does not know.
func chanceOf(o *forecast.Outcome, promise Promise) plan.Chance {
	if o == nil || promise.IsZero() {
		return plan.Chance{}
	}
	return plan.Chance{Share: o.Dates.By(promise.Date), Set: true}
}

// lessSlack reports whether a is more pressing than b: less slack, and any slack before none.
func lessSlack(a, b plan.Whole) bool {
	if a.Set != b.Set {
		return a.Set
	}
	return a.Set && a.N < b.N
}

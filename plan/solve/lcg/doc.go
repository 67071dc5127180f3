// Package lcg is the constraint engine: lazy clause generation over integer bounds. It finds starts for
// the tasks of an integer model, or proves that there are none; [New] takes a model in, [Solver.Search]
// works for a number of steps and says how it ended. It knows integers only, reads no clock and draws
// nothing at random: the same calls give the same answers.
//
// # Notation
//
// A variable x has a lower and an upper bound. Bound 2x is the lower one; bound 2x+1 is the upper one,
// negated, so that both grow as the search learns more. A literal (b, v) says that bound b is at least v:
//
//	(2x, v)    x ≥ v
//	(2x+1, v)  -x ≥ v, that is x ≤ -v
//
// and its negation is (b^1, 1-v). Everything below is therefore written once, for lower bounds.
//
// # The search
//
// The trail holds every bound that was raised, in order, with the reason: a decision, or a rule that
// follows from bounds raised before. [Solver.propagate] lets all rules raise bounds until none has more
// to say. If a variable's bounds cross, or a rule cannot hold any more, that is a conflict, and analyse
// looks for its cause. It starts from literals that cannot all be true, replaces the one that came last
// by the reason for it, and goes on until only one literal of the current level is left. The literals
// that remain, all true at once, make a schedule impossible: they are a nogood. It is stored as the
// clause of their negations, the search goes back to where the clause has one literal left, and that
// literal becomes true by the clause. The decision that follows is about a bound that conflicts have
// lately been about.
//
// # Reasons
//
// A reason is not kept but worked out when it is asked for, and for no more than what is asked: whoever
// needs x ≥ 7 of a bound that had been raised to 12 gets the reason for 7. Weaker literals make nogoods
// that hold more often, and this is where most of the strength of the method comes from. The one
// condition, which the tests check for every reason, is that each of its literals was true before the
// entry it explains.
//
// # The rules
//
//	arcs       x_b ≥ f(x_a), f never decreasing: links, lags, calendars, maximum lags, goals
//	holes      the starts that a domain leaves out
//	timetable  the days on which tasks must be at work, against the capacity of each day
//	energy     the same over windows of many days; finds conflicts only, and costs a twentieth of the effort
//	sums       z ≥ Σ w·max(0, x-due): lateness and finish, weighted
//	pairs      of two tasks that exclude each other, which comes first: see [Solver.AddPairs]
//	tolls      due when a task starts in some spans of days, as clauses that were given: see [Solver.AddToll]
//	ranks      who comes first, second and so on of tasks that are alike: see [Solver.AddRanks]
//	nogoods    what was learned
//
// Solvers of the same model can learn nogoods from each other: see [Solver.LearnFrom].
//
// The method is that of Ohrimenko, Stuckey and Codish (2009), with the explanations of Schutt, Feydy,
// Stuckey and Wallace (2011) for the timetable, and without Boolean variables: bounds are their own.
package lcg

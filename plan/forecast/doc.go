// Package forecast plays a schedule many times over and says what it will probably do: by when each promise is
// likely to be kept, in which open window each go-live lands, what each risk costs and whether its responses
// pay. [Run] is the function to call; a [Forecast] is its answer. It decides no dates and writes no sentences.
//
// One replication draws everything that the plan calls uncertain and times the schedule again (package flow):
//
//   - the length of work, from a triangular distribution through its low, likely and high ([plan.Percentiles])
//     or between them ([plan.Limits]); of work under way, the same in proportion to what is left;
//   - how many attempts work takes, or how many meetings a gate;
//   - whether each risk happens, and once for all the work that it hits, how much it delays or stretches
//     it, or which days it closes;
//   - one factor of optimism bias for the whole programme, if the plan asks for one.
//
// The length of work is its draw, and those of its further attempts, times the stretches, plus the delays,
// rounded to the nearest whole working day, at least one. What has happened is certain.
//
// Each replication keeps the order of work of the plan: who waits for whose people stays as planned
// ([KeepOrder]). It moves past weekends, closed windows and meetings, and never breaks a rule that people
// control: links, calendars, windows, teams, gates. Dates that must be kept, maximum lags and the ends of
// contracts can break; that is counted ([Break]). The programme's end is moved six years on, so that what is
// late has room; yearly windows and meetings by rule go on till then, listed ones do not.
//
// # Luck
//
// Random numbers come from no stream: each is a function of the seed, the name of what is uncertain and the
// number of the replication. Whatever else is edited, an activity keeps its draws, and a plan with and without
// a risk, or before and after a change, is compared on the same luck. The numbers of one thing are a Latin
// hypercube over the replications, which makes means and percentiles surer than independent draws would.
//
// All that is kept of a replication is counts and sums of integers. It does not matter which core plays which
// replication, and memory does not grow with their number, only with how far dates spread.
package forecast

// Package calendar counts days the way programmes do: civil dates without time zones or a clock,
// working-day calendars, bank holidays, meeting dates and blackout windows. It knows no plan.
//
// A [Rule] says which days are worked, from the days of the week, the bank holidays of a [Nation] and
// days added or taken away. [Compile] works it out once over a horizon; the [Calendar] it gives then
// answers every question of counting in constant time. [Windows] are blackouts, also yearly ones, and
// [Meetings] lists the dates on which a body meets, also by a rule such as "last thursday of odd
// months".
//
// Two functions carry all counting, and the rest of the program is written in their letters:
//
//	W(t)  the number of worked days before day t               [Calendar.Before]
//	D(w)  the day of worked day number w, counted from 0       [Calendar.Nth]
//
// so that work of n days which starts on the worked day t has D(W(t)+n-1) as its last day
// ([Calendar.Finish]), and a period from one day up to but not including another holds the
// difference of their W in worked days.
//
// Periods are [Span] values, both ends inclusive, as people say them. Bank holidays are the published
// list for the years it covers and a rule for every other year; [Holiday.Basis] tells which.
package calendar

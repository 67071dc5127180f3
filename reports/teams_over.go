package reports

import "epr/calendar"

// Overload is a period in which a team is needed beyond its size.
type Overload struct {
	Team  string        // name
	First calendar.Date // of the period
	Load  Load
	Past  bool // the period was over at the status date, so that this is what happened
}

// overloads lists them by team, then period.
func (t *Teams) overloads() []Overload {
	var list []Overload
	for i := range t.Rows {
		for p, load := range t.Rows[i].Loads {
			if load.Needed > load.Size {
				list = append(list, Overload{Team: t.Rows[i].Name, First: t.Periods[p], Load: load, Past: p < t.Now})
			}
		}
	}
	return list
}

// OverloadSentence says where teams are needed beyond their size.
func (t *Teams) OverloadSentence() string {
	past, next := 0, 0
	for _, o := range t.Overloads {
		if o.Past {
			past++
		} else {
			next++
		}
	}
	words := "No team is needed beyond its size in any period to come"
	if next > 0 {
		words = Count(next, "period to come needs a team beyond its size", "periods to come need a team beyond its size")
	}
	if past > 0 {
		return words + "; " + Count(past, "period that is over was.", "periods that are over were.")
	}
	return words + "."
}

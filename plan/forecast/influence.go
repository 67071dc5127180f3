package forecast

import (
	"math"

	"epr/plan"
)

// influences are what each activity does to the programme's finish.
func (s *simulation) influences(seen *stats) []Influence {
	list := make([]Influence, len(s.works))
	n := int64(s.runs)
	finish := deviation(seen.finish.x, seen.finish.xx, n)
	for i := range list {
		m := &seen.moments[i]
		sd := deviation(m.x, m.xx, n)
		in := Influence{
			Criticality: share(m.critical, s.runs),
			Mean:        plan.Hundredths(100*s.works[i].planned() + rounded(100*m.x, n)),
			Deviation:   plan.Hundredths(math.Round(float64(100 * sd))),
			Planned:     int(s.works[i].planned()),
		}
		if sd > 0 && finish > 0 {
			in.Cruciality = int(math.Round(float64(10_000*covariance(m, &seen.finish, n)) / float64(sd*finish)))
			in.Sensitivity = int(math.Round(float64(sd/finish) * float64(in.Criticality)))
		}
		list[i] = in
	}
	return list
}

// deviation is the standard deviation of n numbers with a sum and a sum of squares.
func deviation(x, xx, n int64) float64 {
	mean := float64(x) / float64(n)
	return math.Sqrt(max(0, float64(xx)/float64(n)-float64(mean*mean)))
}

// covariance of the length of an activity and the programme's finish.
func covariance(m, finish *moments, n int64) float64 {
	all := float64(n)
	return float64(m.xy)/all - float64(float64(m.x)/all*(float64(finish.x)/all))
}

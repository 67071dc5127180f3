package lcg

// restartUnit is the number of conflicts before the first restart.
const restartUnit = 100

// restarts says when to go back to level 0 and decide anew: after 1, 1, 2, 1, 1, 2, 4, ... units of
// conflicts (Luby, Sinclair and Zuckerman, 1993).
type restarts struct {
	count int64
	next  int64 // conflicts at which the next one is due
}

// due reports whether it is time, and if so sets the time of the next.
func (r *restarts) due(conflicts int64) bool {
	if conflicts < r.next {
		return false
	}
	r.count++
	r.next = conflicts + restartUnit*luby(r.count)
	return true
}

// luby is the number of position i, from 1, of the sequence.
func luby(i int64) int64 {
	for {
		k := int64(1)
		for 2*k+1 <= i {
			k = 2*k + 1
		}
		if i == k {
			return (k + 1) / 2
		}
		i -= k
	}
}

package forecast

// stats is what is kept of the replications. It is made of sums of integers only, so that it does not
// matter who plays which replication, or when: every order of adding gives the same.
type stats struct {
	runs      int
	programme tally
	targets   []tally
	allKept   int
	beyond    int
	limits    []int
	moments   []moments
	finish    moments // of the programme; only its own sums are used
	risks     []riskStats
}

// moments are sums over the replications of how far something is from planned: x for the length of an
// activity in working days, y for the programme's finish in calendar days.
type moments struct {
	critical  int
	x, xx, xy int64
}

// riskStats is what is kept of one risk.
type riskStats struct {
	occurs         int
	without, after contrast
}

// contrast is what would be different if something were: what is counted more, and what less.
type contrast struct {
	programme tally
	kept      []int // promises
	allKept   int
	missed    []int // go-lives that miss their planned window
}

func newStats(s *simulation) stats {
	seen := stats{
		targets: make([]tally, len(s.targets)),
		limits:  make([]int, len(s.limits)),
		moments: make([]moments, len(s.works)),
		risks:   make([]riskStats, len(s.hazards)),
	}
	for h := range seen.risks {
		seen.risks[h].without, seen.risks[h].after = newContrast(s), newContrast(s)
	}
	return seen
}

func newContrast(s *simulation) contrast {
	return contrast{kept: make([]int, len(s.promises)), missed: make([]int, len(s.cliffs))}
}

// add takes in a replication.
func (t *stats) add(s *simulation, r *replay) {
	t.runs++
	t.programme.add(r.base.programme, 1)
	for k, day := range r.base.targets {
		t.targets[k].add(day, 1)
	}
	t.allKept += count(r.base.allKept)
	for k := range s.limits {
		t.limits[k] += count(r.breaks(&s.limits[k]))
	}
	t.beyond += count(!r.fits())
	t.addMoments(s, r)
}

// addMoments takes in how long everything took and when the programme was finished. What is never finished
// counts as finished on the last day there is.
func (t *stats) addMoments(s *simulation, r *replay) {
	y := int64(min(r.base.programme, s.horizon.To) - s.planned)
	t.finish.x += y
	t.finish.xx += y * y
	for i := range s.works {
		if s.works[i].fixed {
			continue
		}
		m := &t.moments[i]
		x := int64(r.timing.Durations[i]) - s.works[i].left
		m.x += x
		m.xx += x * x
		m.xy += x * y
	}
}

// add takes in what is different about a replication.
func (c *contrast) add(base, other *sight) {
	if base.programme != other.programme {
		c.programme.add(base.programme, -1)
		c.programme.add(other.programme, 1)
	}
	for k := range c.kept {
		c.kept[k] += count(other.kept[k]) - count(base.kept[k])
	}
	c.allKept += count(other.allKept) - count(base.allKept)
	for k := range c.missed {
		c.missed[k] += count(other.missed[k]) - count(base.missed[k])
	}
}

// merge adds what another worker has seen.
func (t *stats) merge(o *stats) {
	t.runs += o.runs
	t.programme.merge(&o.programme)
	for k := range t.targets {
		t.targets[k].merge(&o.targets[k])
	}
	t.allKept += o.allKept
	t.beyond += o.beyond
	mergeCounts(t.limits, o.limits)
	t.finish.merge(&o.finish)
	for i := range t.moments {
		t.moments[i].merge(&o.moments[i])
	}
	for h := range t.risks {
		t.risks[h].occurs += o.risks[h].occurs
		t.risks[h].without.merge(&o.risks[h].without)
		t.risks[h].after.merge(&o.risks[h].after)
	}
}

func (m *moments) merge(o *moments) {
	m.critical += o.critical
	m.x += o.x
	m.xx += o.xx
	m.xy += o.xy
}

func (c *contrast) merge(o *contrast) {
	c.programme.merge(&o.programme)
	mergeCounts(c.kept, o.kept)
	c.allKept += o.allKept
	mergeCounts(c.missed, o.missed)
}

func mergeCounts(to, from []int) {
	for i, n := range from {
		to[i] += n
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

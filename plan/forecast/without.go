package forecast

// doWithout plays the replication again without a risk, and with what its responses would leave of it.
func (r *replay) doWithout(h int) {
	seen, was := &r.seen.risks[h], r.blows[h]
	seen.occurs++
	differs := r.change(h, blow{})
	if differs {
		seen.without.add(&r.base, &r.other)
	}
	if r.hazards[h].hasAfter {
		if left := r.hazards[h].strike(r.k, &r.hazards[h].after); left.happened() {
			differs = r.change(h, left) || differs
		}
		if differs {
			seen.after.add(&r.base, &r.other)
		}
	}
	r.set(h, was)
	r.timing.Undo()
}

// change changes what a risk does, and looks at what comes of it if anything moves.
func (r *replay) change(h int, b blow) bool {
	if r.set(h, b); len(r.changed) == 0 {
		return false
	}
	if r.dispatch != nil {
		r.retime()
	} else if len(r.flow.Again(&r.timing, r.changed)) == 0 {
		return false
	}
	r.look(&r.other)
	return true
}

// set sets what a risk does, and notes the activities for which that makes a difference.
func (r *replay) set(h int, b blow) {
	was := r.blows[h]
	r.blows[h] = b
	r.changed = r.changed[:0]
	for _, i := range r.hazards[h].driver.Hits {
		if days := r.timing.Durations[i]; r.setDays(i) != days {
			r.changed = append(r.changed, i)
		}
	}
	if was.shut == b.shut {
		return
	}
	for _, i := range r.hazards[h].driver.Closes {
		r.setWindows(i)
		r.changed = append(r.changed, i)
	}
}

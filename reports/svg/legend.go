package svg

import "epr/reports"

// legend says what the marks mean.
func (d *drawing) legend() {
	x, y := float64(margin), d.bottom+22
	for _, band := range reports.Bands {
		l := looks[band]
		d.put(`<rect x="%.1f" y="%.1f" width="18" height="%d" fill="%s" stroke="#768692" stroke-width="0.5" class="plan-bar"/>`, x, y-10, barHeight, l.fill)
		d.put(`<text x="%.1f" y="%.1f" font-size="9" fill="%s" text-anchor="middle">%s</text>`, x+9, y, l.ink, l.letter)
		d.put(`<text x="%.1f" y="%.1f">%s</text>`, x+23, y, text(string(band)))
		x += 92
	}
	x, y = margin, y+legendLine
	d.put(`<path d="M%.1f %.1fl7 7l-7 7l-7 -7z" fill="#ffffff" stroke="#212b32" stroke-width="1.8" class="plan-mark"/>`, x+9, y-11)
	d.put(`<text x="%.1f" y="%.1f">Go-live (full: done)</text>`, x+23, y)
	x += 184
	d.put(`<path d="M%.1f %.1fv15M%.1f %.1fl7 3.5l-7 3.5z" fill="#b3261e" stroke="#b3261e" stroke-width="1.4" class="plan-promise"/>`, x+6, y-11, x+6, y-11)
	d.put(`<text x="%.1f" y="%.1f">Promised date</text>`, x+23, y)
	x += 184
	d.put(`<rect x="%.1f" y="%.1f" width="18" height="%d" fill="url(#plan-closed)"/>`, x, y-10, barHeight)
	d.put(`<text x="%.1f" y="%.1f">Closed to go-lives</text>`, x+23, y)
	x += 184
	d.put(`<path d="M%.1f %.1fv15" stroke="#b3261e" stroke-width="2" stroke-dasharray="7 3" class="plan-status"/>`, x+9, y-11)
	d.put(`<text x="%.1f" y="%.1f">Status date</text>`, x+23, y)
	for k, line := range d.notes {
		d.put(`<text x="%d" y="%.1f" font-size="%d" fill="#425563" class="plan-faint">%s</text>`, margin, y+legendLine+float64(k*printLine), smallPrint, text(line))
	}
}

// smallPrint is what the page leaves out, and how ratings are made.
func (d *drawing) smallPrint() string {
	said := reports.RatingRule
	if d.page.Hidden > 0 {
		said = reports.Count(d.page.Hidden, "trust") + " left out, those with the most slack. " + said
	}
	return said
}

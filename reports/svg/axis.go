package svg

import (
	"strings"

	"epr/calendar"
)

// axis draws the years and the months.
func (d *drawing) axis() {
	monthWidth := 30.4 * (d.x(d.to) - left) / float64(d.to-d.from+1)
	for year := d.from.Year(); year <= d.to.Year(); year++ {
		first := max(d.from, calendar.MustOf(year, 1, 1))
		last := min(d.to, calendar.MustOf(year, 12, 31))
		if d.x(last)-d.x(first) > 30 {
			d.put(`<text x="%.1f" y="%d" font-weight="bold">%d</text>`, d.x(first)+3, headHeight+12, year)
		}
		d.rule(first, headHeight, 1)
	}
	every := monthsApart(monthWidth)
	year, month, _ := d.from.Civil()
	for day := calendar.MustOf(year, month, 1); day <= d.to; day = day.AddMonths(1) {
		_, month, _ := day.Civil()
		if (month-1)%every != 0 || day < d.from {
			continue
		}
		d.rule(day, headHeight+18, 0.4)
		if d.x(day)+22 < right {
			d.put(`<text x="%.1f" y="%d" font-size="%d" fill="#425563" class="plan-faint">%s</text>`, d.x(day)+3, headHeight+29, smallPrint, monthName(day))
		}
	}
}

// monthsApart is how many months lie between two that are named, so that the names do not touch.
func monthsApart(monthWidth float64) int {
	for _, every := range []int{1, 2, 3, 6} {
		if monthWidth*float64(every) >= 25 {
			return every
		}
	}
	return 12
}

// monthName is the month of a day as in "Nov".
func monthName(day calendar.Date) string { return strings.Fields(day.Short())[1] }

// rule is an upright line at the beginning of a day.
func (d *drawing) rule(day calendar.Date, from, weight float64) {
	d.put(`<path d="M%.1f %.0fV%.1f" stroke="#aeb7bd" stroke-width="%.1f" class="plan-line"/>`, d.x(day), from, d.bottom, weight)
}

// blackouts draws the windows with their names above the rows.
func (d *drawing) blackouts() {
	for _, b := range d.page.Blackouts {
		x, y := d.x(b.Span.From), d.lanes+float64(b.Lane*laneHeight)
		wide := d.x(b.Span.To+1) - x
		d.put(`<g><title>%s: closed to go-lives, %s</title>`, text(b.Name), text(b.Span.String()))
		d.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="url(#plan-closed)" stroke="#768692" stroke-width="0.5"/>`, x, y, max(wide, 1), laneHeight-2)
		if room := wide - 6; room >= 30 {
			d.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="#ffffff" fill-opacity="0.85" class="plan-veil"/>`, x+1.5, y+1, wide-3, laneHeight-4)
			d.label(x+3, y+10, typeface{size: 9.5}, b.Name, room)
		}
		d.put(`</g>`)
	}
	if len(d.page.Blackouts) > 0 {
		d.put(`<text x="%d" y="%.1f" fill="#425563" class="plan-faint">Closed to go-lives</text>`, margin, d.lanes+10)
	}
}

// status draws the line at the status date.
func (d *drawing) status() {
	if d.page.Status < 0 {
		return
	}
	x := d.x(d.pack.Header.Status)
	d.put(`<g><title>Status date: %s</title>`, text(d.pack.Header.Status.Long()))
	d.put(`<path d="M%.1f %dV%.1f" stroke="#b3261e" stroke-width="2" stroke-dasharray="7 3" class="plan-status"/>`, x, headHeight-4, d.bottom)
	d.put(`<text x="%.1f" y="%d" font-size="%d" font-weight="bold" fill="#b3261e" class="plan-when" text-anchor="middle">%s</text></g>`,
		min(max(x, left+34), right-34), headHeight-8, smallPrint, text(d.pack.Header.Status.Short()))
}

package text

import "epr/reports"

// drivers is three lines on what drives the finish.
func (p *page) drivers(pack *reports.Pack) {
	if len(pack.Drivers) == 0 {
		return
	}
	p.heading("What drives the finish")
	p.bullets(pack.Drivers)
}

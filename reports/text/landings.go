package text

import (
	"slices"
	"strings"

	"epr/calendar"
	"epr/reports"
)

const mostLandings = 3

// landings is in which window between blackouts each go-live lands, those likeliest to miss theirs first. Those
// that never do are only counted.
func (p *page) landings(c *reports.Confidence) {
	if len(c.Landings) == 0 {
		return
	}
	missed := slices.IndexFunc(c.Landings, func(l reports.Landing) bool { return l.Missed == 0 })
	if missed < 0 || p.All {
		missed = len(c.Landings)
	}
	n := p.shown(missed, mostLandings)
	if n == 0 {
		p.heading(landingTitle)
		p.say("Every go-live lands in its window in every replication" + p.seeAll() + ".")
		return
	}
	t := table{title: landingTitle, columns: []column{
		{title: "Landing", fill: name},
		{title: "Chance"},
		{title: "Half by", right: true},
		{title: "Later"},
		{title: "Costs", right: true},
		{title: "Ended by", fill: name, from: wide},
	}}
	rare := 0
	for i := range c.Landings[:n] {
		l := &c.Landings[i]
		t.rows = append(t.rows, row{words(l.Name), {}, {}, {}, {}, {}})
		rows, left := p.windowRows(l)
		t.rows, rare = append(t.rows, rows...), rare+left
	}
	p.print(t)
	p.rest(rare, "window", " of under 1%")
	if left := len(c.Landings) - n; left > 0 {
		p.rest(left, "go-live", missedAtMost(left, c.Landings[n].Missed))
	}
}

const landingTitle = "Where go-lives land"

// missedAtMost is what there is to say of so many go-lives that are left out, the likeliest of which to miss
// its window does so with that chance.
func missedAtMost(n, share int) string {
	switch {
	case share == 0 && n == 1:
		return ": it never misses its window"
	case share == 0:
		return ": none of them misses its window"
	case share >= reports.LikelyKept:
		return ""
	case n == 1:
		return ": it misses its window in " + reports.Chance(share)
	}
	return ": the likeliest of them to miss its window does in " + reports.Chance(share)
}

// windowRows are the windows of a go-live, and what is left of the replications if it does not always fit
// before the forecast ends. Those in which it hardly ever lands are only counted.
func (p *page) windowRows(l *reports.Landing) (rows []row, rare int) {
	beyond := 10_000
	for k := range l.Windows {
		w := &l.Windows[k]
		beyond -= w.Chance
		if !p.All && !w.Planned && w.Chance < hardlyEver {
			rare++
			continue
		}
		rows = append(rows, windowRow(w))
	}
	if beyond > len(l.Windows) { // not just rounded
		rows = append(rows, row{window("after the forecast ends"), chance(beyond), {}, {}, {}, {}})
	}
	return rows, rare
}

// hardlyEver is the chance below which a window is left out: what would be shown as under 1%.
const hardlyEver = 50

func window(days string) cell { return cell{text: days, label: "Window", indent: 2} }

// windowRow is one window: its days, how often the go-live lands there, and what that means.
func windowRow(w *reports.Window) row {
	costs := cell{}
	if w.Price.N != 0 {
		costs = money(w.Price)
	}
	return row{window(windowDays(w)), chance(w.Chance), date(w.Median), weeks(w), costs, words(w.Closed)}
}

// weeks is how far a window is from the plan.
func weeks(w *reports.Window) cell {
	switch {
	case w.Median.IsZero():
		return cell{}
	case w.Weeks > 0:
		return cell{number: "+" + reports.Number(w.Weeks), text: reports.Plural(w.Weeks, "week", "weeks")}
	case w.Weeks < 0:
		return cell{number: "−" + reports.Number(-w.Weeks), text: reports.Plural(-w.Weeks, "week", "weeks")}
	}
	return words("as planned")
}

// windowDays are the days of a window: "8 Apr to 30 Apr 2027 (plan)".
func windowDays(w *reports.Window) string {
	said := ""
	switch {
	case w.First && w.Closed == "":
		said = "at any time"
	case w.First:
		said = "to " + w.Open.To.Short()
	case w.Closed == "":
		said = "from " + w.Open.From.Short()
	default:
		said = shortSpan(w.Open)
	}
	if w.Planned {
		said += " (plan)"
	}
	return said
}

// shortSpan writes a span with the year once if it is the same: "8 Apr to 30 Apr 2027".
func shortSpan(s calendar.Span) string {
	from, to := s.From.Short(), s.To.Short()
	space := strings.LastIndexByte(from, ' ')
	if space > 0 && strings.HasSuffix(to, from[space:]) {
		from = from[:space]
	}
	return from + " to " + to
}

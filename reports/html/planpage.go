package html

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// The measures of the plan on a page.
const (
	pageWidth  = 1600
	nameWidth  = 330
	dateWidth  = 82
	slackWidth = 52
	rateWidth  = 92
	chartFrom  = nameWidth + dateWidth + slackWidth + rateWidth
	leastRow   = 18 // high; a plan of few rows has higher ones, so that it fills its sheet of paper
	mostRow    = 30
	keyHeight  = 70
	fullHeight = 960 // of a sheet of A3 or A4 at this width
	laneHeight = 16
	headHeight = 44
)

// sheet is a plan on a page being drawn.
type sheet struct {
	drawing
	pack *reports.Pack
	page *reports.Page
	y    int
	high int // of a row
}

// planOnAPage draws the phases, trusts and sites over the weeks, for paper and for pages without the script.
func planOnAPage(p *reports.Pack) drawing {
	s := &sheet{pack: p, page: &p.Page}
	if len(s.page.Columns) == 0 {
		return drawing{}
	}
	s.Width = pageWidth
	s.Title = "Plan on a page: phases, trusts and sites over the weeks from " + s.page.Columns[0].Long()
	s.heads()
	s.lanes()
	top := s.y
	if n := len(s.page.Rows); n > 0 {
		s.high = min(mostRow, max(leastRow, (fullHeight-top-keyHeight)/n))
	}
	for i := range s.page.Rows {
		s.row(&s.page.Rows[i])
	}
	s.status(top)
	s.key()
	s.Height = s.y
	return s.drawing
}

// x is where a column begins.
func (s *sheet) x(column int) int {
	return chartFrom + column*(pageWidth-chartFrom)/len(s.page.Columns)
}

// heads writes what the columns are, with years and months.
func (s *sheet) heads() {
	s.box(0, 0, pageWidth, headHeight, "head")
	s.words(8, 28, "on-head", "Phase, trust, site")
	s.words(nameWidth+4, 28, "on-head", "Finish")
	s.words(nameWidth+dateWidth+slackWidth-6, 28, "on-head end", "Slack")
	s.words(nameWidth+dateWidth+slackWidth+6, 28, "on-head", "Rating")
	year, last := 0, calendar.Date(0)
	for c, monday := range s.page.Columns {
		y, month, _ := monday.Civil()
		if y != year {
			s.words(s.x(c)+3, 17, "on-head", fmt.Sprint(y))
			s.path("on-head", fmt.Sprintf("M%d 2V%d", s.x(c), headHeight-2))
			year = y
		}
		if first := monday.AddMonths(0) - calendar.Date(dayOfMonth(monday)-1); first != last && s.roomForMonth(c, month) {
			s.words(s.x(c)+3, 36, "on-head small", monthLetters[month])
			last = first
		}
	}
	s.y = headHeight
}

func dayOfMonth(d calendar.Date) int {
	_, _, day := d.Civil()
	return day
}

// roomForMonth says whether the month of a column is written: all of them where they have room, else the quarters.
func (s *sheet) roomForMonth(c, month int) bool {
	perMonth := (s.x(1) - s.x(0)) * 52 / 12 / s.page.Weeks
	return c > 0 && (perMonth >= 32 || month%3 == 1 && perMonth >= 9)
}

var monthLetters = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// lanes writes the blackouts above the rows.
func (s *sheet) lanes() {
	if s.page.Lanes == 0 {
		return
	}
	s.words(8, s.y+12, "quiet small", "Closed to go-lives (numbers: see the key)")
	for _, b := range s.page.Blackouts {
		x, w := s.x(b.From), s.x(b.To+1)-s.x(b.From)
		s.box(x, s.y+b.Lane*laneHeight+1, w, laneHeight-2, "closed")
		s.words(x+w/2, s.y+b.Lane*laneHeight+12, "middle small", fmt.Sprint(b.Key))
	}
	s.y += s.page.Lanes*laneHeight + 2
}

// row writes one row: what it is, its dates, then its weeks.
func (s *sheet) row(r *reports.PageRow) {
	ground := "row"
	if r.Level == reports.LevelPhase {
		ground = "row phase"
	}
	s.box(0, s.y, pageWidth, s.high, ground)
	name, indent := named(r.Name, r.ID), 8
	switch r.Level {
	case reports.LevelTrust, reports.LevelShared:
		indent = 22
	case reports.LevelSite:
		indent = 38
	case reports.LevelRest:
		name, indent = "… and "+reports.Count(r.Count, "more trust"), 22
	}
	base, weight := s.y+s.high/2+4, ""
	if r.Level == reports.LevelPhase {
		weight = "strong"
	}
	s.words(indent, base, weight, cut(name, (nameWidth-indent)*10/69))
	s.words(nameWidth+4, base, "", short(r.Finish))
	if r.Slack.Set {
		s.words(nameWidth+dateWidth+slackWidth-6, base, "end", signed(r.Slack))
		s.words(nameWidth+dateWidth+slackWidth+6, base, "rate-"+class(r.Rating), ratingGlyph(r.Rating)+" "+string(r.Rating))
	}
	s.weeks(r)
	s.y += s.high
}

// weeks draws the runs of closed weeks, then those of work, then the events and the promise.
func (s *sheet) weeks(r *reports.PageRow) {
	s.runs(r, func(c *reports.PageCell) string {
		if c.Closed {
			return "closed"
		}
		return ""
	}, 0)
	s.runs(r, func(c *reports.PageCell) string {
		if c.Band == "" || c.Event == plan.GoLive {
			return ""
		}
		return "band-" + class(c.Band)
	}, 4)
	for c := range r.Cells {
		cell := &r.Cells[c]
		middle := (s.x(c) + s.x(c+1)) / 2
		if cell.Event != "" {
			s.event(middle, s.y+s.high/2, cell.Event)
		}
		if cell.Promised {
			s.path("promise", fmt.Sprintf("M%d %dh10l-5 9z", middle-5, s.y+2))
		}
	}
}

// runs draws neighbouring cells of one class as one box.
func (s *sheet) runs(r *reports.PageRow, classOf func(*reports.PageCell) string, inset int) {
	for from := 0; from < len(r.Cells); {
		class := classOf(&r.Cells[from])
		to := from + 1
		for to < len(r.Cells) && classOf(&r.Cells[to]) == class {
			to++
		}
		if class != "" {
			s.box(s.x(from), s.y+inset, s.x(to)-s.x(from), s.high-2*inset, class)
			if letter := bandLetters[strings.TrimPrefix(class, "band-")]; letter != "" && r.Cells[from].Event == "" && s.x(to)-s.x(from) >= 10 {
				s.words(s.x(from)+2, s.y+s.high/2+4, "letter on-"+class, letter)
			}
		}
		from = to
	}
}

// bandLetters say a stage without its colour, by the class of the stage.
var bandLetters = map[string]string{
	"prepare": "P", "design": "D", "build": "B", "test": "T", "training": "L", "go-live": "G", "hypercare": "H", "after": "A",
}

// event draws a go-live, a gate or a milestone.
func (s *sheet) event(x, y int, kind plan.Kind) {
	switch kind {
	case plan.GoLive:
		s.path("mark go-live", fmt.Sprintf("M%d %dl7 7l-7 7l-7-7z", x, y-7))
	case plan.Gate:
		s.path("mark gate", fmt.Sprintf("M%d %dl5 5l-5 5l-5-5z", x, y-5))
	default:
		s.path("mark milestone", fmt.Sprintf("M%d %da3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z", x-3, y))
	}
}

func (s *sheet) status(top int) {
	if s.page.Status >= 0 {
		s.path("status", fmt.Sprintf("M%d %dV%d", s.x(s.page.Status), top, s.y))
	}
}

// cut shortens a text to a number of characters.
func cut(text string, room int) string {
	runes := []rune(text)
	if len(runes) <= room {
		return text
	}
	return strings.TrimSpace(string(runes[:max(1, room-1)])) + "…"
}

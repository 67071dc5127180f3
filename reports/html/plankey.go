package html

import (
	"fmt"

	"epr/plan"
	"epr/reports"
)

// key explains the stages, the marks and the blackouts.
func (s *sheet) key() {
	s.y += 10
	x := 8
	for _, band := range reports.Bands {
		s.box(x, s.y, 18, 14, "band-"+class(band))
		s.words(x+4, s.y+11, "letter on-band-"+class(band), bandLetters[class(band)])
		s.words(x+24, s.y+12, "small", string(band))
		x += 44 + 8*len(string(band))
	}
	for _, kind := range []plan.Kind{plan.GoLive, plan.Gate, plan.Milestone} {
		s.event(x+9, s.y+7, kind)
		s.words(x+22, s.y+12, "small", capital(string(kind)))
		x += 42 + 8*len(string(kind))
	}
	s.path("promise", fmt.Sprintf("M%d %dh10l-5 9z", x+4, s.y+2))
	s.words(x+20, s.y+12, "small", "Promised date")
	s.path("status", fmt.Sprintf("M%d %dv14", x+136, s.y))
	s.words(x+144, s.y+12, "small", "Status date")
	s.box(x+244, s.y, 18, 14, "closed")
	s.words(x+268, s.y+12, "small", "Closed to go-lives")
	s.y += 24
	for _, line := range wrapped(s.blackoutWords(), 200) {
		s.words(8, s.y+10, "small quiet", line)
		s.y += 16
	}
}

// blackoutWords lists the blackouts by number, each with its windows.
func (s *sheet) blackoutWords() []string {
	var list []string
	for i := range s.page.Closings {
		b := &s.page.Closings[i]
		words := fmt.Sprintf("%d %s", b.Key, cut(named(b.Name, b.ID), 60))
		if b.Soft {
			words += " (at a price)"
		}
		list = append(list, words+", "+cut(b.When, 120))
	}
	return list
}

// wrapped joins phrases to lines of some characters.
func wrapped(phrases []string, width int) []string {
	var lines []string
	line := ""
	for _, phrase := range phrases {
		if line != "" && len(line)+len(phrase) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " · "
		}
		line += phrase
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

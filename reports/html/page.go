package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"epr/plan"
	"epr/reports"
)

//go:embed page
var files embed.FS

// scripts are the parts of the script, each before those that use it.
var scripts = [...]string{
	"days", "dom", "data", "words", "compare", "filter", "tree", "scale", "bars", "links", "chart", "details", "keys", "list", "tools", "legend", "fold", "sort", "theme", "views", "start",
}

// styles are the style sheets, in order.
var styles = [...]string{"colours", "base", "summary", "tables", "gantt", "details", "drawing", "forced", "print"}

// page is what the templates show.
type page struct {
	*reports.Pack
	Script                     template.JS
	Style                      template.CSS
	Policy                     string
	Data                       template.JS // the chart's data as JSON
	Tiles                      []tile
	Plan                       drawing  // plan on a page
	Curves                     []sCurve // of the forecast
	Heat                       []heatRow
	Trusts                     []reports.Trust // those of the summary
	More                       int             // trusts that the summary leaves out
	Pressing                   []reports.Phase // those of the summary
	MorePhases                 int             // phases that it leaves out
	MoreStand, MorePhasesStand string          // how those left out stand
	Rule                       string
	// Consequences are the words of the heat map by number, from 1.
	Consequences  []string
	LittleFloat   int
	SideBySide    bool // the gates have a column for each trust
	TrainedEnough int
	Tornado       drawing
	HasHistory    bool // some milestone was announced, or is in several baselines
	Breaks        []breaks
	Compared      *scenarios // nil if there is nothing to compare with
}

// mostTrusts is how many trusts the summary has room for on a printed page.
const mostTrusts = 8

// mostPhases is how many phases it has room for.
const mostPhases = 9

// mostDecisions is how many decisions the summary has room for.
const mostDecisions = 6

func newPage(p *reports.Pack) *page {
	script, style := joined("js", scripts[:]...), styleSheet()
	v := &page{
		Pack:   p,
		Script: template.JS(script),
		Style:  template.CSS(style),
		Policy: policy(script, style),
		Data:   template.JS(dataOf(p)),
		Tiles:  tiles(p),
		Plan:   planOnAPage(p),
		Curves: curves(&p.Confidence),
		Heat:   heatRows(&p.Risks),
		Trusts: p.Pressing(mostTrusts),
		Rule:   reports.RatingRule,
	}
	v.Consequences = append([]string{""}, plan.Consequences[:]...)
	v.LittleFloat, v.TrainedEnough = reports.LittleFloat, reports.TrainedEnough
	v.SideBySide = len(p.Readiness.Rows) <= mostSideBySide
	v.HasHistory = slices.ContainsFunc(p.Milestones, hasHistory)
	v.Tornado, v.Breaks = tornado(p.Confidence.Tornado), breaksOf(&p.Confidence)
	v.Compared = scenariosOf(p.Scenarios)
	v.More, v.MoreStand = len(p.Trusts)-len(v.Trusts), reports.TrustStandings(p.RestOfPressing(mostTrusts))
	v.Pressing = p.PressingPhases(mostPhases)
	v.MorePhases = len(p.Phases) - len(v.Pressing)
	v.MorePhasesStand = reports.PhaseStandings(p.RestOfPressingPhases(mostPhases))
	return v
}

// policy is the content security policy: nothing from anywhere, but the script and the style of the page itself,
// known by their hashes.
func policy(script, style string) string {
	return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style) +
		"'; base-uri 'none'; form-action 'none'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// joined is some files of the page as one, each under its name. The parts of the script share one scope.
func joined(extension string, names ...string) string {
	var b strings.Builder
	for _, name := range names {
		b.WriteString("\n/* " + name + " */\n" + file(name+"."+extension))
	}
	if extension == "js" {
		return "(() => {\n\"use strict\";\n" + b.String() + "})();\n"
	}
	return b.String()
}

// styleSheet is the whole style of the page. The dark colours are for screens only, where the device asks for them
// and the reader has not chosen, or where the reader has chosen them.
func styleSheet() string {
	dark := file("dark.css")
	return "@media screen {\n:root[data-colours=\"dark\"] {\n" + dark + "}\n" +
		"@media (prefers-color-scheme: dark) {\n:root:not([data-colours]) {\n" + dark + "}\n}\n}\n" + joined("css", styles[:]...)
}

// file is the text of one file of the page, with line ends as browsers hash them.
func file(name string) string {
	text, err := files.ReadFile("page/" + name)
	if err != nil {
		panic("html: " + err.Error()) // the file is part of the program
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// indentation is for those who read the templates; a page of thousands of lines is smaller without.
var indentation = regexp.MustCompile(`(?m)^[ \t]+`)

func templates() *template.Template {
	all := template.New("").Funcs(words)
	entries, err := files.ReadDir("page")
	if err != nil {
		panic("html: " + err.Error()) // the folder is part of the program
	}
	for _, entry := range entries {
		if name := entry.Name(); strings.HasSuffix(name, ".html") {
			template.Must(all.New(name).Parse(indentation.ReplaceAllString(file(name), "")))
		}
	}
	return all
}

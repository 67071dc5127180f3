package html

import (
	"encoding/json"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// data is what the script of the page draws from. Days are counted from 1 January 1970. Lists of one value for each
// activity are aligned with each other, which keeps a page of many thousand activities small; sentences are kept
// once, in Texts.
type data struct {
	Status      int           `json:"status"`
	Span        [2]int        `json:"span"`
	Show        [2]int        `json:"show"`
	LittleFloat int           `json:"littleFloat"`
	Kinds       []kind        `json:"kinds"`
	Phases      []string      `json:"phases"`
	Trusts      []string      `json:"trusts"`
	Teams       []string      `json:"teams"`
	States      []string      `json:"states"`
	Texts       []string      `json:"texts"`
	Windows     [][]int       `json:"windows"` // from, to, from, to, …
	Blackouts   []blackout    `json:"blackouts"`
	Lanes       int           `json:"lanes"`
	ByPhase     []group       `json:"byPhase"`
	ByTrust     []group       `json:"byTrust"`
	Earlier     []earlier     `json:"earlier"`
	Checks      []check       `json:"checks"`
	Activities  activityLists `json:"activities"`
}

type kind struct {
	Name string `json:"name"`
	Band string `json:"band"` // stage, "" for an event
}

type blackout struct {
	Name string `json:"name"`
	From int    `json:"from"`
	To   int    `json:"to"`
	Lane int    `json:"lane"`
	Soft bool   `json:"soft"`
}

// earlier is an earlier schedule: the dates of the activities that have others now, and those that it does not have.
type earlier struct {
	Name   string `json:"name"`
	Chosen bool   `json:"chosen"` // it is shown at first
	At     []int  `json:"at"`
	Start  []int  `json:"start"`
	Finish []int  `json:"finish"`
	Later  []int  `json:"later"` // calendar days
	New    []int  `json:"new"`
}

// check is a check of the schedule's quality that is not met, with the activities that it counted.
type check struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	At   []int  `json:"at"`
}

type group struct {
	Level   string  `json:"level"`
	Name    string  `json:"name"`
	Start   int     `json:"start"`
	Finish  int     `json:"finish"`
	Done    int     `json:"done"`
	Of      int     `json:"of"`
	Promise int     `json:"promise"` // 0 if none
	Slack   *int    `json:"slack"`
	Rating  string  `json:"rating"`
	Glyph   string  `json:"glyph"`
	Closed  int     `json:"closed"`
	Was     [][]int `json:"was,omitempty"` // start, finish, calendar days later, in each of Earlier: null if it was not there, empty if it has the same dates
	Groups  []group `json:"groups,omitempty"`
	Rows    []int   `json:"rows,omitempty"`
}

// activityLists are the activities, one list for each of their values. A place among names is −1 where there is none.
type activityLists struct {
	ID       []string `json:"id"`
	Name     []string `json:"name"`
	Kind     []int    `json:"kind"`
	Phase    []int    `json:"phase"`
	Trust    []int    `json:"trust"`
	Site     []string `json:"site"`
	Workflow []string `json:"workflow"`
	Owner    []string `json:"owner"`
	Start    []int    `json:"start"`
	Finish   []int    `json:"finish"`
	Days     []int    `json:"days"`
	State    []int    `json:"state"`
	Needs    [][]any  `json:"needs"` // team, amount, team, amount, …
	Float    []*int   `json:"float"` // working days before a promise breaks
	ByRule   []bool   `json:"byRule"`
	Goals    []*int   `json:"goals"`
	Cliff    []*int   `json:"cliff"`
	Promise  []int    `json:"promise"`
	Slack    []*int   `json:"slack"`
	Critical [][]int  `json:"critical"` // names, in texts
	Closed   []int    `json:"closed"`
	Why      [][]int  `json:"why"`
	// Back is the activity that holds each, −1 if none does, and the chain goes on from there; Chains are those that do
	// not, in full.
	Back      []int      `json:"back"`
	Chains    []chain    `json:"chains"`
	Forecasts []prospect `json:"forecasts"`
}

// chain is what leads to one activity.
type chain struct {
	Activity int   `json:"activity"`
	Back     []int `json:"back"`
	Further  int   `json:"further"`
}

// prospect is the forecast of one activity.
type prospect struct {
	Activity int    `json:"activity"`
	P50      string `json:"p50"`
	P80      string `json:"p80"`
	Chance   string `json:"chance"` // that its promise is kept; "" if there is none
}

// dataOf is the data of the script as JSON. The encoder escapes "<", ">" and "&", so that no text can end the block
// that it stands in.
func dataOf(p *reports.Pack) string {
	g := gathering{pack: p, texts: map[string]int{}}
	g.gather()
	text, err := json.Marshal(&g.data)
	if err != nil {
		panic("html: " + err.Error()) // the data is numbers and texts
	}
	return string(text)
}

var epoch = calendar.MustOf(1970, 1, 1)

// day is a date as the script counts it, 0 for none.
func day(d calendar.Date) int {
	if d.IsZero() {
		return 0
	}
	return int(d - epoch)
}

func whole(n plan.Whole) *int {
	if !n.Set {
		return nil
	}
	return &n.N
}

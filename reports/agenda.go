package reports

import (
	"slices"
	"strings"

	"epr/calendar"
)

// alikeFrom is how many alike decisions of one meeting are gathered into one item of an [Agenda]: two are told as they are.
const alikeFrom = 3

// AgendaItem is what one meeting is to decide: a decision, or so many alike ones of as many trusts. What it then says
// of papers, of the price of missing the meeting and of the go-live that waits is of the most pressing of them.
type AgendaItem struct {
	Decision
	Alike int // decisions gathered in it, 1 or at least 3
}

// Agenda gathers a list of decisions for whoever has little room: of a hundred trusts that one board hears on one day,
// the first four names would say less than the number. The order is that of the list.
func Agenda(list []Decision) []AgendaItem {
	count := map[agendaKey]int{}
	for i := range list {
		count[keyOf(&list[i])]++
	}
	at := map[agendaKey]int{}
	var items []AgendaItem
	for i := range list {
		key := keyOf(&list[i])
		if count[key] < alikeFrom || list[i].Trust == "" {
			items = append(items, AgendaItem{list[i], 1})
			continue
		}
		if _, ok := at[key]; !ok {
			at[key] = len(items)
			items = append(items, AgendaItem{gathered(&list[i], count[key]), 0})
		}
		items[at[key]].add(&list[i])
	}
	return items
}

// Singly is an agenda on which every decision stands for itself.
func Singly(list []Decision) []AgendaItem {
	items := make([]AgendaItem, len(list))
	for i := range list {
		items[i] = AgendaItem{list[i], 1}
	}
	return items
}

// Decisions is how many decisions an agenda holds.
func Decisions(items []AgendaItem) int {
	n := 0
	for i := range items {
		n += items[i].Alike
	}
	return n
}

// agendaKey is what alike decisions have in common: all but the trust.
type agendaKey struct {
	date       calendar.Date
	body, name string
}

func keyOf(d *Decision) agendaKey {
	return agendaKey{d.Date, d.Body, named(d, "")}
}

// named is the name of a decision with other words in the place of its trust.
func named(d *Decision, trust string) string {
	if d.Trust == "" {
		return d.Name
	}
	return strings.Replace(d.Name, d.Trust, trust, 1)
}

// gathered is a decision that stands for n of as many trusts.
func gathered(d *Decision, n int) Decision {
	all := *d
	all.Name, all.Trust, all.WaitsFor = named(d, Count(n, "trust")), "", nil
	return all
}

// add counts a decision in, and keeps what is most pressing.
func (a *AgendaItem) add(d *Decision) {
	a.Alike++
	if !d.PapersClose.IsZero() && (a.PapersClose.IsZero() || d.PapersClose < a.PapersClose) {
		a.PapersClose = d.PapersClose
	}
	if d.Lost > a.Lost {
		a.Lost, a.NextMeeting = d.Lost, d.NextMeeting
	}
	if !d.ReleasesDate.IsZero() && (a.ReleasesDate.IsZero() || d.ReleasesDate < a.ReleasesDate) {
		a.Releases, a.ReleasesDate = d.Releases, d.ReleasesDate
	}
	if d.Owner != a.Owner {
		a.Owner = ""
	}
	a.Criteria, a.Evidence = shared(a.Criteria, d.Criteria), shared(a.Evidence, d.Evidence)
}

// shared is a list if the other is the same.
func shared(list, other []string) []string {
	if slices.Equal(list, other) {
		return list
	}
	return nil
}

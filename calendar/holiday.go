package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Nation says whose bank holidays apply; the zero Nation has none.
type Nation uint8

// The nations, or groups of them, that have bank holidays of their own.
const (
	NoNation Nation = iota
	EnglandAndWales
	Scotland
	NorthernIreland
)

var nationNames = [...]string{"none", "england-and-wales", "scotland", "northern-ireland"}

// NationNames lists the nations as they are written in a plan, "none" last.
func NationNames() []string { return append(slices.Clone(nationNames[1:]), nationNames[0]) }

// String is the nation as written in a plan: "england-and-wales", "none" for the zero Nation.
func (n Nation) String() string { return nationNames[n] }

// ParseNation reads a nation as written in a plan. The error is a sentence for the person who wrote it.
func ParseNation(s string) (Nation, error) {
	if i := slices.Index(nationNames[:], s); i >= 0 {
		return Nation(i), nil
	}
	return 0, fmt.Errorf("%q is not a nation with a list of bank holidays: write one of %s", s, strings.Join(NationNames(), ", "))
}

// Basis says how sure a bank holiday is.
type Basis uint8

const (
	// Proclaimed holidays are on the published list; see [HolidaySource].
	Proclaimed Basis = iota
	// Projected holidays follow the rule of the list's years, and may still be moved or joined by
	// others.
	Projected
)

// String is "proclaimed" or "projected".
func (b Basis) String() string { return [...]string{"proclaimed", "projected"}[b] }

// Holiday is a bank holiday.
type Holiday struct {
	Date       Date
	Name       string
	Substitute bool // on a weekday instead of the day itself, which falls on a weekend
	Basis      Basis
}

// String is the holiday as "2027-12-27 Christmas Day (substitute day)"; a projected one says so.
func (h Holiday) String() string {
	s := h.Date.String() + " " + h.Name
	if h.Substitute {
		s += " (substitute day)"
	}
	if h.Basis == Projected {
		s += ", " + h.Basis.String()
	}
	return s
}

// Holidays lists the bank holidays of a nation in a year, in order: the published list for the years
// [HolidaysListedFrom] to [HolidaysListedTo], a projection for every other.
func Holidays(n Nation, year int) []Holiday {
	if !isListed(year) {
		return projected(n, year)
	}
	var days []Holiday
	for _, l := range listed(n, year*1_00_00, (year+1)*1_00_00) {
		d := fromCivil(l.day/1_00_00, l.day/1_00%1_00, l.day%1_00)
		days = append(days, Holiday{d, l.name, l.substitute, Proclaimed})
	}
	return days
}

// IsHoliday reports whether a day is a bank holiday of a nation.
func IsHoliday(n Nation, d Date) bool {
	year, month, day := d.Civil()
	if isListed(year) {
		number := year*1_00_00 + month*1_00 + day
		return len(listed(n, number, number+1)) > 0
	}
	return slices.ContainsFunc(projected(n, year), func(h Holiday) bool { return h.Date == d })
}

func isListed(year int) bool { return HolidaysListedFrom <= year && year <= HolidaysListedTo }

// listed is the part of a nation's list from one day up to but not including another.
func listed(n Nation, from, to int) []listedHoliday {
	var list []listedHoliday
	switch n {
	case EnglandAndWales:
		list = listedEnglandAndWales
	case Scotland:
		list = listedScotland
	case NorthernIreland:
		list = listedNorthernIreland
	}
	byDay := func(l listedHoliday, day int) int { return cmp.Compare(l.day, day) }
	first, _ := slices.BinarySearchFunc(list, from, byDay)
	end, _ := slices.BinarySearchFunc(list, to, byDay)
	return list[first:end]
}

package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// meetingRule reads a rule.
func meetingRule(t *testing.T, s string) *MeetingRule {
	t.Helper()
	r, err := ParseMeetingRule(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMeetingRules(t *testing.T) {
	for _, c := range []struct{ rule, want string }{
		{"last thursday of odd months", "2026-07-30 2026-09-24 2026-11-26 2027-01-28 2027-03-25 2027-05-27"},
		{"last thursday of even months", "2026-08-27 2026-10-29 2026-12-31 2027-02-25 2027-04-29 2027-06-24"},
		{
			"first tuesday of every month", "2026-07-07 2026-08-04 2026-09-01 2026-10-06 2026-11-03 2026-12-01 " +
				"2027-01-05 2027-02-02 2027-03-02 2027-04-06 2027-05-04 2027-06-01",
		},
		{"second wednesday of january, april, july and october", "2026-07-08 2026-10-14 2027-01-13 2027-04-14"},
		{"Second WED of jan, Apr, July, and oct", "2026-07-08 2026-10-14 2027-01-13 2027-04-14"},
		{"fourth  monday of may", "2027-05-24"},
		{"third monday of every quarter", "2026-07-20 2026-10-19 2027-01-18 2027-04-19"},
		{"last friday of every quarter", "2026-09-25 2026-12-25 2027-03-26 2027-06-25"},
		{"every 8 weeks from 2026-07-07", "2026-07-07 2026-09-01 2026-10-27 2026-12-22 2027-02-16 2027-04-13 2027-06-08"},
		{"every 26 weeks from 2026-01-06", "2026-07-07 2027-01-05"},
		{"every week from 2027-06-15", "2027-06-15 2027-06-22 2027-06-29"},
		{"every 2 weeks from 2027-07-01", ""},
	} {
		got := Meetings(nil, meetingRule(t, c.rule), nil, span(t, "2026-07-01", "2027-06-30"))
		if diff := cmp.Diff(c.want, dates(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.rule, diff)
		}
	}
}

func dates(list []Date) string {
	var parts []string
	for _, d := range list {
		parts = append(parts, d.String())
	}
	return strings.Join(parts, " ")
}

func TestMeetingRuleAsText(t *testing.T) {
	got := meetingRule(t, "  Last Thursday of  ODD months ").String()
	if want := "last thursday of odd months"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMeetings(t *testing.T) {
	rule := meetingRule(t, "first tuesday of every month")
	winter := span(t, "2026-12-01", "2027-02-28")
	listed := []Date{day(t, "2027-02-20"), day(t, "2027-01-05"), day(t, "2026-12-24"), day(t, "2027-03-01")}
	for _, c := range []struct {
		name   string
		dates  []Date
		rule   *MeetingRule
		except []Date
		within Span
		want   string
	}{
		{"dates alone, in order and within", listed, nil, nil, winter, "2026-12-24 2027-01-05 2027-02-20"},
		{"rule alone", nil, rule, nil, winter, "2026-12-01 2027-01-05 2027-02-02"},
		{"both, once each", listed, rule, nil, winter, "2026-12-01 2026-12-24 2027-01-05 2027-02-02 2027-02-20"},
		{
			"exceptions win over both", listed, rule, []Date{day(t, "2027-01-05"), day(t, "2026-12-24")}, winter,
			"2026-12-01 2027-02-02 2027-02-20",
		},
		{"one day that is one", nil, rule, nil, span(t, "2027-01-05", "2027-01-05"), "2027-01-05"},
		{"one day that is none", nil, rule, nil, span(t, "2027-01-06", "2027-01-06"), ""},
		{"empty period", listed, rule, nil, span(t, "2027-01-06", "2027-01-05"), ""},
		{"no period", listed, rule, nil, Span{}, ""},
		{"nothing", nil, nil, nil, winter, ""},
	} {
		before := slices.Clone(c.dates)
		got := Meetings(c.dates, c.rule, c.except, c.within)
		if diff := cmp.Diff(c.want, dates(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(before, c.dates); diff != "" {
			t.Errorf("%s: changed its argument (-before +after):\n%s", c.name, diff)
		}
	}
}

func TestMeetingRuleErrors(t *testing.T) {
	const forms = `; write a rule such as "last thursday of odd months", "first tuesday of every month", ` +
		`"third monday of every quarter", "second wednesday of january, april, july and october" or ` +
		`"every 8 weeks from 2026-07-07"`
	for _, c := range []struct{ rule, want string }{
		{"", `it begins with first, second, third, fourth, last or every, not the end of the rule`},
		{"fifth monday of may", `it begins with first, second, third, fourth, last or every, not "fifth"`},
		{"even months", `it begins with first, second, third, fourth, last or every, not "even"`},
		{"last thursdy of odd months", `"thursdy" is not a day of the week`},
		{"last", `it ends before it names the day of the week`},
		{"last thursday in march", `after the day of the week comes "of" and the months, not "in"`},
		{"last thursday", `after the day of the week comes "of" and the months, not the end of the rule`},
		{"last thursday of", `it ends before it names the months`},
		{"last thursday of prime months", `"prime" is not a month`},
		{"last thursday of may june", `between months comes a comma or "and", not "june"`},
		{"last thursday of may and", `it ends before it names the last month`},
		{"last thursday of may,, june", `"," is not a month`},
		{"every month", `after "every" comes a number of weeks, not "month"`},
		{"every", `after "every" comes a number of weeks, not the end of the rule`},
		{"every 0 weeks from 2026-07-07", `the number of weeks is from 1 to 520, not 0`},
		{"every 2026 weeks from 2026-07-07", `the number of weeks is from 1 to 520, not 2026`},
		{"every 8 weeks", `after the weeks comes "from" and the date of the first meeting, not the end of the rule`},
		{"every 8 weeks from", `it ends before the date of the first meeting`},
		{"every 8 weeks from 7 july", `"7" is not a date: write year, month and day, as in "2027-04-30"`},
		{"every 8 weeks from 2026-02-29", `"2026-02-29" is not a date: February 2026 has 28 days`},
		{"every 8 weeks from 2026-07-07 on", `nothing comes after the date, but there is "on"`},
	} {
		_, err := ParseMeetingRule(c.rule)
		want := fmt.Sprintf("%q is not a rule for meetings: ", c.rule) + c.want + forms
		if err == nil {
			t.Errorf("%q is accepted", c.rule)
		} else if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.rule, diff)
		}
	}
}

// TestMonthlyMeetingsSatisfyTheirRule asks of every day, by its page in the calendar alone, whether it
// is a meeting.
func TestMonthlyMeetingsSatisfyTheirRule(t *testing.T) {
	type choice struct {
		words  string
		months []int
	}
	choices := []choice{
		{"every month", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}},
		{"odd months", []int{1, 3, 5, 7, 9, 11}},
		{"even months", []int{2, 4, 6, 8, 10, 12}},
		{"march, december", []int{3, 12}},
		{"feb", []int{2}},
	}
	rapid.Check(t, func(t *rapid.T) {
		nth := rapid.IntRange(0, 4).Draw(t, "position; 0 is last")
		weekday := Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		when := rapid.SampledFrom(choices).Draw(t, "months")
		rule, err := ParseMeetingRule(positions[nth] + " " + weekday.String() + " of " + when.words)
		if err != nil {
			t.Fatal(err)
		}
		isMeeting := func(d Date) bool {
			_, month, dom := d.Civil()
			_, weekLater, _ := (d + 7).Civil()
			if d.Weekday() != weekday || !slices.Contains(when.months, month) {
				return false
			}
			return nth == 0 && weekLater != month || nth == (dom+6)/7
		}
		within := somePeriod(t)
		if diff := cmp.Diff(filter(within, isMeeting), Meetings(nil, rule, nil, within)); diff != "" {
			t.Fatalf("%v in %v (-want +got):\n%s", rule, within, diff)
		}
	})
}

func TestWeeklyMeetingsSatisfyTheirRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weeks := rapid.IntRange(1, 30).Draw(t, "weeks")
		from := MustOf(2025, 1, 1) + Date(rapid.IntRange(0, 2500).Draw(t, "first meeting"))
		rule, err := ParseMeetingRule(fmt.Sprintf("every %d weeks from %v", weeks, from))
		if err != nil {
			t.Fatal(err)
		}
		isMeeting := func(d Date) bool { return d >= from && (d-from)%Date(7*weeks) == 0 }
		within := somePeriod(t)
		if diff := cmp.Diff(filter(within, isMeeting), Meetings(nil, rule, nil, within)); diff != "" {
			t.Fatalf("%v in %v (-want +got):\n%s", rule, within, diff)
		}
	})
}

func somePeriod(t *rapid.T) Span {
	from := MustOf(2026, 1, 1) + Date(rapid.IntRange(0, 1500).Draw(t, "from"))
	return Span{from, from + Date(rapid.IntRange(-1, 500).Draw(t, "length"))}
}

// filter lists the days of a period that pass, in order.
func filter(within Span, pass func(Date) bool) []Date {
	var list []Date
	for d := within.From; d <= within.To; d++ {
		if pass(d) {
			list = append(list, d)
		}
	}
	return list
}

// FuzzParseMeetingRule holds that every text is either refused in one line, or read as a rule whose
// own text means the same.
func FuzzParseMeetingRule(f *testing.F) {
	for _, s := range []string{
		"last thursday of odd months", "first tuesday of every month", "third monday of every quarter",
		"second wednesday of january, april, july and october", "every 8 weeks from 2026-07-07", "every week from",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rule, err := ParseMeetingRule(s)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("more than one line: %v", err)
			}
			return
		}
		within := Span{MustOf(2026, 7, 1), MustOf(2029, 3, 31)}
		again := Meetings(nil, meetingRule(t, rule.String()), nil, within)
		if diff := cmp.Diff(Meetings(nil, rule, nil, within), again); diff != "" {
			t.Fatalf("%q and %q differ:\n%s", s, rule, diff)
		}
	})
}

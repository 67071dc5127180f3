package calendar_test

import (
	"fmt"

	"epr/calendar"
)

func Example() {
	office := calendar.Rule{Workdays: calendar.MonToFri, Holidays: calendar.EnglandAndWales}
	c := calendar.Compile(office, calendar.Span{
		From: calendar.MustOf(2026, 7, 1),
		To:   calendar.MustOf(2029, 3, 31),
	})
	start := calendar.MustOf(2026, 12, 21)
	fmt.Println("ten days of work from", start.Long(), "finish on", c.Finish(start, 10).Long())
	// Output: ten days of work from 21 December 2026 finish on 6 January 2027
}

func ExampleMeetings() {
	board, err := calendar.ParseMeetingRule("last thursday of odd months")
	if err != nil {
		fmt.Println(err)
		return
	}
	spring := calendar.Span{From: calendar.MustOf(2027, 1, 1), To: calendar.MustOf(2027, 6, 30)}
	for _, d := range calendar.Meetings(nil, board, nil, spring) {
		fmt.Println(d.Short())
	}
	// Output:
	// 28 Jan 2027
	// 25 Mar 2027
	// 27 May 2027
}

func ExampleWindows_In() {
	winter := calendar.Windows{Every: &calendar.Yearly{
		From: calendar.MonthDay{Month: 12, Day: 1},
		To:   calendar.MonthDay{Month: 2, Day: 28},
	}}
	for _, s := range winter.In(calendar.Span{From: calendar.MustOf(2027, 1, 4), To: calendar.MustOf(2028, 3, 31)}) {
		fmt.Println(s)
	}
	// Output:
	// 2027-01-04 to 2027-02-28
	// 2027-12-01 to 2028-02-29
}

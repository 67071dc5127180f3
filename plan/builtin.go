package plan

import "epr/calendar"

// The ids of the working calendars that every plan has. A plan may give one of them a table of its own.
const (
	Weekdays                = "weekdays"
	WeekdaysScotland        = "weekdays-scotland"
	WeekdaysNorthernIreland = "weekdays-northern-ireland"
	EveryDay                = "every-day"
)

// BuiltInCalendars lists the ids of the working calendars that every plan has.
func BuiltInCalendars() []string {
	return []string{Weekdays, WeekdaysScotland, WeekdaysNorthernIreland, EveryDay}
}

// GoodsAndServices is the id of the procurement threshold that every plan has, and that a contract is
// compared with unless it names another.
const GoodsAndServices = "goods-and-services"

// WorkingCalendar finds a working calendar of the plan or a built-in one; false if there is none of
// that id, or if it is a meeting calendar.
func (p *Plan) WorkingCalendar(id string) (calendar.Rule, bool) {
	if own := p.Calendars.Get(id); own != nil && (own.Working != nil || own.Meeting != nil) {
		if own.Working == nil {
			return calendar.Rule{}, false
		}
		return *own.Working, true
	}
	return builtInCalendar(id)
}

func builtInCalendar(id string) (calendar.Rule, bool) {
	switch id {
	case Weekdays:
		return calendar.Rule{Workdays: calendar.MonToFri, Holidays: calendar.EnglandAndWales}, true
	case WeekdaysScotland:
		return calendar.Rule{Workdays: calendar.MonToFri, Holidays: calendar.Scotland}, true
	case WeekdaysNorthernIreland:
		return calendar.Rule{Workdays: calendar.MonToFri, Holidays: calendar.NorthernIreland}, true
	case EveryDay:
		return calendar.Rule{Workdays: calendar.EveryDay}, true
	}
	return calendar.Rule{}, false
}

// MeetingCalendar finds a meeting calendar of the plan; false if there is none of that id, or if it is
// a working calendar.
func (p *Plan) MeetingCalendar(id string) (*Meeting, bool) {
	if own := p.Calendars.Get(id); own != nil && own.Meeting != nil {
		return own.Meeting, true
	}
	return nil, false
}

// ThresholdOf finds a procurement threshold of the plan or the built-in one, which is also meant by an
// empty id; false if there is none of that id.
func (p *Plan) ThresholdOf(id string) (*Threshold, bool) {
	if id == "" {
		id = GoodsAndServices
	}
	if own := p.Thresholds.Get(id); own != nil {
		return own, true
	}
	if id == GoodsAndServices {
		return goodsAndServices(), true
	}
	return nil, false
}

// goodsAndServices is the threshold for goods and services bought by the NHS under the Procurement Act
// 2023. It is set anew from time to time, which is why it has dates, a source and a checking date.
func goodsAndServices() *Threshold {
	return &Threshold{
		ID: GoodsAndServices,
		Amount: Dated{
			{From: calendar.MustOf(2024, 1, 1), Is: 139_688 * One},
			{From: calendar.MustOf(2026, 1, 1), Is: 135_018 * One},
		},
		IncludesVAT: true,
		Source:      "lupc.ac.uk/news-events/newsarticle/new-financial-thresholds-from-1-january-2026",
		Checked:     calendar.MustOf(2026, 11, 21),
	}
}

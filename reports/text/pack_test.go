package text_test

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/plantest"
	"epr/reports"
)

func whole(n int) plan.Whole { return plan.Whole{N: n, Set: true} }

// lincolnshire is a pack like that of the example: three phases of which one is late, three trusts, a
// committed schedule that was kept.
func lincolnshire() *reports.Pack {
	p := &reports.Pack{
		Header: reports.Header{
			Programme: "LCHG electronic patient record",
			Status:    plantest.Date("2026-11-21"),
			Horizon:   calendar.Span{From: plantest.Date("2026-07-01"), To: plantest.Date("2029-03-31")},
			Previous:  true,
		},
		InShort: [3]string{
			"1 of 4 promises is missed: the worst is “Phase 2: departmental systems” on 9 May 2028, 9 days late. The last go-live is “Go-live, Grantham and District Hospital” on 17 September 2028, 14 days later than in the last version.",
			"What pushes “Phase 2: departmental systems” most is the blackout “Winter pressures”, which moves “Go-live, Pilgrim Hospital Boston” by 84 days, from 7 December 2027 to 29 February 2028. A chain of 23 activities leads there, from “Contract award” on 24 August 2026.",
			"The next decision is the Group board’s on 1 December 2026: “Approve the delivery partner’s plan”, which waits for 2 unfinished activities; missing it costs 56 days. 2 risks are extreme, led by “Too few trainers before winter”, score 20, owned by the Chief people officer.",
		},
		Tiles: reports.Tiles{
			Promises:  reports.Share{N: 3, Of: 4},
			SitesLive: reports.Share{N: 1, Of: 8},
		},
		Phases:    lincolnshirePhases(),
		Trusts:    lincolnshireTrusts(),
		Clashes:   lincolnshireClashes(),
		Decisions: lincolnshireDecisions(),
		Schedule:  make([]reports.Activity, 348),
		Promises:  lincolnshirePromises(),
		Provenance: reports.Provenance{
			Checked: 5204,
			Solve: reports.Solve{
				Stages: []reports.Stage{
					{Name: "weighted lateness", Value: 27, Bound: 27, Unit: "days", Proved: true},
					{Name: "weighted finish of phases and milestones", Value: 1914, Bound: 1878, Unit: "days"},
				},
				Keeping:      &reports.Keeping{Earlier: 9, Moved: 14},
				Reproducible: true,
			},
		},
	}
	p.Risks.Rows = lincolnshireRisks()
	p.Schedule[0] = reports.Activity{ID: "two/ulth/pilgrim/go-live",
		HeldBy: "is moved by Winter pressures from 7 Dec 2027 to 29 Feb 2028 (+84 days)"}
	return p
}

func lincolnshirePromises() []reports.Promised {
	made := func(id, name string, phase bool, finish, promise string, kind reports.PromiseKind) reports.Promised {
		p := reports.Promised{ID: id, Name: name, Phase: phase, Finish: plantest.Date(finish),
			Promise: reports.Promise{Date: plantest.Date(promise), Kind: kind}}
		p.Slack = p.Promise.Slack(p.Finish)
		p.Rating = reports.Rate(p.Slack, plan.Chance{})
		return p
	}
	promises := []reports.Promised{
		made("two", "Phase 2: departmental systems", true, "2028-05-09", "2028-04-30", reports.Announced),
		made("two/ulth/pilgrim/go-live", "Go-live, Pilgrim Hospital Boston", false, "2028-03-04", "2028-03-03", reports.Announced),
		made("one", "Phase 1: core record", true, "2027-04-18", "2027-04-30", reports.PromisedBy),
	}
	promises[0].Why = []reports.WhyStep{
		{ID: "two/ulth/pilgrim/go-live", Name: "Go-live, Pilgrim Hospital Boston", Start: plantest.Date("2028-03-04"), Finish: plantest.Date("2028-03-05"),
			Moved: []string{"is moved by Winter pressures from 7 Dec 2027 to 4 Mar 2028 (+88 days)"}},
		{ID: "two/ulth/pilgrim/go-no-go", Name: "Go or no-go, Pilgrim Hospital Boston", Start: plantest.Date("2027-12-01"), Finish: plantest.Date("2027-12-01")},
	}
	promises[0].WhyMore = 1
	return promises
}

func lincolnshirePhases() []reports.Phase {
	return []reports.Phase{
		{
			ID: "one", Name: "Phase 1: core record", Owner: "Chief digital officer",
			Start: plantest.Date("2026-07-01"), Finish: plantest.Date("2027-04-18"), Change: whole(0),
			Promise: reports.Promise{Date: plantest.Date("2027-04-30"), Kind: reports.PromisedBy},
			Slack:   whole(12), Rating: reports.Amber,
			Last: "Hypercare, Pilgrim Hospital Boston", HeldBy: "waits for Go-live, Pilgrim Hospital Boston, which finishes on 21 Mar 2027",
		},
		{
			ID: "two", Name: "Phase 2: departmental systems", Owner: "Chief digital officer",
			Start: plantest.Date("2027-01-04"), Finish: plantest.Date("2028-05-09"), Change: whole(14),
			Promise: reports.Promise{Date: plantest.Date("2028-04-30"), Kind: reports.Announced},
			Slack:   whole(-9), Rating: reports.Red, LateCost: reports.Pounds{N: 72581, Set: true},
			Last: "Hypercare, Pilgrim Hospital Boston", HeldBy: "waits for Go-live, Pilgrim Hospital Boston, which finishes on 4 Mar 2028",
		},
		{
			ID: "three", Name: "Phase 3: community and mental health", Owner: "Director of community services",
			Start: plantest.Date("2027-09-06"), Finish: plantest.Date("2028-10-15"), Change: whole(-3),
			Slack: plan.Whole{}, Rating: reports.Unpromised,
			Last: "Benefits review", HeldBy: "waits for the team Integration team, busy with Interfaces, Lincoln County Hospital and 2 more, from 4 Sep 2028 to 25 Sep 2028 (+21 days)",
		},
	}
}

func lincolnshireTrusts() []reports.Trust {
	return []reports.Trust{
		{
			Name: "United Lincolnshire Teaching Hospitals NHS Trust", Next: "Go-live, Lincoln County Hospital",
			NextDate: plantest.Date("2027-03-07"), Last: plantest.Date("2028-03-04"), Sites: reports.Share{N: 0, Of: 4},
			GoLives: reports.Share{N: 0, Of: 8}, Slack: whole(-1), Rating: reports.Red,
			Tightest: "Go-live, Pilgrim Hospital Boston", HeldBy: "is moved by Winter pressures from 7 Dec 2027 to 29 Feb 2028 (+84 days)",
		},
		{
			Name: "Lincolnshire Community Health Services NHS Trust", Next: "Go-live, Urgent treatment centres",
			NextDate: plantest.Date("2027-03-21"), Last: plantest.Date("2028-09-17"), Sites: reports.Share{N: 1, Of: 3},
			GoLives: reports.Share{N: 1, Of: 5}, Slack: whole(140), Rating: reports.Green,
			Tightest: "Go-live, Community nursing", HeldBy: "waits for Dress rehearsal, Community nursing, which finishes on 12 Mar 2027",
		},
		{
			Name: "Lincolnshire Partnership NHS Foundation Trust", Last: plantest.Date("2026-10-04"),
			Sites: reports.Share{N: 1, Of: 1}, GoLives: reports.Share{N: 1, Of: 1}, Rating: reports.Live,
		},
	}
}

func lincolnshireClashes() reports.Clashes {
	clash := func(id, name string, kind plan.Kind, blackout, from, to string) reports.Clash {
		return reports.Clash{ID: id, Name: name, Kind: kind, Blackout: blackout,
			From: plantest.Date(from), To: plantest.Date(to), Days: int(plantest.Date(to) - plantest.Date(from))}
	}
	const winter, easter, doctors = "Winter pressures", "Easter and year end", "Doctor changeover"
	return reports.Clashes{
		Avoided: []reports.Clash{
			clash("two/ulth/pilgrim/train", "Training, Pilgrim Hospital Boston", plan.Training, winter, "2027-12-01", "2028-03-01"),
			clash("two/ulth/pilgrim/go-live", "Go-live, Pilgrim Hospital Boston", plan.GoLive, winter, "2027-12-07", "2028-02-29"),
			clash("one/ulth/lincoln/go-live", "Go-live, Lincoln County Hospital", plan.GoLive, winter, "2026-12-12", "2027-03-06"),
			clash("one/ulth/grantham/go-live", "Go-live, Grantham and District Hospital", plan.GoLive, winter, "2027-01-09", "2027-03-06"),
			clash("one/lchs/nursing/train", "Training, Community nursing", plan.Training, winter, "2027-02-08", "2027-03-01"),
			clash("one/lchs/nursing/go-live", "Go-live, Community nursing", plan.GoLive, easter, "2027-03-27", "2027-04-10"),
			clash("two/ulth/louth/hypercare", "Hypercare, County Hospital Louth", plan.Hypercare, doctors, "2028-08-02", "2028-08-09"),
		},
		ByBlackout: []reports.BlackoutMoves{
			{ID: "winter", Name: winter, Why: "Board decision of June 2026", Count: 5, Days: 336, Most: 91},
			{ID: "easter", Name: easter, Why: "Easter weekend and the end of the financial year", Count: 1, Days: 14, Most: 14},
			{ID: "changeover", Name: doctors, Count: 1, Days: 7, Most: 7},
		},
		Waivers: []reports.Waiver{{ID: "louth-early", Blackout: winter, Approver: "Group board",
			Date: plantest.Date("2026-09-01"), Activities: []string{"one/ulth/louth/go-live"}, Used: 1}},
	}
}

func lincolnshireDecisions() []reports.Decision {
	return []reports.Decision{
		{
			Name: "Approve the delivery partner’s plan", Body: "Group board", Owner: "Chief executive",
			Date: plantest.Date("2026-12-01"), PapersClose: plantest.Date("2026-11-24"), NextMeeting: plantest.Date("2027-01-26"), Lost: 56,
			Releases: "Go-live, Lincoln County Hospital", ReleasesDate: plantest.Date("2027-03-07"),
		},
		{
			Name: "Clinical safety case, phase 1", Body: "Clinical safety group", Owner: "Clinical safety officer",
			Date: plantest.Date("2027-02-11"), PapersClose: plantest.Date("2027-02-04"), NextMeeting: plantest.Date("2027-02-25"), Lost: 14,
			Releases: "Go-live, Lincoln County Hospital", ReleasesDate: plantest.Date("2027-03-07"),
		},
		{
			Name: "Go or no-go, United Lincolnshire Teaching Hospitals NHS Trust", Body: "Group board",
			Owner: "Chief executive", Date: plantest.Date("2027-03-02"), PapersClose: plantest.Date("2027-02-23"),
			Releases: "Go-live, Lincoln County Hospital", ReleasesDate: plantest.Date("2027-03-07"),
		},
	}
}

func lincolnshireRisks() []reports.Risk {
	risk := func(name, owner string, score int, band plan.Band, expected plan.Hundredths, next reports.Response, hit string) reports.Risk {
		return reports.Risk{Name: name, Owner: owner, Score: score, Band: band, Next: next,
			Expected: reports.Days{N: expected, Set: expected > 0}, FirstHit: plantest.Date(hit)}
	}
	trainers := risk("Too few trainers before winter", "Chief people officer", 20, plan.Extreme, 1050,
		reports.Response{Action: "Contract eight agency trainers from January", Due: plantest.Date("2026-11-06")}, "2027-01-11")
	trainers.Overdue = true
	return []reports.Risk{
		trainers,
		risk("Trial data loads fail and have to be repeated", "Chief digital officer", 16, plan.Extreme, 900,
			reports.Response{Action: "A third trial load before the dress rehearsal", Due: plantest.Date("2027-01-29")}, "2026-12-14"),
		risk("Clinical safety case not signed in time", "Chief medical officer", 12, plan.High, 0, reports.Response{}, ""),
		risk("Integration engine late", "Director of community services", 10, plan.High, 250, reports.Response{}, ""),
		risk("Networks at small sites", "Chief digital officer", 6, plan.Moderate, 0, reports.Response{}, ""),
	}
}

// national is a pack of 206 trusts, most of them with time to spare.
func national() *reports.Pack {
	p := lincolnshire()
	p.Header.Programme, p.Header.Previous = "Frontline digitisation", false
	p.Trusts = nil
	for i := range 206 {
		slack := (i*37)%200 - 5
		p.Trusts = append(p.Trusts, reports.Trust{
			Name: fmt.Sprintf("Trust number %d NHS Foundation Trust", i+1), Next: "Go-live",
			NextDate: plantest.Date("2027-03-07") + calendar.Date(i), Last: plantest.Date("2027-09-07") + calendar.Date(i),
			Sites: reports.Share{Of: 1 + i%12}, GoLives: reports.Share{Of: 1 + i%12},
			Slack: whole(slack), Rating: reports.Rate(whole(slack), plan.Chance{}),
		})
	}
	return p
}

// kept is a pack in which every promise is kept and little is left to say.
func keptPack() *reports.Pack {
	p := lincolnshire()
	p.InShort[0] = "The one promise made is kept: “Phase 1: core record” finishes on 18 April 2027, 12 days before its promise."
	p.Tiles.Promises = reports.Share{N: 1, Of: 1}
	p.Phases, p.Trusts, p.Promises = p.Phases[:1], p.Trusts[1:2], p.Promises[2:]
	p.Clashes, p.Decisions = reports.Clashes{}, nil
	p.Tiles.NextDecision = &reports.Decision{Name: "Benefits review", Date: plantest.Date("2028-10-03")}
	p.Provenance.Solve.Keeping = nil
	p.Provenance.Solve.Reproducible = false
	p.Risks.Rows = nil
	return p
}

// hostileNames is a pack with names that break terminals and tables.
func hostileNames() *reports.Pack {
	p := lincolnshire()
	p.Header.Programme = "\x1b]0;title\aEPR \x1b[31mred\x1b[0m"
	p.Phases[0].Name = "Ysbyty Llŷn, Ŵŷŵ"
	p.Phases[1].Name = strings.Repeat("interminable name ", 17)
	p.Phases[2].Name = strings.Repeat("ŵ", 300)
	p.Trusts[0].Name = "漢字の病院 and 🏥 hospital"
	p.Trusts[1].Name = "מרכז רפואי \u202eshalom\u202c"
	p.Trusts[2].Name = "two\nlines\tand a tab"
	p.Clashes.Avoided[1].Name = "=cmd|' /C calc'!A0"
	p.Promises[1].ID = "one/" + strings.Repeat("very-long-part/", 20) + "go-live"
	p.Risks.Rows[0].Name = "\xff\xfe bytes \x00 that \u009b31m are no text"
	return p
}

package casejson

// adopting is a case of three reviews, the last on 23 March 2026: RT-03 falls on
// 23 September, and RT-02's 25 September 2025 was met.
const adopting = `{"today":"2026-06-10","episodes":[{"start":"2025-06-02","end":"2026-01-19","legal_status":"C2"},
	{"start":"2026-01-19","legal_status":"E1"}],"reviews":[{"recorded":"2025-06-27","completed":"2025-06-27"},
	{"recorded":"2025-09-25","completed":"2025-09-25"},{"recorded":"2026-03-23","completed":"2026-03-23"}]`

// older is a case of four reviews, the last on 2 February 2026: RT-03 falls on
// Sunday 2 August.
const older = `{"today":"2026-06-10","episodes":[{"start":"2025-02-10","legal_status":"C2"}],
	"reviews":[{"recorded":"2025-03-07","completed":"2025-03-07"},{"recorded":"2025-06-05","completed":"2025-06-05"},
	{"recorded":"2025-12-01","completed":"2025-12-01"},{"recorded":"2026-02-02","completed":"2026-02-02"}`

// settled is a case of five reviews, the last on 2 March 2026: RT-03 falls on 2
// September, QA-05 on 2 June, over.
const settled = `"today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"C2"}],"reviews_before":4,
	"reviews":[{"recorded":"2026-03-02","completed":"2026-03-02"}`

func adoptionExamples() []example {
	return []example{
		{
			// AD-01: 13 Apr + 3 months = 13 Jul, before RT-03 on 23 Sep (AD-08). QA-05: 112 / 2 =
			// 56, 23 Mar + 56 = 18 May, over.
			name: "authority to place, not yet reviewed",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2025-06-02","end":"2026-04-13","legal_status":"C2"},{"start":"2026-04-13","legal_status":"E1"}],
				"reviews":[{"recorded":"2025-06-27","completed":"2025-06-27"},{"recorded":"2025-09-25","completed":"2025-09-25"},{"recorded":"2026-03-23","completed":"2026-03-23"}]}`,
			regimes: "ordinary authorised", rule: "AD-01", due: "2026-07-13", no: 4, rules: "AD-01 RT-03",
		},
		{
			// Authority on 19 Jan, reviewed on 23 Mar: AD-02 and RT-03 both on 23 Sep, and the
			// duty that every child is owed is named. 184 / 2 = 92: QA-05 on 23 Jun.
			name: "authority to place, reviewed since", doc: adopting + `}`,
			regimes: "ordinary authorised", rule: "RT-03", due: "2026-09-23", no: 4, rules: "AD-02 QA-05 RT-03",
		},
		{
			// RT-03: 1 Dec + 6 months = 1 Jun, before AD-01: 18 May + 3 months = 18 Aug.
			name: "authority by consent, the ordinary limit first",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2025-02-10","legal_status":"V2"}],"authority_to_place":"2026-05-18",
				"reviews":[{"recorded":"2025-03-07","completed":"2025-03-07"},{"recorded":"2025-06-05","completed":"2025-06-05"},{"recorded":"2025-12-01","completed":"2025-12-01"}]}`,
			regimes: "ordinary authorised", rule: "RT-03", due: "2026-06-01", no: 4, rules: "AD-01 RT-03",
		},
		{
			// AD-03: 1 Jun + 28 days = 29 Jun. AD-18: 1 Jun + 70 days = 10 Aug. The ordinary
			// clock stops (AD-09); the number goes on. QA-05: 98 / 2 = 49, 11 May, over.
			name: "placed with adopters", doc: adopting + `,"placed_for_adoption":"2026-06-01"}`,
			regimes: "placed", rule: "AD-03", due: "2026-06-29", no: 4, rules: "AD-03 AD-18",
		},
		{
			// First visit within a week of the placing (AD-19): 8 Jun + 7 = 15 Jun. AD-03: 8 Jun
			// + 28 = 6 Jul. AD-18: 8 Jun + 70 = 17 Aug. CD-02: 9-12 (4), 15 (5).
			name: "placed with adopters this week, by the placement",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"E1","placements":[{"start":"2026-06-08","type":"A6"}]}],
				"reviews_before":4,"reviews":[{"recorded":"2026-03-02","completed":"2026-03-02"}]}`,
			regimes: "placed", rule: "AD-03", due: "2026-07-06", no: 6, rules: "AD-03 AD-18 AD-19 CD-02",
		},
		{
			// AD-04: 27 Feb + 3 months = 27 May, late. AD-18: 2 Feb + 70 days = 13 Apr has come.
			name: "the second review with the adopters",
			doc: older + `,{"recorded":"2026-02-27","completed":"2026-02-27"}],
				"placed_for_adoption":"2026-02-02"}`,
			regimes: "placed", rule: "AD-04", due: "2026-05-27", no: 6, rules: "AD-04",
		},
		{
			// With them since 1 Sep; reviews on 26 Sep and 19 Dec. AD-05: 19 Dec + 6 = 19 Jun.
			name: "a later review with the adopters, by the placement",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2025-02-10","legal_status":"C2","placements":[{"start":"2025-09-01","type":"A4"}]}],
				"reviews":[{"recorded":"2025-03-07","completed":"2025-03-07"},{"recorded":"2025-06-05","completed":"2025-06-05"},
				{"recorded":"2025-09-26","completed":"2025-09-26"},{"recorded":"2025-12-19","completed":"2025-12-19"}]}`,
			regimes: "placed", rule: "AD-05", due: "2026-06-19", no: 5, rules: "AD-05",
		},
		{
			// AD-06: 5 May + 42 days = 16 Jun. RT-03 from the last review of any kind:
			// 2 Feb + 6 = 2 Aug. QA-05: 134 / 2 = 67, 10 Apr, over.
			name: "after a disruption", doc: older + `],"placed_for_adoption":"2026-01-05","adoption_disrupted":"2026-05-05"}`,
			regimes: "ordinary disruption", rule: "AD-06", due: "2026-06-16", no: 5, rules: "AD-06 RT-03",
		},
		{
			// The same with authority that stands: AD-02 beside RT-03, 2 Feb + 6 = 2 Aug.
			name:    "after a disruption, with authority",
			doc:     older + `],"authority_to_place":"2025-11-03","placed_for_adoption":"2026-01-05","adoption_disrupted":"2026-05-05"}`,
			regimes: "ordinary authorised disruption", rule: "AD-06", due: "2026-06-16", no: 5, rules: "AD-02 AD-06 RT-03",
		},
		{
			// 26 May is day 21, before day 28: it does not count for AD-06. RT-03: 26 Nov. Its
			// record: 15 working days 27-29 (3), 1-5 (8), 8-12 (13), 15, 16 is RC-02; 20 is 23
			// Jun, RC-03; RC-01 (2 Jun) and RC-06 (9 Jun) are over. QA-05: 21 / 2 = 10: 5 Jun, over.
			name: "a review too soon after a disruption",
			doc: older + `,{"recorded":"2026-05-26","completed":"2026-05-26"}],
				"placed_for_adoption":"2026-01-05","adoption_disrupted":"2026-05-05"}`,
			regimes: "ordinary disruption", rule: "AD-06", due: "2026-06-16", no: 6, rules: "AD-06 RC-02 RC-03 RT-03",
		},
		{
			// 8 Jun is day 34, within the window. RT-03: 8 Dec; 183 / 2 = 91: QA-05 on 7 Sep. Its
			// record: 15 Jun (5), 22 Jun (10), 29 Jun (15), 6 Jul (20).
			name: "a review in the window of a disruption",
			doc: older + `,{"recorded":"2026-06-08","completed":"2026-06-08"}],
				"placed_for_adoption":"2026-01-05","adoption_disrupted":"2026-05-05"}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-12-08", no: 6, rules: "QA-05 RC-01 RC-02 RC-03 RC-06 RT-03",
		},
	}
}

func specialExamples() []example {
	return []example{
		{
			// SB-02: the first day of the first stay, 13 Apr, + 3 months = 13 Jul.
			name:    "a series of short breaks",
			doc:     `{"today":"2026-06-10","episodes":[{"start":"2026-04-13","legal_status":"V3"}],"short_breaks":[{"from":"2026-04-13","to":"2026-04-15"}]}`,
			regimes: "short_break", rule: "SB-02", due: "2026-07-13", no: 1, rules: "SB-02",
		},
		{
			// SB-03: 28 Nov + 6 months = 28 May, late.
			name: "short breaks, reviewed before",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2025-09-01","legal_status":"V4"}],"reviews":[{"recorded":"2025-11-28","completed":"2025-11-28"}],
				"short_breaks":[{"from":"2025-09-01","to":"2025-09-03"},{"from":"2026-06-05","to":null}]}`,
			regimes: "short_break", rule: "SB-03", due: "2026-05-28", no: 2, rules: "SB-03",
		},
		{
			// Stays under a single period of accommodation are no series: after Mon 1 Jun, 29 Jun.
			name:    "stays under another code",
			doc:     `{"today":"2026-06-10","episodes":[{"start":"2026-06-01","legal_status":"V2"}],"short_breaks":[{"from":"2026-06-01","to":"2026-06-03"}]}`,
			regimes: "ordinary", rule: "RT-01", due: "2026-06-29", no: 1, rules: "RT-01",
		},
		{
			// CP-04: 23 Mar + 3 months = 23 Jun, before RT-03: 22 May + 6 = 22 Nov. Record
			// of 22 May: RC-02 15 Jun, RC-03 22 Jun; RC-01 and RC-06 are over. QA-05: 32 / 2 = 16,
			// 22 May + 16 = Sun 7 Jun, so 5 Jun, over.
			name: "a child protection plan",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2026-02-02","legal_status":"C1"}],
				"reviews":[{"recorded":"2026-02-27","completed":"2026-02-27"},{"recorded":"2026-05-22","completed":"2026-05-22"}],
				"child_protection":{"initial":"2026-03-23","reviews":[]}}`,
			regimes: "ordinary child_protection", rule: "CP-04", due: "2026-06-23", no: 3, rules: "CP-04 RC-02 RC-03 RT-03",
		},
		{
			// CP-04: six months from the last conference, 29 May, = 29 Nov. RT-03: 28 Apr + 6 = 28 Oct comes first; QA-05 on 28 Jul.
			name: "a child protection plan reviewed before",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2026-01-05","legal_status":"C2"}],
				"reviews":[{"recorded":"2026-01-30","completed":"2026-01-30"},{"recorded":"2026-04-28","completed":"2026-04-28"}],
				"child_protection":{"initial":"2025-09-15","reviews":["2025-12-12","2026-05-29"]}}`,
			regimes: "ordinary child_protection", rule: "RT-03", due: "2026-10-28", no: 3, rules: "CP-04 QA-05 RT-03",
		},
		{
			// RT-01: after Tue 5 May: 6-8 (3), 11-15 (8), 18-22 (13), 26-29 (17), 1-3 Jun (20), after
			// the end on 2 Jun, so RT-06 and YJ-30: Mon 1 Jun. YJ-13 the same. AP-03, CD-02 and
			// VS-01: 12 May. CD-01 and YJ-26: 10 working days, 19 May. AP-02 (7 May) is over.
			name: "remanded to youth detention, the first review after the end",
			doc: `{"dob":"2011-03-09","today":"2026-05-11","episodes":[{"start":"2026-05-05","legal_status":"J1","placements":[{"start":"2026-05-05","type":"R5"}]}],
				"custody":{"start":"2026-05-05","expected_end":"2026-06-02","kind":"remand"}}`,
			regimes: "ordinary section21 custody", rule: "RT-06", due: "2026-06-01", no: 1,
			rules: "AP-03 CD-01 CD-02 RT-01 RT-06 VS-01 YJ-13 YJ-26 YJ-30",
		},
		{
			// The first review, 3 Jun, falls before the end on 1 Jul, so none is added. YJ-13: 30 Jun.
			// On 26 May the limits of the first weeks (19 May at the latest) are over.
			name:    "remanded, the first review within it",
			doc:     `{"today":"2026-05-26","episodes":[{"start":"2026-05-05","legal_status":"J1"}],"custody":{"start":"2026-05-05","expected_end":"2026-07-01","kind":"remand"}}`,
			regimes: "ordinary section21 custody", rule: "RT-01", due: "2026-06-03", no: 1, rules: "RT-01 YJ-13 YJ-25", // the plan was due 5 working days after the remand, and no document says it came
		},
		{
			// YJ-25, CD-02, AP-03: 5 working days, 15 Jun. AP-02: 10 Jun. VS-01: 15 Jun. CD-01: 22
			// Jun. RT-01: 6 Jul. No end is known, so RT-06 has no date.
			name: "remanded to the authority",
			doc: `{"dob":"2011-03-09","today":"2026-06-10","episodes":[{"start":"2026-06-08","legal_status":"J1",
				"placements":[{"start":"2026-06-08","type":"U6"}]}]}`,
			regimes: "ordinary section21", rule: "RT-01", due: "2026-07-06", no: 1,
			rules: "AP-02 AP-03 CD-01 CD-02 RT-01 VS-01 YJ-25",
		},
		{
			// RT-03, 2 Sep, is after the release on Mon 20 Jul and none was held inside: YJ-02 and
			// YJ-13 by Fri 17 Jul. QA-05: 137 / 2 = 68, 2 Mar + 68 = 9 May, over.
			name:    "a care order, sentenced",
			doc:     `{` + settled + `],"custody":{"start":"2026-04-20","expected_end":"2026-07-20","kind":"sentence"}}`,
			regimes: "ordinary custody", rule: "YJ-02", due: "2026-07-17", no: 6, rules: "CV-03 RT-03 YJ-02 YJ-13",
		},
		{
			// Reviewed inside on 18 May: no other is needed. RT-03: 18 Nov; 184 / 2 = 92: QA-05 on 18
			// Aug. RC-03: 20 working days after 18 May is 16 Jun; RC-02, 9 Jun, is over. YJ-13 stands,
			// for 18 May lies before the last month.
			name: "a care order, reviewed in custody",
			doc: `{` + settled + `,{"recorded":"2026-05-18","completed":"2026-05-18"}],
				"custody":{"start":"2026-04-20","expected_end":"2026-07-20","kind":"sentence"}}`,
			regimes: "ordinary custody", rule: "RT-03", due: "2026-11-18", no: 7, rules: "QA-05 RC-03 RT-03 YJ-13",
		},
		{
			// Section 20 ends with the sentence (YJ-27). YJ-17: before Mon 20 Jul, Fri 17 Jul.
			name: "accommodated, sentenced",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2025-06-02","legal_status":"V2"}],
				"custody":{"start":"2026-04-20","expected_end":"2026-07-20","kind":"sentence"}}`,
			regimes: "custody", rules: "YJ-17 YJ-29",
		},
		{
			// SE-01: 18 May + 1 month = 18 Jun. It moves no review (SE-05).
			name: "secure accommodation", doc: `{` + settled + `],"secure":{"start":"2026-05-18"}}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-02", no: 6, rules: "RT-03 SE-01",
		},
		{
			// RT-02: 27 Mar + 3 = Sat 27 Jun. CF-09: the last working day before Mon 22 Jun is Fri 19.
			// DR-06: 8 Jun + 5 = 15 Jun. DR-08: after Mon 1 Jun 20 working days is 29 Jun.
			name: "proceedings and a dispute",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2026-03-02","legal_status":"C1"}],"reviews":[{"recorded":"2026-03-27","completed":"2026-03-27"}],
				"proceedings":{"guardian":"2026-03-09","irh":"2026-06-22","final":"2026-07-20"},
				"disputes":[{"formal_start":"2026-06-01","stages":[{"stage":1,"entered":"2026-06-01"},{"stage":2,"entered":"2026-06-08"}]}]}`,
			regimes: "ordinary", rule: "RT-02", due: "2026-06-27", no: 2, rules: "CF-09 DR-06 DR-08 RT-02",
		},
		{
			// DR-08: after 18 May: 19-22 (4), 26-29 (8), 1-5 Jun (13), 8-12 (18), 15, 16 (20). DR-06: 10
			// Jun + 5 would be 17 Jun. The dispute began after the hearing: no CF-09.
			name: "a dispute at its last stage, after the hearing",
			doc: `{` + settled + `],"proceedings":{"guardian":"Ann Other","irh":"2026-05-11"},
				"disputes":[{"formal_start":"2026-05-18","stages":[{"stage":4,"entered":"2026-06-10"}]}]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-02", no: 6, rules: "DR-06 DR-08 RT-03",
		},
		{
			// RT-03: 5 Mar + 6 = Sat 5 Sep. LT-03: a meeting by 8 Sep 2025 + 12 months.
			name: "long-term fostering, the last review without a meeting",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"C2","placements":[{"start":"2024-04-08","type":"U6"}]}],
				"long_term_since":"2025-02-03","reviews_before":2,"reviews":[{"recorded":"2025-09-08","completed":"2025-09-08"},
				{"recorded":"2026-03-05","completed":"2026-03-05","meeting":false}]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-05", no: 5, rules: "LT-03 RT-03",
		},
		{
			// 16 on 20 Apr with more than 91 nights: eligible that day, PW-02 by 20 Jul.
			name: "eligible at sixteen", doc: `{"dob":"2010-04-20",` + settled + `]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-02", no: 6, rules: "PW-02 RT-03",
		},
		{
			// 18 on Tue 1 Sep. Back: 28-24 Aug (5), 21-17 (10), 14-10 (15), 7-3 (20): PW-11 on 3 Aug.
			// PW-02 was due in 2024.
			name: "near eighteen", doc: `{"dob":"2008-09-01",` + settled + `]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-02", no: 6, rules: "PW-02 PW-11 RT-03", // three months after 16 are long past, and no document says the assessment came
		},
	}
}

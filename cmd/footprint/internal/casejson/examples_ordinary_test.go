package casejson

// example is a case with the answer worked out by hand from the rule catalogue,
// never copied from the program. rules are those of the deadlines that are not
// met, in the order of the alphabet; rule and due are "" where there is no date.
type example struct {
	name    string
	doc     string
	regimes string
	rule    string
	due     string
	no      int
	rules   string
}

// Bank holidays the counts below pass over: 25 and 26 December 2025; 1 January,
// 3 and 6 April, 4 and 25 May, 31 August 2026. 10 June 2026 is a Wednesday. A
// limit without an answer in the case that was over before today is left to the
// council's record: AP, CD, RC, VS, QA.
func ordinaryExamples() []example {
	return []example{
		{
			// RT-01: after Mon 1 Jun: 2-5 (4), 8-12 (9), 15-19 (14), 22-26 (19), 29 (20).
			// AP-02 was over on 3 Jun, AP-03 on 8 Jun.
			name:    "a first review",
			doc:     `{"today":"2026-06-10","episodes":[{"start":"2026-06-01","legal_status":"V2"}]}`,
			regimes: "ordinary", rule: "RT-01", due: "2026-06-29", no: 1, rules: "RT-01",
		},
		{
			// After Mon 8 Jun: 9, 10 is AP-02; 11, 12, 15 is AP-03, CD-02 and CD-03;
			// 16-19, 22 (10) is CD-01; 23-26 (14), 29-3 Jul (19), 6 Jul (20) is RT-01.
			// 8 + 7 days = 15 Jun is VS-01; 8 + 28 days = 6 Jul is EP-01.
			name: "the first days of an emergency placement out of the area",
			doc: `{"dob":"2015-03-09","today":"2026-06-10","episodes":[{"start":"2026-06-08","legal_status":"L2",
				"placements":[{"start":"2026-06-08","type":"U6","out_of_area":true,"emergency":true}]}]}`,
			regimes: "ordinary", rule: "RT-01", due: "2026-07-06", no: 1,
			rules: "AP-02 AP-03 CD-01 CD-02 CD-03 EP-01 RT-01 VS-01",
		},
		{
			// Over the turn of the year, after Mon 15 Dec: 16-19 (4), 22-24 (7), 29-31 (10),
			// 2 Jan (11), 5-9 (16), 12-15 (20).
			name:    "a first review over Christmas",
			doc:     `{"today":"2026-01-05","episodes":[{"start":"2025-12-15","legal_status":"C1"}]}`,
			regimes: "ordinary", rule: "RT-01", due: "2026-01-15", no: 1, rules: "RT-01",
		},
		{
			// RT-02: 2 Feb + 3 months = 2 May. QA-05: 89 days / 2 = 44, 2 Feb + 44 = 18 Mar, over.
			name: "a second review",
			doc: `{"dob":"2015-03-09","today":"2026-06-10","episodes":[{"start":"2026-01-05","legal_status":"C2",
				"placements":[{"start":"2026-01-05","type":"U6"}]}],"reviews":[{"recorded":"2026-02-02","completed":"2026-02-02"}]}`,
			regimes: "ordinary", rule: "RT-02", due: "2026-05-02", no: 2, rules: "RT-02",
		},
		{
			// RT-03: 28 Apr + 6 months = 28 Oct. 183 days / 2 = 91: QA-05 on Tue 28 Jul.
			name: "a third review",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2026-01-05","legal_status":"C2"}],
				"reviews":[{"recorded":"2026-01-30","completed":"2026-01-30"},{"recorded":"2026-04-28","completed":"2026-04-28"}]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-10-28", no: 3, rules: "QA-05 RT-03",
		},
		{
			// 31 Mar + 6 months: September has 30 days (DT-06). 183 / 2 = 91: QA-05 on 30 Jun.
			name: "a shorter month",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2025-12-03","legal_status":"C2"}],
				"reviews":[{"recorded":"2025-12-31","completed":"2025-12-31"},{"recorded":"2026-03-31","completed":"2026-03-31"}]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-30", no: 3, rules: "QA-05 RT-03",
		},
		{
			// 4 before and 1 on file: the next is the sixth. 2 Mar + 6 months = 2 Sep;
			// 184 / 2 = 92: QA-05 on 2 Jun, over.
			name: "reviews before the first on file",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"C2"}],"reviews_before":4,
				"reviews":[{"recorded":"2026-03-02","completed":"2026-03-02"}]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-02", no: 6, rules: "RT-03",
		},
		{
			// Six months from the last one, no number: 1 Apr + 6 = 1 Oct. 183 / 2 = 91: 1 Jul.
			name: "a start that is not known",
			doc: `{"today":"2026-06-10","episodes":[{"start":null,"legal_status":"V2"}],
				"reviews":[{"recorded":"2026-04-01","completed":"2026-04-01"}]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-10-01", rules: "QA-05 RT-03",
		},
		{
			// The extra one leaves the clock alone: 27 Mar + 3 months = Sat 27 Jun.
			// Its record was due on 3 Jun at the latest.
			name: "an extra review that does not count",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2026-03-02","legal_status":"V2"}],
				"reviews":[{"recorded":"2026-03-27","completed":"2026-03-27"},
				{"recorded":"2026-05-05","completed":"2026-05-05","kind":"extra","counts":false}]}`,
			regimes: "ordinary", rule: "RT-02", due: "2026-06-27", no: 2, rules: "RT-02",
		},
		{
			// RT-03: 12 Jan + 6 months = Sun 12 Jul. Back from Wed 8 Jul: 3 working days is
			// 3 Jul (PR-06 to PR-08), 10 is 24 Jun (PR-04, PR-05), 15 is 17 Jun (PR-02), 20 is
			// 10 Jun (PR-01), today. Aged 11, so there is an education plan.
			name: "a planned review",
			doc: `{"dob":"2015-03-09","today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"C2"}],"reviews_before":4,
				"reviews":[{"recorded":"2026-01-12","completed":"2026-01-12"}],"planned":"2026-07-08"}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-07-12", no: 6,
			rules: "PR-01 PR-02 PR-04 PR-05 PR-06 PR-07 PR-08 RT-03",
		},
		{
			// A new time in care begins anew. After Tue 26 May: 27-29 (3), 1-5 Jun (8),
			// 8-12 (13), 15-19 (18), 22, 23 (20).
			name: "back in care",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2024-02-01","end":"2024-09-02","legal_status":"V2"},{"start":"2026-05-26","legal_status":"V2"}],
				"reviews":[{"recorded":"2024-02-28","completed":"2024-02-28"}]}`,
			regimes: "ordinary", rule: "RT-01", due: "2026-06-23", no: 1, rules: "RT-01",
		},
		{
			// RT-11: after Mon 1 Jun 20 working days is 29 Jun. RT-03: 1 Dec. 183 / 2 = 91:
			// 1 Jun + 91 = Mon 31 Aug, a bank holiday, so QA-05 on Fri 28 Aug.
			name: "a review that goes on",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"C2"}],"reviews_before":4,
				"reviews":[{"recorded":"2026-06-01"}]}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-12-01", no: 6, rules: "QA-05 RT-03 RT-11",
		},
		{
			// No date follows from a hospital stay.
			name: "in hospital",
			doc: `{"today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"C2"}],"reviews_before":4,
				"reviews":[{"recorded":"2026-03-02","completed":"2026-03-02"}],
				"hospital":{"start":"2026-06-01","expected_end":"2026-06-19","kind":"medical"}}`,
			regimes: "ordinary", rule: "RT-03", due: "2026-09-02", no: 6, rules: "RT-03",
		},
		{
			// 18 today: the reviews are over, and no limit of the first weeks is open.
			name: "eighteen",
			doc: `{"dob":"2008-06-10","today":"2026-06-10","episodes":[{"start":"2024-01-08","legal_status":"C2"}],"reviews_before":4,
				"reviews":[{"recorded":"2026-03-02","completed":"2026-03-02"}]}`,
			regimes: "ordinary",
		},
		{name: "not looked after", doc: `{"today":"2026-06-10"}`},
		{
			name:    "neither the start nor a review is known",
			doc:     `{"today":"2026-06-10","episodes":[{"start":null,"legal_status":"C2"}]}`,
			regimes: "ordinary",
		},
	}
}

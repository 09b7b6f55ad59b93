package demo

import "footprint/domain/casefile"

// The last of the cast: a review called at short notice, quiet cases, closed
// files, and the rest of an ordinary caseload.
var castFour = []child{
	{
		name: "Yasmin Chowdhury", girl: true, born: old(14, 10), ethnic: "ABAN", language: "Bengali", home: "osman", school: "penmoor", worker: "iqbal", parent: "Shirin Chowdhury (mother)",
		status: "C2", next: 8, due: later(95), facts: "known_to_child plan_change_proposed", says: "If I have to move, not before the exams and not without my cat.",
		prep: prep{plan: planned, early: 58, called: 5, time: "09:30", venue: "Penmoor Civic Offices, room 4", pace: usual, answers: []answer{
			{item: "B-206", fields: map[string]string{"venue": "Civic Offices", "reason_not_placement": "The move is about this home; Yasmin asked to talk somewhere else."}},
		}},
		notes: []note{{4, "The Osmans have given notice. I called a review at once. Yasmin, at school: \"If I have to move, not before the exams and not without my cat.\"", ""}},
		also: all(
			proposes(casefile.ChangeProposed{What: casefile.Move, Text: "The Osmans have given four weeks' notice; a home in Wexcombe is offered.", EndsPlacement: true,
				DisruptsSchool: true, Unplanned: true, MeetsNeed: "no", InInterests: "no", Workable: "yes", Lasting: "no",
				Wishes: "\"If I have to move, not before the exams and not without my cat.\""}, 5, 23)),
	},
	{
		name: "Ethan Sadler", born: old(12, 2), ethnic: "WBRI", home: "webb", school: "ridgeway", worker: "nwosu", parent: "Dean Sadler (father)", quiet: true,
		status: "C2", next: 5, due: later(70), facts: "settled", says: "Dad's new flat has a room for me to stay in.",
		notes: []note{{84, "Ethan stayed at his dad's for the first time. \"Dad's new flat has a room for me to stay in.\" Alan says he came back talking.", ""}},
	},
	{
		name: "Lily-Mae Forster", girl: true, born: old(8, 3), ethnic: "WBRI", home: "webb", school: "overbrook", worker: "dufresne", parent: "Nicola Forster (mother)", quiet: true,
		status: "C2", next: 6, due: later(82), facts: "settled", says: "I've got a loose tooth.",
		notes: []note{{77, "A good visit: loose tooth, new bicycle, no worries she wanted to share. Jo agrees.", ""}},
	},
	{
		name: "Kofi Asante-Boateng", born: turning(18, -9), ethnic: "BAFR", school: "college", worker: "farrow", parent: "Abena Asante (mother)",
		path:   []spell{{home: "hussain"}, {home: "foundry", since: 320}},
		status: "C2", next: 9, due: later(58), ended: 8, facts: "known_to_child", says: "Can I be the one who closes the meeting?",
		notes: []note{{10, "Kofi is eighteen tomorrow. He chaired his last review from start to finish and thanked everybody by name. \"Can I be the one who closes the meeting?\" He was.", ""}},
	},
	{
		name: "Hugo Ferreira", born: leapDay, ethnic: "WOTH", language: "Portuguese", home: "brook", school: "canal", worker: "tan", parent: "Ana Ferreira (mother)",
		status: "V3", began: 300, next: 3, due: since(60), facts: "disability", says: "I only get a real birthday every four years.",
		notes: []note{{4, "Ana is home from hospital and Hugo with her. Twenty nights at Brookside in one go, which is past what a short break may be. I have asked Grace Tan what the council means to do.", ""},
			{35, "Hugo was born on a 29 February. \"I only get a real birthday every four years.\" Kath lights the candles on both days in between.", ""}},
		also: all(
			longStay),
	},
	{
		name: "Callum Brierley", born: old(10, 5), ethnic: "WBRI", home: "brierley", from: "baker", moved: 190, school: "canal", worker: "bevan", parent: "Stacey Brierley (mother)",
		status: "C2", next: 6, due: since(150), facts: "known_to_child settled", says: "I want the order to stop when Mum's ready, not before.",
		notes: []note{{32, "Callum, at home with his mother: \"I want the order to stop when Mum's ready, not before.\" Stacey said nearly the same, in another room.", ""}},
		also: all(correctedPhone(45),
			dated(casefile.PeriodStated{What: casefile.ChildProtection}, 180, 0, 0), dated(casefile.PeriodStated{What: casefile.Conference}, 100, 0, 0),
			permanence("return home", 185, -20, nil), visited(20, 61),
			happened(told{on: 2, told: 1, ev: casefile.EventReported{What: "school_exclusion", ToldBy: "Miss Aldred, Canal Street Primary", Text: "Sent home for two days after a fight about his mother."}})),
	},
	{
		name: "Megan Stroud", girl: true, born: old(17, 3), ethnic: "WBRI", home: "foundry", school: "college", worker: "farrow", parent: "Jackie Stroud (mother)",
		status: "V2", next: 7, due: later(60), ended: 33, facts: "known_to_child", says: "Home. On purpose this time.",
		notes: []note{{36, "Megan goes home this week, planned for months. \"Home. On purpose this time.\" Said goodbye and gave her the leaving care number.", ""}},
	},
	{
		name: "Joshua Lamb", born: old(2, 7), ethnic: "WBRI", home: "lamb", school: "none", worker: "bevan", parent: "Gemma Lamb (mother)",
		status: "C1", next: 3, due: later(75), ended: 12,
		notes: []note{{13, "The special guardianship order is made. Joshua stays with Christine, where he has been all along. Nothing left for me to chase.", ""}},
	},
	{
		name: "Zainab Karimi", girl: true, born: old(4, 3), ethnic: "AOTH", language: "Dari", school: "acorns", worker: "iqbal",
		path:   []spell{{home: "hussain"}, {home: "rahmani", since: 260, broke: true}, {home: "hussain", since: 10}},
		status: "C1@0 E1~330", next: 5, quick: []int{4}, due: since(170), facts: "", says: "Did I break it?",
		notes: []note{
			{5, "Zainab asked me once, looking at the fish: \"Did I break it?\" I told her no, and how I knew. Samira held her. She asked to feed them again.", ""},
			{9, "Zainab came back to Samira yesterday. The Rahmanis had asked for help twice since the summer; I have asked what answer they got.", ""},
		},
		also: all(visited(3, 9),
			poor(4, "Two letters from the adopters asking for support were not answered for seven weeks.", "Sana Iqbal's team", ""),
		),
	},
	{
		name: "Marley Joseph", born: old(16, 9), ethnic: "MWBC", school: "college", worker: "farrow", parent: "Denise Joseph (mother)",
		path:   []spell{{home: "larches"}, {home: "foundry", since: 400}},
		status: "V2", next: 8, due: since(200), ended: 160, term: -14, facts: "known_to_child", says: "The washing machine beat me but I won.",
		notes: []note{
			{9, "Marley is back at Foundry Court, same flat, same floor. \"The washing machine beat me but I won.\" Lewis had kept his kettle for him.", ""},
			{13, "Marley came out yesterday and is accommodated again. He asked for me by name and the manager has given him back to me, as it should be.", ""},
		},
		also: all(sentenced, backInCare(14, "foundry")),
	},
	{
		name: "Nia Ffrancon-Davies", girl: true, born: old(10, 2), ethnic: "WBRI", language: "Welsh", home: "rowlands", school: "hendre", worker: "kaur", was: "nwosu", parent: "Elin Davies (mother)",
		status: "C2", next: 5, due: later(110), facts: "known_to_child settled", says: "I read my report. Two things were wrong.",
		notes: []note{{37, "Nia read her report and marked it: \"Two things were wrong.\" She was right about both. Corrected copy asked for.", ""}},
		also: all(
			dated(casefile.PeriodStated{What: casefile.Hospital, Code: "medical", Text: "Children's ward, Penmoor General"}, 9, 0, 12),
			happened(told{on: 9, told: 8, decided: 7, ev: casefile.EventReported{What: casefile.HospitalEvent, ToldBy: "Mair Rowlands",
				Text: "Appendix out in the night; Mair has slept on the ward.", View: "\"Tell my class. And ask Mair to bring the Welsh ones, not the English ones.\"",
				Decision: casefile.NoReview, Reasons: "She is mending and nothing in the plan changes.", AgreedWith: "Nia, Mair and {worker}", Told: "All three, by telephone"}}),
			visited(6, 44)),
	},
	{
		name: "Reuben Stanhope", born: old(7, 5), ethnic: "MWAS", school: "overbrook", worker: "dufresne",
		path:   []spell{{home: "pugh", code: "U6"}, {home: "merrick", since: 85, broke: true}, {home: "pugh", code: "U6", since: 20}},
		status: "C1@0 E1~170", next: 5, due: since(65), facts: "", says: "I kept my bag by the door there. I don't here.",
		notes: []note{
			{6, "Saw Reuben at the Pughs'. He talked to me through the shed window for a bit and then let me in. \"I kept my bag by the door there. I don't here.\"", ""},
			{19, "Sandra rang at seven. Reuben is back with them and asleep. His placement with the Merricks ended yesterday with one day's warning. He was told in the car.", ""},
		},
		also: all(
			happened(told{on: 20, told: 19, decided: 17, needed: 21, ev: casefile.EventReported{
				What: casefile.PlacementChange, ToldBy: "Sandra Pugh", Text: "The placement with adopters ended.",
				View: "\"I didn't get to say bye to the dog.\"", Decision: casefile.ReviewNeeded,
				Reasons: "Six weeks is the most he should wait to hear what happens next, and not before he has had four to rest.",
				Told:    "{worker} and her manager by email, Reuben by me",
			}}),
			visited(4, 13, 19), good(6, "Élise Dufresne went with Reuben to fetch his bicycle and the dog's photograph, on her own Saturday."),
		),
	},
	{
		name: "Phoebe Arkwright", girl: true, born: old(12, 7), ethnic: "WBRI", home: "kerr", school: "wexcombe", worker: "sousa", council: otherCouncil, parent: "Helen Arkwright (mother)",
		status: "C2", next: 4, due: later(118), facts: "settled", says: "I can see the hills from my bed.",
		notes: []note{{13, "Phoebe, on the ward, a little above a whisper: \"I can see the hills from my bed.\" Morag comes on Wednesdays and Saturdays. Nobody had asked who else may.", ""}},
		also: all(extraReview(29),
			dated(casefile.PeriodStated{What: casefile.Hospital, Code: "psychiatric", Text: "Moor View adolescent unit"}, 35, 0, 30), states(30, map[string]string{"long_stay": "yes"}),
			happened(told{on: 35, told: 34, decided: 33, needed: -29, ev: casefile.EventReported{What: casefile.HospitalEvent, ToldBy: "Morag Kerr",
				Text: "Admitted after a bad fortnight.", View: "\"Keep my room.\"", Decision: casefile.ReviewNeeded,
				Reasons: "A stay of weeks, a school far away and a room to be kept: that is a change of plan.", Told: "{worker} and the ward manager"}})),
	},
	{
		name: "Zayd Rahimi", born: old(13, 1), ethnic: "AOTH", language: "Dari", home: "lomax", school: "ridgeway", worker: "nwosu", parent: "Farid Rahimi (father)",
		status: "V2", next: 3, due: later(145), facts: "", says: "Two houses is all right if the bus runs.",
		notes: []note{{10, "Told that Zayd moves before his review is finished. Wrote to Winston Achebe that a place held for ten days is not a reason. He has overridden it, in his own name.", ""},
			{20, "Zayd would like Sundays with his father too. \"Two houses is all right if the bus runs.\" {worker} to look at the fares.", ""}},
		also: all(unfinished,
			proposes(casefile.ChangeProposed{What: casefile.Move, Text: "A foster home on his father's street, kept for ten days.", EndsPlacement: true,
				MeetsNeed: "yes", InInterests: "yes", Workable: "yes", Lasting: "yes", Wishes: "\"It's Dad's street. I'd walk there.\"",
				Override: "The home would have been lost before the review could be finished.", OverriddenBy: "Winston Achebe, assistant director"}, 11, 9)),
	},
	{
		name: "Rosie Tunnicliffe", girl: true, born: old(3, 8), ethnic: "WBRI", school: "acorns", worker: "stead",
		path:   []spell{{home: "webb"}, {home: "ferris", since: 82}},
		status: "C1@0 E1~150", next: 5, quick: []int{5}, due: later(14), facts: "settled", says: "My peg has a fox on it.",
		notes: []note{
			{12, "Rosie at home with Ceri and Tom Ferris: \"My peg has a fox on it.\" She says \"our stairs\" now. Ceri asked what to do with the first Mother's Day; we thought about it together.", ""},
			{60, "First review since she moved in. Nobody from her birth family came, which Rosie's worker had talked over with them; her gran's letter was read and kept for her.", ""},
		},
		also: all(visited(9, 16, 23, 30, 37, 44, 51, 58, 65, 72, 78), states(50, map[string]string{casefile.FactAdoptionVisit: "14"}),
			paper(casefile.AdoptionPlan, "Adoption placement plan", "2", 90, 86, 84)),
	},
}

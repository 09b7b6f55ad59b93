package demo

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
		name: "Kofi Asante-Boateng", born: old(10, 8), ethnic: "BAFR", home: "hussain", school: "overbrook", worker: "hartley", parent: "Abena Asante (mother)", quiet: true,
		status: "C2", next: 7, due: later(58), facts: "settled", says: "Can I be the one who opens the meeting?",
		notes: []note{{71, "Kofi asked to open his next meeting. Yes. He is thinking about what to wear.", ""}},
	},
	{
		name: "Hugo Ferreira", born: leapDay, ethnic: "WOTH", language: "Portuguese", home: "adeyemi", school: "canal", worker: "nwosu", parent: "Ana Ferreira (mother)",
		status: "C2", next: 3, due: later(84), facts: "", says: "I only get a real birthday every four years.",
		notes: []note{{35, "Hugo was born on a 29 February. \"I only get a real birthday every four years.\" Folake lights the candles on both days in between.", ""}},
	},
	{
		name: "Callum Brierley", born: old(10, 5), ethnic: "WBRI", home: "brierley", from: "baker", moved: 190, school: "canal", worker: "bevan", parent: "Stacey Brierley (mother)",
		status: "C2", next: 6, due: later(102), facts: "known_to_child settled", says: "I want the order to stop when Mum's ready, not before.",
		notes: []note{{32, "Callum, at home with his mother: \"I want the order to stop when Mum's ready, not before.\" Stacey said nearly the same, in another room.", ""}},
		also:  correctedPhone(45),
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
		name: "Zainab Karimi", girl: true, born: old(4, 3), ethnic: "AOTH", language: "Dari", home: "hussain", school: "acorns", worker: "iqbal", parent: "Laila Karimi (mother)",
		status: "V2", next: 3, due: later(120), facts: "settled", says: "Mama hospital. Mama home.",
		notes: []note{{18, "Zainab and I played shops, with Samira helping me with the words. \"Mama hospital. Mama home.\" Her mother is discharged on Monday.", ""}},
	},
	{
		name: "Marley Joseph", born: old(17, 5), ethnic: "MWBC", home: "foundry", from: "larches", moved: 150, school: "college", worker: "farrow", parent: "Denise Joseph (mother)",
		status: "C2", next: 10, due: later(66), facts: "known_to_child", says: "The washing machine beat me but I won.",
		notes: []note{{25, "Marley has a tenancy interview. \"The washing machine beat me but I won.\" Lewis says he cooks for the floor on Fridays.", ""}},
	},
	{
		name: "Nia Ffrancon-Davies", girl: true, born: old(10, 2), ethnic: "WBRI", language: "Welsh", home: "rowlands", school: "hendre", worker: "kaur", was: "nwosu", parent: "Elin Davies (mother)",
		status: "C2", next: 5, due: later(110), facts: "known_to_child settled", says: "I read my report. Two things were wrong.",
		notes: []note{{37, "Nia read her report and marked it: \"Two things were wrong.\" She was right about both. Corrected copy asked for.", ""}},
	},
	{
		name: "Reuben Stanhope", born: old(7, 5), ethnic: "MWAS", home: "pugh", code: "U6", school: "overbrook", worker: "dufresne", parent: "Laura Stanhope (mother)",
		status: "C1", next: 3, due: later(128), facts: "", says: "Judges have wigs but mine didn't.",
		notes: []note{{21, "Reuben met the judge. \"Judges have wigs but mine didn't.\" Final hearing is listed; guardian and I have spoken.", ""}},
		also:  proceedings,
	},
	{
		name: "Phoebe Arkwright", girl: true, born: old(12, 7), ethnic: "WBRI", home: "kerr", school: "wexcombe", worker: "sousa", council: otherCouncil, parent: "Helen Arkwright (mother)",
		status: "C2", next: 4, due: later(118), facts: "settled", says: "I can see the hills from my bed.",
		notes: []note{{27, "Phoebe is a long way from her old school and says she does not mind. \"I can see the hills from my bed.\" I will ask again in spring.", ""}},
		also:  extraReview(29),
	},
	{
		name: "Zayd Rahimi", born: old(13, 1), ethnic: "AOTH", language: "Dari", home: "lomax", school: "ridgeway", worker: "nwosu", parent: "Farid Rahimi (father)",
		status: "V2", next: 3, due: later(145), facts: "", says: "Two houses is all right if the bus runs.",
		notes: []note{{20, "Zayd would like Sundays with his father too. \"Two houses is all right if the bus runs.\" {worker} to look at the fares.", ""}},
		also:  unfinished,
	},
	{
		name: "Rosie Tunnicliffe", girl: true, born: old(9, 1), ethnic: "WBRI", home: "webb", school: "larkfield", worker: "osei", parent: "Paula Tunnicliffe (mother)",
		status: "C2", next: 3, due: later(92), facts: "", says: "Lily-Mae lets me go first on the trampoline.",
		notes: []note{{12, "Rosie at the Webbs': \"Lily-Mae lets me go first on the trampoline.\" Three children at one table and each got a word in.", ""}},
	},
}

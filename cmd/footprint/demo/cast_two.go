package demo

import (
	"footprint/domain/casefile"
	"footprint/domain/clock"
)

// More of the cast: babies, adoption, custody, and young people near
// an age that matters.
var castTwo = []child{
	{
		name: "Harrison Poole", born: old(5, 2), ethnic: "WBRI", home: "tasker", school: "canal", worker: "stead", parent: "Amy Poole (mother)",
		status: "C1", next: 2, due: week(0), facts: "", says: "Bev makes dinosaur toast.",
		prep:  prep{plan: planned, time: "15:30", pace: usual},
		notes: []note{{7, "Harrison drew his family: five people and a dinosaur. I asked who the dinosaur was. \"That's the judge.\"", ""}},
		also:  proceedings,
	},
	{
		name: "Eira Llewelyn", girl: true, born: old(15, 3), ethnic: "WBRI", language: "Welsh", home: "gill", school: "priory", worker: "kaur", was: "nwosu", parent: "Meinir Llewelyn (mother)",
		status: "C2", next: 9, due: week(3), facts: "known_to_child settled settled_placement phone_proposed no_significant_change_planned",
		says: "Nothing's changed and that's good. Can we do it quickly?",
		prep: prep{plan: planned, time: "16:30", pace: usual, answers: []answer{
			{item: "SUB-01", fields: map[string]string{"three_ticks": "Settled where they live: yes\nYou know each other well: yes\nNo significant change is planned: yes"}},
		}},
		notes: []note{{10, "Eira asked for a short review this time. She is in the middle of coursework. We agreed half an hour and that I see her the week after.", ""}},
	},
	{
		name: "Amira Siddiqui", girl: true, born: old(12, 9), ethnic: "APKN", language: "Urdu", home: "osman", school: "meadow", worker: "mcleod", parent: "Farah Siddiqui (mother)",
		status: "V2", next: 7, due: week(4), facts: "comm_needs specialist_iro disability sen_plan known_to_child settled",
		says: "[signs] Swimming. More swimming. Mum there.",
		prep: prep{plan: planned, time: "10:00", pace: usual, answers: []answer{
			{item: "COM-04", fields: map[string]string{"evidence": "Signed SWIM, MORE, MUM. Turned the hospital picture face down twice."}},
			{item: "B-501", fields: map[string]string{"where": "The sensory room at school", "alone": "no", "method": "Makaton and her picture board, with Mrs Jessop to help me understand", "child_words": "[signs] Swimming. More swimming. Mum there."}},
			{item: "B-507", not: "Not in a way Amira can use yet; making a picture page with her school."},
		}},
		notes: []note{
			{9, "An hour with Amira and her board. She signed \"swim\" and \"more\" and \"Mum there\". When the hospital picture came she turned it over. I want the nurse to hear that.", "COM-04"},
			{37, "Agreed with Geraldine three hours more for this review: Amira needs time and short parts.", ""},
		},
		also: all(advocate("Marcus Teague, signing advocate"),
			signs("Makaton signs and a picture board", "Mrs Jessop, and her mother for the home signs"), visited(11, 50)),
	},
	{
		name: "Imogen Fairley", girl: true, born: old(9, 6), ethnic: "WBRI", home: "brook", school: "meadow", worker: "tan", parent: "Sarah Fairley (mother)",
		status: "V3", began: 322, next: 3, due: since(75), facts: "disability comm_needs sen_plan settled", says: "[points to the garden swing]",
		notes: []note{{16, "Imogen stays at Brookside every other weekend. Her mother says she counts the sleeps on the chart. Kath has ordered the swing seat.", ""}},
		also: all(shortBreaks,
			signs("Symbols and eye pointing", "Her mother, and the book on the back of her chair"),
			states(20, map[string]string{casefile.FactBreakVisit: "56", "series": "yes", "school_around_stay": "yes"}), visited(28)),
	},
	{
		name: "Rafe Linden", born: old(2, 1), ethnic: "WBRI", home: "devlin", school: "none", worker: "stead", status: "C1@0 E1~40", next: 4, due: since(74),
		notes: []note{{18, "Maureen has begun the memory box with Rafe: hospital band, first shoes. The family finder has two families to read about.", ""}},
		also: all(
			permanence("adoption", 42, 200, map[string]int{casefile.FactLifeStory: 30, casefile.FactLaterLetter: 120}),
			paper(casefile.PermanencePlan, "Placement order and plan for adoption", "2", 42, 38, 37)),
	},
	{
		name: "Poppy Ashdown", girl: true, born: old(1, 8), ethnic: "WBRI", home: "hale", code: "A5", from: "hale", moved: 12, school: "none", worker: "stead",
		status: "C1@0 E1~195", next: 4, due: since(128),
		notes: []note{
			{5, "Visited Poppy. Nothing has changed for her and everything has for Rachel and Imran. She showed me the stairs gate, many times.", ""},
			{11, "Poppy is placed for adoption with the carers she has had from the first. Same house, same cot. They rang me, both talking at once.", ""},
		},
		also: all(placedForAdoption,
			visited(5),
			paper(casefile.AdoptionPlan, "Adoption placement plan", "1", 20, 16, 15),
			states(30, map[string]string{"match_decided": "yes"})),
	},
	{
		name: "Kyle Denton", born: old(15, 6), ethnic: "MWBC", path: []spell{{home: "larches"}, {home: "marshgate", since: 12}}, school: "ridgeway", worker: "whelan", parent: "Tracey Denton (mother)",
		status: "J1@0 J1~12", next: 2, due: since(15), facts: "at_risk_of_offending", says: "I want my solicitor to ring me back.",
		notes: []note{{6, "Kyle knows his court date and the rules of the remand. \"I want my solicitor to ring me back.\" She rang while I was there, on the wing telephone.", ""}},
		also: all(
			custody(clock.Remand, 12, 40, "Marshgate"),
			dated(casefile.PeriodStated{What: casefile.Charge, Text: "Burglary; he says he was outside"}, 45, 0, 0),
			states(11, map[string]string{"designated_authority": mainCouncil}), visited(5, 17)),
	},
	{
		name: "Jayden Reid-Okoro", born: old(16, 8), ethnic: "MWBA", home: "marshgate", from: "quayside", moved: 75, school: "none", worker: "lowe", parent: "Comfort Okoro (mother)",
		status: "C2", next: 9, due: since(110), facts: "at_risk_of_offending", says: "Bring my sister's letter next time.",
		notes: []note{{20, "Saw Jayden at Marshgate, a room to ourselves for forty minutes. He has started bricklaying. \"Bring my sister's letter next time.\" I will.", ""}},
		also: all(custody(clock.Sentence, 75, 50, "Marshgate"),
			logged(33, casefile.Logged{What: casefile.Contact, With: "Comfort Okoro, his mother", Way: "call", AskedOn: 2,
				Text: "She has no visiting order for this month. Rang the prison with her on the line; it is in the post.", Changed: "She will see him on Sunday.", Minutes: 35}),
			paper(casefile.Licence, "Notice of supervision, draft", "", 9, 8, 0)),
	},
	{
		name: "Molly Tranter", girl: true, born: old(6, 4), ethnic: "WBRI", home: "tranter", from: "tasker", moved: 120, school: "canal", worker: "bevan", parent: "Michael Tranter (father)",
		status: "C2", next: 4, due: later(45), facts: "", says: "Daddy does plaits now.",
		notes: []note{{28, "Conference and review are to be held on one day if the dates allow. Molly is home and proud of her plaits: \"Daddy does plaits now.\"", ""}},
		also: all(protectionPlan,
			visited(12, 40), paper(casefile.ProtectionPlan, "Child protection plan", "1", 78, 75, 70)),
	},
	{
		name: "Isla-Rose Whitcombe", girl: true, born: weeksOld(22), ethnic: "WBRI", home: "ashe", school: "none", worker: "stead", parent: "Chloe Whitcombe (mother)",
		status: "L2@0 C1@8", next: 2, due: later(18), facts: "",
		prep:  prep{plan: planned, time: "11:00", pace: usual},
		notes: []note{{11, "Isla-Rose is rolling over both ways. Claire and Dominic write to her mother every week, with a photograph. The assessment is due at court next month.", ""}},
		also: all(proceedings,
			hearings(22, 60), courtPaper("Parenting assessment, final", 2), courtPaper("Guardian's position statement", 12, 8, 7),
			logged(4, casefile.Logged{What: casefile.Footprint, Text: "Asked for the assessment before the hearing bundle is lodged.", Changed: "It came to me the same day as to the court."})),
	},
	{
		name: "Theo Marsh", born: old(0, 10), ethnic: "MWAS", home: "devlin", school: "none", worker: "bevan", parent: "Hayley Marsh (mother)",
		status: "C1@0 E1~12", next: 3, due: since(137), facts: "",
		notes: []note{
			{11, "The placement order for Theo was made yesterday. Hayley held his foot all through the judgment. She asked that he keep the name she gave him.", ""},
			{24, "Theo pulled himself up on my knee. Maureen is sure of him and he of her. Permanence plan to be in writing by the next review.", ""},
		},
		also: all(proceedingsOver(12), permanence("adoption", 20, 240, map[string]int{casefile.FactLifeStory: 60, casefile.FactLaterLetter: 150})),
	},
	{
		name: "Arlo Pemberton", born: old(1, 1), ethnic: "WBRI", home: "pemberton", school: "none", worker: "dyer", council: otherCouncil, kin: "parent:Tia Pemberton", parent: "Tia Pemberton (mother)",
		status: "C1", next: 3, due: later(35), facts: "parent_looked_after",
		notes: []note{{14, "Arlo took two steps to Tia while we talked. The unit's report is fair and warm. His IRO and hers are not the same person from next month, as it should be.", ""}},
		also: all(
			handingOver(26, 12), visited(14)),
	},
	{
		name: "Tia Pemberton", girl: true, born: old(16, 10), ethnic: "WBRI", home: "pemberton", from: "kerr", moved: 330, school: "college", worker: "sousa", council: otherCouncil, kin: "child:Arlo Pemberton", parent: "Dawn Pemberton (mother)",
		status: "V2", next: 5, due: later(33), facts: "parent_looked_after in_education", says: "I'm his mum and I'm in care. Both are true.",
		notes: []note{{14, "Tia, alone: \"I'm his mum and I'm in care. Both are true.\" She wants her own plan read as hers, not as Arlo's.", ""}},
		also: all(
			paper(casefile.PathwayAssessment, "Pathway needs assessment", "1", 190, 185, 180), paper(casefile.PathwayPlan, "Pathway plan", "1", 60, 51, 50),
			states(60, map[string]string{"plan_change_proposed": "no"}), visited(21, 60)),
	},
	{
		name: "Leon Baptiste", born: turning(18, 24), ethnic: "BCRB", home: "foundry", from: "gill", moved: 260, school: "college", worker: "farrow", parent: "Marcia Baptiste (mother)",
		status: "C2", next: 11, due: later(13), facts: "known_to_child in_education", says: "I've got my keys and my budget. I just want someone to still ring.",
		prep: prep{plan: planned, time: "17:00", pace: usual, answers: []answer{
			{item: "PTH-02", fields: map[string]string{}},
			{item: "B-404", not: "Leon has asked to carry his own health history; the nurse meets him on Thursday."},
		}},
		notes: []note{{8, "Last review before Leon is eighteen. \"I've got my keys and my budget. I just want someone to still ring.\" Personal adviser will, on Sundays.", ""}},
		also: all(
			paper(casefile.PathwayAssessment, "Pathway needs assessment", "2", 640, 425, 424), paper(casefile.PathwayPlan, "Pathway plan", "3", 200, 195, 190), visited(15),
			permanence("long-term fostering", 400, -30, map[string]int{casefile.FactSupportPlan: -12}),
			logged(8, casefile.Logged{What: casefile.Footprint, Text: "Asked on paper who rings Leon after his birthday.", Changed: "His adviser has put Sundays in her diary until next summer."})),
	},
	{
		name: "يوسف الأحمد", call: "Yousef", born: turning(18, 41), ethnic: "OOTH", language: "Arabic", home: "harbour", school: "college", worker: "lowe",
		status: "V2", next: 4, due: later(21), facts: "uasc in_education age_disputed dob_provisional", says: "Please write my name as I write it.",
		prep: prep{plan: planned, time: "14:00", pace: usual, answers: []answer{
			{item: "B-203", fields: map[string]string{"booked_for": "All of it; Arabic, the dialect he asked for, and a woman if there is one."}},
		}},
		notes: []note{
			{17, "Yousef asked that his name be kept as he writes it. Changed it today. He read it on my screen and nodded.", ""},
			{40, "His interview letter came. The solicitor goes with him. He wants the day before free to pray and to sleep.", ""},
		},
		also: all(asylum,
			visited(18, 58), logged(2, casefile.Logged{What: casefile.Contact, With: "Yousef, by text", Way: "message", Waiting: true,
				Text: "He asks whether the date on his card will be changed before his birthday or after."})),
	},
	{
		name: "Freya Lindqvist", girl: true, born: turning(16, 20), ethnic: "WOTH", home: "gill", school: "priory", worker: "kaur", was: "nwosu", parent: "Anna Lindqvist (mother)",
		status: "C2", next: 7, due: later(29), facts: "known_to_child settled", says: "Who pays for the driving lessons?",
		prep:  prep{plan: planned, time: "16:00", pace: behind},
		notes: []note{{19, "Freya is sixteen in three weeks. We went through what a pathway plan is. \"Who pays for the driving lessons?\" Fair question; asked.", ""}},
	},
}

package demo

// More of the cast: babies, clocks that are not built, and young people near
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
		status: "V2", next: 7, due: week(4), facts: "comm_needs disability sen_plan known_to_child settled",
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
		also: advocate("Marcus Teague, signing advocate"),
	},
	{
		name: "Imogen Fairley", girl: true, born: old(9, 6), ethnic: "WBRI", home: "brook", school: "meadow", worker: "tan", parent: "Sarah Fairley (mother)",
		status: "V3", next: 4, due: later(60), facts: "disability comm_needs sen_plan settled", says: "[points to the garden swing]",
		notes: []note{{16, "Imogen stays at Brookside every other weekend. Her mother says she counts the sleeps on the chart. Kath has ordered the swing seat.", ""}},
		also:  shortBreaks,
	},
	{
		name: "Rafe Linden", born: old(2, 1), ethnic: "WBRI", home: "devlin", school: "none", worker: "stead", status: "C1@0 E1@150", next: 4, due: later(50),
		notes: []note{{18, "Maureen has begun the memory box with Rafe: hospital band, first shoes. The family finder has two families to read about.", ""}},
	},
	{
		name: "Poppy Ashdown", girl: true, born: old(1, 8), ethnic: "WBRI", home: "hale", code: "A5", from: "hale", moved: 40, school: "none", worker: "stead",
		status: "C1@0 E1@170", next: 4, due: later(70),
		notes: []note{
			{26, "Visited Poppy. Nothing has changed for her and everything has for Rachel and Imran. She showed me the stairs gate, many times.", ""},
			{38, "Poppy is placed for adoption with the carers she has had from the first. Same house, same cot. They rang me, both talking at once.", ""},
		},
		also: placedForAdoption,
	},
	{
		name: "Kyle Denton", born: old(15, 6), ethnic: "MWBC", home: "larches", school: "ridgeway", worker: "whelan", parent: "Tracey Denton (mother)",
		status: "J1", next: 2, due: later(25), facts: "at_risk_of_offending", says: "I want my solicitor to ring me back.",
		notes: []note{{6, "Kyle knows his court date and the rules of the remand. \"I want my solicitor to ring me back.\" She rang while I was there.", ""}},
	},
	{
		name: "Jayden Reid-Okoro", born: old(16, 8), ethnic: "MWBA", home: "marshgate", from: "quayside", moved: 75, school: "none", worker: "lowe", parent: "Comfort Okoro (mother)",
		status: "C2", next: 9, due: later(95), facts: "at_risk_of_offending", says: "Bring my sister's letter next time.",
		notes: []note{{20, "Saw Jayden at Marshgate, a room to ourselves for forty minutes. He has started bricklaying. \"Bring my sister's letter next time.\" I will.", ""}},
		also:  custody,
	},
	{
		name: "Molly Tranter", girl: true, born: old(6, 4), ethnic: "WBRI", home: "tranter", from: "tasker", moved: 120, school: "canal", worker: "bevan", parent: "Michael Tranter (father)",
		status: "C2", next: 4, due: later(45), facts: "", says: "Daddy does plaits now.",
		notes: []note{{28, "Conference and review are to be held on one day if the dates allow. Molly is home and proud of her plaits: \"Daddy does plaits now.\"", ""}},
		also:  protectionPlan,
	},
	{
		name: "Isla-Rose Whitcombe", girl: true, born: weeksOld(22), ethnic: "WBRI", home: "ashe", school: "none", worker: "stead", parent: "Chloe Whitcombe (mother)",
		status: "L2@0 C1@8", next: 2, due: later(18), facts: "",
		prep:  prep{plan: planned, time: "11:00", pace: usual},
		notes: []note{{11, "Isla-Rose is rolling over both ways. Claire and Dominic write to her mother every week, with a photograph. The assessment is due at court next month.", ""}},
		also:  proceedings,
	},
	{
		name: "Theo Marsh", born: old(0, 9), ethnic: "MWAS", home: "devlin", school: "none", worker: "bevan", parent: "Hayley Marsh (mother)",
		status: "C1", next: 3, due: later(88), facts: "",
		notes: []note{{24, "Theo pulled himself up on my knee. Maureen is sure of him and he of her. Permanence plan to be in writing by the next review.", ""}},
		also:  proceedings,
	},
	{
		name: "Arlo Pemberton", born: old(1, 1), ethnic: "WBRI", home: "pemberton", school: "none", worker: "dyer", council: otherCouncil, parent: "Tia Pemberton (mother)",
		status: "C1", next: 3, due: later(35), facts: "parent_looked_after",
		notes: []note{{14, "Arlo took two steps to Tia while we talked. The unit's report is fair and warm. His IRO and hers are not the same person from next month, as it should be.", ""}},
	},
	{
		name: "Tia Pemberton", girl: true, born: old(16, 10), ethnic: "WBRI", home: "pemberton", from: "kerr", moved: 330, school: "college", worker: "sousa", council: otherCouncil, parent: "Dawn Pemberton (mother)",
		status: "V2", next: 5, due: later(33), facts: "parent_looked_after in_education", says: "I'm his mum and I'm in care. Both are true.",
		notes: []note{{14, "Tia, alone: \"I'm his mum and I'm in care. Both are true.\" She wants her own plan read as hers, not as Arlo's.", ""}},
	},
	{
		name: "Leon Baptiste", born: turning(18, 24), ethnic: "BCRB", home: "foundry", from: "gill", moved: 260, school: "college", worker: "farrow", parent: "Marcia Baptiste (mother)",
		status: "C2", next: 11, due: later(13), facts: "known_to_child in_education", says: "I've got my keys and my budget. I just want someone to still ring.",
		prep: prep{plan: planned, time: "17:00", pace: usual, answers: []answer{
			{item: "PTH-02", fields: map[string]string{}},
			{item: "B-404", not: "Leon has asked to carry his own health history; the nurse meets him on Thursday."},
		}},
		notes: []note{{8, "Last review before Leon is eighteen. \"I've got my keys and my budget. I just want someone to still ring.\" Personal adviser will, on Sundays.", ""}},
	},
	{
		name: "يوسف الأحمد", call: "Yousef", born: turning(18, 41), ethnic: "OOTH", language: "Arabic", home: "harbour", school: "college", worker: "lowe",
		status: "V2", next: 4, due: later(21), facts: "uasc in_education", says: "Please write my name as I write it.",
		prep: prep{plan: planned, time: "14:00", pace: usual, answers: []answer{
			{item: "B-203", fields: map[string]string{"booked_for": "All of it; Arabic, the dialect he asked for, and a woman if there is one."}},
		}},
		notes: []note{
			{17, "Yousef asked that his name be kept as he writes it. Changed it today. He read it on my screen and nodded.", ""},
			{40, "His interview letter came. The solicitor goes with him. He wants the day before free to pray and to sleep.", ""},
		},
		also: asylum,
	},
	{
		name: "Freya Lindqvist", girl: true, born: turning(16, 20), ethnic: "WOTH", home: "gill", school: "priory", worker: "kaur", was: "nwosu", parent: "Anna Lindqvist (mother)",
		status: "C2", next: 7, due: later(29), facts: "known_to_child settled", says: "Who pays for the driving lessons?",
		prep:  prep{plan: planned, time: "16:00", pace: behind},
		notes: []note{{19, "Freya is sixteen in three weeks. We went through what a pathway plan is. \"Who pays for the driving lessons?\" Fair question; asked.", ""}},
	},
}

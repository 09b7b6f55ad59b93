package demo

import "footprint/domain/casefile"

// The first of the cast: the Baker household, the children the IRO sees most
// of this week, and those whose history has a gap.
var castOne = []child{
	{
		name: "Aled Siôn", born: old(9, 4), ethnic: "WBRI", language: "Welsh", home: "rowlands", school: "hendre", worker: "kaur", was: "nwosu",
		parent: "Rhian Siôn (mother)", status: "V2", next: 2, due: over(6), facts: "settled",
		says: "Mae'n iawn yma. It's all right here. I miss my nain's house.",
		prep: prep{plan: afterLimit, early: 4, time: "16:00", pace: usual, answers: []answer{
			{item: "B-104", not: "The planned day is after the limit: the interpreter gave back word on the morning and nobody else was free."},
			{item: "B-203", fields: map[string]string{"booked_for": "All of it, in Welsh; second interpreter on standby."}},
		}},
		notes: []note{
			{34, "Rang {carer}. Aled was told last week that his nain is poorly. He asked to ring her every evening and they have said yes.", ""},
			{41, "The first planning talk fell through: {worker} had only just picked the case up. Told her manager the limit is close.", ""},
		},
	},
	{
		name: "Maja Kowalska", girl: true, born: old(14, 2), ethnic: "WOTH", language: "Polish", home: "baker", school: "penmoor", worker: "osei",
		parent: "Ewa Kowalska (mother)", status: "C2", next: 6, due: week(2), facts: "known_to_child settled child_chairs",
		says: "I want to do my GCSEs here and not move before that.",
		prep: prep{plan: planned, time: "15:30", pace: ahead, answers: []answer{
			{item: "B-504", fields: map[string]string{"answer": "child_part"}},
			{item: "B-301", fields: map[string]string{"sent_on_each": "Maja, the Bakers, {worker}, Ms Trent: by email\nEwa Kowalska: by post, in Polish"}},
			{item: "B-403", wait: true},
			{item: "B-404", not: "The assessment of last spring still stands; the nurse sees Maja again next month."},
			{item: "B-501", wait: true},
			{item: "B-502", wait: true},
			{item: "B-509", wait: true},
		}},
		notes: []note{
			{6, "Met Maja at school for ten minutes about who chairs. \"I want to chair the start, I've written it on cards.\" She read them to me. They are very good.", "B-504"},
			{12, "Ewa Kowalska rang through the interpreter. She will come for the second half and asks for photographs of the school play.", "B-407"},
			{48, "Janet says Maja has asked for her own door key. Roy is for it. {worker} to answer by the review.", ""},
		},
		also: all(
			decides(
				decided{by: -20, need: "Maja wants to write to her grandmother in Polish", outcome: "A letter from Warsaw on the wall", what: "Find the grandmother's address and pass on Maja's letter", who: "worker",
					carried: "Nobody asked the consulate.", different: "Joanna rings the consulate herself, with Maja beside her."},
				decided{by: 24, need: "Maja needs a quiet place to revise", outcome: "Two evenings a week at the library", what: "Book the study room until June", who: "school", part: "Booked until Easter.", why: "The library opens its summer list in February."}),
			promises(6, "Bring the card with the words for opening a meeting"),
			visited(10, 51), paper(casefile.CarePlan, "Care plan", "6", 40, 36, 35), paper(casefile.CarePlan, "Care plan", "7", 9, 7, 6),
			paper(casefile.EducationPlan, "Personal education plan", "", 210, 200, 190), paper(casefile.PlacementPlan, "Placement plan", "2", 300, 290, 280),
			good(5, "Joanna Osei had Maja's report checked by Maja before anyone else read it, and changed two sentences."),
			states(60, map[string]string{casefile.FactMonitoring: "light", "monitoring_how": "At the mid-point and when she rings"})),
	},
	{
		name: "Ben Hughes", born: old(8, 7), ethnic: "WBRI", home: "baker", school: "larkfield", worker: "osei", kin: "Tom Hughes", parent: "Lisa Hughes (mother)",
		status: "C2", next: 4, due: later(11), facts: "sibling_group known_to_child",
		says: "I want a door on my room that shuts properly.",
		prep: prep{plan: planned, time: "10:30", pace: behind, answers: []answer{
			{item: "B-101", fields: map[string]string{"child_choices": "Janet, Tom, Mrs Hobson and me. Mum on the telephone."}},
			{item: "B-204", never: "The papers are in English and so is everybody."},
		}},
		notes: []note{{12, "Ben showed me his room. \"My door sticks and then everyone hears me.\" Roy will plane it on Saturday. A small thing that matters to him.", ""}},
		also: all(
			decides(decided{by: 30, need: "Ben needs somebody to talk to about his night fears", outcome: "Ben sleeps in his own bed", what: "Fund twelve sessions with the play therapist", who: "manager",
				refused: "No money for therapy until the new year; the nurse can see him.", raised: "Ben has waited since spring and the nurse is not a therapist."}),
			permanence("long-term fostering", 230, 60, nil), visited(14, 56), paper(casefile.CarePlan, "Care plan", "4", 33, 29, 28)),
	},
	{
		name: "Tom Hughes", born: old(11, 3), ethnic: "WBRI", home: "baker", school: "larkfield", worker: "osei", kin: "Ben Hughes", parent: "Lisa Hughes (mother)",
		status: "C2", next: 4, due: later(11), facts: "sibling_group known_to_child school_move_due",
		says: "Can I carry on with Saturday football when I go to big school?",
		prep: prep{plan: planned, time: "11:30", pace: behind, answers: []answer{
			{item: "B-302", fields: map[string]string{"form_used": "My Review, eleven and over"}},
			{item: "B-305", not: "The football coach's address is not on file; {carer} is asking him."},
		}},
		notes: []note{
			{12, "Tom asked again about Saturday football. I promised him an answer before the review. \"Last time nobody told me.\"", ""},
			{13, "{worker} agrees both boys are reviewed on the same day, one after the other, so that Lisa has one journey.", ""},
		},
		also: all(
			promises(12, "Tell Tom before the review whether he keeps Saturday football"),
			decides(decided{by: -33, need: "Tom wants to keep his football when he changes school", outcome: "Tom plays on Saturdays next year too", what: "Ask the club and the new school about Saturdays and tell Tom", who: "worker",
				alert: "Linda Grayson"},
				decided{by: 40, need: "Tom needs to be seen about his hearing", outcome: "Tom hears in class", what: "Get the hearing test done", who: "carer", service: "Audiology, Penmoor Hospital", replyIn: -8}),
			permanence("long-term fostering", 230, -9, nil), visited(14, 56)),
	},
	{
		name: "Idris Haddad", born: old(16, 5), ethnic: "OOTH", language: "Arabic", home: "harbour", school: "college", worker: "lowe", status: "V2",
		next: 2, due: later(45), arrived: true, nothing: true, undated: true, quiet: true, facts: "uasc",
	},
	{
		name: "Ŵyn Morgan", born: old(6, 8), ethnic: "WBRI", language: "Welsh", home: "eluned", school: "hendre", worker: "dufresne", kin: "Siân Morgan", parent: "Gethin Morgan (father)",
		status: "C2", next: 5, due: later(16), facts: "sibling_group known_to_child settled",
		says:  "I live with Nain and Nain lives with me.",
		prep:  prep{plan: planned, time: "15:45", early: 2, pace: usual},
		notes: []note{{9, "Visited at Eluned's. Ŵyn read me a whole page in Welsh and told me \"that was a hard one\". Siân slept through it.", ""}},
	},
	{
		name: "Siân Morgan", girl: true, born: old(3, 2), ethnic: "WBRI", language: "Welsh", home: "eluned", school: "acorns", worker: "dufresne", kin: "Ŵyn Morgan", parent: "Gethin Morgan (father)",
		status: "C2", next: 5, due: later(16), facts: "sibling_group",
		prep:  prep{plan: planned, time: "15:00", early: 2, pace: usual},
		notes: []note{{9, "Siân woke as I was leaving and waved. She goes to Eluned for everything. Nursery say she is talking in both languages.", ""}},
	},
	{
		name: "Tegan Pryce", girl: true, born: old(7, 1), ethnic: "WBRI", home: "lomax", school: "canal", worker: "bevan", parent: "Donna Pryce (mother)", guarded: true,
		status: "L1@0 C1@3", next: 1, due: week(1), facts: "", says: "When can I fetch my rabbit?",
		prep: prep{plan: planned, time: "13:30", pace: ahead, answers: []answer{
			{item: "FST-08", fields: map[string]string{"note": "Came into care without warning; every day counted from then."}},
			{item: "B-303", fields: map[string]string{"sent_on_each": "Donna Pryce, by hand through her solicitor"}},
		}},
		notes: []note{
			{8, "First visit. Tegan sat under the table for a while, so I sat on the floor. \"When can I fetch my rabbit?\" Rang {worker} from the car: the rabbit comes on Saturday.", "FST-01"},
			{2, "Rabbit is here. Anita sent a picture. Tegan has named her hutch.", ""},
		},
		also: all(proceedings,
			askedFor(3), visited(9)),
	},
	{
		name: "Noah Price", born: weeksOld(5), ethnic: "WBRI", home: "price", school: "none", worker: "bevan", parent: "Jodie Price (mother)",
		status: "L2@0 C1@7", next: 1, due: later(9), facts: "",
		prep: prep{plan: planned, time: "11:00", pace: usual, answers: []answer{
			{item: "B-405", not: "Papers went out four days ago; nothing is back yet."},
		}},
		notes: []note{{5, "Saw Noah with his grandparents. Feeding well, gaining weight. Pauline keeps a notebook of every feed and first. Jodie visits each day.", ""}},
		also:  proceedings,
	},
	{
		name: "Łukasz Nowak", born: old(13, 6), ethnic: "WOTH", language: "Polish", home: "larches", from: "lomax", moved: 210, rushed: true, school: "ridgeway", worker: "whelan",
		kin: "Zofia Nowak", parent: "Marek Nowak (father)", status: "C2", next: 5, due: later(24), facts: "sibling_group",
		says: "I want to see Zofia on her birthday, at her house.",
		prep: prep{plan: planned, time: "16:15", pace: usual, answers: []answer{
			{item: "B-206", fields: map[string]string{"venue": "The Larches, the small lounge, not the office"}},
		}},
		notes: []note{{21, "Łukasz walked me round the garden rather than sit. \"I want to see Zofia on her birthday, at her house, not at a centre.\" Asked {worker} to arrange it.", ""}},
		also: all(correctedNote(30),
			confirmed, states(20, map[string]string{"exclusion": "yes", "parent_excluded": "yes"})),
	},
	{
		name: "Zofia Nowak", girl: true, born: old(10, 1), ethnic: "WOTH", language: "Polish", home: "finch", school: "overbrook", worker: "whelan",
		kin: "Łukasz Nowak", parent: "Marek Nowak (father)", status: "C2", next: 5, due: later(26), facts: "sibling_group known_to_child settled", says: "Łukasz should come for my cake.",
		prep:  prep{plan: planned, time: "15:30", pace: behind},
		notes: []note{{21, "Zofia has made the list for her birthday tea. Łukasz is at the top. The Finches will fetch him.", ""}},
	},
	{
		name: "Saoirse O’Neill", call: "Saoirse", girl: true, born: old(12, 5), ethnic: "WIRI", home: "adeyemi", school: "priory", worker: "hartley",
		kin: "Cillian O’Neill,Niamh O’Neill", parent: "Bríd O’Neill (mother)", status: "C2", next: 3, due: later(9), facts: "sibling_group",
		says: "Three of us, two houses. Say it at the start so everyone knows.",
		prep: prep{plan: planned, time: "16:00", pace: usual, answers: []answer{
			{item: "B-301", fields: map[string]string{"sent_on_each": "Saoirse, Folake Adeyemi, Bríd O’Neill, {worker}, Priory High, advocate"}},
			{item: "B-505", fields: map[string]string{"wants_advocate": "yes"}},
		}},
		notes: []note{{15, "Saoirse wants it said first: \"Three of us, two houses.\" She keeps a calendar of every visit that was put off. There are four. I have copied the dates.", ""}},
		also:  advocate("Orla Deane, Speak Up Penmoor"),
	},
	{
		name: "Cillian O’Neill", call: "Cillian", born: old(7, 9), ethnic: "WIRI", home: "finch", school: "overbrook", worker: "hartley",
		kin: "Saoirse O’Neill,Niamh O’Neill", parent: "Bríd O’Neill (mother)", status: "C2", next: 3, due: later(9), facts: "sibling_group known_to_child",
		says: "I like it here but it's too quiet without Saoirse.",
		prep: prep{plan: planned, time: "10:30", pace: usual},
	},
	{
		name: "Niamh O’Neill", call: "Niamh", girl: true, born: old(5, 4), ethnic: "WIRI", home: "finch", school: "overbrook", worker: "hartley",
		kin: "Saoirse O’Neill,Cillian O’Neill", parent: "Bríd O’Neill (mother)", status: "C2", next: 3, due: later(9), facts: "sibling_group",
		says: "Cillian does my zip.",
		prep: prep{plan: planned, time: "11:15", pace: usual},
	},
	{
		name: "Declan Roche", born: old(16, 1), ethnic: "WIRI", home: "quayside", from: "osman", moved: 300, school: "saltmouth", worker: "lowe", parent: "Aidan Roche (father)",
		status: "V2", next: 8, due: over(19), facts: "at_risk_of_offending",
		says: "I'll talk if it's at the boxing gym.",
		prep: prep{plan: afterLimit, early: 6, time: "17:00", venue: "Saltmouth boxing gym, upstairs room", pace: usual, answers: []answer{
			{item: "B-101", fields: map[string]string{"child_choices": "Phil, his dad and the gym coach. At the gym."}},
			{item: "B-206", fields: map[string]string{"venue": "Saltmouth boxing gym", "reason_not_placement": "Declan asked: he will come if it is there."}},
		}},
		notes: []note{
			{11, "Declan is back and well. \"I'll talk if it's at the boxing gym.\" Told the manager the review is late and why. New day agreed with him by text.", ""},
			{19, "The review could not be held today: Declan was away from the home. I did not adjourn it to another day without him being asked.", ""},
		},
		also: all(missing([3]int{23, 18, 0}, [3]int{74, 72, 1}),
			dated(casefile.PeriodStated{What: casefile.Charge, Text: "Criminal damage; a window at the home"}, 62, 0, 0),
			paper(casefile.PathwayAssessment, "Pathway needs assessment", "1", 20, 15, 14)),
	},
	{
		name: "Summer Yardley", girl: true, born: old(11, 8), ethnic: "MWBC", home: "osman", school: "penmoor", worker: "iqbal", parent: "Kelly Yardley (mother)",
		status: "C2", next: 5, due: over(3), facts: "known_to_child", says: "I don't mind waiting for Nadia. She's the one I want there.",
		prep: prep{plan: afterLimit, early: 2, time: "16:00", pace: ahead, answers: []answer{
			{item: "B-104", not: "Nadia Osman had an operation; Summer asked to wait for her. The limit is missed by a week, recorded with the manager."},
		}},
		notes: []note{{4, "Told Geraldine Foster today that this review will be late, and that it is Summer's own wish. \"I don't mind waiting for Nadia.\"", ""}},
		also: all(
			permanence("long-term fostering", 250, 400, nil), visited(20, 61)),
	},
}

package demo

import "footprint/domain/casefile"

// More of the cast: long-term homes, family carers, children far away, and
// reviews planned in unusual ways.
var castThree = []child{
	{
		name: "Grace Nkemelu", girl: true, born: old(13, 5), ethnic: "BAFR", home: "pugh", school: "priory", worker: "iqbal", kin: "Samuel Nkemelu", parent: "Ngozi Nkemelu (mother)",
		status: "C2", next: 12, due: later(22), facts: "sibling_group known_to_child settled settled_placement no_significant_change_planned",
		says: "Sandra signs my planner. That's how you know.",
		prep: prep{plan: planned, time: "16:00", pace: ahead, answers: []answer{
			{item: "LTF-02", fields: map[string]string{"decision": "no_meeting", "child_view": "\"We can just talk. I don't need a meeting to say I'm fine.\""}},
		}},
		notes: []note{{14, "Grace would rather talk than meet: \"I don't need a meeting to say I'm fine.\" Nothing is changing. I will still see her alone and read everything.", "LTF-02"}},
		also: all(longTerm,
			states(40, map[string]string{casefile.FactNoMeeting: "yes", casefile.FactLongVisits: "yes"}), visited(52, 150),
			permanence("long-term fostering", 140, 1200, nil),
			paper(casefile.EducationPlan, "Personal education plan, autumn", "3", 30, 26, 20), paper(casefile.HealthPlan, "Health assessment", "", 120, 110, 0)),
	},
	{
		name: "Samuel Nkemelu", born: old(11, 1), ethnic: "BAFR", home: "pugh", school: "overbrook", worker: "iqbal", kin: "Grace Nkemelu", parent: "Ngozi Nkemelu (mother)",
		status: "C2", next: 12, due: later(22), facts: "sibling_group known_to_child settled settled_placement", says: "Colin and me are building a shed.",
		prep:  prep{plan: planned, time: "15:15", pace: usual},
		notes: []note{{14, "Samuel and Colin have got as far as the roof. \"You can have your meeting in the shed.\" We may.", ""}},
		also: all(longTerm,
			permanence("long-term fostering", 140, 1200, nil), visited(25, 66)),
	},
	{
		name: "Layla Mansour (ليلى منصور)", girl: true, born: old(11, 9), ethnic: "OOTH", language: "Arabic", home: "hanan", school: "penmoor", worker: "dufresne", kin: "Omar Mansour", parent: "Rana Mansour (mother)",
		status: "V2", next: 4, due: later(30), facts: "sibling_group settled", says: "I translate for my aunt but I don't want to at my own review.",
		prep: prep{plan: planned, time: "16:15", pace: usual, answers: []answer{
			{item: "B-203", fields: map[string]string{"booked_for": "All of it, for her aunt, so that Layla need not translate."}},
		}},
		notes: []note{{16, "Layla: \"I translate for my aunt but I don't want to at my own review.\" She will not have to. Interpreter booked for the whole meeting.", ""}},
	},
	{
		name: "Omar Mansour", born: old(9, 2), ethnic: "OOTH", language: "Arabic", home: "hanan", school: "canal", worker: "dufresne", kin: "Layla Mansour (ليلى منصور)", parent: "Rana Mansour (mother)",
		status: "V2", next: 4, due: later(30), facts: "sibling_group", says: "I scored two goals and one was with my left.",
		prep:  prep{plan: planned, time: "17:00", pace: usual},
		notes: []note{{16, "Omar met me at the door with news: \"I scored two goals and one was with my left.\" Hanan would like help with the club fee.", ""}},
		also: all(
			permanence("special guardianship", 120, 150, map[string]int{casefile.FactSupportPlan: 45}),
			states(50, map[string]string{casefile.FactMonitoring: "standard"})),
	},
	{
		name: "D'Andre Campbell", call: "D'Andre", born: old(14, 7), ethnic: "BCRB", home: "larches", from: "adeyemi", moved: 130, school: "ridgeway", worker: "hartley", parent: "Sonia Campbell (mother)",
		status: "V2", next: 7, due: since(150), ended: 20, term: 70, facts: "known_to_child at_risk_of_offending", says: "I get my hair cut at Folake's brother's. Don't change that.",
		notes: []note{
			{8, "Wrote to D'Andre at Marshgate: I have kept my place as his IRO for when he comes back. Folake's brother has sent the clippers and the prison has sent them home again.", ""},
			{33, "D'Andre still goes to Folake's on Sundays. \"I get my hair cut at her brother's. Don't change that.\" It is in the plan now.", ""},
		},
		also: all(newSupport, sentenced),
	},
	{
		name: "Chloé Okafor-Bennett", girl: true, born: old(15, 5), ethnic: "MWBA", school: "none", worker: "hartley", was: "iqbal", swapped: 70, parent: "Ifeoma Okafor (mother)",
		path:   []spell{{home: "adeyemi"}, {home: "calder", since: 50}},
		status: "C2", next: 6, due: later(75), facts: "known_to_child", says: "Third social worker. I'm keeping a list.",
		notes: []note{
			{14, "Saw Chloé at Calder Lodge. She is eating, and furious, and safe. \"If you'd asked me in June you wouldn't have needed the lock.\" I wrote that down and read it back to her.", ""},
			{29, "Chloé has met her new social worker. \"Third one. I'm keeping a list.\" I asked the team manager what is being done so that there is no fourth.", ""},
			{66, "Told by email that the worker has changed. Nobody had told Chloé. I rang her the same evening.", ""},
		},
		also: all(secure, visited(61),
			happened(told{on: 67, told: 66, decided: 64, ev: casefile.EventReported{
				What: "worker_change", ToldBy: "{worker}, by email", View: "\"Nobody said. I found out from the rota.\"", Decision: casefile.NoReview,
				Reasons: "The plan stands and the review is near; what she needs is an answer, not a meeting.", AgreedWith: "Chloé and Anthony Rudge, team manager",
				Told: "Chloé on the telephone, the manager by email",
			}}),
			poor(65, "The social worker was changed and the child was told by nobody.", "Children looked after, west", "Anthony Rudge, team manager"),
			states(44, map[string]string{casefile.FactMonitoring: "close", "monitoring_how": "A call every Friday; a line here each time"})),
	},
	{
		name: "Oliver Hartnell", born: old(14, 1), ethnic: "WBRI", home: "stone", school: "stone", worker: "tan", parent: "Diane Hartnell (mother)",
		status: "V2", next: 8, due: later(54), facts: "disability sen_plan comm_needs known_to_child settled", says: "Trains on Thursday. You come Thursday.",
		notes: []note{{23, "Ninety minutes each way to see Oliver, and worth it. He showed me the signal box he has built. \"You come Thursday.\" I will make it Thursdays.", ""}},
		also: all(
			paper(casefile.SchoolNeedsPlan, "Education, health and care plan", "5", 290, 280, 270), visited(30, 70)),
	},
	{
		name: "Ruby Sinclair", girl: true, born: old(13, 2), ethnic: "WBRI", home: "larches", from: "tasker", moved: 330, school: "ridgeway", worker: "whelan", parent: "Karen Sinclair (mother)",
		status: "V2@0 J3~30", until: 60, next: 5, due: since(95), facts: "at_risk_of_offending", says: "The judge said where I sleep till then. I'd have said here anyway.",
		notes: []note{{28, "The youth court ordered that Ruby live at The Larches. \"The judge said where I sleep till then. I'd have said here anyway.\"", ""},
			{31, "Ruby: \"I sleep better here than I thought.\" Denise has moved her to the room over the garden, as she asked.", ""}},
		also: all(takenBack(27),
			happened(told{on: 3, told: 1, ev: casefile.EventReported{What: "contact_change", ToldBy: "{worker}",
				Text: "Her mother has moved to Leeds and the Saturday visits have stopped."}})),
	},
	{
		name: "Kai Rosser", born: old(15, 4), ethnic: "WBRI", path: []spell{{home: "tasker", broke: true}, {home: "lomax", since: 390, broke: true}, {home: "quayside", since: 220, rushed: true}}, school: "saltmouth", worker: "nwosu", parent: "Leanne Rosser (mother)",
		status: "C2", next: 7, due: later(20), facts: "at_risk_of_offending", says: "I go because nobody's there at weekends.",
		prep: prep{plan: planned, time: "14:30", pace: behind, answers: []answer{
			{item: "B-103", fields: map[string]string{"events_noted": "Missing twice since last time; return talks held, one of them late."}},
		}},
		notes: []note{{13, "Kai told me why he goes: \"because nobody's there at weekends.\" Phil has changed the rota from this Friday. I will ask Kai in a month if it is so.", ""}},
		also: all(missing([3]int{55, 53, 0}, [3]int{21, 20, 0}, [3]int{80, 79, 0}, [3]int{140, 139, 0}),
			dated(casefile.PeriodStated{What: casefile.Charge, Text: "Handling a stolen bicycle"}, 18, 0, 0),
			happened(
				told{on: 55, told: 54, decided: 52, ev: casefile.EventReported{What: casefile.MissingEvent, ToldBy: "Phil Attwood", View: "\"I was at my cousin's. I was always coming back.\"",
					Decision: casefile.NoReview, Reasons: "One night, at family; somebody other than the home has now asked him why.", AgreedWith: "Kai and Phil", Told: "Kai, Phil and {worker}"}},
				told{on: 21, told: 20, decided: 18, ev: casefile.EventReported{What: casefile.MissingEvent, ToldBy: "Phil Attwood", View: "\"I go because nobody's there at weekends.\"",
					Decision: casefile.NoReview, Reasons: "The rota is changed from Friday and his review is three weeks off.", AgreedWith: "Kai and Phil", Told: "Both, and {worker} by email"}},
				told{on: 18, told: 17, decided: 16, ev: casefile.EventReported{What: casefile.Offence, ToldBy: "{worker}", NoView: "On his solicitor's advice he does not speak of it yet.",
					Decision: casefile.MoreInformation, Reasons: "The papers have not come and the court date is not fixed."}}),
			visited(24, 58, 75)),
	},
	{
		name: "Ella Whitlock", girl: true, born: old(4, 6), ethnic: "WBRI", home: "tasker", rushed: true, school: "acorns", worker: "stead", kin: "Jack Whitlock", parent: "Zoe Whitlock (mother)",
		status: "V2", next: 1, due: later(10), facts: "sibling_group", says: "Jack sleeps in the top one.",
		prep:  prep{plan: planned, time: "10:30", pace: usual},
		notes: []note{{6, "First meeting with Ella at Bev's. She brought me every toy in turn. \"Jack sleeps in the top one.\" Explained who I am with the picture book.", "FST-01"}},
	},
	{
		name: "Jack Whitlock", born: old(6, 2), ethnic: "WBRI", home: "tasker", rushed: true, school: "canal", worker: "stead", kin: "Ella Whitlock", parent: "Zoe Whitlock (mother)",
		status: "V2", next: 1, due: later(10), facts: "sibling_group", says: "When is Mum better?",
		prep: prep{plan: planned, time: "11:15", pace: usual, answers: []answer{
			{item: "B-007", fields: map[string]string{"method": "close", "record_place": "Here; both children on one page."}},
		}},
		notes: []note{{6, "Jack asked one thing: \"When is Mum better?\" I said I did not know and would find out who does. Zoe's ward will ring Bev tomorrow.", ""}},
	},
	{
		name: "Daniel Achterberg", born: old(16, 3), ethnic: "WOTH", path: []spell{{home: "kerr"}, {home: "webb", since: 4, rushed: true}}, school: "wexcombe", worker: "dyer", council: otherCouncil, parent: "Pieter Achterberg (father)",
		status: "C2", next: 6, due: later(48), unsure: true, facts: "", says: "I've told this story to four people now.",
		notes: []note{{3, "Daniel was moved in the night. He has his coat and one shoe bag. \"I've told this story to five people now.\" His things come tomorrow, or I fetch them.", ""},
			{22, "The papers from the last authority are thin: nobody can say how many reviews there were. \"I've told this story to four people now.\" Asked for the file again.", ""}},
		also: all(
			proposes(casefile.ChangeProposed{What: casefile.Move, Emergency: true, Unplanned: true, EndsPlacement: true, DisruptsSchool: true,
				Text: "Morag Kerr was taken ill; he was moved the same night.", Wishes: "\"Can I go back when she's better?\""}, 4, 0)),
	},
	{
		name: "Mateusz Wrona", born: old(12, 4), ethnic: "WOTH", language: "Polish", home: "lomax", school: "ridgeway", worker: "whelan", status: "C2",
		next: 4, due: later(40), arrived: true, nothing: true, quiet: true,
	},
	{
		name: "Ava Cartwright", girl: true, born: old(9, 8), ethnic: "WBRI", home: "gill", school: "overbrook", worker: "iqbal", parent: "Joanne Cartwright (mother)",
		status: "C2", next: 6, due: later(12), facts: "settled", says: "Not on my residential, please!",
		prep: prep{plan: afterLimit, early: 3, time: "15:30", pace: usual, answers: []answer{
			{item: "B-104", not: "School residential is that week and Ava chose the later day; limit missed by three working days, manager told."},
		}},
		notes: []note{{10, "Ava's school trip is the week of the limit. \"Not on my residential, please!\" Planned for after it, with the reason on record.", "B-104"}},
	},
	{
		name: "Finn Gallagher", born: old(13, 9), ethnic: "WIRI", path: []spell{{home: "gill"}, {home: "rowlands", since: 160}}, untold: true, school: "ridgeway", worker: "kaur", parent: "Sinéad Gallagher (mother)",
		status: "V2", next: 5, due: later(19), facts: "known_to_child", says: "Saturday, then Mum doesn't lose a shift.",
		prep:  prep{plan: onSaturday, time: "10:00", pace: usual},
		notes: []note{{15, "Finn asked for a Saturday: \"then Mum doesn't lose a shift.\" {worker} has agreed to work it.", ""}},
		also: all(
			visited(19),
			logged(118, casefile.Logged{What: casefile.Barrier, Text: "Learnt from the council's list that Finn had moved five weeks before.", ToldTo: "Anthony Rudge, team manager"})),
	},
}

package handbook

// evidenceOfItems says where an item means something of its own by a name that
// other items use too.
var evidenceOfItems = [...]struct {
	item  string
	field EvidenceField
}{
	{"B-003", EvidenceField{"five_answers", "Does the IRO have any of these roles", KindList, []Option{
		{"plans", "Plans or manages this case"}, {"visits", "Visits for the authority"}, {"adviser", "Is the personal adviser"},
		{"manages", "Manages any of those people"}, {"money", "Controls the money"},
	}}},
	{"B-007", EvidenceField{"method", "Monitoring method", KindChoice, []Option{
		{"light", "Light"}, {"standard", "Standard"}, {"close", "Close"},
	}}},
	{"B-208", EvidenceField{"format", "One meeting or a set", KindChoice, []Option{
		{string(ReviewFormatSingle), "One meeting"}, {string(ReviewFormatSeries), "A set of meetings"}, {string(ReviewFormatNoMeeting), "No meeting"},
	}}},
	{"B-501", EvidenceField{"method", "How you spoke", KindText, nil}},
	{"B-503", EvidenceField{"method", "How the child will take part", KindText, nil}},
	{"B-504", EvidenceField{"answer", "Who will chair", KindChoice, []Option{
		{"child_all", "The child, all of it"}, {"child_part", "The child, part of it"}, {"iro", "The IRO"},
	}}},
	{"B-510", EvidenceField{"answer", "May health details be shared", KindChoice, []Option{
		{"yes", "Yes"}, {"part", "In part"}, {"no", "No"},
	}}},
	{"B-601", EvidenceField{"decision", "Go ahead or adjourn", KindChoice, []Option{
		{"go_ahead", "Go ahead"}, {"adjourn", "Adjourn"},
	}}},
	{"B-701", EvidenceField{"note", "What has changed", KindText, nil}},
	{"B-803", EvidenceField{"three_dates", "Services from others", KindList, []Option{
		{"referred_on", "Referred on"}, {"to_whom", "To whom"}, {"reply_by", "Reply by"},
	}}},
	{"B-806", EvidenceField{"concern", "Wider concern", KindText, nil}},
	{"B-1001", EvidenceField{"answer", "The manager's answer", KindChoice, []Option{
		{"agreed", "Agreed"}, {"deemed", "No answer, so agreed"}, {"disagreed", "Disagreed"},
	}}},
	{"B-1201", EvidenceField{"decision", "What each parent will receive", KindText, nil}},
	{"B-1302", EvidenceField{"decision", "Decision on the event", KindChoice, []Option{
		{string(EventDecisionReview), "Hold a review"}, {string(EventDecisionNoReview), "No review"},
		{string(EventDecisionMoreInformation), "Ask for more information"},
	}}},
	{"B-1303", EvidenceField{"answer", "The manager's answer", KindText, nil}},
	{"FST-03", EvidenceField{"method", "How you will keep in touch", KindText, nil}},
	{"FST-08", EvidenceField{"note", "Why the time is short", KindText, nil}},
	{"SND-05", EvidenceField{"three_dates", "Dates set", KindList, []Option{
		{"life_story", "Life story work"}, {"later_life", "Letter for later life"}, {"support_plan", "Support plan"},
	}}},
	{"CUS-01", EvidenceField{"dates", "Start and release", KindList, []Option{
		{"start", "Start"}, {"release", "Release"},
	}}},
	{"REM-04", EvidenceField{"five_answers", "The five checks", KindList, afterCharge}},
	{"OFF-04", EvidenceField{"five_answers", "The five checks", KindList, afterCharge}},
	{"COM-01", EvidenceField{"method", "The child's method", KindText, nil}},
	{"COM-09", EvidenceField{"format", "Form the child can use", KindText, nil}},
	{"COM-10", EvidenceField{"method", "How the child can reach you", KindText, nil}},
	{"YNG-03", EvidenceField{"note", "What the child feels, from what you saw", KindText, nil}},
	{"T14-03", EvidenceField{"placement", "Adult placement", KindText, nil}},
	{"A18-01", EvidenceField{"decision", "Is an extra review needed", KindChoice, []Option{
		{"yes", "Yes"}, {"no", "No"},
	}}},
	{"A18-05", EvidenceField{"done_on", "Said goodbye on", KindDate, nil}},
	{"PRC-06", EvidenceField{"three_dates", "Sent and filed", KindList, []Option{
		{"lawyers", "Sent to the lawyers"}, {"guardian", "Sent to the guardian"}, {"court", "Filed with the court"},
	}}},
	{"CPP-01", EvidenceField{"dates", "The two limits", KindList, []Option{
		{"conference", "Conference by"}, {"review", "Review by"},
	}}},
	{"CPP-02", EvidenceField{"decision", "At the conference you will", KindChoice, []Option{
		{"chair", "Chair"}, {"attend", "Attend"},
	}}},
	{"LTF-02", EvidenceField{"decision", "Meeting with the child", KindChoice, []Option{
		{"meeting", "Meeting"}, {"no_meeting", "No meeting"},
	}}},
	{"LTF-04", EvidenceField{"agreed", "The child agrees to the longer gap", KindYesNo, nil}},
	{"SCR-01", EvidenceField{"answers", "The panel's three answers", KindList, []Option{
		{"criteria", "Criteria still met"}, {"necessary", "Still necessary"}, {"better", "Anything more suitable"},
	}}},
	{"SCR-01", EvidenceField{"dates", "Dates of the panel", KindList, nil}},
	{"EXC-01", EvidenceField{"who", "Who is left out, and who decided", KindText, nil}},
	{"MOV-04", EvidenceField{"four_answers", "The four tests", KindList, []Option{
		{"need", "Meets the child's needs"}, {"interests", "In the child's interests"},
		{"workable", "Workable"}, {"lasting", "Likely to last"},
	}}},
}

// afterCharge is the five checks after a charge.
var afterCharge = []Option{
	{"joint", "Joint work"}, {"lawyer", "Expert lawyer"}, {"court", "Social worker at court"},
	{"information", "Helpful information"}, {"bail", "Placement can support bail"},
}

package demo

// times are when reviews begin.
var times = [...]string{"15:30", "16:00", "15:45", "10:30", "11:00", "16:15", "13:30"}

// lateReasons say why a review was late; the reason stays on the record.
var lateReasons = [...]string{
	"The carer was in hospital; the child asked to wait for her.",
	"School exams; the young person chose the later day.",
	"The social worker was off sick and nobody could present the plan.",
	"A flood closed the road on the planned day.",
}

// reviewNotes follow a review of a child who can speak for themselves.
var reviewNotes = [...]string{
	"Review held. {child} opened the meeting and read out {his} own page. In {his} words: \"{heard}\" {carer} spoke warmly of {him}. Decisions to be written up this week.",
	"Good review. {child} stayed for the first half, then went to the kitchen with {carer}. What {he} most wanted said: \"{heard}\" I said it for {him}, in those words.",
	"{child} chose who sat where and did the introductions. {He} told the meeting: \"{heard}\" I asked {worker} to answer it in writing.",
	"Spoke with {child} alone for twenty minutes before the review. \"{heard}\" {He} was content for me to share that. {His} other point stays private.",
	"Review held at {his} request after school. School report is good on effort. {child} said: \"{heard}\" Plan confirmed; one decision carried over from last time.",
	"{child} did not want to come in but wrote me a card to read: \"{heard}\" I read it out first, before anyone else spoke.",
	"Review held. Family time is going well and {child} would like it to be a little longer. \"{heard}\" {worker} to bring a proposal in four weeks.",
	"A shorter meeting than last time, as {child} asked. \"{heard}\" {He} knows how to reach me and has the card with my number.",
}

// littleReviewNotes follow a review of a baby or toddler.
var littleReviewNotes = [...]string{
	"Review held while {child} played beside us. {He} went to {carer} for comfort and settled at once. Health and growth on track.",
	"Observed {child} at home before the meeting: alert, babbling, follows {carer} with {his} eyes. The plan is right for {him}; permanence timetable checked.",
	"Review held round {his} nap. There is a book of firsts for {child}, with photographs, which will go with {him}.",
}

// midpointNotes are checks between reviews.
var midpointNotes = [...]string{
	"Went through the decisions with {carer}: all but one are done, and that one has a day.",
	"{carer} says {child} is well. The school meeting was held; I have asked {worker} for the note of it.",
	"Checked with {worker}: the plan is on course. {child} sends word that nothing needs changing.",
}

// littleMidpointNotes are checks between reviews of a baby or toddler.
var littleMidpointNotes = [...]string{
	"Went through the decisions with {carer}: all but one are done, and that one has a day.",
	"{carer} says {child} is well and growing. The health visitor came last week; I have asked {worker} for her note.",
	"Checked with {worker}: the plan and its dates are on course.",
}

// callNotes are telephone calls between reviews.
var callNotes = [...]string{
	"Rang {carer}. {child} is well, eating and sleeping well. Nothing for me to take up this month.",
	"Called {worker} about the open decisions. Two done, one waiting on the panel date. I will ask again in a fortnight.",
	"{child} rang me. \"{heard}\" I thanked {him} for telling me and wrote it down while we talked.",
	"Met {child} for half an hour at {carer}'s. We walked the dog. \"{heard}\" Nothing {he} wants changed now.",
	"Email from {school}: attendance good, one to one reading is helping. Passed on {his} thanks to the teaching assistant.",
	"Mid-point check: care plan actions are on course. {carer} asked about passports; {worker} has the forms.",
}

// wordsByAge are what a child of that age might say, for children whose own
// words are not written out.
func wordsByAge(age int) []string {
	switch {
	case age < 4:
		return []string{"More!", "My bear.", "Again."}
	case age < 8:
		return []string{"I like my bunk bed.", "Can the cat come to my review?", "I want to see my brother more.", "I can do the big slide now."}
	case age < 12:
		return []string{"I want to stay here.", "Can I do swimming on Wednesdays?", "I would like Mum to come to sports day.", "My room is the best one.", "I want to know where my sister goes to school."}
	case age < 15:
		return []string{"I just want people to ask me first.", "Football is the best part of my week.", "I'd like to go to my friend's without it being a big thing.", "I want a later bedtime at weekends.", "Tell them I'm doing fine."}
	}
	return []string{"I want to stay put after I'm eighteen.", "I need to know what money I'll have.", "I'd like to learn to drive.", "College is good. I like the kitchen work.", "Don't talk about me like I'm not there."}
}

// notDone are reasons for what was not done, by item.
var notDone = map[string]string{
	"B-101":  "{worker} was on leave; asked again today.",
	"B-203":  "Agency had nobody free; booked again for the new time.",
	"B-305":  "No address on file for the grandparents; {worker} to find it.",
	"B-403":  "Asked {school} twice; the meeting was put off to next week.",
	"B-404":  "Health assessment is booked but not held yet.",
	"B-405":  "Only the carer's came back; rang the others instead.",
	"B-505":  "{child} had to leave early; I will explain at the next visit.",
	"B-507":  "{He} was tired; we agreed to talk about it next time.",
	"COM-02": "No advocate who uses {his} signs was free; asked again.",
	"FST-03": "We ran out of time; I will write to {him}.",
	"FST-04": "Placement plan is drafted but not signed; chased.",
	"PTH-01": "Pathway plan is still in draft with the personal adviser.",
}

// notNeeded are reasons for what does not apply, by item.
var notNeeded = map[string]string{
	"B-204": "{child}'s parents read English and asked for the papers as they are.",
	"B-209": "No change is proposed after all.",
	"B-303": "Parent's whereabouts not known; recorded with the team manager.",
	"B-305": "No other adults; {child} named nobody else.",
	"B-510": "{child} did not want to talk about it; asked again next time.",
	"B-511": "I saw {him} at home last month.",
	"B-207": "In the holidays, so no school is missed.",
}

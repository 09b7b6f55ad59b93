package demo

// designated is the senior manager who answers the decisions of reviews.
const designated = "Pauline Hallam, head of service"

// commonDecisions are decisions that many reviews make.
var commonDecisions = [...]often{
	{"{child} needs to see {parent} in a way that suits {him}", "Family time {child} looks forward to", "Write a family time plan with {child} and send it to everyone", "worker", 4, 0, 17},
	{"{child} needs help with reading", "{child} reads with someone every day and likes it", "Put daily reading into the education plan", "school", 6, 5, 11},
	{"{child} needs {his} story", "{child} can say how {he} came to be here", "Begin life story work, three sessions held", "worker", 12, 5, 17},
	{"{child} needs {his} teeth looked after", "No toothache", "Take {child} to the dentist and note the result", "carer", 6, 2, 17},
	{"{child} wants to swim", "{child} swims every week with a friend", "Book the Thursday swimming group", "carer", 4, 5, 15},
	{"{child} needs to know who decides about sleepovers", "{child} can say yes to a friend the same day", "Write down what {carer} may decide without asking", "worker", 3, 6, 17},
	{"{child}'s health assessment is due", "Health needs are known and seen to", "Hold the health assessment and send the plan", "worker", 8, 0, 17},
	{"{child} needs a plan for after school", "{child} knows where {he} goes next September and has seen it", "Visit two colleges with {child}", "worker", 10, 14, 17},
	{"{child} needs photographs of home", "An album {child} can look at", "Bring the photographs from {parent} and make the album", "worker", 5, 0, 10},
	{"{child} is unsettled at night", "{child} sleeps through most nights", "Keep a sleep diary for four weeks and take it to the nurse", "carer", 5, 1, 9},
}

// seenDone is what the IRO saw of decisions that were carried out.
var seenDone = [...]string{
	"Saw the signed plan.", "The child showed me.", "Letter from the service, dated and filed.", "School sent the note of the meeting.", "Spoke with the carer, who had the report in hand.",
}

// agendaWords are what was written of the issues of a review.
var agendaWords = [...]struct {
	item string
	from int // youngest age
	text string
}{
	{"B-701", 0, "{child} has settled since last time. The new bedtime works. {worker} is the same worker, which helps."},
	{"B-702", 0, "All but one were done; the one left has a new day and a name."},
	{"B-703", 0, "The status is right and gives {child} enough security for now."},
	{"B-704", 0, "The plan for permanence stands. {child} was told in words {he} could repeat."},
	{"B-705", 0, "{child} sees {parent} every other Saturday and would like it a little longer."},
	{"B-706", 0, "{child} is close to {carer}. No change is planned."},
	{"B-707", 5, "Good effort in every subject; maths needs help. The targets of the education plan were looked at one by one."},
	{"B-709", 4, "Swimming and drawing. {He} would like a friend to come along."},
	{"B-710", 0, "Eyes and teeth seen; immunisations up to date."},
	{"B-711", 4, "{child} speaks {language} at home when {he} wants to. The food is right."},
	{"B-712", 5, "{child} knows whom to ring and has done it once."},
	{"B-714", 4, "The plan changed because of what {child} said about bedtimes."},
	{"B-715", 0, "The social worker visits as often as the rule says."},
	{"B-716", 0, "No delay to name."},
	{"B-719", 0, "No concern that needs action now."},
}

// keptPrivate is what children asked to keep to themselves.
var keptPrivate = [...]string{
	"Sometimes I cry about my old house and I don't want them to know.",
	"I don't like the way the other boy talks to me at tea.",
	"I might not want to go on Saturdays but don't say it was me.",
	"I'm scared of the cellar door.",
}

package review

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/workday"
)

// Response is how the manager's answer to one decision stands (HB 3.71; DE-04
// to DE-07, DE-13; A-05).
type Response struct {
	State     clock.Answer
	Due       workday.Date // the last day of the manager's window
	Effective workday.Date // the day the answer, or silence, counts from
	Answered  workday.Date // the day of the manager's answer; not known while there is none
	Late      bool         // the manager disagreed after the window: it stands as agreed, and calls for a talk
}

// ResponseTo says how the manager's answer to a decision stands; ok is false
// while the manager has not received it.
func ResponseTo(c *casefile.Case, d casefile.Decided, x Context) (r Response, ok bool) {
	received := c.ReceivedOf(d)
	if !received.Known() {
		return r, false
	}
	r.Due, r.State, r.Effective = clock.ManagerWindow(x.Calendar, received, d.Answer.On, d.Answer.Agrees, x.Today)
	r.Answered = d.Answer.On
	r.Late = d.Answer.On.Known() && d.Answer.On > r.Due && !d.Answer.Agrees
	return r, true
}

// Refused reports whether the manager refused a decision inside the window.
func (r Response) Refused() bool { return r.State == clock.AnswerRefused }

// Words is the answer as people read it.
func (r Response) Words() string {
	switch {
	case r.Late:
		return "refused too late, stands as agreed since " + r.Effective.Long()
	case r.State == clock.AnswerAgreed:
		return "agreed " + r.Effective.Long()
	case r.State == clock.AnswerRefused:
		return "refused " + r.Effective.Long()
	case r.State == clock.AnswerDeemed && r.Answered.Known():
		return "agreed " + r.Answered.Long() + ", after the days to answer were over"
	case r.State == clock.AnswerDeemed:
		return "no answer, so agreed since " + r.Effective.Long()
	}
	return "answer due by " + r.Due.Long()
}

// Progress says how a decision stands today and by how many days it is late.
func Progress(d casefile.Decided, x Context) (clock.Progress, int) {
	var done workday.Date
	if d.State() == casefile.DecisionDone {
		done = d.Last().On
	}
	return clock.Implementation(d.Due(), done, d.State() == casefile.DecisionPart, x.Today)
}

// Rolled is how a decision came to this review: how often it was carried on,
// when it was first made, and the child's age then (DE-12; DD-07).
type Rolled struct {
	Times int
	First workday.Date
	Age   string // "6y 2m", "" while the date of birth is not known
}

// RolledOn gives how a decision came here.
func RolledOn(c *casefile.Case, id casefile.ID, x Context) Rolled {
	line := c.LineOf(id)
	if len(line) == 0 {
		return Rolled{}
	}
	first := line[0].Made
	return Rolled{Times: len(line) - 1, First: first, Age: c.DOB().AgeWords(first, x.Readings.LeapBirthday)}
}

// vague are the words that begin a decision nobody can see carried out.
var vague = [...]string{"consider", "explore", "monitor", "continue", "support", "think about", "look at", "look into", "review", "be aware", "try", "encourage", "promote", "discuss"}

// loose are the words within a decision that leave open whether it was done.
var loose = [...]string{"as appropriate", "where appropriate", "if appropriate", "where possible", "if possible", "as necessary", "if necessary", "ensure", "explore", "is supported", "be supported"}

// posts are the words for who that name a post many people hold.
var posts = [...]string{"social worker", "the social worker", "school", "the school", "carer", "carers", "the carer", "the carers", "team manager", "manager", "health", "nurse", "parents"}

// nobody are the words for who that name no person to ask.
var nobody = [...]string{"la", "local authority", "the local authority", "everyone", "all", "professionals", "the team", "team", "social care", "children's services", "the council", "tbc", "to be confirmed"}

// undated are the words that stand where a day should.
var undated = [...]string{"asap", "as soon as possible", "ongoing", "in due course", "when possible", "as and when"}

// Doubts says in words where a decision may not be specific, measurable,
// achievable, relevant or timed (HB 3.72; QA-10). They are doubts to weigh: the
// IRO keeps the decision as it is or mends it.
func Doubts(d casefile.DecisionMade, limit workday.Date) []string {
	var out []string
	what, who := strings.ToLower(strings.TrimSpace(d.What)), strings.ToLower(strings.TrimSpace(d.Who))
	for _, w := range vague {
		if what == w || strings.HasPrefix(what, w+" ") {
			out = append(out, "\""+title(w)+"\" is hard to see done. What will somebody have done by that day?")
		}
	}
	for _, w := range undated {
		if strings.Contains(" "+what+" ", " "+w+" ") {
			out = append(out, "\""+w+"\" cannot be chased. The day below can; leave the words out.")
		}
	}
	if strings.Contains(what, " and ") && strings.Count(what, ",")+strings.Count(what, " and ") > 2 {
		out = append(out, "It may be several decisions in one. Each is easier to chase alone.")
	}
	for _, w := range loose {
		if strings.Contains(" "+what+" ", " "+w+" ") {
			out = append(out, "\""+w+"\" leaves open whether it was done. Say what somebody will have done by that day.")
		}
	}
	if slices.Contains(posts[:], who) {
		out = append(out, "\""+strings.TrimSpace(d.Who)+"\" may be somebody else by then. Name the person.")
	}
	if slices.Contains(nobody[:], who) {
		out = append(out, "\""+strings.TrimSpace(d.Who)+"\" is nobody to ask. Name one person.")
	}
	if strings.EqualFold(strings.TrimSpace(d.Outcome), strings.TrimSpace(d.What)) && what != "" {
		out = append(out, "The outcome says again what is to be done. What will be better for the child?")
	}
	if limit.Known() && d.By > limit {
		out = append(out, "It is wanted after the next review's limit, "+limit.Long()+", so that review cannot see it done.")
	}
	return out
}

// Send states when the decisions of a review were written up, sent and
// received, and answers the items of the list that ask for it (RC-01, DE-04).
func Send(c *casefile.Case, s casefile.DecisionsSent, x Context) ([]casefile.Line, error) {
	lines, err := c.SendDecisions(s, x.Today)
	if err != nil || len(lines) == 0 {
		return lines, err
	}
	answer := func(item string, on workday.Date, evidence map[string]string) {
		if err == nil && on.Known() {
			var more []casefile.Line
			more, err = c.AnswerItem(casefile.ItemAnswered{Review: s.Review, Item: item, Answer: casefile.Done, Evidence: evidence}, on, x.Today)
			lines = append(lines, more...)
		}
	}
	answer(issuedItem, s.Issued, map[string]string{"issued_on": s.Issued.String()})
	answer(receiptItem, s.Received, map[string]string{"received_on": s.Received.String(), "manager": strings.TrimSpace(s.To)})
	return lines, err
}

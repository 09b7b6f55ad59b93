package document

import (
	"slices"
	"strconv"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/review"
)

// Decisions is the decisions sheet: what goes to the designated manager and out
// within five working days of the review (HB 3.69 to 3.73; RC-01, DE-01 to
// DE-06, DE-11, DE-12).
func Decisions(s Subject, r Reader) (Document, error) {
	if err := r.allowed(); err != nil {
		return Document{}, err
	}
	if s.Review.ID.Zero() || !s.Review.IsHeld() {
		return Document{}, fault.New(fault.Refused, "The review has not been held yet.", "Its decisions are entered at it.")
	}
	if len(s.Case.DecisionsOf(s.Review.ID)) == 0 {
		return Document{}, fault.New(fault.Refused, "The review has no decisions on file.", "Enter them first; each goes out with its need, its outcome, a name and a day (HB 3.72).")
	}
	w := recorder{Subject: s, reader: r, redacted: s.redacts(r)}
	w.facts("Child", s.Case.Name(), "Reference", s.Case.Ref, "Council's number", s.Case.ExternalID(), "Review held", full(s.day()), "Chaired by", s.iro(s.day()))
	w.add(Heading{1, SectionDecisions})
	w.decided()
	w.add(Heading{1, "The manager's answer"}, Paragraph{s.window()})
	return w.finish("Decisions of the " + s.numbered()), nil
}

// decided is the table of a review's decisions, and what the manager said to
// each.
func (w *recorder) decided() {
	decisions := w.Case.DecisionsOf(w.Review.ID)
	if len(decisions) == 0 {
		return
	}
	t := Table{Head: []string{"No", "Need and outcome", "What will be done", "Who", "By when", "Accountable manager"}, Widths: []int{1, 5, 6, 3, 3, 3}}
	var answers []string
	for _, d := range decisions {
		t.Rows = append(t.Rows, []string{strconv.Itoa(d.No), sentences(d.Need) + "\n" + sentences("So that: "+d.Outcome), w.what(d), d.Who, full(d.By), d.Accountable})
		if answer, ok := review.ResponseTo(w.Case, d, w.Context); ok && answer.State != clock.AnswerAwaiting {
			refusal := ""
			if answer.Refused() {
				refusal = d.Answer.Words // a refusal goes to everyone who attended (DE-06)
			}
			answers = append(answers, sentences("Decision "+strconv.Itoa(d.No)+": "+answer.Words(), refusal))
		}
	}
	w.add(t)
	if slices.ContainsFunc(decisions, func(d casefile.Decided) bool { return d.Recommendation }) {
		w.add(Paragraph{"A recommendation asks for what the review itself cannot commit (HB 3.70)."})
	}
	if len(answers) > 0 {
		w.add(List{Items: answers})
	}
}

// what words the act of a decision: whether it is a recommendation, what it goes
// on from, and the referral it asks for (DE-11, DE-12; DD-05).
func (w *recorder) what(d casefile.Decided) string {
	text := d.What
	if d.Recommendation {
		text = "Recommendation: " + text
	}
	if rolled := review.RolledOn(w.Case, d.ID, w.Context); rolled.Times > 0 {
		text += "\nFirst decided on " + full(rolled.First) + " and carried on " + times(rolled.Times)
		if rolled.Age != "" {
			text += "; the child was " + rolled.Age + " then"
		}
		text += ". " + sentences("Different this time: "+d.Different)
	}
	if d.Service != "" {
		text += "\n" + sentences("Asked of "+d.Service+when(", on ", full(d.Referred))+when(", to answer by ", full(d.ReplyBy)))
	}
	return text
}

// when puts words before a text, or gives nothing for none.
func when(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

// window says how long the manager has to answer (HB 3.71; DE-04, DE-05).
func (s Subject) window() string {
	sent := s.Case.SentOf(s.Review.ID)
	if !sent.Received.Known() {
		return "The designated senior manager has five working days from the day these decisions are received to answer. Without an answer they stand as agreed and are carried out (HB 3.71)."
	}
	due, _, _ := clock.ManagerWindow(s.Context.Calendar, sent.Received, 0, false, s.Context.Today)
	return "Received by " + sent.To + " on " + full(sent.Received) + ". The five working days to answer end on " + full(due) +
		". Without an answer the decisions stand as agreed and are carried out (HB 3.71)."
}

// earlier says what became of the decisions of the review before, and of older
// ones that were still to be done (HB 3.39, 7.24; DD-01 to DD-04, DE-12).
func (w *recorder) earlier() {
	before, ok := review.Before(w.Case, w.Review)
	if !ok {
		return
	}
	t := Table{Head: []string{"Decision", "Who", "By when", "What became of it"}, Widths: []int{5, 3, 3, 6}}
	for _, d := range w.Case.Decisions() {
		from, _ := w.Case.ReviewByID(d.Review)
		if d.Review == w.Review.ID || from.Held.Recorded > before.Held.Recorded {
			continue
		}
		looks := slices.DeleteFunc(slices.Clone(d.Looks), func(l casefile.Look) bool {
			return w.Review.Held.Completed.Known() && l.On > w.Review.Held.Completed
		})
		if d.Review != before.ID && !recent(looks, d, before) {
			continue
		}
		t.Rows = append(t.Rows, []string{d.What, d.Who, full(d.By), w.became(looks)})
	}
	if len(t.Rows) > 0 {
		w.add(t)
	}
}

// recent reports whether something happened on an older decision since the
// review before, or it was still open then.
func recent(looks []casefile.Look, d casefile.Decided, before casefile.Review) bool {
	d.Looks = looks
	return d.Open() || len(looks) > 0 && looks[len(looks)-1].On > before.Held.Recorded
}

// became words the looks at a decision.
func (w *recorder) became(looks []casefile.Look) string {
	if len(looks) == 0 {
		return "Nothing is known of it yet."
	}
	last := looks[len(looks)-1]
	parts := []string{title(string(last.State)) + ", " + full(last.On), last.Evidence, when("Why: ", last.Why)}
	moves := 0
	for _, l := range looks {
		if l.NewDay.Known() {
			moves++
		}
	}
	if last.NewDay.Known() {
		parts = append(parts, "New day: "+full(last.NewDay))
	}
	if moves > 1 {
		parts = append(parts, "Its day was moved "+times(moves))
	}
	if next, ok := w.Case.DecisionByID(last.CarriedTo); ok && !last.CarriedTo.Zero() {
		parts = append(parts, "Carried on as decision "+strconv.Itoa(next.No)+when(": ", strings.TrimSpace(next.Different)))
	}
	return sentences(parts...)
}

// times is "once", "twice", "3 times".
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return plural(n, "time")
}

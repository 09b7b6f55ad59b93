package document

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// Days given for an answer where the IRO names none; local, no rule sets them.
const (
	answerBeforeReview = 5 // working days before the review
	answerToAlert      = 5 // working days from today
)

// values gives what every field of the letter says.
func (w *writer) values() map[string]value {
	out := map[string]value{}
	put := func(name, text string) { out[name] = value{text: strings.TrimSpace(text)} }
	profile := w.Practice.Profile()
	to := w.To.Person.Name
	if w.To.Child {
		to = w.first()
	}
	put("to_name", to)
	put("to_address", w.To.Person.Address)
	put("child_name", w.Case.Name())
	put("child_first_name", w.first())
	put("iro_name", cmp.Or(profile.Name, w.iro(w.Context.Today)))
	put("iro_phone", profile.Phone)
	put("iro_email", profile.Email)
	put("council", w.council())
	put("today", full(w.Context.Today))
	put("social_worker", w.worker())
	put("advocate", w.advocate())
	put("complaints", w.post("complain"))
	put("review_date", full(cmp.Or(w.Review.Held.Recorded, w.Review.Planned.Date)))
	put("review_number", w.numbered())
	put("review_time", w.Review.Planned.Time)
	if w.Kind == Introduction && !w.Review.IsHeld() && w.Review.Planned.Date < w.Context.Today {
		put("review_date", "") // the child is told of a review to come
	}
	switch w.Kind {
	case ToChild:
		w.toChild(out)
	case Outcome:
		on, _, _ := w.next()
		put("next_date", full(on))
		out["yours"] = value{items: w.yours()}
	case Exclusion:
		put("part", cmp.Or(w.part.Part, "the review"))
		put("left_out", w.leftOut())
		put("why", w.part.Why)
		put("instead", w.part.Instead)
	case Contact:
		put("reach", w.Case.Fact("comm_reach"))
		put("method", w.Case.AnswerSince("FST-03", 0).Evidence["method"])
		put("communicates", w.Case.Fact("comm_method"))
		put("helps", w.Case.Fact("comm_helps"))
	case Introduction:
		w.introduced(put)
	case Consultation:
		put("reply_by", full(w.replyBy()))
	case Invitation:
		put("reply_by", full(w.replyBy()))
		put("review_place", w.place())
		put("asked", w.asked())
	case Alert:
		w.alerted(put)
	}
	return out
}

// replyBy is the day views or an answer are wanted by: the one the IRO named,
// else some days before the review, if that is still to come.
func (w *writer) replyBy() workday.Date {
	on := w.Review.Planned.Date
	if w.ReplyBy.Known() || !on.Known() {
		return w.ReplyBy
	}
	if by := w.Context.Calendar.Sub(on, answerBeforeReview); by > w.Context.Today {
		return by
	}
	return w.ReplyBy
}

func (w *writer) worker() string {
	p, _ := w.Case.Person(casefile.SocialWorker, w.Context.Today)
	if w.reads(p) {
		return ""
	}
	return together(p.Name, p.Phone)
}

// reads reports whether the letter goes to this person, of whom it then never
// speaks as of somebody else.
func (w *writer) reads(p casefile.PersonStated) bool {
	return !w.To.Child && !p.ID.Zero() && p.ID == w.To.Person.ID
}

// advocate says who the advocate is, else which service there is.
func (w *writer) advocate() string {
	if p, ok := w.Case.Person(casefile.Advocate, w.Context.Today); ok {
		if w.reads(p) {
			return ""
		}
		whose := "The advocate is "
		if w.To.Child {
			whose = "Your advocate is "
		}
		return whose + together(p.Name, p.Phone) + "."
	}
	return w.post("advoca")
}

// post gives who holds a post whose name holds the word, with how to reach them.
func (w *writer) post(word string) string {
	for _, p := range w.Practice.Posts() {
		if strings.Contains(strings.ToLower(p.Post), word) {
			return p.Post + ": " + together(p.Name, p.Phone, p.Email)
		}
	}
	return ""
}

func together(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// toChild gives what the letter to the child tells: the issues in a child's
// words, what the child said and agreed to share, and the decisions, simply.
func (w *writer) toChild(out map[string]value) {
	var talked, said []string
	for _, m := range review.Agenda(w.Case, w.Review, w.Context) {
		if words := childs(m.ID); words != "" && m.Words != "" && !m.Private {
			talked = append(talked, words)
		}
	}
	for _, o := range w.Case.ChildsWordsAt(w.Review.ID) {
		if o.Shareable {
			said = append(said, "“"+strings.TrimSpace(o.Words)+"”")
		}
	}
	var decisions, asked, discussed []string
	for _, d := range w.Case.DecisionsOf(w.Review.ID) {
		switch {
		case w.refused(d):
			discussed = append(discussed, sentences(d.What))
		case d.Recommendation:
			asked = append(asked, sentences(d.What))
		default:
			decisions = append(decisions, sentences(d.What, w.willDo(d)))
		}
	}
	if len(decisions) == 0 && len(discussed) > 0 {
		decisions = []string{"Nothing is settled yet."}
	}
	out["talked"], out["said"] = value{items: talked}, value{items: said}
	out["decisions"], out["asked_for"], out["discussed"] = value{items: decisions}, value{items: asked}, value{items: discussed}
	on, venue, home := w.next()
	if home {
		venue = "where you live"
	}
	out["next_date"], out["next_place"] = value{text: full(on)}, value{text: venue}
}

// refused reports whether the manager refused a decision in time, so that
// nobody has to carry it out.
func (w *writer) refused(d casefile.Decided) bool {
	answer, ok := review.ResponseTo(w.Case, d, w.Context)
	return ok && answer.Refused()
}

// willDo tells the child who will carry a decision out and by when: the newest
// firm day, for the first may have been moved.
func (w *writer) willDo(d casefile.Decided) string {
	who, by := strings.TrimSpace(d.Who), " by "+full(d.Due())
	switch squash(who) {
	case "":
		return "it will be done" + by
	case "all", "everyone", "everybody":
		who = "everyone"
	case squash(w.Case.Name()), squash(w.first()):
		who = "you"
	}
	return who + " will do it" + by
}

// yours are the decisions that the reader is to carry out.
func (w *writer) yours() []string {
	var out []string
	for _, d := range w.Case.DecisionsOf(w.Review.ID) {
		if squash(d.Who) == squash(w.To.Person.Name) && !w.refused(d) {
			out = append(out, sentences(d.What)+" By "+full(d.Due())+".")
		}
	}
	return out
}

// childs are the issues of the agenda in a child's words; "" for those that are
// about the work of the adults.
func childs(item string) string {
	switch item {
	case "B-701":
		return "What has changed for you"
	case "B-702":
		return "What people said last time that they would do"
	case "B-704", "FST-06", "SND-02":
		return "Where you will live as you grow up"
	case "B-705", "PTH-05", "CUS-15":
		return "Seeing your family and friends"
	case "B-706":
		return "The place where you live"
	case "B-707", "PTH-04", "CUS-11":
		return "School and learning"
	case "B-708":
		return "Your new school"
	case "B-709":
		return "The things you like to do"
	case "B-710", "PTH-03", "CUS-12":
		return "Your health and how you feel"
	case "B-711", "UAS-02", "CUS-13":
		return "Who you are: your family's ways, your faith and your language"
	case "B-712":
		return "Who helps you and gives you advice"
	case "B-713":
		return "Getting ready for when you are older"
	case "B-714":
		return "What you want and how you feel"
	case "B-715", "LTF-04":
		return "Visits from your social worker"
	case "B-719", "CPP-04", "CUS-07":
		return "Keeping you safe"
	case "PTH-06":
		return "Money"
	case "CUS-16":
		return "Where you will live next"
	}
	return ""
}

// leftOut says what somebody was left out of, of a review that was held, or will
// be. Who decided it is not on file and is not said (HB 3.17; PR-31).
func (w *writer) leftOut() string {
	part, day := cmp.Or(w.part.Part, "the review"), full(cmp.Or(w.Review.Held.Recorded, w.Review.Planned.Date))
	held := w.Review.IsHeld()
	if w.To.Child {
		if held {
			return "Your review was on " + day + ". You were not at " + part + "."
		}
		return "Your review is" + cmp.Or(when(" on ", day), " being arranged") + ". You will not be at " + part + "."
	}
	about := "A review of the care plan for " + w.child()
	switch {
	case held:
		return about + " was held on " + day + ". It was decided that you would not be at " + part + "."
	case day == "":
		return about + " is being arranged. It was decided that you will not be at " + part + "."
	}
	return about + " is arranged for " + day + ". It was decided that you will not be at " + part + "."
}

// introduced says since when the IRO has been the child's, and who was before.
func (w *writer) introduced(put func(name, text string)) {
	now, ok := w.Case.AppointedOn(w.Context.Today)
	if !ok {
		return
	}
	put("since", full(now.From))
	for _, a := range w.Case.Appointments() {
		if a.From < now.From && a.Name != now.Name {
			put("before_name", a.Name)
		}
	}
}

// place says where the review is. Held where the child lives, it is told as an
// address only to those who may know it.
func (w *writer) place() string {
	planned := w.Review.Planned
	if !planned.Home {
		return planned.Venue
	}
	switch {
	case w.To.Child:
		return "at home, where you live"
	case w.MayKnowAddress(w.To):
		at, _ := w.Case.PlacementOn(w.Context.Today)
		lines := strings.FieldsFunc(cmp.Or(at.Address, planned.Venue), func(r rune) bool { return r == '\n' || r == '\r' })
		return "where " + w.child() + " lives" + when(": ", strings.Join(lines, ", "))
	}
	w.note("The review is where the child lives, and this person may not learn where that is: agree how they take part, and where.")
	return "where " + w.child() + " lives; I will tell you how you can take part"
}

// asked says which part somebody is asked to come to (HB 3.10; PR-03).
func (w *writer) asked() string {
	if w.To.Child {
		return ""
	}
	which := ""
	for _, p := range w.Case.PartsIn(w.Review.ID) {
		if p.Person == w.To.Person.ID && !p.Person.Zero() {
			which = p.Part
		}
	}
	switch w.To.Person.Part {
	case casefile.PartOfIt:
		return sentences("You are asked to come to a part of the review" + when(": ", which))
	case casefile.ViewsOnly:
		return "You are asked to send your views. You need not come."
	}
	return "You are asked to come to the whole of the review."
}

// alerted says what decision an alert is about, how late it is and what is known
// of it (HB 3.73, 7.24; DE-09).
func (w *writer) alerted(put func(name, text string)) {
	d := w.decision
	put("decision", d.What)
	put("need", d.Need)
	put("outcome", d.Outcome)
	put("who", d.Who)
	due := full(d.Due())
	if moved := d.Moves(); moved > 0 {
		due += " (first " + full(d.By) + "; the day was moved " + times(moved) + ")"
	}
	put("due", due)
	if _, late := review.Progress(d, w.Context); late > 0 {
		put("days_late", plural(late, "day"))
	}
	known := "I have been told of nothing that was done."
	if r := (recorder{Subject: w.Subject}); len(d.Looks) > 0 {
		known = r.became(d.Looks)
	}
	put("known", known)
	for _, a := range d.Alerts {
		if a.Sent < w.Context.Today { // one of today is this letter
			put("alerted_before", full(a.Sent))
		}
	}
	put("reply_by", full(cmp.Or(w.ReplyBy, w.Context.Calendar.Add(w.Context.Today, answerToAlert))))
}

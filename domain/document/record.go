package document

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/handbook"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// NothingRecorded stands in every part of the record that is empty.
const NothingRecorded = "Nothing is recorded."

// The sections of the record, in their order. Sections may be left out of a
// copy (see Document.Without).
const (
	SectionChild      = "The child"
	SectionReview     = "This review"
	SectionPeople     = "Who took part"
	SectionChildSaid  = "What the child said"
	SectionViews      = "What others said"
	SectionAgenda     = "What was talked about"
	SectionPlan       = "How the plan serves the child"
	SectionPermanence = "Permanence"
	SectionRights     = "Rights explained to the child"
	SectionDecisions  = "Decisions"
	SectionBefore     = "Decisions of earlier reviews"
	SectionAdjourned  = "Adjournment"
	SectionNext       = "The next review"
	SectionCopies     = "Who gets a copy"
)

// recorder writes one copy of a record.
type recorder struct {
	Subject
	reader   Reader
	redacted bool
	body     []Block
}

func (w *recorder) add(blocks ...Block) { w.body = append(w.body, blocks...) }

// prose adds what somebody wrote, each of its paragraphs as one.
func (w *recorder) prose(text string) {
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			w.add(Paragraph{part})
		}
	}
}

// Record is the full record of one review (HB 3.66 to 3.69; RC-02, RC-07 to
// RC-10). A redacted copy leaves out where the child lives, the
// carer's name, telephone numbers and e-mail addresses. Words that are private
// are in no copy. Whoever is to have a letter or nothing gets a coded error that
// says so.
func Record(s Subject, r Reader) (Document, error) {
	if !s.Review.IsHeld() {
		return Document{}, fault.New(fault.Refused, "The review has not been held yet.", "The record is made from what is entered at it.")
	}
	if err := r.allowed(); err != nil {
		return Document{}, err
	}
	w := recorder{Subject: s, reader: r, redacted: s.redacts(r)}
	for _, section := range []struct {
		title string
		write func()
	}{
		{SectionChild, w.theChild}, {SectionReview, w.theReview}, {SectionPeople, w.people}, {SectionChildSaid, w.childSaid}, {SectionViews, w.views},
		{SectionAgenda, w.agenda}, {SectionPlan, w.plan}, {SectionPermanence, w.permanence}, {SectionRights, w.rights}, {SectionDecisions, w.decided},
		{SectionBefore, w.earlier}, {SectionAdjourned, w.adjourned}, {SectionNext, w.nextReview}, {SectionCopies, w.copies},
	} {
		w.add(Heading{1, section.title})
		at := len(w.body)
		section.write()
		if len(w.body) == at {
			w.add(Paragraph{NothingRecorded})
		}
	}
	return w.finish("Record of the " + s.numbered()), nil
}

// finish puts a title on the body, says whose copy it is, and redacts what is to be redacted.
func (w *recorder) finish(heading string) Document {
	s := w.Subject
	d := Document{
		Title: heading, Subtitle: cmp.Or(s.Case.Name(), s.Case.Ref) + ", " + full(s.day()), Foot: "Private. " + s.Case.Ref,
		Language: English, Author: s.Practice.Profile().Name, Date: s.Context.Today, Body: w.body,
	}
	if whose := s.whose(w.reader); whose != "" {
		d.Body = append([]Block{Paragraph{"Copy for " + whose}}, d.Body...)
	}
	if w.redacted {
		d.Foot += ", redacted copy"
		return s.redact(d, w.reader)
	}
	return d
}

// whose names the reader of a copy, with what they are; "" for the case record
// and where nobody is named.
func (s Subject) whose(r Reader) string {
	if r.Child {
		return cmp.Or(s.Case.Name(), "the child")
	}
	return together(r.Person.Name, string(r.Person.Role))
}

// facts adds lines of a name and what is said of it; those without text are
// said to be not known unless they are optional, marked with a question mark.
func (w *recorder) facts(pairs ...string) {
	var rows []Fact
	for i := 0; i+1 < len(pairs); i += 2 {
		label, optional := strings.CutSuffix(pairs[i], "?")
		if pairs[i+1] != "" || !optional {
			rows = append(rows, Fact{label, known(pairs[i+1])})
		}
	}
	w.add(Facts{rows})
}

func (w *recorder) theChild() {
	c, on := w.Case, w.day()
	status, _ := c.StatusOn(on)
	placement, placed := c.PlacementOn(on)
	legal, lives := casefile.StatusCode.Words(status.Code), casefile.PlacementCode.Words(placement.Code)
	if status.Start.Known() {
		legal += ", since " + full(status.Start)
	}
	if placed {
		lives += ", since " + full(placement.Start)
	}
	if placement.OutOfArea {
		lives += ", outside the authority's area"
	}
	age := ""
	if years, ok := w.age(on); ok {
		age = full(c.DOB()) + ", aged " + plural(years, "year")
	}
	care, _ := c.CareOn(on)
	w.facts("Name", c.Name(), "Date of birth", age, "Council's number", c.ExternalID(), "Reference", c.Ref, "Council?", w.council(),
		"First language?", c.Fact(casefile.FactLanguage), "Looked after since", full(care.Start), "Legal status", legal, "Placement", lives)
	if !w.redacted {
		w.facts("Carer", placement.Carer, "Address", placement.Address, "Telephone?", placement.Phone)
	}
}

func (w *recorder) theReview() {
	c, held, planned := w.Case, w.Review.Held, w.Review.Planned
	number := "not known"
	if no := w.number(); no > 0 {
		number = workday.Ordinal(no)
	}
	if held.NotCounted {
		number = "an extra one that does not count in the sequence"
	}
	venue := planned.Venue
	if planned.Home {
		venue = "where the child lives"
	}
	way := "a meeting"
	if held.NoMeeting {
		way = "without a meeting"
	}
	took := ""
	if held.Participation != "" {
		took = casefile.ParticipationCode.Words(held.Participation)
	}
	completed := full(held.Completed)
	if completed == "" {
		completed = "not completed yet"
	}
	chair := cmp.Or(c.AnswerTo(w.Review.ID, "B-604").Evidence["chaired_by"], w.iro(held.Recorded))
	w.facts("Number", number, "Held", full(held.Recorded), "Completed", completed, "Kind?", title(held.What), "How", way, "Together with?", planned.With, "Meetings?", planned.Meetings, "Where?", venue,
		"Chaired by", chair, "How the child took part", took, "In time", w.inTime())
}

// inTime says how the review stood against the limit that was in force for it,
// and why it was late when it was (HB 7.11; RT-22).
func (w *recorder) inTime() string {
	held := w.Review.Held
	if held.NotCounted {
		return "no limit ran for it"
	}
	g := w.limit()
	if g == nil {
		return sentences("the limit is not known", held.LateReason)
	}
	rule, _ := handbook.RuleByID(g.Rule)
	due := "due by " + full(g.Due) + when(", ", rule.Citation())
	if held.Recorded <= g.Due {
		return "yes: " + due
	}
	return "no: " + due + ". " + cmp.Or(sentences(held.LateReason), "No reason is recorded.")
}

// limit is the limit the review had to meet: that of the file as it stood
// before this review and those after it.
func (s Subject) limit() *clock.Deadline {
	held := s.Review.Held
	before := slices.DeleteFunc(slices.Clone(s.Case.Entries), func(e casefile.Entry) bool {
		ev, ok := e.Event.(*casefile.ReviewHeld)
		return ok && (ev.ID == s.Review.ID || ev.Recorded >= held.Recorded)
	})
	c := casefile.Replay(s.Case.ID, before)
	return clock.Of(c, held.Recorded, s.Context.Calendar, s.Context.Readings).Governing
}

// keptPrivate stands where something was talked about whose words are in no
// copy.
const keptPrivate = "This was talked about. The words are kept private."

func (w *recorder) agenda() {
	for _, m := range review.Agenda(w.Case, w.Review, w.Context) {
		if w.judged() && judges(m.ID) {
			continue // told once, in the section on the plan
		}
		text := cmp.Or(m.Words, NothingRecorded)
		if m.Private {
			text = keptPrivate
		}
		w.add(Heading{2, m.Label})
		w.prose(text)
	}
}

// judges reports whether an issue of the agenda is answered by the judgement of
// the plan.
func judges(item string) bool { return item == "B-717" || item == "B-718" }

// judged reports whether a judgement of the plan is on file for the review.
func (s Subject) judged() bool {
	j := s.Case.JudgementOf(s.Review.ID)
	return j.Rating != "" || j.Evaluation != "" || j.Picture != "" || j.SmartWords != "" || len(j.Needs)+len(j.NeedsWords)+len(j.Smart) > 0
}

func (w *recorder) plan() {
	j := w.Case.JudgementOf(w.Review.ID)
	w.asked("Developmental need", "Has an action and an outcome", casefile.Needs(), j.Needs, j.NeedsWords)
	w.asked("Test of the plan", "Met", casefile.Tests(), j.Smart, nil)
	w.prose(j.SmartWords)
	if j.Rating != "" {
		w.add(Heading{2, "The plan as a whole"}, Paragraph{sentences(title(j.Rating.Words()), j.Why)})
	}
	if j.Evaluation != "" {
		w.add(Heading{2, "How far it meets the child's needs"})
		w.prose(j.Evaluation)
	}
	if j.Picture != "" {
		w.add(Heading{2, "The child where they live"})
		w.prose(j.Picture)
	}
	for _, m := range review.Agenda(w.Case, w.Review, w.Context) {
		note, ok := w.Case.NoteOn(w.Review.ID, m.ID)
		if !ok || note.Text == "" || !judges(m.ID) || !w.judged() {
			continue // its answer only repeats the judgement
		}
		text := note.Text
		if note.Private {
			text = keptPrivate
		}
		w.add(Heading{2, m.Label})
		w.prose(text)
	}
}

// asked adds a table of questions with their answers, unless none was answered.
func (w *recorder) asked(head, answer string, questions []casefile.Asked, answers, words map[string]string) {
	if len(answers) == 0 && len(words) == 0 {
		return
	}
	t := Table{Head: []string{head, answer, "What is lacking"}, Widths: []int{4, 2, 6}}
	if words == nil {
		t.Head, t.Widths = t.Head[:2], []int{8, 2}
	}
	for _, q := range questions {
		row := []string{q.Label + ": " + q.Words, cmp.Or(answers[q.Key], "not judged")}
		if words != nil {
			row = append(row, words[q.Key])
		}
		t.Rows = append(t.Rows, row)
	}
	w.add(t)
}

func (w *recorder) permanence() {
	c := w.Case
	defer w.talkedOfPermanence()
	if c.Fact(casefile.FactRoute) == "" && !c.FactOn(casefile.FactPermanence).Known() {
		return
	}
	day := func(key string) string { return full(c.FactOn(key)) }
	w.facts("Route", c.Fact(casefile.FactRoute), "Second route, planned beside it?", c.Fact(casefile.FactSecondRoute), "Plan made on", day(casefile.FactPermanence),
		"To be reached by", day(casefile.FactPermanenceBy), "Life story work by?", day(casefile.FactLifeStory), "Later life letter by?", day(casefile.FactLaterLetter),
		"Support plan by?", day(casefile.FactSupportPlan))
}

// talkedOfPermanence points to what was said of permanence, which stands among
// the issues.
func (w *recorder) talkedOfPermanence() {
	for _, m := range review.Agenda(w.Case, w.Review, w.Context) {
		if m.ID == "B-704" && (m.Words != "" || m.Private) {
			w.add(Paragraph{"It was talked about: see “" + m.Label + "” under “" + SectionAgenda + "”."})
		}
	}
}

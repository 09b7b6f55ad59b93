package event

import (
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/handbook"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// text is the change in full, for a width.
func (p *Blocked) text(w int) []string {
	c := p.desk.Case(p.id)
	b := &page{p: p, w: w, c: c, x: p.desk.Context()}
	if c == nil {
		b.say(kit.Dim, "Reading the file…")
		return b.lines
	}
	ch, ok := c.ProposalByID(p.change)
	if !ok {
		b.say(kit.Dim, "This change was taken back and is no longer on file.")
		return b.lines
	}
	b.facts = review.FactsForChanges(c, p.desk.Clocks(c), b.x)
	b.what(ch)
	b.welfare(ch)
	b.holds(ch)
	b.alsoNeeded(ch)
	b.scrutiny(ch)
	return b.lines
}

// page gathers the lines of a change.
type page struct {
	p     *Blocked
	w     int
	c     *casefile.Case
	x     review.Context
	facts handbook.Facts
	lines []string
}

func (b *page) say(tone kit.Tone, words string) {
	th := b.p.desk.Nav.Theme()
	for _, l := range kit.Wrap(kit.Clean(words), max(min(b.w-6, 92), 1)) {
		b.lines = append(b.lines, "   "+th.Paint(tone, l))
	}
}

func (b *page) head(words string) {
	b.lines = append(b.lines, "")
	b.say(kit.Strong, words)
}

// sign says something with a mark before it.
func (b *page) sign(s kit.Sign, tone kit.Tone, words string) {
	mark := b.p.desk.Nav.Theme().SignText(s)
	b.say(tone, strings.TrimSpace(mark+" "+words))
}

func (b *page) what(ch casefile.ChangeProposed) {
	b.say(kit.Strong, sheet.Sentence(ch.What.Words()))
	words := "Proposed " + ch.ProposedOn.Long()
	if ch.For.Known() {
		words += ", planned for " + ch.For.Long()
	}
	if ch.MadeOn.Known() {
		words += ", made " + ch.MadeOn.Long()
	}
	b.say(kit.Normal, words+".")
	if ch.Text != "" {
		b.say(kit.Normal, b.p.desk.Private(ch.Text))
	}
	b.lines = append(b.lines, "")
	switch s := review.StandingOf(b.c, b.facts, b.x, ch); s {
	case review.Waiting, review.Unreviewed:
		b.sign(kit.SignLate, kit.Late, sheet.Sentence("it "+past(s)))
	case review.MayGoOn:
		b.sign(kit.SignSoon, kit.Soon, sheet.Sentence(string(s)))
	case review.Reviewed:
		r, _ := b.c.ReviewByID(ch.Review)
		b.sign(kit.SignDone, kit.Good, "The review of "+r.Held.Recorded.Long()+" considered it.")
	case review.Overridden:
		b.sign(kit.SignNotDone, kit.Soon, "Overridden by "+b.p.desk.Private(ch.OverriddenBy)+" on "+ch.OverriddenOn.Long()+": "+b.p.desk.Private(ch.Override))
	case review.Dropped:
		b.sign(kit.SignNotApply, kit.Dim, "No longer proposed since "+ch.Dropped.Long()+".")
	}
	if due, ok := review.ReviewNeededBy(b.x, ch); ok {
		b.due("Hold the review as soon as possible, by", due, "(CV-14, our reading)")
	}
}

// welfare says what follows when the IRO is not satisfied with a move (HB 3.79;
// MO-28, MO-29), and that the child would be too young for it.
func (b *page) welfare(ch casefile.ChangeProposed) {
	if ch.Dropped.Known() {
		return
	}
	if review.TooYoung(b.c, b.x, ch) {
		b.sign(kit.SignLate, kit.Late, "The child would be under 16: supported accommodation is barred at that age (CV-02).")
	}
	switch {
	case ch.FreezeAsked.Known():
		b.freeze(ch)
	case ch.Moves() && ch.NotSatisfied():
		b.sign(kit.SignLate, kit.Late, "You are not satisfied. Ask for a freeze and start the dispute process at the same time (HB 3.79; MO-28). f enters the day you asked.")
	}
}

// freeze says what came of a request for a freeze. It is late from the day after
// it was asked for until it is answered, and the child is to be told at once.
func (b *page) freeze(ch casefile.ChangeProposed) {
	if ch.FreezeWaits() {
		b.due("No answer yet to the freeze you asked for on", ch.FreezeAsked, "(HB 3.79; MO-28). f enters it")
	} else {
		b.sign(kit.SignDone, kit.Normal, "You asked for a freeze on "+ch.FreezeAsked.Long()+"; answered on "+ch.FreezeAnswered.Long()+": "+b.p.desk.Private(ch.FreezeAnswer))
	}
	const what = "advocacy, representation and complaining"
	if ch.AdvisedOn.Known() {
		b.sign(kit.SignDone, kit.Normal, "The child was told about "+what+" on "+ch.AdvisedOn.Long()+".")
		return
	}
	b.sign(kit.SignSoon, kit.Soon, "Tell the child now about "+what+" (HB 3.79; MO-29). f enters the day.")
}

// past is a standing as a sentence about "it".
func past(s review.Standing) string {
	if s == review.Unreviewed {
		return "was " + string(s) + "."
	}
	return string(s) + "."
}

// due says a limit with how it stands.
func (b *page) due(words string, due workday.Date, source string) {
	mark, left := wait(b.x, due)
	tone := kit.Soon
	if mark == kit.SignLate {
		tone = kit.Late
	}
	b.sign(mark, tone, words+" "+due.Long()+": "+left+" "+source+".")
}

// holds says which rules want a review first, with their source, and what
// clears the change.
func (b *page) holds(ch casefile.ChangeProposed) {
	rules, heading := review.StillHolds(b.c, b.facts, b.x, ch), "What holds it"
	if len(rules) == 0 && !ch.Dropped.Known() {
		rules, heading = review.MustComeFirst(b.facts, ch), "What asks for a review"
	}
	if len(rules) > 0 {
		b.head(heading)
	}
	for _, r := range rules {
		b.say(kit.Normal, "- "+sheet.Sentence(reason(r.ID)))
		source := "  " + r.Citation() + " (" + r.ID + ")"
		if r.Unverified() {
			source += ", not verified; a setting switches it off"
		}
		b.say(kit.Dim, source)
	}
	if len(review.StillHolds(b.c, b.facts, b.x, ch)) > 0 {
		b.head("What clears it")
		b.say(kit.Normal, "v  the review that considered it, once it is recorded")
		b.say(kit.Normal, "o  going on without one: a reason, a name and a date")
		if urgent(kit.Values{"what": string(ch.What)}) {
			b.say(kit.Normal, "m  it was made in an emergency: the review follows at once")
		}
		b.say(kit.Normal, "x  it is no longer proposed")
	}
}

// alsoNeeded says what is wanted beside a review: approvals and notice.
func (b *page) alsoNeeded(ch casefile.ChangeProposed) {
	at := len(b.lines)
	for _, a := range review.Approvals(b.facts, ch) {
		if len(a.Missing) == 0 {
			b.sign(kit.SignDone, kit.Good, "Approved by "+b.p.desk.Private(ch.ApprovedBy)+" on "+ch.ApprovedOn.Long()+" ("+a.Rule.ID+").")
			continue
		}
		b.sign(kit.SignLate, kit.Late, "Missing: "+strings.Join(a.Missing, "; ")+".")
		b.say(kit.Dim, "  "+a.Rule.Text+" "+a.Rule.Citation()+" ("+a.Rule.ID+")")
	}
	if due, ok := review.NoticeDue(b.x.Calendar, ch); ok {
		b.due("Written notice of the placement's end, to anyone not told before, by", due, "(CPPCR 14; CV-10)")
	}
	if len(b.lines) > at {
		rest := append([]string(nil), b.lines[at:]...)
		b.lines = b.lines[:at]
		b.head("Beside the review")
		b.lines = append(b.lines, rest...)
	}
}

// scrutiny gives the IRO's questions about a move with the answers so far.
func (b *page) scrutiny(ch casefile.ChangeProposed) {
	if !ch.Moves() || ch.Dropped.Known() {
		return
	}
	b.head("Your scrutiny of the move (HB 3.78, 3.79)")
	if !ch.Emergency {
		b.answer("Rests on an up-to-date plan and a thorough assessment", planWords(ch.PlanDated))
	}
	b.answer("The child understands it", ch.Understands)
	b.answer("The child's wishes", b.p.desk.Private(ch.Wishes))
	b.answer("Meets the child's need", ch.MeetsNeed)
	b.answer("Serves the child's interests", ch.InInterests)
	b.answer("Can work", ch.Workable)
	b.answer("Can last", ch.Lasting)
	if review.MissingPattern(b.c, b.x) || review.Breakdowns(b.c) > 1 {
		b.sign(kit.SignSoon, kit.Soon, "Homes broke down or the child went missing again and again: ask how this plan and the search for a home deal with the risk (HB 3.80; MO-30).")
	}
}

func planWords(day workday.Date) string {
	if !day.Known() {
		return ""
	}
	return "plan of " + day.Long()
}

// answer is one question with its answer; nothing is taken as answered.
func (b *page) answer(question, answer string) {
	switch answer {
	case "":
		b.sign(kit.SignOpen, kit.Normal, question+": not answered yet")
	case "no":
		b.sign(kit.SignLate, kit.Late, question+": no")
	default:
		b.sign(kit.SignDone, kit.Normal, question+": "+answer)
	}
}

package caseload

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// Act is what the IRO did with a child at a visit.
type Act string

// The acts.
const (
	SawAlone Act = "seen alone"
	Observed Act = "observed"
	Told     Act = "told them"
)

// item is the item of the list an act answers, when it is there and open.
func (a Act) item() string {
	switch a {
	case SawAlone:
		return talkItem
	case Observed:
		return watchItem
	}
	return toldItem
}

// preparation is how many working days before a review its own preparation
// opens, as the first phase of its list has it.
const preparation = 20

// Preparing reports whether, on a day, the preparation of the review whose list
// is open had begun. It never has while no day for the review is known.
func (s Sitting) Preparing(on workday.Date) bool {
	return s.date.Known() && on >= s.x.Calendar.Sub(s.date, preparation)
}

// Asks gives the open item of the list that an act is asked for by.
func (s Sitting) Asks(a Act) (item review.Item, ok bool) {
	i := slices.IndexFunc(s.Open, func(o review.Item) bool { return o.ID == a.item() })
	if i < 0 {
		return item, false
	}
	return s.Open[i], true
}

// Answers gives the open item that an act on a day answers; ok is false when the
// act is only logged: nothing asks for it, or it was done before the review was
// being prepared, as on the day the last one closed.
func (s Sitting) Answers(a Act, on workday.Date) (item review.Item, ok bool) {
	item, ok = s.Asks(a)
	return item, ok && item.By.Known() && s.Preparing(on)
}

// Done is one act with a child at a visit. Where and How are asked for a talk,
// Alone too; Words is what the child said, what was seen or what was told.
type Done struct {
	Act   Act
	On    workday.Date
	Where string
	How   string
	Alone bool
	Words string
}

// Keep enters what was done with the child: a contact in the log and the answer
// to the item that asks for it, which opens the review on file when nothing had.
// A talk that was not alone answers nothing. What the child said is kept as
// private words too, so that no copy of anything can hold it.
func (s Sitting) Keep(d Done, newID casefile.NewID) ([]casefile.Line, error) {
	d.Where, d.How, d.Words = strings.TrimSpace(d.Where), strings.TrimSpace(d.How), strings.TrimSpace(d.Words)
	if d.Words == "" && d.Act != SawAlone {
		return nil, fault.New(fault.BadInput, "There are no words.", "Say what you saw, or what you told the child.")
	}
	k := keeper{s: s, d: d}
	_, asked := s.Answers(d.Act, d.On)
	asked = asked && (d.Act != SawAlone || d.Alone)
	review := s.Review
	if asked && review.Zero() {
		review = newID()
		k.take(s.Case.PlanReview(casefile.ReviewPlanned{ID: review}, s.x.Today))
	}
	switch {
	case d.Act == SawAlone:
		k.log(k.meeting())
		if asked {
			k.answer(review, map[string]string{"where": d.Where, "alone": "yes", "method": d.How, "child_words": d.Words})
		}
		if d.Words != "" {
			k.take(s.Case.KeepWords(casefile.ChildSaid{ID: newID(), Review: review, Words: d.Words, Where: d.Where}, d.On, s.x.Today))
		}
	case d.Act == Told:
		k.log("Told them: " + d.Words)
		if asked {
			k.answer(review, map[string]string{"told": d.Words})
		}
	case asked:
		k.answer(review, map[string]string{"seen_on": d.On.String(), "what_seen": d.Words})
	default:
		k.log("Observed: " + d.Words)
	}
	return k.lines, k.err
}

// keeper gathers the lines of one act.
type keeper struct {
	s     Sitting
	d     Done
	lines []casefile.Line
	err   error
}

func (k *keeper) take(lines []casefile.Line, err error) {
	k.lines, k.err = append(k.lines, lines...), cmp.Or(k.err, err)
}

func (k *keeper) log(text string) {
	if k.err == nil {
		k.take(k.s.Case.WriteLog(casefile.Logged{What: casefile.Contact, With: theChild, Way: visitedWay, Text: text}, casefile.ID{}, k.d.On, k.s.x.Today))
	}
}

func (k *keeper) answer(review casefile.ID, evidence map[string]string) {
	if k.err == nil {
		k.take(k.s.Case.AnswerItem(casefile.ItemAnswered{Review: review, Item: k.d.Act.item(), Answer: casefile.Done, Evidence: evidence}, k.d.On, k.s.x.Today))
	}
}

// meeting says in the log how the child was seen.
func (k *keeper) meeting() string {
	text := "Seen alone"
	if !k.d.Alone {
		text = "Seen, not alone"
	}
	for _, part := range []string{k.d.Where, k.d.How} {
		if part != "" {
			text += ", " + part
		}
	}
	return text
}

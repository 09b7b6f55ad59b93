package review

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/workday"
)

// Matter is one issue of a review's agenda with what was said of it, and what
// was said the time before (HB 3.38; AG-01 to AG-24).
type Matter struct {
	handbook.Item
	Answer  casefile.ItemAnswer
	Words   string // what was entered at this review
	Private bool   // the words are in no copy
	Last    string // what was entered at the review before
	LastOn  workday.Date
}

// Agenda lists the statutory issues of a review that apply to this child, in
// the order of the list, and whatever else was entered under the agenda.
func Agenda(c *casefile.Case, r casefile.Review, x Context) []Matter {
	f := Facts(c, clock.Of(c, x.Today, x.Calendar, x.Readings), x)
	items := handbook.Compose(&f)
	for _, phase := range enteredAt(c, r) {
		if !slices.ContainsFunc(items, func(i handbook.Item) bool { return i.ID == phase.ID }) {
			items = append(items, phase)
		}
	}
	before, _ := Before(c, r)
	var out []Matter
	for _, item := range items {
		if item.Phase != agendaPhase {
			continue
		}
		m := Matter{Item: item, Answer: c.AnswerTo(r.ID, item.ID)}
		m.Words, m.Private = Words(c, r.ID, item)
		if before.IsHeld() {
			if last, private := Words(c, before.ID, item); !private {
				m.Last, m.LastOn = last, before.Held.Recorded
			}
		}
		out = append(out, m)
	}
	return out
}

const agendaPhase = "P7"

// enteredAt lists the agenda items that something was entered under at a review,
// whether or not they would be asked today.
func enteredAt(c *casefile.Case, r casefile.Review) []handbook.Item {
	var out []handbook.Item
	add := func(id string) {
		item, ok := handbook.ItemByID(id)
		known := slices.ContainsFunc(out, func(o handbook.Item) bool { return o.ID == id })
		if ok && item.Phase == agendaPhase && !known {
			out = append(out, item)
		}
	}
	for _, e := range c.Entries {
		switch ev := e.Event.(type) {
		case *casefile.ItemAnswered:
			if ev.Review == r.ID && c.AnswerTo(r.ID, ev.Item).Answer != casefile.Open {
				add(ev.Item)
			}
		case *casefile.NoteWritten:
			if note, ok := c.NoteOn(r.ID, ev.Item); ok && ev.Review == r.ID && note.Text != "" {
				add(ev.Item)
			}
		}
	}
	return out
}

// Before gives the last review recorded before this one; for one that was not
// held yet, the last held.
func Before(c *casefile.Case, r casefile.Review) (before casefile.Review, ok bool) {
	for _, o := range c.Reviews() {
		if o.IsHeld() && o.ID != r.ID && (!r.IsHeld() || o.Held.Recorded < r.Held.Recorded) {
			before, ok = o, true
		}
	}
	return before, ok
}

// Words is what the IRO wrote under an item of a review: the note, then the
// words given with the answer. The words of a private note are private.
func Words(c *casefile.Case, review casefile.ID, item handbook.Item) (words string, private bool) {
	var parts []string
	note, ok := c.NoteOn(review, item.ID)
	if text := strings.TrimSpace(note.Text); ok && text != "" {
		parts, private = append(parts, text), note.Private
	}
	a := c.AnswerTo(review, item.ID)
	if a.Reason != "" {
		parts = append(parts, title(a.Answer.String())+": "+a.Reason)
	}
	for _, name := range item.Evidence {
		value := strings.TrimSpace(a.Evidence[name])
		if value != "" && handbook.Evidence(item, name).Kind == handbook.KindText && !slices.Contains(parts, value) {
			parts = append(parts, value)
		}
	}
	return strings.Join(parts, "\n"), private
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

package room

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/tui/kit"
)

const (
	besideFrom = 100 // columns from which last review's words stand beside
	aboveMost  = 7   // rows of them above the text in a narrower window
)

// words is the editor of one item, with what was written the time before.
type words struct {
	*kit.Note
	th      *kit.Theme
	last    string
	private bool
	more    []kit.Action
	w, h    int
}

// write opens the words on an item. Every letter is kept as a draft, which
// comes back when it is opened again.
func (p *Page) write(item prep.Item, last string) tea.Cmd {
	draft := p.NoteDraft(item)
	earlier, _ := p.now().NoteOn(p.review.ID, item.ID)
	e := &words{th: p.Desk.Nav.Theme(), last: last, private: earlier.Private}
	text, intro := p.Desk.Draft(p.Child, draft), "Ctrl+S keeps it; Esc leaves it as a draft."
	switch {
	case text != "":
		intro = "Your unfinished words are here again. " + intro
	case earlier.Text != "":
		text = earlier.Text
	}
	keep := func(after func() tea.Cmd, also func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error)) func(string) tea.Cmd {
		return func(text string) tea.Cmd {
			cmd, kept := p.Act("Words kept", []string{draft}, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
				var lines []casefile.Line
				if text != earlier.Text || e.private != earlier.Private {
					note := casefile.NoteWritten{Text: text, Review: review, Item: item.ID, Private: e.private}
					var err error
					if lines, err = c.WriteNote(note, earlier.Entry, p.Desk.Today()); err != nil {
						return nil, err
					}
				}
				if also == nil {
					return lines, nil
				}
				more, err := also(c, review)
				return append(lines, more...), err
			})
			if kept {
				p.Desk.Nav.Pop()
				p.Refresh()
				return tea.Batch(cmd, after())
			}
			return cmd
		}
	}
	nothing := func() tea.Cmd { return nil }
	spoken := func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
		return c.AnswerItem(casefile.ItemAnswered{Review: review, Item: item.ID, Answer: casefile.Done, Evidence: item.Answer.Evidence}, p.Desk.Today(), p.Desk.Today())
	}
	e.Note = kit.NewNote(p.Desk.Nav, kit.NoteSpec{Title: item.Label, Intro: intro, Text: text,
		Changed: func(text string) { p.Desk.KeepDraft(p.Child, draft, text) },
		Status: func() string {
			state := "may be shared in the record"
			if e.private {
				state = "private: in no copy of anything"
			}
			if kept := p.Desk.DraftWords(p.Child, draft); kept != "" {
				state += "   " + kept
			}
			return state
		},
		Done: keep(nothing, nil)})
	const writing = "Writing"
	e.more = []kit.Action{
		{ID: "room.spoken", Keys: []string{"ctrl+d"}, Words: "keep, spoken of", Group: writing, Foot: 2, Do: func() tea.Cmd { return keep(nothing, spoken)(e.Text()) }},
		{ID: "room.goon", Keys: []string{"ctrl+g"}, Words: "keep, go to another", Group: writing, Foot: 3, Do: func() tea.Cmd { return keep(p.goTo, nil)(e.Text()) }},
		{ID: "room.concern", Keys: []string{"f8"}, Words: "a safety concern, at once; this stays a draft", Group: writing, Do: p.safety},
		{ID: "room.private", Keys: []string{"ctrl+t"}, Words: "private or not", Group: writing, Foot: 4, Do: func() tea.Cmd {
			e.private = !e.private
			return nil
		}},
	}
	p.Desk.Nav.Push(e)
	return nil
}

// beside reports whether there is room for the last words at the right.
func (e *words) beside() bool { return e.last != "" && e.w >= besideFrom }

// above is how many rows the last words take above the text.
func (e *words) above() int {
	if e.last == "" || e.beside() || e.h < 12 {
		return 0
	}
	return min(len(kit.Wrap(e.last, max(e.w-6, 1))), aboveMost, e.h/3) + 1
}

// SetSize shares the room between the words of then and of now.
func (e *words) SetSize(w, h int) {
	e.w, e.h = w, h
	if e.beside() {
		w = w * 3 / 5
	}
	e.Note.SetSize(w, h-e.above())
}

// View gives the words of then and of now.
func (e *words) View() string {
	switch rows := e.above(); {
	case e.beside():
		left := e.w * 3 / 5
		room := max(e.w-left-3, 1)
		return e.th.Beside(e.Note.View(), e.lastLines(room, e.h, ""), left, e.w, e.h)
	case rows > 0:
		return e.lastLines(max(e.w-6, 1), rows-1, "   ") + "\n\n" + e.Note.View()
	}
	return e.Note.View()
}

// lastLines gives at most so many rows of the words of then.
func (e *words) lastLines(w, rows int, indent string) string {
	lines := kit.Wrap(e.last, w)
	if len(lines) > rows {
		lines = append(lines[:max(rows-1, 0)], "… more; the whole stands on the list under the cursor")
	}
	for i := range lines {
		lines[i] = kit.Truncate(indent+e.th.Paint(kit.Dim, lines[i]), e.w)
	}
	return strings.Join(lines, "\n")
}

// Actions are the note's with the room's own.
func (e *words) Actions() []kit.Action {
	own := e.Note.Actions()
	return append(append(own[:1:1], e.more...), own[1:]...)
}

// InReview tells the root that a review is being worked on: it locks later.
func (e *words) InReview() bool { return true }

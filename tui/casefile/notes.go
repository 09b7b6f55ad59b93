package casefile

import (
	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Note is the page that writes a note about a child; every letter is kept as a
// draft, and the draft comes back when it is opened again.
func Note(d *desk.Desk, id file.ID) kit.Page { return notePage(d, id, file.Note{}) }

// newNoteDraft is the field a new note about the child is drafted under.
const newNoteDraft = "note/"

func notePage(d *desk.Desk, id file.ID, earlier file.Note) kit.Page {
	draft := newNoteDraft + earlier.Entry.String()
	text := d.Draft(id, draft)
	intro := "What you saw, heard, asked or promised, in your own words. ctrl+s keeps it; Esc leaves it as a draft."
	switch {
	case text != "":
		intro = "Your unfinished note is here again. ctrl+s keeps it; Esc leaves it as a draft."
	case !earlier.Entry.Zero():
		text = earlier.Text
		intro = "The earlier wording stays on file. ctrl+s keeps the new one; Esc leaves it as a draft."
	}
	row, _ := d.Row(id)
	return kit.NewNote(d.Nav, kit.NoteSpec{
		Title: "Note · " + d.Name(row), Intro: intro, Text: text,
		Changed: func(text string) { d.KeepDraft(id, draft, text) },
		Status:  func() string { return d.DraftWords(id, draft) },
		Done: func(text string) tea.Cmd {
			c := d.Case(id)
			if c == nil {
				return d.Open(id)
			}
			lines, err := c.WriteNote(file.NoteWritten{Text: text, Review: earlier.Review, Item: earlier.Item}, earlier.Entry, d.Today())
			return d.Save(c, lines, err, "Note kept", draft)
		},
	})
}

func (p *Page) newNote() tea.Cmd {
	p.desk.Nav.Push(Note(p.desk, p.id))
	return nil
}

func (p *Page) editNote(n file.Note) tea.Cmd {
	p.desk.Nav.Push(notePage(p.desk, p.id, n))
	return nil
}

package review

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/tui/kit"
)

// Note opens the note on the item; every letter is kept as a draft, which
// comes back when it is opened again.
func (p *Answering) Note(item prep.Item) tea.Cmd {
	draft := p.NoteDraft(item)
	earlier, _ := p.seen.NoteOn(p.prep.Review.ID, item.ID)
	text := p.desk.Draft(p.id, draft)
	intro := "ctrl+s keeps it with the item; Esc leaves it as a draft."
	switch {
	case text != "":
		intro = "Your unfinished note is here again. " + intro
	case earlier.Text != "":
		text = earlier.Text
		intro = "The earlier wording stays on file. " + intro
	}
	p.desk.Nav.Push(kit.NewNote(p.desk.Nav, kit.NoteSpec{
		Title: "Note: " + item.Label, Intro: intro, Text: text,
		Changed: func(text string) { p.desk.KeepDraft(p.id, draft, text) },
		Status:  func() string { return p.desk.DraftWords(p.id, draft) },
		Done: func(text string) tea.Cmd {
			cmd, kept := p.Act("Note kept", []string{draft}, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
				if text == earlier.Text && !earlier.Entry.Zero() {
					return nil, nil
				}
				return c.WriteNote(casefile.NoteWritten{Text: text, Review: review, Item: item.ID}, earlier.Entry, p.desk.Today())
			})
			if kept {
				p.desk.Nav.Pop()
			}
			return cmd
		},
	}))
	return nil
}

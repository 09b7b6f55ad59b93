package review

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// sheet is a form that covers only the bottom of the list, under a line that
// says what it is for. What is typed is kept as a draft.
type sheet struct {
	*kit.Form
	nav    *kit.Nav
	head   string
	want   int
	h      int
	forget func()
}

// newSheet makes a sheet whose unfinished answers are kept under draft.
func (p *Answering) newSheet(draft, head string, spec kit.FormSpec) *sheet {
	s := &sheet{nav: p.desk.Nav, head: head, forget: func() { p.desk.DropDraft(p.id, draft) }}
	for _, f := range spec.Fields {
		s.want++
		if f.Kind == kit.LongField {
			s.want += max(f.Rows, 4) - 1
		}
	}
	s.Form = p.desk.Form(p.id, draft, spec)
	s.want += 5 // head, a hint of two lines, gap, button
	if p.desk.Draft(p.id, draft) != "" {
		s.want += 2
	}
	return s
}

// Rows asks for as many rows as there are questions, leaving some of the list.
func (s *sheet) Rows(_, most int) int { return max(min(s.want, most-4), min(most, 6)) }

// SetSize keeps a row for the line at the top.
func (s *sheet) SetSize(w, h int) {
	s.h = h
	s.Form.SetSize(w, s.formRows())
}

func (s *sheet) formRows() int {
	if s.h < 4 {
		return s.h
	}
	return s.h - 1
}

// View gives what the sheet is for, then the questions.
func (s *sheet) View() string {
	if s.formRows() == s.h {
		return s.Form.View()
	}
	w, _ := s.nav.Size()
	return kit.Truncate("     "+s.nav.Theme().Paint(kit.Strong, kit.Clean(s.head)), w) + "\n" + s.Form.View()
}

// Actions are the form's, but forgetting closes the sheet, not the page under.
func (s *sheet) Actions() []kit.Action {
	actions := slices.Clone(s.Form.Actions())
	for i := range actions {
		if actions[i].ID == "form.forget" {
			actions[i].Do = func() tea.Cmd {
				s.forget()
				s.nav.Close()
				return nil
			}
		}
	}
	return actions
}

var _ kit.Sheet = (*sheet)(nil)

// fail shows why something could not be kept; what was typed stays.
func fail(d *desk.Desk, err error) { d.Nav.Say(kit.Late, fault.Words(err)) }

package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// NoteSpec says what a note page is for.
type NoteSpec struct {
	Title string
	Intro string // one quiet line above the text: what to write here
	Text  string // the draft or earlier text
	// Changed is told the text after every change: the draft.
	Changed func(text string)
	// Done is called by ctrl+s with the text; it leaves or says why not.
	Done func(text string) tea.Cmd
	// Status is asked for the right end of the bottom line: "draft kept".
	Status func() string
}

// Note is a page that is one editor.
type Note struct {
	nav  *Nav
	spec NoteSpec
	ed   *Editor
	w, h int
}

// NewNote makes a note page.
func NewNote(n *Nav, spec NoteSpec) *Note {
	p := &Note{nav: n, spec: spec, ed: NewEditor(n.th, spec.Text)}
	p.ed.Changed = spec.Changed
	p.ed.Refused = func(words string) { n.Say(Late, words) }
	return p
}

// Text gives what is written.
func (p *Note) Text() string { return p.ed.Value() }

// Init does nothing.
func (p *Note) Init() tea.Cmd { return nil }

// Update gives keys to the editor.
func (p *Note) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyMsg); ok {
		p.ed.Update(k)
	}
	return nil
}

// SetSize gives the editor what the lines around it leave.
func (p *Note) SetSize(w, h int) {
	p.w, p.h = w, h
	p.ed.SetSize(max(w-6, 1), max(h-p.around(), 1))
}

func (p *Note) around() int {
	switch {
	case p.h < 4:
		return 0
	case p.spec.Intro == "" || p.h < 8:
		return 2
	}
	return 4
}

// View gives intro, text, and the count of words.
func (p *Note) View() string {
	if p.h <= 0 {
		return ""
	}
	var rows []string
	if p.around() == 4 {
		rows = append(rows, Truncate("   "+p.nav.th.Paint(Dim, Clean(p.spec.Intro)), p.w), "")
	}
	rows = append(rows, p.text()...)
	if p.around() > 0 {
		last := p.nav.th.Paint(Dim, p.counts())
		if p.ed.Finding() {
			last = p.ed.FindLine(max(p.w-3, 1))
		}
		rows = append(rows, "", Truncate("   "+last, p.w))
	}
	return strings.Join(rows, "\n")
}

// text gives the rows of the editor in their margin. What the search found is
// pointed at there, and where no line is left for the search it takes a row.
func (p *Note) text() []string {
	margin := spaces(min(3, max(p.w-1, 0)/2))
	shown, at := p.ed.screen()
	rows := make([]string, max(p.h-p.around(), 1))
	for i := range rows {
		rows[i] = margin
		if i < len(shown) {
			rows[i] = Truncate(margin+shown[i], p.w)
		}
	}
	if !p.ed.Finding() {
		return rows
	}
	if p.ed.find.at >= 0 && len(margin) == 3 {
		rows[at] = Truncate(" > "+shown[at], p.w)
	}
	if p.around() == 0 {
		last := len(rows) - 1
		if at == last {
			last = 0
		}
		rows[last] = p.ed.FindLine(p.w)
	}
	return rows
}

func (p *Note) counts() string {
	s := Count(p.ed.Words(), "word", "words")
	if p.spec.Status != nil {
		if st := p.spec.Status(); st != "" {
			s += "   " + Clean(st)
		}
	}
	return s
}

// Count gives "1 word", "2 words".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return itoa(n) + " " + many
}

// Title is the spec's.
func (p *Note) Title() string { return p.spec.Title }

// Actions lists finishing and the editor's keys.
func (p *Note) Actions() []Action {
	out := []Action{{ID: "kit.note.done", Keys: []string{"ctrl+s"}, Words: "done", Group: "Writing", Foot: 1,
		Do: func() tea.Cmd {
			if p.spec.Done == nil {
				return nil
			}
			return p.spec.Done(p.ed.Value())
		}}}
	return append(out, p.ed.Actions()...)
}

// Typing is always so.
func (p *Note) Typing() bool { return true }

// Escape leaves the search, else the page: every change is already in the draft.
func (p *Note) Escape() bool { return p.ed.EndFind() }

// Package sheet is the list every screen of one child is written on: a sign, a
// label, a text and what is to say beside it, with what is cut off spelled out
// under the cursor. It makes its lines anew only when the case, the day, the
// settings or the hiding of names changed.
//
// It draws and moves; what the lines say and do is the screen's (see Content).
package sheet

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Line is one line: a heading, or what it says and what its keys lead to.
type Line struct {
	ID      string
	Heading string
	Sign    kit.Sign
	Label   string
	Text    string
	More    string
	Tone    kit.Tone
	Below   []string        // said whole under the row while the cursor is on it; else what is cut off is
	Open    func() tea.Cmd  // Enter; nil when nothing opens
	Why     *clock.Deadline // a date that is worked out
	Rules   []string        // the rules behind it
	Entry   casefile.ID     // of the timeline, for taking back
}

// Content is what one screen says.
type Content interface {
	// Lines makes the lines of a case.
	Lines(c *casefile.Case) []Line
	// Empty says what is so when there are no lines, and what to do next.
	Empty() (what, next string, keys []string)
}

// Shape is how wide the columns are. Labels is the widest the labels may be,
// More the width of the third column at 80 columns, 0 when there is none. Lead
// is for a list whose labels are what is read first.
type Shape struct {
	Labels, LabelsWide, More int
	Lead                     bool
}

// Sheet is the list of one child. A screen embeds it and adds its actions.
type Sheet struct {
	Desk  *desk.Desk
	Child casefile.ID

	shape    Shape
	content  Content
	table    *kit.Table
	seen     *casefile.Case
	day      workday.Date
	practice *practice.Practice
	hid      bool
	lines    []Line
	w, h     int

	labelW, textW, moreW int // of the columns
}

// New makes a sheet; Show puts a screen's content on it.
func New(d *desk.Desk, child casefile.ID, shape Shape) *Sheet {
	return &Sheet{Desk: d, Child: child, shape: shape, w: 80, h: 20}
}

// Show puts a screen's content on the sheet.
func (s *Sheet) Show(c Content) {
	s.content = c
	s.table = kit.NewTable(s.Desk.Nav.Theme(), nil, s)
	s.Refresh()
	s.SetSize(s.w, s.h)
}

// Init reads the file unless it is open already.
func (s *Sheet) Init() tea.Cmd { return s.Desk.Open(s.Child) }

// Resume makes the lines anew after another screen changed the case or began
// something about it.
func (s *Sheet) Resume() tea.Cmd {
	s.Remake()
	return s.Desk.Open(s.Child)
}

// Update moves the cursor; any other message means something may have changed.
func (s *Sheet) Update(msg tea.Msg) tea.Cmd {
	s.Refresh()
	s.table.Update(msg)
	s.spell()
	return nil
}

// Refresh makes the lines again when something they say may have changed.
func (s *Sheet) Refresh() {
	c := s.Desk.Case(s.Child)
	if c == s.seen && s.day == s.Desk.Today() && s.practice == s.Desk.Practice() && s.hid == s.Desk.Hidden() {
		return
	}
	s.Remake()
}

// Remake makes the lines again, for a screen that shows them in another way.
func (s *Sheet) Remake() {
	s.seen, s.day, s.practice, s.hid = s.Desk.Case(s.Child), s.Desk.Today(), s.Desk.Practice(), s.Desk.Hidden()
	s.lines = nil
	if s.seen != nil {
		s.lines = s.content.Lines(s.seen)
	}
	s.table.Reload()
	s.spell()
}

// spell writes what the row under the cursor has no room for below it.
func (s *Sheet) spell() {
	l, ok := s.Selected()
	if !ok {
		s.table.Under("", nil)
		return
	}
	below := l.Below
	if len(below) > 0 && l.Text != "" && kit.Width(l.Label) > s.labelW {
		below = append([]string{l.Label}, below...)
	}
	if whole := s.cut(l); len(below) == 0 && whole != "" {
		below = []string{whole}
	}
	s.table.Spell(l.ID, below...)
}

// cut gives whole what is cut off in the row of a line, "" when nothing is.
func (s *Sheet) cut(l Line) string {
	whole, room := l.Text, s.textW
	if l.More == "" && s.moreW > 0 {
		room += 2 + s.moreW // it runs on
	}
	if kit.Width(l.Text) <= room {
		whole = ""
	}
	if kit.Width(l.More) > s.moreW {
		whole = strings.TrimSpace(whole + "  " + l.More)
	}
	alone := l.Text == "" && l.More == "" // the label runs on over the row
	switch {
	case alone && kit.Width(l.Label) > s.labelW+2+s.textW:
		return l.Label
	case !alone && kit.Width(l.Label) > s.labelW:
		return strings.TrimSpace(l.Label + ": " + whole)
	}
	return whole
}

// View gives the lines, or what is so when there are none.
func (s *Sheet) View() string {
	s.Refresh()
	th := s.Desk.Nav.Theme()
	switch {
	case s.seen == nil:
		return th.Empty(s.w, s.h, "Reading the file…", "")
	case len(s.lines) == 0:
		what, next, keys := s.content.Empty()
		return th.Empty(s.w, s.h, what, next, keys...)
	}
	return s.table.View()
}

// SetSize keeps the room.
func (s *Sheet) SetSize(w, h int) {
	s.w, s.h = w, h
	s.labelW, s.moreW = min(s.shape.Labels, max(w/2, 1)), 0
	if w >= 100 && s.shape.LabelsWide > 0 {
		s.labelW = s.shape.LabelsWide
	}
	if w >= 60 && s.shape.More > 0 {
		s.moreW = min(s.shape.More+max(w-80, 0)/3, 36)
	}
	s.textW = max(w-5-s.labelW-2, 1)
	cols := []kit.Column{{Min: s.labelW}, {Min: s.textW}}
	if s.moreW > 0 {
		s.textW -= s.moreW + 2
		cols = []kit.Column{{Min: s.labelW}, {Min: s.textW}, {Min: s.moreW}}
	}
	s.table.Under("", nil)
	s.table.SetColumns(cols)
	s.table.SetSize(w, h)
	s.spell()
}

// About is the child the sheet is of.
func (s *Sheet) About() casefile.ID { return s.Child }

// Typing is never so: text is typed in forms.
func (s *Sheet) Typing() bool { return false }

// Escape takes no step of its own.
func (s *Sheet) Escape() bool { return false }

// Len is how many lines there are.
func (s *Sheet) Len() int { return len(s.lines) }

// ID names a line.
func (s *Sheet) ID(i int) string { return s.lines[i].ID }

// Index finds a line by its name.
func (s *Sheet) Index(id string) int {
	return slices.IndexFunc(s.lines, func(l Line) bool { return l.ID == id })
}

// Row gives one line.
func (s *Sheet) Row(i int) kit.Row {
	l := s.lines[i]
	if l.Heading != "" {
		return kit.Row{Heading: l.Heading}
	}
	label, text := kit.Dim, l.Tone
	if s.shape.Lead {
		label = kit.Normal
		if text == kit.Normal {
			text = kit.Dim
		}
	}
	return kit.Row{Sign: l.Sign, Cells: []kit.Cell{{Text: l.Label, Tone: label}, {Text: l.Text, Tone: text}, {Text: l.More, Tone: kit.Dim}}}
}

// Case is the case the lines were made from; nil while it is being read.
func (s *Sheet) Case() *casefile.Case { return s.seen }

// Selected is the line under the cursor.
func (s *Sheet) Selected() (Line, bool) {
	i, _, ok := s.table.Selected()
	if !ok || i >= len(s.lines) {
		return Line{}, false
	}
	return s.lines[i], true
}

// Select puts the cursor on a line.
func (s *Sheet) Select(id string) {
	s.table.Select(id)
	s.spell()
}

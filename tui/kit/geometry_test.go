package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
)

const hard = "Ŵyn Łukasz-Évans Sia\u0302n إدريس حداد 漢字 \u0627\u064E aः averyveryverylongwordwithoutanyspacesatall"

// screen is a page around a table, as most screens are.
type screen struct{ t *kit.Table }

func (s *screen) Init() tea.Cmd            { return nil }
func (s *screen) Update(m tea.Msg) tea.Cmd { s.t.Update(m); return nil }
func (s *screen) View() string             { return s.t.View() }
func (s *screen) SetSize(w, h int)         { s.t.SetSize(w, h) }
func (s *screen) Title() string            { return "Caseload of " + hard }
func (s *screen) Subheader(int) string     { return " 62 children   3 overdue   5 this week   " + hard }
func (s *screen) Right() string            { return "31 of 37 ready" }
func (s *screen) Typing() bool             { return false }
func (s *screen) Escape() bool             { return false }
func (s *screen) Actions() []kit.Action {
	return append(kit.TableActions(),
		kit.Action{ID: "why", Keys: []string{"w"}, Words: "why this date", Group: "This child", Foot: 1, Do: func() tea.Cmd { return nil }},
		kit.Action{ID: "note", Keys: []string{"n"}, Words: hard, Group: hard, Foot: 2, Disabled: hard})
}

type rows int

func (r rows) Len() int         { return int(r) }
func (r rows) ID(i int) string  { return fmt.Sprint(i) }
func (r rows) Index(string) int { return -1 }
func (r rows) Row(i int) kit.Row {
	if i%7 == 3 {
		return kit.Row{Heading: hard}
	}
	return kit.Row{Sign: kit.Sign(i % 7), Cells: []kit.Cell{{Text: hard}, {Text: "14", Tone: kit.Late}, {Text: hard, Tone: kit.Dim}}}
}

func newNav(ascii bool) *kit.Nav {
	th := kit.NewTheme(kit.Look{Mode: kit.Dark, Colours: 256, ASCII: ascii})
	tb := kit.NewTable(th, []kit.Column{{Title: "Child", Min: 10, Weight: 2}, {Title: "Age", Min: 3, Right: true}, {Title: "Next", Min: 12, Weight: 1, Drop: 1}}, rows(40))
	tb.Select("5")
	tb.Under("0", []string{hard, hard})
	n := kit.NewNav(th, &screen{tb})
	n.Day = func() string { return "Mon 23 Nov 2026" }
	n.Say(kit.Late, hard)
	n.Status(kit.Soon, "kept aside: the disk is full")
	return n
}

func form(n *kit.Nav) *kit.Form {
	f := kit.NewForm(n, kit.FormSpec{Title: hard, Intro: hard, Fields: []kit.Field{
		{ID: "a", Label: "Name", Value: hard, Required: true, Hint: hard},
		{ID: "b", Label: hard, Kind: kit.DateField, Value: "x", Check: func(string) (string, error) { return hard, fmt.Errorf("%s", hard) }},
		{ID: "h", Label: hard, Kind: kit.HeadingField},
		{ID: "c", Label: "Choice", Kind: kit.ChoiceField, Value: "x", Choices: []kit.Option{{ID: "x", Words: hard}, {ID: "y"}, {ID: "z"}}},
		{ID: "d", Label: "Closed", Disabled: hard},
		{ID: "s", Label: "Secret", Kind: kit.SecretField, Value: hard},
		{ID: "e", Label: "Long", Kind: kit.LongField, Value: strings.Repeat(hard+"\n", 5)},
		{ID: "f", Label: "Suggested", Suggest: hard},
	}})
	return f
}

// searched is a note whose search is open.
func searched(n *kit.Nav) kit.Page {
	p := kit.NewNote(n, kit.NoteSpec{Title: hard, Intro: hard, Text: strings.Repeat(hard+"\n", 20)})
	p.Update(kit.Press("ctrl+f"))
	p.Update(kit.Paste(hard))
	return p
}

func TestEverythingFitsEveryWindow(t *testing.T) {
	t.Parallel()
	pages := map[string]func(n *kit.Nav){
		"table": func(*kit.Nav) {},
		"form":  func(n *kit.Nav) { n.Push(form(n)) },
		"form, last field": func(n *kit.Nav) {
			f := form(n)
			n.Push(f)
			for range 6 {
				n.Update(kit.Press("tab"))
			}
		},
		"form refused": func(n *kit.Nav) { n.Push(form(n)); n.Update(kit.Press("ctrl+s")) },
		"note": func(n *kit.Nav) {
			n.Push(kit.NewNote(n, kit.NoteSpec{Title: hard, Intro: hard, Text: strings.Repeat(hard+"\n", 20), Status: func() string { return hard }}))
		},
		"note, something found": func(n *kit.Nav) { n.Push(searched(n)) },
		"form, nothing found": func(n *kit.Nav) {
			n.Push(form(n))
			for _, key := range []string{"tab", "tab", "tab", "tab", "ctrl+f", "~", "~"} {
				n.Update(kit.Press(key))
			}
		},
		"help":    func(n *kit.Nav) { n.Update(kit.Press("?")) },
		"palette": func(n *kit.Nav) { n.Update(kit.Press("ctrl+k")) },
		"palette, nothing found": func(n *kit.Nav) {
			n.Update(kit.Press("ctrl+k"))
			for _, k := range kit.Type("zzzzzz") {
				n.Update(k)
			}
		},
		"reader": func(n *kit.Nav) { n.Open(kit.NewText(n.Theme(), hard, strings.Repeat(hard+"\n", 30))) },
		"picker": func(n *kit.Nav) {
			n.Open(kit.NewPicker(n, hard, []kit.Option{{Words: hard, Detail: hard}, {Words: "b", Disabled: hard}}, nil))
		},
		"confirm": func(n *kit.Nav) { n.Open(kit.NewConfirm(n, kit.Ask{Title: hard, Words: hard, Button: hard})) },
		"confirm by word": func(n *kit.Nav) {
			n.Open(kit.NewConfirm(n, kit.Ask{Title: hard, Words: hard, Word: "erase"}))
		},
		"progress": func(n *kit.Nav) {
			p := kit.NewProgress(n, hard, nil)
			p.Done, p.Total = 5, 83630
			n.Open(p)
		},
	}
	for name, open := range pages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kittest.SweepPage(t, func() *kit.Nav {
				n := newNav(name == "palette")
				open(n)
				return n
			})
		})
	}
	t.Run("empty", func(t *testing.T) {
		t.Parallel()
		th := kit.NewTheme(kit.Look{Mode: kit.Light, Colours: 16})
		kittest.Sizes(func(w, h int) bool {
			for _, v := range []string{th.Empty(w, h, hard, hard, "a", hard, "ctrl+k", "find"), th.Frame(w, h, hard, hard, hard, hard)} {
				if err := kittest.Fits(v, w, h); err != nil {
					t.Error(err)
					return false
				}
			}
			return true
		})
	})
}

// The pages themselves keep to their room, without the frame's last guard.
func TestBodiesKeepToTheirRoom(t *testing.T) {
	t.Parallel()
	n := newNav(false)
	for name, p := range map[string]kittest.Sized{
		"table": n.Top(), "form": form(n),
		"note":                  kit.NewNote(n, kit.NoteSpec{Intro: hard, Text: strings.Repeat(hard+"\n", 20)}),
		"note, something found": searched(n),
		"reader":                kit.NewText(n.Theme(), hard, strings.Repeat(hard+"\n", 30)),
		"picker":                kit.NewPicker(n, hard, []kit.Option{{Words: hard, Detail: hard}}, nil),
		"ask":                   kit.NewConfirm(n, kit.Ask{Title: hard, Words: hard}),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kittest.Sweep(t, func() kittest.Sized { return p })
		})
	}
}

func TestPagesSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	var _ = []kit.Page{(*kit.Form)(nil), (*kit.Note)(nil), (*kit.Reader)(nil), (*kit.Progress)(nil)}
	n := newNav(false)
	n.SetSize(40, 10)
	if v := n.View(); !strings.Contains(v, "Caseload") {
		t.Errorf("a small window still says where I am:\n%s", v)
	}
}

package kit

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

func dateCheck(s string) (string, error) {
	if s == "26/11/2026" {
		return "Thu 26 Nov 2026", nil
	}
	return "", errors.New("That is not a date. Write it as 26/11/2026.")
}

func sampleForm(n *Nav, saved *[]Values, drafts *[]Values) *Form {
	return NewForm(n, FormSpec{
		Title: "Add a child", Intro: "As the council has it.",
		Fields: []Field{
			{ID: "name", Label: "Name", Required: true, Hint: "First name and family name"},
			{ID: "born", Label: "Born", Kind: DateField, Check: dateCheck},
			{ID: "head", Label: "Where", Kind: HeadingField},
			{ID: "council", Label: "Council", Suggest: "Northshire"},
			{ID: "ref", Label: "Reference", Disabled: "Given by the council later."},
			{ID: "status", Label: "Legal status", Kind: ChoiceField, Choices: []Option{{ID: "C2", Words: "full care order"},
				{ID: "V2", Words: "section 20"}, {ID: "E1", Words: "placement order"}, {ID: "X", Words: "Éire order"}}},
			{ID: "alone", Label: "Seen alone", Kind: YesNoField},
			{ID: "reason", Label: "Why not", When: func(v Values) bool { return v["alone"] == "no" }, Required: true},
			{ID: "count", Label: "Visits", Kind: NumberField},
			{ID: "notes", Label: "Notes", Kind: LongField, Rows: 3},
		},
		Changed: func(v Values) { *drafts = append(*drafts, v) },
		Done:    func(v Values) tea.Cmd { *saved = append(*saved, v); return nil },
	})
}

type formTest struct {
	n      *Nav
	f      *Form
	saved  []Values
	drafts []Values
}

func newFormTest() *formTest {
	ft := &formTest{n: newTestNav(&stub{name: "home"})}
	ft.f = sampleForm(ft.n, &ft.saved, &ft.drafts)
	ft.n.Push(ft.f)
	return ft
}

func (ft *formTest) typed(text string) {
	for _, k := range Type(text) {
		ft.n.Update(k)
	}
}

func (ft *formTest) on() string {
	if fl := ft.f.current(); fl != nil {
		return fl.ID
	}
	return "button"
}

func TestFormMoves(t *testing.T) {
	t.Parallel()
	ft := newFormTest()
	var path []string
	for _, k := range []string{"enter", "down", "enter", "tab", "shift+tab", "up"} {
		if ft.on() == "council" && k == "enter" {
			k = "tab" // takes the suggestion and goes on, as Enter would
		}
		press(ft.n, k)
		path = append(path, ft.on())
	}
	if want := []string{"born", "council", "status", "alone", "status", "council"}; !slices.Equal(path, want) {
		t.Errorf("went %v, want %v", path, want)
	}
	if ft.f.Values()["council"] != "Northshire" {
		t.Error("the suggestion was not taken")
	}
	other := newFormTest()
	if v := other.n.View(); !strings.Contains(v, "(Northshire?)") || other.f.Values()["council"] != "" {
		t.Error("a suggestion looks like an answer, or is one")
	}
}

func TestFormEnterNeverSavesFromAField(t *testing.T) {
	t.Parallel()
	ft := newFormTest()
	ft.typed("Maja Kowalska")
	for range 8 {
		press(ft.n, "enter")
	}
	if ft.on() != "notes" {
		t.Fatalf("on %s", ft.on())
	}
	ft.typed("one\ntwo")
	if got := ft.f.Values()["notes"]; !strings.HasSuffix(got, "one\ntwo") {
		t.Fatalf("Enter in a long text begins a line: %q", got)
	}
	press(ft.n, "tab")
	if ft.on() != "button" || len(ft.saved) != 0 {
		t.Fatalf("on %s, saved %d", ft.on(), len(ft.saved))
	}
	press(ft.n, "enter")
	if len(ft.saved) != 1 || ft.saved[0]["name"] != "Maja Kowalska" {
		t.Fatalf("the button saves: %v", ft.saved)
	}
}

// Where a paste arrives as typed keys, its line ends press Enter.
func TestFormPastedLinesNeverSave(t *testing.T) {
	t.Parallel()
	n := newTestNav(&stub{name: "home"})
	var ticks []func(time.Time) tea.Msg
	n.Tick = func(_ time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		ticks = append(ticks, f)
		return nil
	}
	saved := 0
	f := NewForm(n, FormSpec{Title: "x", Fields: []Field{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}},
		Done: func(Values) tea.Cmd { saved++; return nil }})
	n.Push(f)
	for _, k := range Type("one\ntwo\n\n\nthree\n") {
		n.Update(k)
	}
	if saved != 0 || f.Values()["a"] != "one" || f.Values()["b"] != "two" {
		t.Fatalf("saved %d, %v", saved, f.Values())
	}
	if len(ticks) == 0 {
		t.Fatal("nothing arms the button")
	}
	f.Update(ticks[len(ticks)-1](time.Time{}))
	n.Update(Press("enter"))
	if saved != 1 {
		t.Error("a later Enter on the button saves")
	}
	f2 := NewForm(n, FormSpec{Title: "y", Fields: []Field{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}})
	n.Push(f2)
	n.Update(Paste("one\ntwo\n"))
	if f2.Values()["a"] != "one two " {
		t.Errorf("a bracketed paste stays in its field: %v", f2.Values())
	}
}

func TestFormChecksAsYouType(t *testing.T) {
	t.Parallel()
	ft := newFormTest()
	press(ft.n, "tab")
	ft.typed("26/1")
	if v := ft.n.View(); !strings.Contains(v, "! That is not a date.") {
		t.Errorf("no error in\n%s", v)
	}
	ft.typed("1/2026")
	if v := ft.n.View(); !strings.Contains(v, "Thu 26 Nov 2026") || strings.Contains(v, "not a date") {
		t.Errorf("no echo in\n%s", v)
	}
	press(ft.n, "ctrl+s")
	if len(ft.saved) != 0 || ft.on() != "name" || !strings.Contains(ft.n.View(), "! This is needed.") {
		t.Errorf("saved %d on %s\n%s", len(ft.saved), ft.on(), ft.n.View())
	}
	if !strings.Contains(ft.n.Said(), "1 answer needs another look") {
		t.Errorf("said %q", ft.n.Said())
	}
	ft.typed("Maja")
	press(ft.n, "ctrl+s")
	if len(ft.saved) != 1 {
		t.Error("ctrl+s saves from anywhere")
	}
}

func TestFormChoices(t *testing.T) {
	t.Parallel()
	ft := newFormTest()
	ft.f.focusOn(4 + 1)
	for _, c := range []struct{ key, want string }{{"right", "C2"}, {"right", "V2"}, {"left", "C2"}, {"left", "X"}, {"p", "E1"},
		{"backspace", ""}, {"e", "X"}, {"s", "V2"}, {"space", "E1"},
		{"c", "C2"}, {"a", "C2"}, {"2", "V2"}} {
		if c.key == "space" {
			ft.f.current().typed = ""
		}
		press(ft.n, c.key)
		if got := ft.f.Values()["status"]; got != c.want {
			t.Errorf("after %s: %q, want %q", c.key, got, c.want)
		}
	}
	press(ft.n, "tab")
	if ft.f.Values()["alone"] != "" {
		t.Error("silence answered a question")
	}
	press(ft.n, "n")
	if _, asked := ft.f.Values()["reason"]; !asked {
		t.Error("the reason is not asked for")
	}
	press(ft.n, "y")
	if _, asked := ft.f.Values()["reason"]; asked {
		t.Error("an answer to a question not asked would be saved")
	}
}

func TestFormKeepsDrafts(t *testing.T) {
	t.Parallel()
	ft := newFormTest()
	ft.typed("Maja")
	if len(ft.drafts) != 4 || ft.drafts[3]["name"] != "Maja" {
		t.Errorf("drafts %v", ft.drafts)
	}
	press(ft.n, "esc")
	if ft.n.Depth() != 1 || len(ft.saved) != 0 {
		t.Error("Escape leaves and saves nothing")
	}
	n := ft.n
	var draft Values
	n.Push(NewForm(n, FormSpec{Title: "u", Fields: []Field{{ID: "p", Label: "Passphrase", Kind: SecretField}},
		Changed: func(v Values) { draft = v }}))
	ft.typed("secret")
	if _, there := draft["p"]; there || draft == nil {
		t.Errorf("a secret went into the draft: %v", draft)
	}
	if strings.Contains(n.View(), "secret") {
		t.Error("a secret is on the screen")
	}
}

func TestFormSaysWhyAFieldIsClosed(t *testing.T) {
	t.Parallel()
	ft := newFormTest()
	if v := ft.n.View(); !strings.Contains(v, "Given by the council later.") {
		t.Errorf("no reason in\n%s", v)
	}
	ft.f.SetDisabled("name", "Already known.")
	if ft.on() == "name" {
		t.Error("the closed field kept the focus")
	}
}

func TestFormFaultAndBusy(t *testing.T) {
	t.Parallel()
	ft := newFormTest()
	ft.f.Busy(true)
	ft.typed("x")
	if ft.f.Values()["name"] != "" {
		t.Error("typing while it is being saved")
	}
	ft.f.Fault("born", "That is before the council knew the child.")
	if ft.on() != "born" || !strings.Contains(ft.n.View(), "before the council knew") {
		t.Errorf("on %s\n%s", ft.on(), ft.n.View())
	}
	ft.f.spec.CheckAll = func(Values) (string, string) { return "", "The two dates are in the wrong order." }
	ft.f.Set("name", "Maja")
	ft.f.Set("born", "26/11/2026")
	press(ft.n, "ctrl+s")
	if len(ft.saved) != 0 || !strings.Contains(ft.n.Said(), "wrong order") {
		t.Errorf("saved %d, said %q", len(ft.saved), ft.n.Said())
	}
}

func TestFormFocusIsAlwaysInSight(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {80, 10}, {40, 8}, {30, 6}, {80, 5}} {
		ft := newFormTest()
		ft.n.SetSize(size[0], size[1])
		for range 12 {
			if v := ft.n.View(); !strings.Contains(v, "> ") {
				t.Errorf("%v on %s: the cursor is out of sight\n%s", size, ft.on(), v)
			}
			press(ft.n, "tab")
		}
	}
}

// TestAFaultOfTheWholeFormIsCuredByAnotherAnswer: what one question was blamed
// for may be put right in another.
func TestAFaultOfTheWholeFormIsCuredByAnotherAnswer(t *testing.T) {
	t.Parallel()
	n := NewNav(NewTheme(Look{Mode: NoColour}), NewText(NewTheme(Look{Mode: NoColour}), "home", ""))
	saved := 0
	f := NewForm(n, FormSpec{
		Title:  "Two",
		Fields: []Field{{ID: "a", Label: "A", Value: "full"}, {ID: "b", Label: "B", Value: "never"}},
		CheckAll: func(v Values) (string, string) {
			if v["a"] == "full" && v["b"] == "never" {
				return "a", "The two contradict each other."
			}
			return "", ""
		},
		Done: func(Values) tea.Cmd { saved++; return nil },
	})
	n.Push(f)
	n.SetSize(80, 24)
	key := func(k tea.KeyMsg) { n.Update(k) }
	key(tea.KeyMsg{Type: tea.KeyCtrlS})
	if saved != 0 {
		t.Fatal("a contradiction is not saved")
	}
	key(tea.KeyMsg{Type: tea.KeyTab})
	key(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x")})
	key(tea.KeyMsg{Type: tea.KeyCtrlS})
	if saved != 1 {
		t.Errorf("the other answer cures it:\n%s", n.View())
	}
}

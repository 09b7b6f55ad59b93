package kit

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// stub is a page that remembers what reached it.
type stub struct {
	name    string
	got     []string
	typing  bool
	steps   int // escapes it takes itself
	actions []Action
	init    tea.Cmd
	on      func(tea.Msg) tea.Cmd
	resumed int
	w, h    int
}

func (s *stub) Init() tea.Cmd { return s.init }
func (s *stub) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case tea.KeyMsg:
		s.got = append(s.got, nameOrText(m))
	case string:
		s.got = append(s.got, "msg:"+m)
	}
	if s.on != nil {
		return s.on(msg)
	}
	return nil
}
func (s *stub) View() string      { return "body of " + s.name }
func (s *stub) SetSize(w, h int)  { s.w, s.h = w, h }
func (s *stub) Title() string     { return s.name }
func (s *stub) Actions() []Action { return s.actions }
func (s *stub) Typing() bool      { return s.typing }
func (s *stub) Resume() tea.Cmd   { s.resumed++; return nil }
func (s *stub) Escape() bool {
	if s.steps > 0 {
		s.steps--
		return true
	}
	return false
}

func newTestNav(p Page) *Nav {
	n := NewNav(NewTheme(Look{Mode: NoColour}), p)
	n.Day = func() string { return "Mon 23 Nov 2026" }
	n.Tick = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
	n.SetSize(80, 24)
	n.Init()
	return n
}

// settle runs a command and everything that follows from it, except timers.
func settle(n *Nav, cmd tea.Cmd) (other []tea.Msg) {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	if _, ok := eachCmd(msg, func(c tea.Cmd) tea.Cmd { other = append(other, settle(n, c)...); return c }); ok {
		return other
	}
	if a, ok := msg.(addressed); ok {
		return append(other, settle(n, n.Update(a))...)
	}
	if msg != nil {
		other = append(other, msg)
	}
	return other
}

func press(n *Nav, names ...string) {
	for _, name := range names {
		n.Update(Press(name))
	}
}

func say(text string) tea.Cmd { return func() tea.Msg { return text } }

func TestKeysReachOnlyThePageInFront(t *testing.T) {
	t.Parallel()
	home, over := &stub{name: "home"}, &stub{name: "over"}
	n := newTestNav(home)
	press(n, "a")
	n.Open(over)
	press(n, "b")
	n.Close()
	next := &stub{name: "next"}
	n.Push(next)
	press(n, "c")
	if !slices.Equal(home.got, []string{"a"}) || !slices.Equal(over.got, []string{"b"}) || !slices.Equal(next.got, []string{"c"}) {
		t.Errorf("home %v over %v next %v", home.got, over.got, next.got)
	}
}

func TestResultsReachThePageThatAskedEvenHidden(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home"}
	n := newTestNav(home)
	var pending tea.Cmd
	home.on = func(msg tea.Msg) tea.Cmd {
		if _, ok := msg.(tea.KeyMsg); ok {
			return tea.Batch(say("one"), tea.Sequence(say("two"), say("three")))
		}
		return nil
	}
	pending = n.Update(Press("a"))
	next := &stub{name: "next"}
	n.Push(next)
	settle(n, pending)
	if want := []string{"a", "msg:one", "msg:two", "msg:three"}; !slices.Equal(home.got, want) {
		t.Errorf("home got %v", home.got)
	}
	if len(next.got) != 0 {
		t.Errorf("the page in front got %v", next.got)
	}
	// A page that is gone gets nothing, nor does anyone else.
	next.on = func(tea.Msg) tea.Cmd { return say("late") }
	late := n.Update(Press("x"))
	n.Pop()
	settle(n, late)
	if len(home.got) != 4 || !slices.Equal(next.got, []string{"x"}) {
		t.Errorf("home %v next %v", home.got, next.got)
	}
}

func TestMessagesForTheRootPassThrough(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home"}
	n := newTestNav(home)
	home.on = func(tea.Msg) tea.Cmd {
		return Load(1, func() (int, error) { return 0, errors.New("no") })
	}
	out := settle(n, n.Update(Press("a")))
	if len(out) != 1 {
		t.Fatalf("got %v", out)
	}
	if f, ok := out[0].(Failed); !ok || f.Err.Error() != "no" {
		t.Errorf("got %#v", out[0])
	}
	home.on = func(tea.Msg) tea.Cmd { return tea.Quit }
	if out := settle(n, n.Update(Press("a"))); len(out) != 1 || out[0] != (tea.QuitMsg{}) {
		t.Errorf("quit became %v", out)
	}
}

func TestLoadedComesBackWithItsEra(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home"}
	n := newTestNav(home)
	var got Loaded[int]
	home.on = func(msg tea.Msg) tea.Cmd {
		switch m := msg.(type) {
		case tea.KeyMsg:
			return Load(7, func() (int, error) { return 42, nil })
		case Loaded[int]:
			got = m
		}
		return nil
	}
	settle(n, n.Update(Press("a")))
	if got.Era != 7 || got.Value != 42 {
		t.Errorf("got %+v", got)
	}
}

func TestOverlayThatClosesItselfAnswersItsOpener(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home"}
	n := newTestNav(home)
	n.Open(NewConfirm(n, Ask{Title: "Erase?", Started: "e", Yes: func() tea.Cmd { return say("erased") }}))
	settle(n, n.Update(Press("y")))
	if !slices.Equal(home.got, []string{"msg:erased"}) || n.Overlay() != nil || home.resumed != 1 {
		t.Errorf("home got %v, resumed %d", home.got, home.resumed)
	}
}

func TestEscapeLadder(t *testing.T) {
	t.Parallel()
	home, second := &stub{name: "home"}, &stub{name: "second", steps: 1}
	n := newTestNav(home)
	n.Push(second)
	n.Open(&stub{name: "over", steps: 1})
	press(n, "esc")
	if n.Overlay() == nil {
		t.Fatal("the overlay's own step came first")
	}
	press(n, "esc")
	if n.Overlay() != nil {
		t.Fatal("the overlay stayed")
	}
	press(n, "esc")
	if n.Depth() != 2 {
		t.Fatal("the page's own step came before leaving it")
	}
	press(n, "esc")
	if n.Depth() != 1 || home.resumed != 1 {
		t.Fatalf("depth %d, resumed %d", n.Depth(), home.resumed)
	}
	press(n, "esc", "esc")
	if n.Depth() != 1 {
		t.Fatal("Escape left the home screen")
	}
}

func TestActionsAndTyping(t *testing.T) {
	t.Parallel()
	var did []string
	note := func(s string) func() tea.Cmd { return func() tea.Cmd { did = append(did, s); return nil } }
	home := &stub{name: "home"}
	home.actions = []Action{
		{ID: "n", Keys: []string{"n"}, Do: note("n")},
		{ID: "s", Keys: []string{"ctrl+s"}, Do: note("save")},
		{ID: "z", Keys: []string{"z"}, Disabled: "Not while it is closed.", Do: note("z")},
	}
	n := newTestNav(home)
	n.Globals = func() []Action {
		return []Action{
			{ID: "lock", Keys: []string{"ctrl+l"}, Always: true, Do: note("lock")},
			{ID: "hide", Keys: []string{"p"}, Do: note("hide")},
		}
	}
	press(n, "n", "p", "z", "ctrl+l")
	if !slices.Equal(did, []string{"n", "hide", "lock"}) || n.Said() != "Not while it is closed." {
		t.Errorf("did %v, said %q", did, n.Said())
	}
	did, home.typing = nil, true
	press(n, "n", "p", "?", "ctrl+s", "ctrl+l")
	if !slices.Equal(did, []string{"save", "lock"}) || !slices.Equal(home.got, []string{"n", "p", "?"}) {
		t.Errorf("typing: did %v, got %v", did, home.got)
	}
	did, home.typing = nil, false
	n.Open(&stub{name: "over"})
	press(n, "p", "ctrl+l")
	if !slices.Equal(did, []string{"lock"}) {
		t.Errorf("under an overlay: did %v", did)
	}
}

func TestKeysArrivingTogether(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home"}
	n := newTestNav(home)
	home.actions = []Action{{ID: "n", Keys: []string{"n"}, Do: func() tea.Cmd { home.typing = true; return nil }}}
	n.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jjnhello you")})
	if want := []string{"j", "j", "hello you"}; !slices.Equal(home.got, want) {
		t.Errorf("got %v, want %v", home.got, want)
	}
	home.typing, home.got = false, nil
	n.Update(Paste("nnn"))
	if len(home.got) != 0 || home.typing {
		t.Errorf("a paste acted as keys: %v", home.got)
	}
}

func TestFrame(t *testing.T) {
	t.Parallel()
	home := &stub{name: "Caseload", actions: sample}
	n := newTestNav(home)
	n.SetSize(60, 15)
	n.Say(Good, "Done. u to undo")
	n.Status(Normal, "saved")
	rows := strings.Split(n.View(), "\n")
	rule := strings.Repeat("─", 60)
	for i, want := range map[int]string{
		0:  " Caseload                                   Mon 23 Nov 2026 ",
		1:  rule,
		2:  "body of Caseload",
		13: "── ✓ Done. u to undo ────────────────────────────── saved ──",
		14: " Enter open   w why this date   / find   ? all keys",
	} {
		if rows[i] != want {
			t.Errorf("row %d\n got %q\nwant %q", i, rows[i], want)
		}
	}
	if home.h != 11 {
		t.Errorf("the body has %d rows", home.h)
	}
	n.Update(toastEnd{n.toast.seq - 1})
	if n.Said() == "" {
		t.Error("the end of an older message took a newer one away")
	}
	n.Update(toastEnd{n.toast.seq})
	if n.Said() != "" {
		t.Error("the message stayed")
	}
}

func TestSheetLeavesThePageInSight(t *testing.T) {
	t.Parallel()
	n := newTestNav(&stub{name: "home"})
	n.Open(NewConfirm(n, Ask{Title: "Erase this case?", Words: "It cannot be taken back.", Button: "erase it", Started: "e"}))
	view := n.View()
	for _, want := range []string{" home", "body of home", "Erase this case?", "y erase it     Esc no, leave it"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is missing in\n%s", want, view)
		}
	}
}

// TestAWarningGoesWithThePageThatGaveIt; good news, what the root says and what
// a page says as it leaves stay.
func TestAWarningGoesWithThePageThatGaveIt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		tone  Tone
		root  bool
		leave func(n *Nav)
		stays bool
	}{
		"a warning, on Escape":   {Late, false, func(n *Nav) { press(n, "esc") }, false},
		"a caution, on Escape":   {Soon, false, func(n *Nav) { press(n, "esc") }, false},
		"a warning, on home":     {Late, false, func(n *Nav) { n.Home() }, false},
		"a warning, on replace":  {Late, false, func(n *Nav) { n.Replace(&stub{name: "other"}) }, false},
		"a warning, on push":     {Late, false, func(n *Nav) { n.Push(&stub{name: "other"}) }, true},
		"good news, on Escape":   {Good, false, func(n *Nav) { press(n, "esc") }, true},
		"the root's, on Escape":  {Late, true, func(n *Nav) { press(n, "esc") }, true},
		"an overlay over a page": {Late, false, func(n *Nav) { n.Open(&stub{name: "ask"}); press(n, "esc") }, true},
	} {
		n := newTestNav(&stub{name: "home"})
		form := &stub{name: "form"}
		form.on = func(tea.Msg) tea.Cmd { n.Say(c.tone, "Words."); return nil }
		n.Push(form)
		if c.root {
			n.Say(c.tone, "Words.")
		} else {
			press(n, "x")
		}
		form.on = nil
		n.Update("the next thing")
		c.leave(n)
		if got := n.Said() != ""; got != c.stays {
			t.Errorf("%s: said %q", name, n.Said())
		}
	}
}

func TestWhatIsSaidOnLeavingStays(t *testing.T) {
	t.Parallel()
	n := newTestNav(&stub{name: "home"})
	n.Push(&stub{name: "form", on: func(tea.Msg) tea.Cmd { n.Say(Soon, "Gone meanwhile."); n.Pop(); return nil }})
	press(n, "x")
	if n.Said() != "Gone meanwhile." || n.Depth() != 1 {
		t.Errorf("said %q", n.Said())
	}
}

// nameOrText is the name of a key, or the text of letters that came together.
func nameOrText(k tea.KeyMsg) string {
	if name := KeyName(k); name != "" {
		return name
	}
	text, _ := TypedText(k)
	return text
}

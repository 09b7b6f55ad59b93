package kit

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestPalette(t *testing.T) {
	t.Parallel()
	var did []string
	home := &stub{name: "home"}
	home.actions = []Action{
		{ID: "why", Keys: []string{"w"}, Words: "why this date", Do: func() tea.Cmd { did = append(did, "why"); return say("answer") }},
		{ID: "gone", Keys: []string{"g"}, Words: "grey thing", Disabled: "Not yet.", Do: func() tea.Cmd { did = append(did, "gone"); return nil }},
		{ID: "move", Keys: []string{"up"}, Words: "one row"},
	}
	n := newTestNav(home)
	n.Jumps = func(text string) []Jump {
		if text != "ŵy" {
			return nil
		}
		return []Jump{{Words: "Ŵyn Prys", Do: func() tea.Cmd { did = append(did, "jump"); return nil }}}
	}
	press(n, "ctrl+k")
	if view := n.View(); strings.Contains(view, "one row") || !strings.Contains(view, "> why this date") {
		t.Errorf("palette:\n%s", view)
	}
	for _, k := range Type("why") {
		n.Update(k)
	}
	settle(n, n.Update(Press("enter")))
	if !slices.Equal(did, []string{"why"}) || !slices.Equal(home.got, []string{"msg:answer"}) || n.Overlay() != nil {
		t.Fatalf("did %v, got %v", did, home.got)
	}
	press(n, "ctrl+k", "g", "r", "e", "y", "enter")
	if n.Overlay() == nil || n.Said() != "Not yet." {
		t.Errorf("a disabled action: said %q", n.Said())
	}
	press(n, "esc", "ŵ", "y", "enter")
	if !slices.Equal(did, []string{"why", "jump"}) {
		t.Errorf("did %v", did)
	}
}

func TestHelpOpensAndScrolls(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home", actions: sample}
	n := newTestNav(home)
	n.SetSize(60, 10)
	press(n, "?")
	if v := n.View(); !strings.Contains(v, "Keys: home") || !strings.Contains(v, "more lines: Down") {
		t.Fatalf("help:\n%s", v)
	}
	press(n, "end")
	if v := n.View(); !strings.Contains(v, "back one step") {
		t.Errorf("end of help:\n%s", v)
	}
	press(n, "esc")
	home.typing = true
	press(n, "f1")
	if n.Overlay() == nil {
		t.Error("F1 gives help while typing")
	}
}

func TestPickerTakesDisabledOptionsSeriously(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home"}
	n := newTestNav(home)
	n.Open(NewPicker(n, "Council", []Option{{ID: "a", Words: "Aber", Disabled: "Not yours."}, {ID: "b", Words: "Bryn"}},
		func(id string) tea.Cmd { return say("chose " + id) }))
	settle(n, n.Update(Press("enter")))
	if n.Overlay() == nil || len(home.got) != 0 {
		t.Fatal("a disabled option was taken")
	}
	press(n, "down")
	settle(n, n.Update(Press("enter")))
	if !slices.Equal(home.got, []string{"msg:chose b"}) {
		t.Errorf("got %v", home.got)
	}
}

func TestConfirmNeverByTheKeyThatBeganIt(t *testing.T) {
	t.Parallel()
	done := 0
	yes := func() tea.Cmd { done++; return nil }
	n := newTestNav(&stub{name: "home"})
	n.Open(NewConfirm(n, Ask{Title: "Sure?", Started: "y", Yes: yes}))
	press(n, "y", "enter", "space", "y")
	if done != 0 {
		t.Fatal("the key that began it confirmed it")
	}
	press(n, "o")
	if done != 1 {
		t.Fatal("the second key did not confirm")
	}
	n.Open(NewConfirm(n, Ask{Title: "Erase?", Started: "e", Word: "erase", Yes: yes}))
	press(n, "y", "enter")
	if done != 1 || !strings.Contains(n.Said(), "Nothing was done") {
		t.Fatal("a word half typed confirmed")
	}
	press(n, "backspace")
	for _, k := range Type("Erase\n") {
		n.Update(k)
	}
	if done != 2 {
		t.Fatal("the word did not confirm")
	}
	no := 0
	n.Open(NewConfirm(n, Ask{Title: "Erase?", Started: "e", Yes: yes, No: func() tea.Cmd { no++; return nil }}))
	press(n, "esc")
	if no != 1 || n.Overlay() != nil || done != 2 {
		t.Errorf("Escape: no %d, done %d", no, done)
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	home := &stub{name: "home"}
	n := newTestNav(home)
	p := NewProgress(n, "Reading list.csv", func() tea.Cmd { return say("stop") })
	n.Open(p)
	p.Done, p.Total = 50, 200
	if v := n.View(); !strings.Contains(v, "Reading list.csv") || !strings.Contains(v, "50 of 200") {
		t.Fatalf("progress:\n%s", v)
	}
	n.Update(Press("esc"))
	if n.Overlay() == nil || !p.Stopping {
		t.Error("Escape asks to stop and waits for the end")
	}
	p2 := NewProgress(n, "Saving", nil)
	n.Open(p2)
	press(n, "s", "esc")
	if n.Overlay() != Page(p2) || !strings.Contains(n.Said(), "cannot be stopped") {
		t.Errorf("said %q", n.Said())
	}
}

func TestResetForgetsEverything(t *testing.T) {
	t.Parallel()
	n := newTestNav(&stub{name: "home"})
	n.Push(&stub{name: "secret"})
	n.Open(&stub{name: "over"})
	n.Say(Good, "Maja saved")
	n.Reset(&stub{name: "locked"})
	if v := n.View(); n.Depth() != 1 || n.Overlay() != nil || strings.Contains(v, "Maja") || strings.Contains(v, "secret") {
		t.Errorf("after reset:\n%s", v)
	}
}

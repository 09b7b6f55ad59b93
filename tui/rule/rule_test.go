package rule_test

import (
	"strings"
	"testing"

	"footprint/domain/handbook"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/rule"
)

func nav(home func(*kit.Nav) kit.Page) *kit.Nav {
	n := kit.NewNav(kit.NewTheme(kit.Look{Mode: kit.NoColour}), kit.NewText(kit.NewTheme(kit.Look{}), "Home", ""))
	n.Push(home(n))
	n.SetSize(80, 24)
	return n
}

func press(n *kit.Nav, text string) {
	for _, k := range kit.Type(text) {
		n.Update(k)
	}
}

func TestPageTellsTheWholeRule(t *testing.T) {
	t.Parallel()
	n := nav(func(n *kit.Nav) kit.Page { return rule.Page(n, []string{"RT-03", "LT-03", "XX-99"}) })
	n.SetSize(100, 50)
	screen := n.View()
	rt, _ := handbook.RuleByID("RT-03")
	for _, want := range []string{"RT-03", rt.Text[:30], "must: a duty", "HB 3.23", "LT-03", "Not verified", "XX-99 is not a rule"} {
		if !strings.Contains(screen, want) {
			t.Errorf("no %q in\n%s", want, screen)
		}
	}
	if strings.Contains(screen, "[V]") {
		t.Error("the verification tags should be in words")
	}
}

func TestEveryForceHasWords(t *testing.T) {
	t.Parallel()
	for r := range handbook.All() {
		if words := rule.ForceWords(r.Force); words == "" || words == string(r.Force) {
			t.Errorf("%s: no words for %q", r.ID, r.Force)
		}
	}
}

func TestBrowserFindsAndReads(t *testing.T) {
	t.Parallel()
	n := nav(rule.Browser)
	press(n, "rt-03")
	if !strings.Contains(n.View(), "RT-03") || strings.Contains(n.View(), "AP-01 ") {
		t.Fatalf("not narrowed:\n%s", n.View())
	}
	press(n, "\n")
	if n.Overlay() == nil || !strings.Contains(n.View(), "how binding") {
		t.Fatalf("Enter did not read the rule:\n%s", n.View())
	}
	n.Escape()
	press(n, " zzz")
	if !strings.Contains(n.View(), "No rule has all of those words.") {
		t.Errorf("nothing said:\n%s", n.View())
	}
	n.Escape()
	if n.Depth() != 2 || !strings.Contains(n.View(), kit.Count(len(handbook.Rules()), "rule", "rules")) {
		t.Errorf("Escape should clear the words first:\n%s", n.View())
	}
	n.Escape()
	if n.Depth() != 1 {
		t.Error("Escape should then leave")
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	kittest.SweepPage(t, func() *kit.Nav { return nav(rule.Browser) })
	kittest.SweepPage(t, func() *kit.Nav {
		return nav(func(n *kit.Nav) kit.Page { return rule.Page(n, []string{"RT-03", "YJ-25"}) })
	})
}

// TestEveryRuleSaysWhatFootprintDoes opens every rule of the handbook.
func TestEveryRuleSaysWhatFootprintDoes(t *testing.T) {
	t.Parallel()
	theme := kit.NewTheme(kit.Look{Mode: kit.NoColour})
	for r := range handbook.All() {
		text := strings.Join(strings.Fields(strings.Join(rule.Lines(theme, r, 100), " ")), " ")
		_, said, found := strings.Cut(text, "What Footprint does ")
		a, _ := handbook.AnswerTo(r.ID)
		if !found || !strings.HasPrefix(said, a.Words()) || !strings.Contains(said, a.Where) || !strings.Contains(said, a.ToCome()) {
			t.Errorf("%s: %s", r.ID, said)
		}
		for _, id := range a.Items {
			if item, _ := handbook.ItemByID(id); !strings.Contains(said, item.Label) {
				t.Errorf("%s does not say that it is asked as %s", r.ID, id)
			}
		}
		if strings.Contains(text, "[U]") {
			t.Errorf("%s: a tag is not in words: %s", r.ID, text)
		}
		unread := strings.Contains(text, "Not verified against the text of the law") && strings.Contains(said, "Under the readings of the law.")
		if r.Unverified() && !unread {
			t.Errorf("%s does not say that it is not verified, or where it is set: %s", r.ID, text)
		}
	}
}

func TestBrowserFindsByWhatFootprintDoes(t *testing.T) {
	t.Parallel()
	n := nav(rule.Browser)
	press(n, "wider concern")
	if !strings.Contains(n.View(), "MO-07") || strings.Contains(n.View(), "RT-01") {
		t.Errorf("not found by the answer:\n%s", n.View())
	}
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	kittest.Golden(t, "browser_80", nav(rule.Browser).View())
	kittest.Golden(t, "rule_80", nav(func(n *kit.Nav) kit.Page { return rule.Page(n, []string{"SE-01"}) }).View())
	kittest.Golden(t, "later_80", nav(func(n *kit.Nav) kit.Page { return rule.Page(n, []string{"DR-02", "MR-01"}) }).View())
}

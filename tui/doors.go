package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/casefile"
	"footprint/tui/caseload"
	"footprint/tui/importer"
	"footprint/tui/kit"
	"footprint/tui/review"
	"footprint/tui/rule"
	"footprint/tui/safekeeping"
	"footprint/tui/settings"
	"footprint/tui/why"
)

// doors are the ways out of the home screen.
func (a *App) doors() caseload.Doors {
	return caseload.Doors{
		Case:   a.casePage,
		Review: a.reviewPage,
		Why:    a.whyPage,
		Note:   func(id file.ID) kit.Page { return casefile.Note(a.desk, id) },
		Add:    func() kit.Page { return casefile.Add(a.desk, a.casePage) },
		Import: a.importPage,
		Leave:  func() tea.Cmd { return tea.Quit },
	}
}

func (a *App) casePage(id file.ID) kit.Page {
	return casefile.New(a.desk, id, casefile.Doors{Review: a.reviewPage, Why: a.whyPage, Explain: a.explain, Rule: func(ids []string) kit.Page { return rule.Page(a.nav, ids) }})
}

func (a *App) reviewPage(id file.ID) kit.Page { return review.New(a.desk, id) }

func (a *App) importPage() kit.Page {
	return importer.New(a.desk, a.opened.Importer, a.opened.Files)
}

func (a *App) whyPage(id file.ID) kit.Page { return why.Review(a.desk, id) }

func (a *App) explain(id file.ID, d clock.Deadline) kit.Page {
	c := a.desk.Case(id)
	row, _ := a.desk.Row(id)
	return why.Deadline(a.nav, d, a.desk.Clocks(c).Regimes, a.desk.Name(row))
}

const everywhere = "Everywhere"

// keeping are the screens that keep the caseload safe; a demonstration, which
// keeps nothing, has none of them.
func (a *App) keeping() settings.Doors {
	if a.o.Door == nil || a.opened.Keeper == nil {
		return settings.Doors{}
	}
	k := a.opened.Keeper
	return settings.Doors{
		Backup:     func() kit.Page { return safekeeping.NewBackup(a.nav, k) },
		Restore:    func() kit.Page { return safekeeping.NewRestore(a.nav, k, false) },
		Verify:     func() kit.Page { return safekeeping.NewVerify(a.nav, k) },
		Passphrase: func() kit.Page { return safekeeping.NewPassphrase(a.nav, k, a.o.Ask()) },
		Recovery:   func() kit.Page { return safekeeping.NewRecovery(a.nav, k, a.o.Ask()) },
	}
}

// globals are the keys that work on every screen; before the book is open only
// those that leave.
func (a *App) globals() []kit.Action {
	leave := []kit.Action{
		{ID: "root.suspend", Keys: []string{"ctrl+z"}, Words: "lock and put Footprint to sleep", Group: everywhere, Always: true, Do: a.suspend},
		{ID: "root.leave", Keys: []string{"ctrl+c"}, Words: "leave from any list; not while typing", Group: everywhere, Always: true, Do: a.leave},
	}
	if a.desk == nil {
		return leave
	}
	undo, undoWords := "", "undo"
	if what := a.desk.CanUndo(); what == "" {
		undo = "There is nothing from this session to undo; the timeline of a case takes back older entries."
	} else {
		undoWords = "undo: " + what
	}
	hide := "hide names: initials and references only"
	if a.desk.Hidden() {
		hide = "show names"
	}
	push := func(id, key, words string, page func() kit.Page) kit.Action {
		return kit.Action{ID: "root." + id, Keys: []string{key}, Words: words, Group: everywhere, Do: func() tea.Cmd { a.nav.Push(page()); return nil }}
	}
	return append([]kit.Action{
		{ID: "root.undo", Keys: []string{"u"}, Words: undoWords, Group: everywhere, Disabled: undo, Do: a.undo},
		{ID: "root.hide", Keys: []string{"ctrl+p"}, Words: hide, Group: everywhere, Always: true, Do: a.hide},
		{ID: "root.lock", Keys: []string{"ctrl+l"}, Words: "lock now and clear the screen", Group: everywhere, Always: true, Do: a.lock},
		push("settings", "f2", "settings, your profile, backup, restore, passphrase", func() kit.Page { return settings.New(a.desk, a.o.Looks, a.keeping()) }),
		push("rules", "f4", "look up a rule", func() kit.Page { return rule.Browser(a.nav) }),
	}, leave...)
}

func (a *App) undo() tea.Cmd { return tea.Batch(a.desk.Undo(), a.nav.Update(nothing{})) }

func (a *App) hide() tea.Cmd {
	if a.desk == nil {
		return nil
	}
	a.desk.Hide(!a.desk.Hidden())
	if a.desk.Hidden() {
		a.nav.Say(kit.Dim, "Names are hidden. ctrl+p shows them.")
	} else {
		a.nav.Say(kit.Dim, "Names are shown.")
	}
	return a.nav.Update(nothing{})
}

// leave ends the program, but never while text is typed.
func (a *App) leave() tea.Cmd {
	if a.nav.Typing() {
		a.nav.Say(kit.Dim, "ctrl+c does not leave while you type. Esc climbs out; q on the caseload leaves.")
		return nil
	}
	return tea.Quit
}

// jumps finds children by name for the palette.
func (a *App) jumps(text string) []kit.Jump {
	if a.home == nil {
		return nil
	}
	var out []kit.Jump
	for _, r := range a.home.Find(text, 20) {
		out = append(out, kit.Jump{Words: a.desk.Name(r), Detail: r.Ref, Do: func() tea.Cmd {
			a.nav.Push(a.casePage(r.File))
			return nil
		}})
	}
	return out
}

// Actions lists the keys of the screen in front, its own only.
func (a *App) Actions() []kit.Action { return a.nav.Focus().Actions() }

// Globals lists the keys that work everywhere.
func (a *App) Globals() []kit.Action { return a.nav.All()[len(a.Actions()):] }

package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/document"
	"footprint/tui/casefile"
	"footprint/tui/caseload"
	"footprint/tui/clocks"
	"footprint/tui/concern"
	"footprint/tui/decision"
	"footprint/tui/desk"
	"footprint/tui/drift"
	"footprint/tui/event"
	"footprint/tui/footprint"
	"footprint/tui/importer"
	"footprint/tui/kit"
	"footprint/tui/paper"
	"footprint/tui/people"
	"footprint/tui/readings"
	"footprint/tui/register"
	"footprint/tui/review"
	"footprint/tui/room"
	"footprint/tui/rule"
	"footprint/tui/safekeeping"
	"footprint/tui/settings"
	"footprint/tui/sheet"
	"footprint/tui/visit"
	"footprint/tui/why"
)

// doors are the ways out of the home screen.
func (a *App) doors() caseload.Doors {
	return caseload.Doors{
		Case:   a.casePage,
		Review: a.reviewPage,
		Room:   a.roomPage,
		Why:    a.whyPage,
		Note:   func(id file.ID) kit.Page { return casefile.Note(a.desk, id) },
		Add:    func() kit.Page { return casefile.Add(a.desk, a.casePage) },
		Import: a.importPage,
		Event:  func(id file.ID) kit.Page { return event.Intake(a.desk, id, file.EventReported{}) },
		Log:    func(id file.ID) kit.Page { return footprint.Quick(a.desk, id) },
		Drift:  func() kit.Page { return drift.New(a.desk, drift.Doors{Case: a.casePage, Rule: a.rulePage}) },
		Concerns: func() kit.Page {
			return concern.New(a.desk, concern.Doors{Case: a.casePage, Rule: a.rulePage})
		},
		Decisions: a.decisionsPage,
		Papers:    a.papersPage,
		Visit:     a.visitPage,
		Leave:     func() tea.Cmd { return tea.Quit },
	}
}

func (a *App) casePage(id file.ID) kit.Page {
	papers := register.Doors{Doors: sheet.Doors{Explain: a.explain, Rule: a.rulePage}, Event: a.eventPage, VisitPlan: a.visitPlan}
	on := func(page func(*desk.Desk, file.ID, register.Doors) kit.Page) func(file.ID) kit.Page {
		return func(id file.ID) kit.Page { return page(a.desk, id, papers) }
	}
	return casefile.New(a.desk, id, casefile.Doors{
		Review: a.reviewPage, Why: a.whyPage, Explain: a.explain, Rule: a.rulePage, Event: a.eventPage,
		Room: a.roomPage, After: a.afterPage, Decisions: a.decisionsPage, Papers: a.papersPage, Visit: a.visitPage,
		Clocks: func(id file.ID) kit.Page {
			return clocks.New(a.desk, id, sheet.Doors{Explain: a.explain, Rule: a.rulePage})
		},
		People:    a.peoplePage,
		Person:    func(id file.ID, p file.PersonStated) kit.Page { return people.Form(a.desk, id, p) },
		Events:    func(id file.ID) kit.Page { return event.NewList(a.desk, id, sheet.Doors{Rule: a.rulePage}) },
		Documents: on(register.Documents), Visits: on(register.Visits), Appointments: on(register.Appointments), Situations: on(register.Situations),
		Log: func(id file.ID) kit.Page {
			return footprint.Log(a.desk, id, footprint.Doors{Doors: sheet.Doors{Rule: a.rulePage}, Concern: a.newConcern})
		},
	})
}

func (a *App) peoplePage(id file.ID) kit.Page {
	return people.New(a.desk, id, people.Doors{Case: a.casePage, Rule: a.rulePage})
}

func (a *App) rulePage(ids []string) kit.Page { return rule.Page(a.nav, ids) }

func (a *App) eventPage(id file.ID, ev file.EventReported) kit.Page {
	return event.Intake(a.desk, id, ev)
}

func (a *App) newConcern(child file.ID) kit.Page { return concern.Form(a.desk, child) }

// visitPlan says which visiting rule runs, whether it was kept, and what is due.
func (a *App) visitPlan(c *file.Case) (words string, next *clock.Deadline) {
	plan := a.desk.Clocks(c).Visits
	lines := []string{plan.Regime.Words()}
	for _, more := range []string{plan.Ask, plan.Kept()} {
		if more != "" {
			lines = append(lines, more)
		}
	}
	return strings.Join(lines, "\n"), plan.Next
}

func (a *App) reviewPage(id file.ID) kit.Page { return review.New(a.desk, id) }

func (a *App) roomDoors() room.Doors {
	return room.Doors{Doors: sheet.Doors{Explain: a.explain, Rule: a.rulePage}, Event: a.eventPage, Decisions: a.decisionsPage, Decide: a.decidePage, Prepare: a.reviewPage, Papers: a.papersPage, People: a.peoplePage}
}

func (a *App) roomPage(id file.ID) kit.Page { return room.New(a.desk, id, a.roomDoors()) }

func (a *App) afterPage(id file.ID) kit.Page { return room.After(a.desk, id, a.roomDoors()) }

func (a *App) decisionDoors() decision.Doors {
	return decision.Doors{Doors: sheet.Doors{Explain: a.explain, Rule: a.rulePage}, Paper: func(id file.ID, what string, decided file.ID) kit.Page {
		return paper.Of(a.desk, id, a.o.Press, a.paperDoors(), document.LetterKind(what), decided)
	}}
}

func (a *App) decidePage(id file.ID) kit.Page { return decision.Add(a.desk, id, a.decisionDoors()) }

func (a *App) decisionsPage(id file.ID) kit.Page {
	return decision.New(a.desk, id, a.decisionDoors())
}

func (a *App) visitPage(id file.ID) kit.Page {
	return visit.New(a.desk, id, visit.Doors{Case: a.casePage, Review: a.reviewPage, Rule: a.rulePage})
}

func (a *App) paperDoors() paper.Doors {
	return paper.Doors{Doors: sheet.Doors{Rule: a.rulePage}, People: a.peoplePage}
}

func (a *App) papersPage(id file.ID) kit.Page {
	return paper.New(a.desk, id, a.o.Press, a.paperDoors())
}

func (a *App) importPage() kit.Page {
	return importer.New(a.desk, a.opened.Importer, a.opened.Files)
}

func (a *App) whyPage(id file.ID) kit.Page { return why.Review(a.desk, id) }

func (a *App) explain(id file.ID, d clock.Deadline) kit.Page {
	c := a.desk.Case(id)
	row, _ := a.desk.Row(id)
	return why.Deadline(a.nav, d, a.desk.Clocks(c), a.desk.Name(row))
}

const everywhere = "Everywhere"

// keeping are the screens that settings leads to. Those that keep the caseload
// safe a demonstration, which keeps nothing, has none of.
func (a *App) keeping() settings.Doors {
	wordings := func() kit.Page { return paper.NewWordings(a.desk) }
	if a.o.Door == nil || a.opened.Keeper == nil {
		return settings.Doors{Wordings: wordings}
	}
	k := a.opened.Keeper
	return settings.Doors{
		Wordings:   wordings,
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
		{ID: "root.footprint", Keys: []string{"f3"}, Words: "footprint: note what you did and what changed", Group: everywhere, Do: a.quick},
		push("readings", "f6", "readings of the law, and what each changes", func() kit.Page { return readings.New(a.desk) }),
		push("settings", "f2", "settings, your profile, backup, restore, passphrase", func() kit.Page { return settings.New(a.desk, a.o.Looks, a.keeping()) }),
		push("rules", "f4", "look up a rule", func() kit.Page { return rule.Browser(a.nav) }),
	}, leave...)
}

// quick opens the footprint entry about the child in front, or asks which.
func (a *App) quick() tea.Cmd {
	if footprint.Writing(a.nav.Focus()) {
		return nil // the entry is open already
	}
	var id file.ID
	if p, ok := a.nav.Focus().(interface{ About() file.ID }); ok {
		id = p.About()
	}
	a.nav.Push(footprint.Quick(a.desk, id))
	return nil
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

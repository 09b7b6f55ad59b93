package footprint

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/tui/kit"
)

const (
	groupEntry = "This line"
	groupLog   = "The log"
)

// factHow is the fact that says how and where the IRO notes what is watched
// (QA-02).
const factHow = "monitoring_how"

// Actions lists every key of the log.
func (p *Page) Actions() []kit.Action {
	l, _ := p.Selected()
	entry := p.log[l.Entry] // zero on a line that is no entry
	reading := p.Reading()
	when := func(ok bool, why string) string {
		if !ok {
			return why
		}
		return ""
	}
	actions := []kit.Action{
		{ID: "log.add", Keys: []string{"a"}, Words: "new entry", Group: groupLog, Foot: 2, Disabled: reading, Do: p.add},
		{ID: "log.answer", Keys: []string{"r"}, Words: "you answered them", Group: groupEntry, Foot: 3, Disabled: when(entry.Waiting, "Only an attempt to reach you waits for an answer."),
			Do: func() tea.Cmd { return p.answer(entry) }},
		{ID: "log.only", Keys: []string{"f"}, Words: "show only some", Group: groupLog, Foot: 4, Disabled: reading, Do: p.pick},
		{ID: "log.watch", Keys: []string{"m"}, Words: "how you watch this case", Group: groupLog, Foot: 5, Disabled: reading, Do: p.editWatch},
		{ID: "log.back", Keys: []string{"x"}, Words: "take this entry back", Group: groupEntry, Disabled: when(!entry.Entry.Zero(), "This line is not an entry of the log."),
			Do: func() tea.Cmd { return p.takeBack(entry) }},
	}
	if p.doors.Concern != nil {
		actions = append(actions, kit.Action{ID: "log.concern", Keys: []string{"c"}, Words: "a wider concern this child shows", Group: groupLog,
			Do: func() tea.Cmd { p.Desk.Nav.Push(p.doors.Concern(p.Child)); return nil }})
	}
	return append(actions, p.Sheet.Actions(p.doors.Doors)...)
}

func (p *Page) add() tea.Cmd {
	p.Desk.Nav.Push(Quick(p.Desk, p.Child))
	return nil
}

// answer opens an attempt to reach the IRO as answered today.
func (p *Page) answer(e casefile.LogEntry) tea.Cmd {
	e.Waiting, e.On = false, p.Desk.Today()
	p.Desk.Nav.Push(newEntry(p.Desk, p.Child, e))
	return nil
}

// pick chooses which entries are shown.
func (p *Page) pick() tea.Cmd {
	var options []kit.Option
	for _, f := range filters() {
		options = append(options, kit.Option{ID: f.id, Words: f.words})
	}
	p.Desk.Nav.Open(kit.NewPicker(p.Desk.Nav, "Show which entries?", options, func(id string) tea.Cmd {
		all := filters()
		p.only = all[slices.IndexFunc(all, func(f filter) bool { return f.id == id })]
		p.Remake()
		return nil
	}))
	return nil
}

// editWatch states how closely the case is watched and how that is noted.
func (p *Page) editWatch() tea.Cmd {
	const draft = "form/monitoring"
	c := p.Desk.Case(p.Child)
	if c == nil {
		return nil
	}
	closeness, _ := casefile.FactByKey(casefile.FactMonitoring)
	how, _ := casefile.FactByKey(factHow)
	var options []kit.Option
	for _, v := range closeness.Choices {
		options = append(options, kit.Option{ID: v, Words: v})
	}
	p.Desk.Nav.Push(p.Desk.Form(p.Child, draft, kit.FormSpec{
		Title: "How you watch this case",
		Intro: "Nobody is listed as drifting for want of contact alone, but a child you watch closely is, after four weeks without a footprint.",
		Fields: []kit.Field{
			{ID: closeness.Key, Label: closeness.Label, Kind: kit.ChoiceField, Choices: options, Value: c.Fact(closeness.Key)},
			{ID: how.Key, Label: how.Label, Value: c.Fact(how.Key), Hint: "Such as: a call to the carer each month, noted here"},
		},
		Done: func(v kit.Values) tea.Cmd {
			c := p.Desk.Case(p.Child)
			lines, err := c.State(map[string]string{closeness.Key: v[closeness.Key], how.Key: v[how.Key]}, p.Desk.Today())
			return p.Desk.Save(c, lines, err, "How you watch this case is kept", draft)
		},
	}))
	return nil
}

// takeBack asks, then reverses the act the entry belongs to.
func (p *Page) takeBack(e casefile.LogEntry) tea.Cmd {
	p.Desk.Nav.Open(kit.NewConfirm(p.Desk.Nav, kit.Ask{Title: "Take this entry back?", Button: "take it back", Started: "x",
		Words: "It stays on file, marked as taken back, and no longer counts. What it corrected stands again.",
		Yes: func() tea.Cmd {
			c := p.Desk.Case(p.Child)
			i := slices.IndexFunc(c.Entries, func(o casefile.Entry) bool { return o.ID == e.Entry })
			if i < 0 {
				return nil
			}
			cmd := p.Desk.TakeBack(c, c.Entries[i].Act, "Taken back")
			p.Refresh()
			return cmd
		}}))
	return nil
}

package register

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

const (
	groupLine  = "This line"
	groupChild = "This child"
)

// Actions lists every key of the screen: open, the screen's own, why and the
// rule where a line has them, and the moving keys.
func (p *list) Actions() []kit.Action {
	l, _ := p.selected()
	reading := ""
	if p.seen == nil {
		reading = "The file is still being read."
	}
	noOpen, noWhy, noRule := "Nothing opens from this line.", "This line is not a date that is worked out.", "No rule stands behind this line."
	if l.open != nil {
		noOpen = ""
	}
	if l.why != nil {
		noWhy = ""
	}
	if len(l.rules) > 0 {
		noRule = ""
	}
	actions := []kit.Action{{ID: "register.open", Keys: []string{"enter"}, Words: "open or change", Group: groupLine, Foot: 1, Disabled: noOpen, Do: l.open}}
	for _, a := range p.content.actions(l) {
		if a.Disabled == "" {
			a.Disabled = reading
		}
		actions = append(actions, a)
	}
	actions = append(actions,
		kit.Action{ID: "register.why", Keys: []string{"w"}, Words: "why this date", Group: groupLine, Disabled: noWhy, Do: func() tea.Cmd {
			p.desk.Nav.Open(p.doors.Explain(p.id, *l.why))
			return nil
		}},
		kit.Action{ID: "register.rule", Keys: []string{"R"}, Words: "the rule behind this line", Group: groupLine, Disabled: noRule, Do: func() tea.Cmd {
			p.desk.Nav.Open(p.doors.Rule(l.rules))
			return nil
		}})
	return append(actions, kit.TableActions()...)
}

// form pushes a form of this child's file.
func (p *list) form(draft string, spec kit.FormSpec) tea.Cmd {
	p.desk.Nav.Push(p.desk.Form(p.id, draft, spec))
	return nil
}

// now is the case as it stands when a form is saved.
func (p *list) now() *file.Case { return p.desk.Case(p.id) }

// kept gives the id of a thing stated again, or a new one.
func (p *list) kept(id file.ID) file.ID {
	if id.Zero() {
		return p.desk.Watch.NewID()
	}
	return id
}

// save keeps a form's lines and, when they were kept, leads on to the event
// intake if there is an event to tell of.
func (p *list) save(lines []file.Line, err error, words, draft string, tell *file.EventReported) tea.Cmd {
	cmd := p.desk.Save(p.now(), lines, err, words, draft)
	if err == nil && len(lines) > 0 && tell != nil {
		p.desk.Nav.Push(p.doors.Event(p.id, *tell))
	}
	return cmd
}

// event opens the event intake from a line.
func (p *list) event(ev file.EventReported) tea.Cmd {
	p.desk.Nav.Push(p.doors.Event(p.id, ev))
	return nil
}

// short leaves the year out while it is this one.
func (p *list) short(d workday.Date) string {
	if d.Year() == p.day.Year() {
		return d.Short()
	}
	return d.Long()
}

func yes(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// joined puts the parts that say something in one text.
func joined(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

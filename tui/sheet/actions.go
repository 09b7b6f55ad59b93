package sheet

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/kit"
)

// Jump moves to the first line of the next part, or of the part before.
func (s *Sheet) Jump(by int) tea.Cmd {
	i, _, _ := s.table.Selected()
	var starts []int
	here := -1
	for at, l := range s.lines {
		if l.Heading != "" && at+1 < len(s.lines) {
			if at < i {
				here = len(starts)
			}
			starts = append(starts, at+1)
		}
	}
	if len(starts) > 0 {
		s.table.Select(s.lines[starts[(here+by+len(starts))%len(starts)]].ID)
		s.spell()
	}
	return nil
}

// Actions are the keys every sheet has: open, why, the rules, and moving.
// Doors lead to the explanation of a date and to rules.
func (s *Sheet) Actions(doors Doors) []kit.Action {
	const line, moving = "This line", "Moving"
	l, _ := s.Selected()
	open, why, rules := "Nothing opens from this line.", "This line is not a date that is worked out.", "No rule stands behind this line."
	if l.Open != nil {
		open = ""
	}
	ids := l.Rules
	if l.Why != nil {
		why = ""
		if len(ids) == 0 {
			ids = []string{l.Why.Rule}
		}
	}
	if len(ids) > 0 {
		rules = ""
	}
	actions := []kit.Action{{ID: "sheet.open", Keys: []string{"enter"}, Words: "open or change", Group: line, Foot: 1, Disabled: open, Do: l.Open}}
	if doors.Explain != nil {
		actions = append(actions, kit.Action{ID: "sheet.why", Keys: []string{"w"}, Words: "why this date", Group: line, Foot: 2, Disabled: why, Do: func() tea.Cmd {
			s.Desk.Nav.Open(doors.Explain(s.Child, *l.Why))
			return nil
		}})
	}
	if doors.Rule != nil {
		actions = append(actions, kit.Action{ID: "sheet.rule", Keys: []string{"R"}, Words: "the rule behind this", Group: line, Disabled: rules, Do: func() tea.Cmd {
			s.Desk.Nav.Open(doors.Rule(ids))
			return nil
		}})
	}
	return slices.Concat(actions, []kit.Action{
		{ID: "sheet.next", Keys: []string{"tab"}, Words: "next part", Group: moving, Do: func() tea.Cmd { return s.Jump(1) }},
		{ID: "sheet.before", Keys: []string{"shift+tab"}, Words: "part before", Group: moving, Do: func() tea.Cmd { return s.Jump(-1) }},
	}, kit.TableActions())
}

// Reading says why nothing can be changed while the file is being read; "" once
// it is.
func (s *Sheet) Reading() string {
	if s.seen == nil {
		return "The file is still being read."
	}
	return ""
}

// Doors are the screens every sheet leads to; a nil one is not offered, such as
// Explain where no line is a date that is worked out.
type Doors struct {
	Explain func(child casefile.ID, d clock.Deadline) kit.Page
	Rule    func(ids []string) kit.Page
}

package readings

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// change offers the values of a line, or asks for its number. What is chosen
// is shown with what it would change before it is set.
func (p *Page) change(l line) tea.Cmd {
	if n, ok := practice.LimitOf(l.setting); ok {
		p.desk.Nav.Push(number(p.desk, n))
		return nil
	}
	c, _ := practice.ChoiceOf(l.setting)
	now := p.desk.Practice().Value(c.Setting)
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, l.label, Values(c, now), func(v string) tea.Cmd {
		if v == now {
			p.desk.Nav.Say(kit.Dim, "Nothing was changed.")
			return nil
		}
		p.desk.Nav.Push(newPreview(p.desk, proposal{setting: c.Setting, value: v, above: 1}))
		return nil
	}))
	return nil
}

// Values offers the values of a setting, and says which is set and which is
// the usual one.
func Values(c practice.Choice, now string) []kit.Option {
	var options []kit.Option
	for i, v := range c.Values {
		var detail []string
		if v == now {
			detail = append(detail, "as it is now")
		}
		if i == 0 {
			detail = append(detail, "the usual one")
		}
		options = append(options, kit.Option{ID: v, Words: v, Detail: strings.Join(detail, ", ")})
	}
	return options
}

// number is the form of a limit.
func number(d *desk.Desk, l practice.Limit) kit.Page {
	draft := "form/" + string(l.Setting)
	file := d.Book.PracticeFile()
	return d.Form(file, draft, kit.FormSpec{
		Title: l.Question, Save: "See what it changes",
		Intro: fmt.Sprintf("Between %d and %d %s; the usual one is %d. Nothing is set before you have seen what it changes.", l.Least, l.Most, l.Unit, l.Default),
		Fields: []kit.Field{{ID: "number", Label: "In " + l.Unit, Kind: kit.NumberField, Value: d.Practice().Value(l.Setting), Required: true,
			Check: func(text string) (string, error) {
				_, err := d.Practice().Set(l.Setting, text, d.Today())
				return "", err
			}}},
		Done: func(v kit.Values) tea.Cmd {
			lines, err := d.Practice().Set(l.Setting, v["number"], d.Today())
			switch {
			case err != nil:
				d.Nav.Say(kit.Late, fault.Words(err))
			case len(lines) == 0:
				d.DropDraft(file, draft)
				d.Nav.Pop()
				d.Nav.Say(kit.Dim, "Nothing was changed.")
			default:
				d.Nav.Push(newPreview(d, proposal{setting: l.Setting, value: v["number"], above: 2, draft: draft}))
			}
			return nil
		},
	})
}

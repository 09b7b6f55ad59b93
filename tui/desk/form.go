package desk

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// Form makes a form whose unfinished answers are kept as a draft under field
// and come back when it is opened again. Only what differs from what the form
// was opened with is kept, so that what changed on file meanwhile stands. Hand
// field to Do as a draft, so that saving clears it.
func (d *Desk) Form(file casefile.ID, field string, spec kit.FormSpec) *kit.Form {
	if _, child := d.Row(file); child {
		spec.About = func() string {
			row, _ := d.Row(file)
			return d.Name(row)
		}
	}
	var opened kit.Values
	spec.Changed = func(v kit.Values) { d.keepTyped(file, field, opened, v) }
	extra := spec.Extra
	spec.Extra = func() []kit.Action {
		var out []kit.Action
		if extra != nil {
			out = extra()
		}
		return append(out, kit.Action{ID: "form.forget", Keys: []string{"ctrl+r"}, Words: "forget what was typed here and leave", Group: "This form",
			Do: func() tea.Cmd { return d.forget(file, field) }})
	}
	f := kit.NewForm(d.Nav, spec)
	opened = f.Draft()
	if back := d.bringBack(file, field, f); len(back) > 0 {
		f.Intro("What you typed last time is here again. ctrl+r forgets it. " + cameBack(spec.Fields, back) + spec.Intro)
	}
	return f
}

// keepTyped keeps what was typed over the answers a form was opened with; when
// all of it was undone there is nothing to keep.
func (d *Desk) keepTyped(file casefile.ID, field string, opened, now kit.Values) {
	typed := maps.Clone(now)
	maps.DeleteFunc(typed, func(id, v string) bool { return v == opened[id] })
	text, err := json.Marshal(typed)
	switch {
	case err != nil:
	case len(typed) == 0:
		d.DropDraft(file, field)
	default:
		d.KeepDraft(file, field, string(text))
	}
}

// bringBack puts a draft's answers into a form and gives those that were not
// there. Older drafts hold every answer and are taken whole.
func (d *Desk) bringBack(file casefile.ID, field string, f *kit.Form) []string {
	var kept kit.Values
	if text := d.Draft(file, field); text == "" || json.Unmarshal([]byte(text), &kept) != nil {
		return nil
	}
	opened := f.Draft()
	for id, v := range kept {
		if was, asked := opened[id]; asked && was != v {
			f.Set(id, v)
		}
	}
	now := f.Draft()
	maps.DeleteFunc(now, func(id, v string) bool { return v == opened[id] })
	return slices.Collect(maps.Keys(now))
}

// cameBack names the questions whose answers came back, a few of them.
func cameBack(fields []kit.Field, back []string) string {
	var labels []string
	for _, f := range fields {
		if slices.Contains(back, f.ID) {
			labels = append(labels, f.Label)
		}
	}
	if more := len(labels) - 3; more > 0 {
		labels = append(labels[:3], kit.Count(more, "more answer", "more answers"))
	}
	return "Brought back: " + strings.Join(labels, "; ") + ". "
}

// forget asks, then throws a form's unfinished answers away and leaves it.
func (d *Desk) forget(file casefile.ID, field string) tea.Cmd {
	d.Nav.Open(kit.NewConfirm(d.Nav, kit.Ask{Title: "Forget what was typed in this form?", Words: "What is on file stays as it is.", Button: "forget it", Started: "ctrl+r",
		Yes: func() tea.Cmd {
			d.DropDraft(file, field)
			d.Nav.Pop()
			d.Nav.Say(kit.Dim, "Forgotten. Nothing on file was changed.")
			return nil
		}}))
	return nil
}

// DateField asks for a date as people type it; the whole date is echoed, and
// kept: fri stays that Friday in a draft and past midnight.
func (d *Desk) DateField(id, label string, value workday.Date, required bool) kit.Field {
	return kit.Field{ID: id, Label: label, Kind: kit.DateField, Value: value.UK(), Required: required,
		Hint: "26/11/2026, 26 nov, fri, today or +5wd",
		Check: func(text string) (string, error) {
			got, err := workday.ParseTyped(text, d.Today(), d.calendar)
			if err != nil {
				return "", fault.New(fault.CodeOf(err), fault.Words(err), "")
			}
			return got.Long(), nil
		},
		Settle: func(text string) string { return d.ReadDate(text).UK() }}
}

// ReadDate reads a date field; empty is not known. A field's own check has
// refused anything else before it is saved.
func (d *Desk) ReadDate(text string) workday.Date {
	got, err := workday.ParseTyped(text, d.Today(), d.calendar)
	if err != nil {
		return 0
	}
	return got
}

// YesNo is the answer of a yes-or-no question.
func YesNo(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

// Save runs a command's lines through Do and leaves the form; an error is
// shown and the form stays as it is.
func (d *Desk) Save(c *casefile.Case, lines []casefile.Line, err error, words string, drafts ...string) tea.Cmd {
	if err != nil {
		d.Nav.Say(kit.Late, fault.Words(err))
		return nil
	}
	if len(lines) == 0 {
		d.Nav.Say(kit.Dim, "Nothing was changed.")
	}
	cmd := d.Do(c, lines, words, drafts...)
	d.Nav.Pop()
	return cmd
}

// Codes are the choices of a code list: the return's code and its words.
func Codes(list casefile.CodeList) []kit.Option {
	var out []kit.Option
	for _, c := range list.All() {
		out = append(out, kit.Option{ID: c.Code, Words: c.Words, Detail: c.Code})
	}
	return out
}

package clocks

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// ask asks on which day the change comes and shows what the dates would be.
func (p *Page) ask(s clock.Scenario) tea.Cmd {
	field := p.Desk.DateField("day", "On which day", 0, false)
	field.Suggest = s.Day(p.now).UK()
	p.Desk.Nav.Push(kit.NewForm(p.Desk.Nav, kit.FormSpec{
		Title: "What if " + s.Words() + "?", Intro: "The dates are worked out as they would stand on that day. Nothing is saved.", Save: "Show the dates",
		About:  func() string { row, _ := p.Desk.Row(p.Child); return p.Desk.Name(row) },
		Fields: []kit.Field{field},
		Done: func(v kit.Values) tea.Cmd {
			day := p.Desk.ReadDate(v["day"])
			if !day.Known() {
				day = s.Day(p.now) // the suggestion stands
			}
			then, err := clock.WhatIf(p.Case(), s, day, p.Desk.Calendar(), p.Desk.Practice().Readings())
			if err != nil {
				p.Desk.Nav.Say(kit.Late, fault.Words(err))
				return nil
			}
			p.Desk.Nav.Pop()
			p.Desk.Nav.Open(p.answer(s, day, then))
			return nil
		},
	}))
	return nil
}

// answer lays the dates out beside the ones that stand.
func (p *Page) answer(s clock.Scenario, day workday.Date, then clock.Clocks) kit.Page {
	th := p.Desk.Nav.Theme()
	lines := func(width int) []string {
		room := max(min(width-4, 92), 1)
		text := func(s string) []string { return kit.Indent(kit.Wrap(s, room), 3) }
		out := text("Nothing is saved. On " + day.Long() + " the clocks would stand like this:")
		out = append(out, "")
		out = append(out, text(next(then))...)
		if then.Governing != nil {
			out = append(out, text(then.Governing.Why.Sentence)...)
			for _, n := range then.Governing.Why.Notes {
				out = append(out, text(n)...)
			}
			for _, d := range then.Reviews[1:] {
				out = append(out, text("Beside it: "+d.Regime.Words()+", "+d.Due.Long()+".")...)
			}
		}
		out = append(out, "", "   "+th.Paint(kit.Dim, "What moves"))
		moved := clock.Differences(p.now, then)
		for _, m := range moved {
			out = append(out, text(m.What+": "+change(m))...)
		}
		if len(moved) == 0 {
			out = append(out, text("No date of this child moves.")...)
		}
		return out
	}
	return kit.NewReader(th, "If "+s.Words(), lines)
}

// next says what the next review would be.
func next(then clock.Clocks) string {
	if then.Governing == nil {
		text := "No review would be due: " + string(then.Missing) + "."
		if then.Ask != "" {
			text += " " + then.Ask
		}
		return text
	}
	no := ""
	if then.ReviewNo > 0 {
		no = " (the " + workday.Ordinal(then.ReviewNo) + ")"
	}
	return fmt.Sprintf("The next review%s would be due by %s, governed by %s.", no, then.Governing.Due.Long(), then.Governing.Regime.Words())
}

func change(m clock.Moved) string {
	switch {
	case !m.Before.Known():
		return "starts, due " + m.After.Long()
	case !m.After.Known():
		return "stops; it was due " + m.Before.Long()
	}
	return m.Before.Long() + " becomes " + m.After.Long()
}

package decision

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// following is one form that says how far a decision was carried out.
type following struct {
	state  casefile.Progress
	title  string
	fields []kit.Field
}

// follow asks how far a decision was carried out. Where that was said already
// and nothing is open, what is said now takes the place of the last look.
func (p *page) follow(d casefile.Decided, f following) tea.Cmd {
	draft := "form/decision/" + string(f.state) + "/" + d.ID.String()
	intro, corrects := p.oneLine(d.What), casefile.ID{}
	if last := d.Last(); !d.Open() {
		if !p.Desk.Shown() {
			return nil
		}
		corrects = last.Entry
		intro = stop(intro) + "This takes the place of what was entered for " + last.On.Long() + ": " + string(last.State) + "."
	}
	return p.form(draft, kit.FormSpec{Title: f.title, Intro: intro, Fields: f.fields, Done: func(v kit.Values) tea.Cmd {
		look := casefile.DecisionFollowed{Decision: d.ID, State: f.state, Evidence: v["evidence"], Why: v["why"], NewDay: p.Desk.ReadDate(v["new"])}
		day := p.Desk.Today()
		if v["on"] != "" {
			day = p.Desk.ReadDate(v["on"])
		}
		return p.keepLook(look, corrects, day, fmt.Sprintf("Decision %d: %s", d.No, f.state), draft)
	}})
}

func (p *page) keepLook(look casefile.DecisionFollowed, corrects casefile.ID, on workday.Date, words, draft string) tea.Cmd {
	lines, err := p.now().FollowDecision(look, corrects, on, p.Desk.Today())
	return p.Desk.Save(p.now(), lines, err, words, draft)
}

// was gives the last look when it said the same, for correcting it.
func was(d casefile.Decided, state casefile.Progress) casefile.Look {
	if last := d.Last(); !d.Open() && last.State == state {
		return last
	}
	return casefile.Look{}
}

func (p *page) done(d casefile.Decided) tea.Cmd {
	last := was(d, casefile.DecisionDone)
	return p.follow(d, following{casefile.DecisionDone, "Done", []kit.Field{
		p.past("on", "Done on", last.On),
		{ID: "evidence", Label: "What shows it", Kind: kit.LongField, Rows: 3, Value: last.Evidence, Required: true, Hint: "something you saw or were shown, not only that somebody said so (HB 7.25)"},
	}})
}

func (p *page) part(d casefile.Decided) tea.Cmd {
	return p.follow(d, following{casefile.DecisionPart, "Part done", []kit.Field{
		p.past("on", "Seen on", 0),
		{ID: "evidence", Label: "What is done", Kind: kit.LongField, Rows: 3, Required: true, Hint: "and what shows it"},
		{ID: "why", Label: "What is not, and why", Kind: kit.LongField, Rows: 3, Required: true},
		p.firmDay(d, false),
	}})
}

func (p *page) notDone(d casefile.Decided) tea.Cmd {
	return p.follow(d, following{casefile.DecisionNotDone, "Not done", []kit.Field{
		p.past("on", "Seen on", 0),
		{ID: "why", Label: "Why", Kind: kit.LongField, Rows: 3, Required: true, Hint: "staff and money are reasons, and do not make the child wait less (HB 7.24)"},
		p.firmDay(d, false),
	}})
}

func (p *page) drop(d casefile.Decided) tea.Cmd {
	last := was(d, casefile.DecisionDropped)
	return p.follow(d, following{casefile.DecisionDropped, "No longer needed", []kit.Field{
		p.past("on", "Since", last.On),
		{ID: "why", Label: "Why", Kind: kit.LongField, Rows: 3, Value: last.Why, Required: true, Hint: "what changed for the child, so that nothing is to be done"},
	}})
}

// newDay sets a firm day in place of the one that was missed or will be (DD-01).
// What was done of it already stays so.
func (p *page) newDay(d casefile.Decided) tea.Cmd {
	look := casefile.DecisionFollowed{Decision: d.ID, State: casefile.DecisionNotDone}
	if d.State() == casefile.DecisionPart {
		look.State, look.Evidence = casefile.DecisionPart, d.Last().Evidence
	}
	intro := p.oneLine(d.What)
	if words := p.moved(d); words != "" {
		intro = stop(intro) + words + "."
	}
	draft := "form/decision/day/" + d.ID.String()
	return p.form(draft, kit.FormSpec{Title: "A new day", Intro: intro, Fields: []kit.Field{
		p.firmDay(d, true),
		{ID: "why", Label: "Why", Kind: kit.LongField, Rows: 3, Required: true, Hint: "why it is not done by " + d.Due().Long()},
	}, Done: func(v kit.Values) tea.Cmd {
		look.Why, look.NewDay = v["why"], p.Desk.ReadDate(v["new"])
		return p.keepLook(look, casefile.ID{}, p.Desk.Today(), fmt.Sprintf("Decision %d: new day %s", d.No, look.NewDay.Long()), draft)
	}})
}

// firmDay asks for a new day.
func (p *page) firmDay(d casefile.Decided, required bool) kit.Field {
	f := p.Desk.DateField("new", "New day", 0, required)
	f.Hint = "it was to be done by " + d.Due().Long() + "; " + f.Hint
	return f
}

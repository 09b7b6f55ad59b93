package register

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Situations is the dated situations of a child, from which the clocks learn
// which rules run: adoption, child protection, court, custody, secure
// accommodation, hospital, short breaks and missing.
func Situations(d *desk.Desk, id file.ID, doors Doors) kit.Page {
	p := &situations{list: newList(d, id, doors, "situations and their dates", sheet.Shape{Labels: 15, More: 22})}
	p.Show(p)
	return p
}

type situations struct {
	*list
	events map[string]file.EventReported // what a line would be reported as
}

// Lines makes the lines of a case.
func (p *situations) Lines(c *file.Case) []sheet.Line {
	p.events = map[string]file.EventReported{}
	var out []sheet.Line
	group := ""
	for _, k := range kinds() {
		for _, s := range slices.Backward(c.Periods(k.what)) {
			if k.group != group {
				group = k.group
				out = append(out, sheet.Line{ID: "head:" + group, Heading: group})
			}
			out = append(out, p.lineOf(c, k, s))
			if sat(s) {
				out = append(out, sheet.Line{ID: "sat:" + key(s), Sign: kit.SignLate, Text: barred, Tone: kit.Late, Rules: []string{"SE-02"},
					Open: func() tea.Cmd { return p.edit(k, s, false) }})
			}
		}
	}
	return out
}

func (p *situations) lineOf(c *file.Case, k kind, s file.PeriodStated) sheet.Line {
	l := sheet.Line{ID: "period:" + key(s), Label: "day not known", Open: func() tea.Cmd { return p.edit(k, s, false) }}
	if s.From.Known() {
		l.Label = s.From.Long()
	}
	l.Text = joined(k.words, k.saying(s.Code), p.Desk.Private(s.Text))
	l.More = p.until(k, s)
	ev, ok := k.eventOf(s)
	if !ok {
		return l
	}
	p.events[l.ID] = ev
	if _, told := reported(c, ev); k.what == file.Panel && !told {
		l.Sign, l.Tone, l.More, l.Rules = kit.SignLate, kit.Late, "e reports it", []string{"SE-04"}
	}
	return l
}

// key names a situation: by its id, or what an import brought by kind and day.
func key(s file.PeriodStated) string {
	if !s.ID.Zero() {
		return s.ID.String()
	}
	return string(s.What) + "/" + s.From.String()
}

// until says how a situation goes on.
func (p *situations) until(k kind, s file.PeriodStated) string {
	over := k.over
	if over == "" {
		over = "until"
	}
	switch {
	case k.what == file.ShortBreak && s.To.Known():
		return kit.Count(int(s.To-s.From), "night", "nights")
	case s.To.Known():
		return over + " " + p.short(s.To)
	case s.From > p.Desk.Today():
		return "to come"
	case k.oneDay():
		return ""
	case s.Expected.Known():
		return "expected to " + p.short(s.Expected)
	}
	return "goes on"
}

// Empty says what is so when there are no lines, and what to do next.
func (p *situations) Empty() (what, next string, keys []string) {
	return "No dated situation is on file.", "Adoption, a child protection plan, court, custody, hospital, short breaks: each changes which dates run. Say since when.",
		[]string{"a", "say what has happened"}
}

// Actions lists every key of the screen.
func (p *situations) Actions() []kit.Action {
	l, _ := p.Selected()
	ev, ok := p.events[l.ID]
	noEvent := "This line is not one of the significant events."
	if ok {
		noEvent = ""
	}
	return p.with(
		kit.Action{ID: "register.situation", Keys: []string{"a"}, Words: "say what has happened", Group: groupChild, Foot: 2, Do: p.add},
		kit.Action{ID: "register.event", Keys: []string{"e"}, Words: "report it as an event", Group: groupLine, Foot: 3, Disabled: noEvent, Do: func() tea.Cmd { return p.event(ev) }},
	)
}

// add asks which kind it is, and then for its dates.
func (p *situations) add() tea.Cmd {
	var options []kit.Option
	all := kinds()
	for _, k := range all {
		options = append(options, kit.Option{ID: string(k.what), Words: k.words, Detail: k.group})
	}
	p.Desk.Nav.Open(kit.NewPicker(p.Desk.Nav, "What has happened?", options, func(id string) tea.Cmd {
		i := slices.IndexFunc(all, func(k kind) bool { return string(k.what) == id })
		return p.edit(all[i], file.PeriodStated{What: all[i].what, Code: all[i].fixed}, true)
	}))
	return nil
}

// fields asks only what the kind needs.
func (p *situations) fields(k kind, s file.PeriodStated, fresh bool) []kit.Field {
	from := p.Desk.DateField("from", k.from, s.From, true)
	if !fresh && s.ID.Zero() {
		from.Disabled = "it came with an import, which knows it by this day: " + s.From.Long()
	}
	out := []kit.Field{from}
	if k.code != "" {
		out = append(out, kit.Field{ID: "code", Label: k.code, Kind: kit.ChoiceField, Value: s.Code, Choices: k.codes, Required: k.what != file.Panel})
	}
	note := s.Text
	if k.what == file.Panel {
		_, note = readPanel(s.Text)
		out = append(out, panelFields(s.Text)...)
	}
	if k.text != "" {
		out = append(out, kit.Field{ID: "text", Label: k.text, Value: note, Hint: k.textHint})
	}
	if k.expected != "" {
		out = append(out, p.Desk.DateField("expected", k.expected, s.Expected, false))
	}
	if k.to != "" {
		to := p.Desk.DateField("to", k.to, s.To, false)
		if k.toHint != "" {
			to.Hint = k.toHint
		}
		out = append(out, to)
	}
	return out
}

// edit states one situation, or corrects it. What the kind does not ask stays
// as it stands.
func (p *situations) edit(k kind, s file.PeriodStated, fresh bool) tea.Cmd {
	draft := "form/situation/" + key(s)
	if fresh {
		draft = "form/situation/new/" + string(s.What)
	}
	spec := kit.FormSpec{Title: k.words, Fields: p.fields(k, s, fresh), Done: func(v kit.Values) tea.Cmd {
		next := s
		if fresh || !s.ID.Zero() {
			next.ID, next.From = p.kept(s.ID), p.Desk.ReadDate(v["from"])
		}
		set(k.code, &next.Code, v["code"])
		set(k.text, &next.Text, v["text"])
		if k.what == file.Panel {
			next.Text = writePanel(v)
		}
		set(k.expected, &next.Expected, p.Desk.ReadDate(v["expected"]))
		set(k.to, &next.To, p.Desk.ReadDate(v["to"]))
		lines, err := p.state(next)
		var tell *file.EventReported
		if ev, ok := k.eventOf(next); ok && k.what == file.Panel {
			if _, told := reported(p.now(), ev); !told {
				tell = &ev
			}
		}
		return p.save(lines, err, k.words+": kept", draft, tell)
	}}
	if k.what == file.Panel {
		spec.CheckAll = panelAgrees
	}
	return p.form(draft, spec)
}

// set takes an answer to a question the kind asks.
func set[T any](label string, to *T, answer T) {
	if label != "" {
		*to = answer
	}
}

// state gives the lines that keep a situation. A placement with adopters that
// ended is over from that day, so both are kept in one act.
func (p *situations) state(s file.PeriodStated) ([]file.Line, error) {
	c, today := p.now(), p.Desk.Today()
	lines, err := c.StatePeriod(s, today)
	if err != nil || s.What != file.AdoptionDisrupted {
		return lines, err
	}
	for _, placed := range c.Periods(file.PlacedForAdoption) {
		if runs(placed, s.From) {
			placed.To = s.From
			more, err := c.StatePeriod(placed, today)
			if err != nil {
				return nil, err
			}
			lines = append(lines, more...)
		}
	}
	return lines, nil
}

func runs(s file.PeriodStated, day workday.Date) bool {
	return s.From.Known() && s.From <= day && !s.To.Known()
}

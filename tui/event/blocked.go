package event

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Blocked is the screen of one proposed change: how it stands, which rules hold
// it and why, and what clears it (HB 3.7, 3.77; CV-13).
type Blocked struct {
	*kit.Reader
	desk     *desk.Desk
	doors    sheet.Doors
	id       casefile.ID
	change   casefile.ID
	seen     *casefile.Case // the case the text was made from
	day      workday.Date
	practice *practice.Practice
	hid      bool
}

// NewBlocked opens one proposed change of a child.
func NewBlocked(d *desk.Desk, id, change casefile.ID, doors sheet.Doors) *Blocked {
	p := &Blocked{desk: d, doors: doors, id: id, change: change}
	p.Reader = kit.NewReader(d.Nav.Theme(), "A proposed change", p.text)
	return p
}

// Init reads the file unless it is open already.
func (p *Blocked) Init() tea.Cmd { return p.desk.Open(p.id) }

// View gives the text, made anew when what it tells has changed.
func (p *Blocked) View() string {
	c := p.desk.Case(p.id)
	if c != p.seen || p.day != p.desk.Today() || p.practice != p.desk.Practice() || p.hid != p.desk.Hidden() {
		p.seen, p.day, p.practice, p.hid = c, p.desk.Today(), p.desk.Practice(), p.desk.Hidden()
		p.Refresh()
	}
	return p.Reader.View()
}

// About is the child in front, for the quick entry.
func (p *Blocked) About() casefile.ID { return p.id }

// Title names the child.
func (p *Blocked) Title() string {
	row, _ := p.desk.Row(p.id)
	return p.desk.Name(row) + ": a proposed change"
}

// now is the change as it stands; ok is false while the file is being read and
// after the change was taken back.
func (p *Blocked) now() (casefile.ChangeProposed, bool) {
	c := p.desk.Case(p.id)
	if c == nil {
		return casefile.ChangeProposed{}, false
	}
	return c.ProposalByID(p.change)
}

// Actions lists what can be done with the change now.
func (p *Blocked) Actions() []kit.Action {
	ch, ok := p.now()
	gone, over := "", ""
	switch {
	case !ok:
		gone = "The change is not on file."
		over = gone
	case ch.Dropped.Known():
		over = "It is no longer proposed."
	}
	noReview, noDrop, noFreeze := over, over, over
	if over == "" && len(p.reviews(ch)) == 0 {
		noReview = "No review was held since the change was proposed. Record it first."
	}
	if over == "" && ch.MadeOn.Known() {
		noDrop = "The change was made."
	}
	if over == "" && !ch.Moves() {
		noFreeze = "Only a move is frozen."
	}
	add := func(id, key, words string, foot int, disabled string, do func(casefile.ChangeProposed) tea.Cmd) kit.Action {
		return kit.Action{ID: "change." + id, Keys: []string{key}, Words: words, Group: "This change", Foot: foot, Disabled: disabled,
			Do: func() tea.Cmd { return do(ch) }}
	}
	actions := []kit.Action{
		add("edit", "e", "change", 5, gone, p.edit),
		add("review", "v", "a review considered it", 1, noReview, p.considered),
		add("override", "o", "go on without", 2, over, p.override),
		add("made", "m", "it was made", 3, over, p.made),
		add("freeze", "f", "a freeze: asked, answered, child told", 0, noFreeze, p.freeze),
		add("drop", "x", "no longer proposed", 4, noDrop, p.drop),
		add("rule", "R", "the rules in full", 0, gone, p.rules),
	}
	return append(actions, p.Reader.Actions()...)
}

func (p *Blocked) edit(ch casefile.ChangeProposed) tea.Cmd {
	p.desk.Nav.Push(Proposal(p.desk, p.id, ch))
	return nil
}

func (p *Blocked) rules(ch casefile.ChangeProposed) tea.Cmd {
	p.desk.Nav.Open(p.doors.Rule(holdsOf(p.desk, p.desk.Case(p.id), ch)))
	return nil
}

// reviews lists the reviews that may have considered the change, newest first.
func (p *Blocked) reviews(ch casefile.ChangeProposed) []casefile.Review {
	all := slices.DeleteFunc(p.desk.Case(p.id).Reviews(), func(r casefile.Review) bool {
		return !r.IsHeld() || r.Held.Recorded > p.desk.Today() || max(r.Held.Recorded, r.Held.Completed) < ch.ProposedOn
	})
	slices.Reverse(all)
	return all
}

// considered names the review that considered the change.
func (p *Blocked) considered(ch casefile.ChangeProposed) tea.Cmd {
	var options []kit.Option
	for _, r := range p.reviews(ch) {
		detail := ""
		if r.Held.Adjourned && !r.Held.Completed.Known() {
			detail = "adjourned, not completed"
		}
		options = append(options, kit.Option{ID: r.ID.String(), Words: "Review of " + r.Held.Recorded.Long(), Detail: detail})
	}
	if !ch.Review.Zero() {
		options = append(options, kit.Option{ID: "none", Words: "No review after all"})
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "Which review considered it?", options, func(id string) tea.Cmd {
		return p.keep(ch, "Review noted", func(ch *casefile.ChangeProposed) { ch.Review, _ = casefile.ParseID(id) }) // "none" is the empty id
	}))
	return nil
}

// keep makes a change that needs no form.
func (p *Blocked) keep(ch casefile.ChangeProposed, words string, set func(*casefile.ChangeProposed)) tea.Cmd {
	c := p.desk.Case(p.id)
	lines, words, err := restated(p.desk, c, ch, words, set)
	if err != nil {
		return func() tea.Msg { return kit.Failed{Err: err} }
	}
	return p.desk.Do(c, lines, words)
}

// form pushes a form about the change; set puts the answers in.
func (p *Blocked) form(ch casefile.ChangeProposed, name string, spec kit.FormSpec, words string, set func(ch *casefile.ChangeProposed, a answers)) tea.Cmd {
	draft := "form/change/" + p.change.String() + "/" + name
	was := opened(spec.Fields)
	spec.Done = func(v kit.Values) tea.Cmd {
		return keep(p.desk, p.id, ch, words, draft, func(next *casefile.ChangeProposed) { set(next, answers{p.desk, v, was}) })
	}
	p.desk.Nav.Push(p.desk.Form(p.id, draft, spec))
	return nil
}

// override lets the change go on without a review: reason, name and date.
func (p *Blocked) override(ch casefile.ChangeProposed) tea.Cmd {
	given := func(v kit.Values) bool { return v["why"] != "" }
	return p.form(ch, "override", kit.FormSpec{
		Title: "Go on without a review", Save: "Override",
		Intro: "Only where a review first is not reasonably practicable (HB 3.7). The change is counted as overridden. Emptying the reason takes an override back.",
		Fields: []kit.Field{
			{ID: "why", Label: "Reason", Value: ch.Override, Required: ch.Override == ""},
			{ID: "by", Label: "Decided by", Value: ch.OverriddenBy, Required: true, When: given, Hint: "the name of who answers for it"},
			dates(p.desk.DateField("on", "Decided on", ch.OverriddenOn, true), given, ""),
		},
	}, "Override kept", func(ch *casefile.ChangeProposed, a answers) {
		a.text(&ch.Override, "why")
		a.text(&ch.OverriddenBy, "by")
		a.day(&ch.OverriddenOn, "on")
		if ch.Override == "" { // taken back, with its name and day
			ch.OverriddenBy, ch.OverriddenOn = "", 0
		}
	})
}

// made enters that the change was made, and the placement it became.
func (p *Blocked) made(ch casefile.ChangeProposed) tea.Cmd {
	urgency := kit.Field{ID: "emergency", Label: "In an emergency", Kind: kit.YesNoField, Value: desk.YesNo(ch.Emergency),
		When: func(kit.Values) bool { return urgent(kit.Values{"what": string(ch.What)}) }, Hint: "yes: the move could not wait; its review follows at once"}
	needed := dates(p.desk.DateField("neededby", "Review needed by", ch.NeededBy, false), is("emergency", "yes"), "empty counts from the settings")
	became := kit.Field{ID: "placement", Label: "It became", Kind: kit.ChoiceField, Choices: p.places(ch), When: func(kit.Values) bool { return ch.Moves() && len(p.places(ch)) > 0 }}
	if !ch.Placement.Zero() {
		became.Value = ch.Placement.String()
	}
	return p.form(ch, "made", kit.FormSpec{
		Title: "The change was made", Fields: inSight([]kit.Field{p.desk.DateField("on", "Made on", ch.MadeOn, true), urgency, needed, became}),
	}, "Change entered as made", func(ch *casefile.ChangeProposed, a answers) {
		a.day(&ch.MadeOn, "on")
		a.yes(&ch.Emergency, "emergency")
		a.day(&ch.NeededBy, "neededby")
		a.link(&ch.Placement, "placement")
	})
}

// places lists the placements the change may have become, with the one it
// stands as.
func (p *Blocked) places(ch casefile.ChangeProposed) []kit.Option {
	var out []kit.Option
	for _, pl := range slices.Backward(p.desk.Case(p.id).Placements()) {
		if pl.Start >= ch.ProposedOn || pl.ID == ch.Placement {
			out = append(out, kit.Option{ID: pl.ID.String(), Words: pl.Start.Long() + ", " + casefile.PlacementCode.Words(pl.Code)})
		}
	}
	return out
}

// freeze enters that the IRO asked for the move to be frozen, what the council
// answered, and that the child was told of advocacy and complaining.
func (p *Blocked) freeze(ch casefile.ChangeProposed) tea.Cmd {
	return p.form(ch, "freeze", kit.FormSpec{
		Title: "A freeze of the move", Intro: "Ask at once when a move would not protect the child, and start the dispute process with it (HB 3.79).",
		Fields: inSight(freezeFields(p.desk, ch, func(kit.Values) bool { return true })),
	}, "Freeze kept", func(ch *casefile.ChangeProposed, a answers) { readFreeze(a, ch) })
}

// drop asks, then enters that the change is no longer proposed.
func (p *Blocked) drop(ch casefile.ChangeProposed) tea.Cmd {
	p.desk.Nav.Open(kit.NewConfirm(p.desk.Nav, kit.Ask{Title: "Is it no longer proposed?", Words: "It stays on file as dropped today and waits for nothing any more.",
		Button: "it is dropped", Started: "x", Yes: func() tea.Cmd {
			return p.keep(ch, "Change dropped", func(ch *casefile.ChangeProposed) { ch.Dropped = p.desk.Today() })
		}}))
	return nil
}

package event

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/handbook"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// later is the answer of who leaves the decision for another time.
const later = "later"

// Intake is the form of a significant event and the decision on it (HB 3.74 to
// 3.76; MO-02 to MO-05). An event without an id is a new one, filled in as far
// as it is known; another is changed. What the event brings with it, such as a
// stay in hospital, is entered in the same act.
func Intake(d *desk.Desk, id casefile.ID, ev casefile.EventReported) kit.Page {
	draft := "form/event/" + ev.ID.String() + ev.Placement.String()
	title, intro := "What happened", "You are told of it, you decide whether a review is needed, and both are kept."
	if !ev.ID.Zero() {
		title, intro = "What happened, changed", "What stood here before stays on file."
	}
	with := broughtBy(d.Case(id), ev.On)
	fields := intakeFields(d, with, ev)
	was := opened(fields)
	return d.Form(id, draft, kit.FormSpec{
		Title: title, Intro: intro, Fields: fields,
		Done: func(v kit.Values) tea.Cmd {
			c := d.Case(id)
			if c == nil {
				return d.Open(id)
			}
			lines, words, note, err := report(c, with, ev, answers{d, v, was})
			cmd := d.Save(c, lines, err, words, draft)
			if err == nil && len(lines) == 0 && note != "" {
				d.Nav.Say(kit.Soon, "Nothing was changed; "+note)
			}
			return cmd
		},
	})
}

// report states the event with what it brings with it, and what is said of it.
// note is what else is to be known: a stay that was on file already, or one that
// the change leaves there.
func report(c *casefile.Case, with brought, shown casefile.EventReported, a answers) (lines []casefile.Line, words, note string, err error) {
	stood, words := filed(shown.ID, shown, c.EventByID, "")
	next := eventOf(a, stood)
	if next.ID.Zero() {
		next.ID = a.desk.Watch.NewID()
	}
	if lines, err = c.ReportEvent(next, a.desk.Today()); err != nil {
		return nil, "", "", err
	}
	more, note, err := consequence(a, c, with, shown, next)
	if left := with.behind(shown, a.said); left != "" {
		note = "its " + left
	}
	switch {
	case words != "": // it was taken back
	case note != "":
		words = "Event kept; " + note
	default:
		words = saved(next.Decision)
	}
	return append(lines, more...), words, note, err
}

func saved(decision casefile.Decision) string {
	if decision == "" {
		return "Event kept, not decided yet"
	}
	return "Event kept: " + decision.Words()
}

// intakeFields asks in the order a person is told things; what does not matter
// for the kind or the decision is not asked.
func intakeFields(d *desk.Desk, with brought, ev casefile.EventReported) []kit.Field {
	kinds := make([]kit.Option, 0, len(casefile.SignificantEvents()))
	var about []kit.Field
	for _, s := range casefile.SignificantEvents() {
		kinds = append(kinds, kit.Option{ID: string(s.Kind), Words: s.Words, Detail: s.Rule})
		about = append(about, kit.Field{ID: "about " + string(s.Kind), Label: aboutKind(s), Kind: kit.HeadingField, When: is("what", string(s.Kind))})
	}
	fields := []kit.Field{{ID: "what", Label: "What happened", Kind: kit.ChoiceField, Value: string(ev.What), Choices: kinds, Required: true}}
	fields = append(append(fields, about...),
		d.DateField("on", "When", ev.On, true),
		d.DateField("toldon", "You were told on", ev.ToldOn, false),
		kit.Field{ID: "toldby", Label: "Told by", Value: ev.ToldBy},
		kit.Field{ID: "text", Label: "In a few words", Value: ev.Text},
	)
	fields = append(fields, consequenceFields(d, with, ev)...)
	return append(fields, decisionFields(d, ev)...)
}

// aboutKind is where the duty to tell comes from; what cannot wait says so.
func aboutKind(s casefile.Significant) string {
	words := s.Rule
	if r, ok := handbook.RuleByID(s.Rule); ok {
		words = r.Citation() + " (" + s.Rule + ")"
	}
	if s.Critical {
		return "! Act now: make sure the child is safe first. " + words
	}
	return "Significant under " + words
}

func decisionFields(d *desk.Desk, ev casefile.EventReported) []kit.Field {
	choices := []kit.Option{}
	for _, dec := range casefile.Decisions() {
		choices = append(choices, kit.Option{ID: string(dec), Words: dec.Words()})
	}
	choices = append(choices, kit.Option{ID: later, Words: "decide later"})
	value := string(ev.Decision)
	if value == "" && !ev.ID.Zero() {
		value = later
	}
	decided := func(v kit.Values) bool { return v["decision"] != "" && v["decision"] != later }
	on := d.DateField("decidedon", "Decided on", ev.DecidedOn, false)
	on.When, on.Hint = decided, "empty means today"
	needed := d.DateField("neededby", "Review needed by", ev.NeededBy, true)
	needed.When = is("decision", string(casefile.ReviewNeeded))
	return []kit.Field{
		{ID: "decide", Label: "Is a review needed?", Kind: kit.HeadingField},
		{ID: "view", Label: "The child's view", Value: ev.View, Hint: "weighed before you decide (HB 3.75)"},
		{ID: "noview", Label: "Why not asked", Value: ev.NoView, When: func(v kit.Values) bool { return v["view"] == "" || ev.NoView != "" }},
		{ID: "decision", Label: "Decision", Kind: kit.ChoiceField, Value: value, Choices: choices, Required: true},
		{ID: "reasons", Label: "Reasons", Value: ev.Reasons, Required: true, When: decided, Hint: "filed with the decision (HB 3.76)"},
		{ID: "agreed", Label: "Agreed with", Value: ev.AgreedWith, Required: true, When: is("decision", string(casefile.NoReview)), Hint: "who agrees that no review is needed (HB 3.76)"},
		needed,
		on,
		{ID: "told", Label: "Who was told, when", Value: ev.Told, When: decided, Hint: "the child and the adults it matters to"},
	}
}

func is(field string, values ...string) func(kit.Values) bool {
	return func(v kit.Values) bool { return slices.Contains(values, v[field]) }
}

// eventOf reads the answers onto the event as it stands.
func eventOf(a answers, ev casefile.EventReported) casefile.EventReported {
	a.text((*string)(&ev.What), "what")
	for id, to := range map[string]*workday.Date{"on": &ev.On, "toldon": &ev.ToldOn, "decidedon": &ev.DecidedOn, "neededby": &ev.NeededBy} {
		a.day(to, id)
	}
	for id, to := range map[string]*string{"toldby": &ev.ToldBy, "text": &ev.Text, "view": &ev.View, "noview": &ev.NoView,
		"decision": (*string)(&ev.Decision), "reasons": &ev.Reasons, "agreed": &ev.AgreedWith, "told": &ev.Told} {
		a.text(to, id)
	}
	if ev.Decision == later {
		ev.Decision = ""
	}
	return ev
}

// dates gives a date field that is asked only when it matters.
func dates(f kit.Field, when func(kit.Values) bool, hint string) kit.Field {
	f.When = when
	if hint != "" {
		f.Hint = hint
	}
	return f
}

// known is the answer to a yes-or-no question that is not asked until
// something stands on file.
func known(on bool, onFile workday.Date) string {
	if !onFile.Known() {
		return ""
	}
	return desk.YesNo(on)
}

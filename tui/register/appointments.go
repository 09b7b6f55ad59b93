package register

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Appointments is who the child's IRO is and was, whether each is independent
// of the case, how the child was told, and the handover from one to the next
// (HB 2.18, 7.1, 7.2; AP-07 to AP-12).
func Appointments(d *desk.Desk, id file.ID, doors Doors) kit.Page {
	p := &appointments{list: newList(d, id, doors, "IROs and handover", sheet.Shape{Labels: 16})}
	p.Show(p)
	return p
}

type appointments struct{ *list }

// Lines makes the lines of a case.
func (p *appointments) Lines(c *file.Case) []sheet.Line {
	var out []sheet.Line
	all := c.Appointments()
	for i, a := range slices.Backward(all) {
		out = append(out, p.linesOf(a, i > 0, c.HandoverOpen(p.Desk.Today()) && i == len(all)-1)...)
	}
	return out
}

// linesOf tells one appointment; changed marks one that followed another, open
// the last when the handover is not done.
func (p *appointments) linesOf(a file.AppointmentStated, changed, open bool) []sheet.Line {
	edit := func() tea.Cmd { return p.edit(a, false) }
	id := a.ID.String()
	out := []sheet.Line{{ID: "head:" + id, Heading: joined(p.Desk.Private(a.Name), tenure(a))}}
	add := func(label, text, missing string, rules ...string) {
		l := sheet.Line{ID: label + ":" + id, Label: label, Text: text, Open: edit, Rules: rules}
		if text == "" {
			l.Text, l.Sign = missing, kit.SignSoon
		}
		out = append(out, l)
	}
	declared, told, introduced := "", "", ""
	if a.Declared.Known() {
		declared = "declared " + a.Declared.Long() + ", no to all five tests"
	}
	if a.ToldOn.Known() {
		told = joined("told "+a.ToldOn.Long(), a.HowTold)
	}
	if a.Introduced.Known() {
		introduced = "introduced in person " + a.Introduced.Long()
	}
	add("Independence", declared, "not declared yet", "AP-12")
	add("The child", told, "not told yet who the IRO is", "AP-07", "AP-19")
	switch a.Specialist {
	case "yes":
		add("Specialist", "knows the child's need well", "", "CN-02")
	case "no":
		add("Specialist", "", "does not know the child's need well", "CN-02")
	}
	if changed {
		add("Handover", introduced, "not introduced in person yet by the IRO before", "AP-09")
	}
	if a.HandedOver != "" {
		add("Handed over", p.Desk.Private(a.HandedOver), "", "AP-09")
	}
	if open && a.To.Known() {
		add("Next", "", "no IRO now: a names the next one", "AP-09")
	}
	return out
}

func tenure(a file.AppointmentStated) string {
	if a.To.Known() {
		return a.From.Long() + " to " + a.To.Long()
	}
	return "IRO since " + a.From.Long()
}

// Empty says what is so when there are no lines, and what to do next.
func (p *appointments) Empty() (what, next string, keys []string) {
	return "No IRO is on file.", "Name the child's IRO and say that nothing stands in the way of independence.", []string{"a", "name the IRO"}
}

// Actions lists every key of the screen.
func (p *appointments) Actions() []kit.Action {
	noHandover := "There is no IRO now to hand over: a names one."
	if c := p.now(); c != nil {
		if _, ok := c.AppointedOn(p.Desk.Today()); ok {
			noHandover = ""
		}
	}
	return p.with(
		kit.Action{ID: "register.iro", Keys: []string{"a"}, Words: "name an IRO", Group: groupChild, Foot: 2, Do: func() tea.Cmd { return p.edit(file.AppointmentStated{}, false) }},
		kit.Action{ID: "register.handover", Keys: []string{"h"}, Words: "hand over to a new IRO", Group: groupChild, Foot: 3, Disabled: noHandover,
			Do: func() tea.Cmd { return p.edit(file.AppointmentStated{}, true) }},
	)
}

// offered is whom a new appointment offers: the IRO the child had before, for a
// child who comes back keeps the same one (HB 7.2; AP-08), or else the user.
// While names are hidden nobody is named.
func (p *appointments) offered(handover bool) string {
	if handover || p.Desk.Hidden() {
		return ""
	}
	if all := p.now().Appointments(); len(all) > 0 {
		return all[len(all)-1].Name
	}
	return p.Desk.Practice().Profile().Name
}

// edit states an appointment, or corrects it; handover is the form of a change
// of IRO (AP-09).
func (p *appointments) edit(a file.AppointmentStated, handover bool) tea.Cmd {
	draft, title, intro := "form/iro/"+a.ID.String(), "IRO of the child", "An IRO who still holds the case ends on the day a new one begins."
	if handover {
		draft, title = "form/iro/handover", "Hand over to a new IRO"
		intro = p.openNow()
	}
	fields := []kit.Field{{ID: "name", Label: "IRO", Value: a.Name, Required: true, Suggest: p.offered(handover)}, p.Desk.DateField("from", "Since", a.From, true)}
	if !a.ID.Zero() {
		fields = append(fields, p.Desk.DateField("to", "Until", a.To, false))
	}
	fields = slices.Concat(fields, p.handoverFields(a, handover || len(p.now().Appointments()) > 1), p.independence(a), p.telling(a))
	return p.form(draft, kit.FormSpec{Title: title, Intro: intro, Fields: fields, CheckAll: allFive, Done: func(v kit.Values) tea.Cmd {
		next := file.AppointmentStated{ID: p.kept(a.ID), Name: v["name"], Specialist: v["specialist"], HowTold: v["how"], HandedOver: v["matters"]}
		next.From, next.To, next.Declared = p.Desk.ReadDate(v["from"]), p.Desk.ReadDate(v["to"]), p.Desk.ReadDate(v["declared"])
		next.Introduced, next.ToldOn = p.Desk.ReadDate(v["introduced"]), p.Desk.ReadDate(v["told"])
		lines, err := p.now().Appoint(next, failed(v), p.Desk.Today())
		return p.save(lines, err, "IRO kept", draft, nil)
	}})
}

// openNow says what waits on the child's file, so that nothing open is left out
// of the handover.
func (p *appointments) openNow() string {
	undecided := 0
	for _, ev := range p.now().Events() {
		if ev.Open() {
			undecided++
		}
	}
	parts := joined(some(undecided, "event to decide", "events to decide"),
		some(len(p.now().OpenProposals()), "proposed change", "proposed changes"))
	if r, ok := p.now().InHand(); ok && r.Planned.Date.Known() {
		parts = joined(parts, "the review planned for "+r.Planned.Date.Long())
	}
	if parts == "" {
		return "The present IRO ends on the day the new one begins."
	}
	return "Open now: " + parts + ". The present IRO ends on the day the new one begins."
}

func some(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return kit.Count(n, one, many)
}

func (p *appointments) handoverFields(a file.AppointmentStated, changed bool) []kit.Field {
	if !changed {
		return nil
	}
	return []kit.Field{
		{ID: "handing", Label: "Handing over", Kind: kit.HeadingField},
		{ID: "matters", Label: "Open matters handed over", Kind: kit.LongField, Value: a.HandedOver, Rows: 3},
		p.Desk.DateField("introduced", "Introduced in person on", a.Introduced, false),
	}
}

// independence asks the five tests one by one, each when the one before has its
// answer, and then for the day of the declaration (HB 2.18; AP-12).
func (p *appointments) independence(a file.AppointmentStated) []kit.Field {
	out := []kit.Field{{ID: "independence", Label: "Independence: does the IRO do any of these?", Kind: kit.HeadingField}}
	before := ""
	for i, test := range file.Exclusions() {
		f := kit.Field{ID: "test " + test.Key, Label: testLabel(i), Kind: kit.YesNoField, Hint: "The IRO " + test.Words}
		if a.Declared.Known() {
			f.Value = "no"
		}
		if earlier := before; earlier != "" {
			f.When = func(v kit.Values) bool { return v[earlier] != "" }
		}
		out, before = append(out, f), f.ID
	}
	declared := p.Desk.DateField("declared", "Declared on", a.Declared, true)
	declared.When = func(v kit.Values) bool { return answered(v) == len(file.Exclusions()) && len(failed(v)) == 0 }
	return append(out, declared)
}

// testLabel names a test shortly; the whole question is its hint.
func testLabel(i int) string {
	return [...]string{"Plans or manages the case", "Visits for the authority", "Is personal adviser", "Manages who does these", "Controls the money"}[i]
}

func answered(v kit.Values) int {
	n := 0
	for _, test := range file.Exclusions() {
		if v["test "+test.Key] != "" {
			n++
		}
	}
	return n
}

// failed are the tests answered yes.
func failed(v kit.Values) []string {
	var out []string
	for _, test := range file.Exclusions() {
		if v["test "+test.Key] == "yes" {
			out = append(out, test.Key)
		}
	}
	return out
}

// allFive sends back to the first test left open once one was answered: half a
// declaration is none.
func allFive(v kit.Values) (field, words string) {
	if n := answered(v); n == 0 || n == len(file.Exclusions()) || len(failed(v)) > 0 {
		return "", ""
	}
	for _, test := range file.Exclusions() {
		if v["test "+test.Key] == "" {
			return "test " + test.Key, "Answer all five, or take the answers away with Backspace."
		}
	}
	return "", ""
}

func (p *appointments) telling(a file.AppointmentStated) []kit.Field {
	return []kit.Field{
		{ID: "child", Label: "The child", Kind: kit.HeadingField},
		p.Desk.DateField("told", "Told who the IRO is on", a.ToldOn, false),
		{ID: "how", Label: "How", Value: a.HowTold, Hint: "a letter, aloud, a card with a photograph"},
		{ID: "specialist", Label: "Knows the child's need well", Kind: kit.YesNoField, Value: a.Specialist, Hint: "experience of the need or of the child's way of communicating"},
	}
}

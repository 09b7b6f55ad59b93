package kit

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// FormSpec says what a form asks and what becomes of the answers.
type FormSpec struct {
	Title  string
	About  func() string // whom it is about, for the title; may be nil
	Intro  string
	Save   string // words of the button; "Save" when empty
	Fields []Field
	// CheckAll looks at the answers together before saving: the field to go
	// back to and what is wrong, or "".
	CheckAll func(v Values) (field, words string)
	// Changed is told the answers after every change: the draft. Secrets are
	// left out.
	Changed func(v Values)
	// Done gets the answers when everything is in order. It leaves the form,
	// or says why it could not be saved.
	Done func(v Values) tea.Cmd
	// Extra adds actions (chords only, for letters are text here).
	Extra func() []Action
}

// Form is a page of questions. Enter moves on and never saves from a field;
// ctrl+s saves from anywhere; leaving keeps what was typed through Changed.
type Form struct {
	nav    *Nav
	spec   FormSpec
	fields []*field
	at     int // len(fields) is the button
	w, h   int
	top    int
	tried  bool
	busy   bool
	armed  bool // Enter on the button saves
	arming int
}

// armForm lets Enter save, a moment after the button was reached.
type armForm struct{ n int }

// armTime is longer than the gap between two pasted keys, shorter than
// between two pressed ones.
const armTime = 150 * time.Millisecond

// NewForm makes a form page.
func NewForm(n *Nav, spec FormSpec) *Form {
	if spec.Save == "" {
		spec.Save = "Save"
	}
	f := &Form{nav: n, spec: spec}
	for _, d := range spec.Fields {
		fl := &field{Field: d, choice: -1}
		switch d.Kind {
		case YesNoField:
			fl.Choices = []Option{{ID: "yes", Words: "yes"}, {ID: "no", Words: "no"}}
		case LongField:
			fl.editor = NewEditor(n.th, "")
			fl.editor.Refused = func(words string) { n.Say(Late, words) }
			fl.editor.Changed = func(string) { f.changed(fl) }
		case SecretField:
			fl.input.Secret = true
		}
		fl.set(d.Value)
		f.fields = append(f.fields, fl)
	}
	f.ask()
	f.at = f.next(-1, 1)
	f.focusOn(f.at)
	return f
}

// Values gives the answers to the questions that are asked now.
func (f *Form) Values() Values {
	v := Values{}
	for _, fl := range f.fields {
		if fl.asked && fl.Kind != HeadingField {
			v[fl.ID] = fl.answer()
		}
	}
	return v
}

// Draft is Values with answers to hidden questions and without secrets.
func (f *Form) Draft() Values {
	v := Values{}
	for _, fl := range f.fields {
		if fl.Kind != HeadingField && fl.Kind != SecretField {
			v[fl.ID] = fl.answer()
		}
	}
	return v
}

// Intro puts words in the place of those above the questions.
func (f *Form) Intro(words string) { f.spec.Intro = words }

// Set puts an answer in as if it had been typed, but tells no one.
func (f *Form) Set(id, value string) {
	for _, fl := range f.fields {
		if fl.ID == id {
			fl.set(value)
		}
	}
	f.ask()
}

// SetDisabled says why a field cannot be answered, or "" that it can.
func (f *Form) SetDisabled(id, reason string) {
	for _, fl := range f.fields {
		if fl.ID == id {
			if reason != "" && fl.Disabled == "" {
				fl.Value = fl.value()
			}
			fl.Disabled = reason
		}
	}
	if f.at < len(f.fields) && !f.fields[f.at].open() {
		f.move(1)
	}
}

// Wipe empties every secret field and what undo remembers of it.
func (f *Form) Wipe() {
	for _, fl := range f.fields {
		if fl.Kind == SecretField {
			fl.input.Wipe()
			fl.check()
		}
	}
}

// Busy says whether the answers are being saved; keys then do nothing.
func (f *Form) Busy(on bool) { f.busy = on }

// Fault shows a sentence at a field and goes there, for what only saving can
// find out. An empty id shows it as a message.
func (f *Form) Fault(id, words string) {
	f.busy = false
	for i, fl := range f.fields {
		if fl.ID == id && id != "" {
			fl.err, fl.visited = Clean(words), true
			f.focusOn(i)
			return
		}
	}
	f.nav.Say(Late, words)
}

// ask works out which questions are asked.
func (f *Form) ask() {
	v := f.Draft()
	for _, fl := range f.fields {
		fl.asked = fl.When == nil || fl.When(v)
	}
	if f.at < len(f.fields) && !f.fields[f.at].open() {
		f.at = f.next(f.at, 1)
	}
}

// next gives the next field that can be answered, the button after the last.
func (f *Form) next(from, by int) int {
	for i := from + by; i >= 0 && i < len(f.fields); i += by {
		if f.fields[i].open() {
			return i
		}
	}
	if by < 0 {
		return from
	}
	return len(f.fields)
}

func (f *Form) current() *field {
	if f.at >= 0 && f.at < len(f.fields) {
		return f.fields[f.at]
	}
	return nil
}

func (f *Form) focusOn(i int) {
	if fl := f.current(); fl != nil {
		fl.input.Focus(false)
		fl.visited, fl.typed = true, ""
		fl.settle()
		if fl.editor != nil {
			fl.editor.Focus(false)
			fl.editor.EndFind()
			fl.editor.b.seal()
		}
		if fl.input.b != nil {
			fl.input.b.seal()
		}
	}
	f.at, f.armed = i, true
	for _, fl := range f.fields {
		if fl.editor != nil {
			fl.editor.Focus(false)
		}
	}
	if fl := f.current(); fl != nil {
		fl.input.Focus(true)
		fl.whole = fl.Kind == DateField || fl.Kind == NumberField
		if fl.editor != nil {
			fl.editor.Focus(true)
		}
	}
}

func (f *Form) move(by int) { f.focusOn(f.next(f.at, by)) }

// Init does nothing.
func (f *Form) Init() tea.Cmd { return nil }

// Update takes keys for the field in focus.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(armForm); ok {
		f.armed = f.armed || m.n == f.arming
		return nil
	}
	k, ok := msg.(tea.KeyMsg)
	if !ok || f.busy {
		return nil
	}
	fl := f.current()
	if fl == nil {
		return f.buttonKey(k)
	}
	if !k.Paste && !fl.finding() {
		switch KeyName(k) {
		case "tab":
			f.accept(fl)
			f.move(1)
			return nil
		case "shift+tab":
			f.move(-1)
			return nil
		case "enter", "ctrl+j":
			if fl.editor == nil {
				return f.enter()
			}
		case "up", "down":
			if fl.editor == nil || fl.editor.atEdge(KeyName(k) == "up") {
				if KeyName(k) == "up" {
					f.move(-1)
				} else {
					f.move(1)
				}
				return nil
			}
		case "right":
			if f.accept(fl) {
				return nil
			}
		}
	}
	f.typeInto(fl, k)
	return nil
}

// enter moves on. Where pasted lines arrive as typed keys they press Enter
// too, so the button takes Enter only a moment after Enter led to it.
func (f *Form) enter() tea.Cmd {
	f.move(1)
	if f.current() != nil {
		return nil
	}
	f.armed = false
	f.arming++
	n := f.arming
	return f.nav.Tick(armTime, func(time.Time) tea.Msg { return armForm{n} })
}

// accept takes the suggestion of an empty field.
func (f *Form) accept(fl *field) bool {
	if fl.Suggest == "" || fl.value() != "" {
		return false
	}
	fl.set(fl.Suggest)
	f.changed(fl)
	return true
}

func (f *Form) typeInto(fl *field, k tea.KeyMsg) {
	switch {
	case fl.editor != nil:
		fl.editor.Update(k) // tells of changes itself
	case fl.chooses():
		if fl.choose(k) {
			f.changed(fl)
		}
	default:
		if _, text := TypedText(k); text && fl.whole {
			fl.input.replace("") // typing over a date or number that stands there replaces it
		}
		fl.whole = false
		switch fl.input.key(k) {
		case changed:
			f.changed(fl)
		case refused:
			f.nav.Say(Late, "That is too long for one line; it was left out.")
		}
	}
}

func (f *Form) changed(fl *field) {
	fl.check()
	f.ask()
	if f.spec.Changed != nil {
		f.spec.Changed(f.Draft())
	}
}

// buttonKey takes keys while the Save button has focus.
func (f *Form) buttonKey(k tea.KeyMsg) tea.Cmd {
	switch KeyName(k) {
	case "enter":
		if f.armed {
			return f.save()
		}
	case "up", "shift+tab":
		f.move(-1)
	case "tab", "home":
		f.focusOn(f.next(-1, 1))
	}
	return nil
}

// save looks at every answer and hands them on, or goes to the first that
// needs another look.
func (f *Form) save() tea.Cmd {
	if f.busy {
		return nil
	}
	f.tried = true
	bad, first := 0, -1
	for i, fl := range f.fields {
		fl.check() // what the whole form was blamed for is judged anew
		if fl.open() && fl.problem(true) != "" {
			bad++
			if first < 0 {
				first = i
			}
		}
	}
	if bad > 0 {
		f.focusOn(first)
		f.nav.Say(Late, Count(bad, "answer needs", "answers need")+" another look. This form is not saved yet.")
		return nil
	}
	if f.spec.CheckAll != nil {
		if id, words := f.spec.CheckAll(f.Values()); words != "" {
			f.Fault(id, words)
			return nil
		}
	}
	if f.spec.Done == nil {
		return nil
	}
	return f.spec.Done(f.Values())
}

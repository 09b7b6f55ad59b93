package kit

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"
)

// FieldKind says how a field is answered.
type FieldKind int

// The kinds of field. A date is text that Check reads; its echo is the whole
// date in words.
const (
	TextField FieldKind = iota
	DateField
	NumberField // whole number
	ChoiceField // one of Choices, ← → or by the first letters of it or a word in it
	YesNoField  // "yes", "no", or "" while unanswered
	LongField   // several lines
	SecretField // shown as dots, never in drafts
	HeadingField
)

// Values are a form's answers by field ID. Choices give the option's ID.
type Values map[string]string

// Field is one question of a form.
type Field struct {
	ID       string
	Label    string
	Kind     FieldKind
	Hint     string // quiet line while the field has focus
	Value    string
	Suggest  string // shown dimmed while empty; Tab or → accepts it
	Required bool
	Disabled string // the reason it cannot be answered; shown in its place
	Choices  []Option
	Rows     int // rows of a LongField; 0 means 4

	// Check reads a text as it is typed. echo is shown beside it ("Thu 26 Nov
	// 2026"); err is shown under it. Empty text is not given to it.
	Check func(text string) (echo string, err error)
	// Settle gives a text as it is to be kept: the whole date for "fri", which
	// would be another day tomorrow; "" leaves it as it is. It is asked when the
	// text is typed, and what it gave stands in the field once that is left.
	Settle func(text string) string
	// When says whether the question is asked at all, given the answers so far.
	// An answer to a question not asked is left out of what is saved.
	When func(v Values) bool
}

// field is a question with its answer so far.
type field struct {
	Field
	input   Input
	editor  *Editor
	choice  int // -1 while unanswered
	typed   string
	echo    string
	err     string
	visited bool
	asked   bool
	whole   bool // a letter typed now replaces what stands there
	read    string
	settled string // what Settle made of read
}

func (fl *field) chooses() bool { return fl.Kind == ChoiceField || fl.Kind == YesNoField }

// finding reports that the search in a long answer is open. There may be no field.
func (fl *field) finding() bool { return fl != nil && fl.editor != nil && fl.editor.Finding() }

func (fl *field) set(v string) {
	switch {
	case fl.chooses():
		fl.choice = slices.IndexFunc(fl.Choices, func(o Option) bool { return o.ID == v })
	case fl.editor != nil:
		fl.editor.Set(v)
	default:
		fl.input.Set(v)
	}
	fl.check()
}

func (fl *field) value() string {
	switch {
	case fl.Kind == HeadingField || fl.Disabled != "":
		return fl.Value
	case fl.chooses():
		if fl.choice < 0 {
			return ""
		}
		return fl.Choices[fl.choice].ID
	case fl.editor != nil:
		return fl.editor.Value()
	}
	return fl.input.Value()
}

// answer is the value as it is kept.
func (fl *field) answer() string {
	v := fl.value()
	if v == fl.read && fl.settled != "" {
		return fl.settled
	}
	return v
}

// settle shows the answer as it is kept; undo brings back what was typed.
func (fl *field) settle() {
	if v := fl.answer(); v != fl.value() {
		fl.input.replace(v)
		fl.read = v
	}
}

// check reads the answer anew. What was settled stays so until it is retyped,
// on whatever day it is looked at.
func (fl *field) check() {
	fl.echo, fl.err = "", ""
	if v := fl.value(); fl.Settle != nil && v != fl.read {
		fl.read, fl.settled = v, fl.Settle(v)
	}
	v := fl.answer()
	if v == "" || fl.Disabled != "" {
		return
	}
	if fl.Kind == NumberField && !digits(v) {
		fl.err = "A whole number is needed, such as 12."
		return
	}
	if fl.Check != nil {
		echo, err := fl.Check(v)
		if fl.echo = Clean(echo); err != nil {
			fl.err = Clean(err.Error())
		}
	}
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return len(s) <= 9
}

// open reports that the field can be answered.
func (fl *field) open() bool { return fl.asked && fl.Disabled == "" && fl.Kind != HeadingField }

// choose answers a choice: ← → or space step, the first letters of it or of a
// word in it find it, backspace takes the answer away.
func (fl *field) choose(k tea.KeyMsg) bool {
	n := len(fl.Choices)
	if n == 0 {
		return false
	}
	was := fl.choice
	switch KeyName(k) {
	case "left":
		fl.typed, fl.choice = "", max(fl.choice, 0)
		if was >= 0 {
			fl.choice = (was + n - 1) % n
		}
	case "right", "space":
		if KeyName(k) == "space" && fl.typed != "" {
			return fl.find(" ")
		}
		fl.typed, fl.choice = "", (was+1)%n
	case "backspace", "delete":
		fl.typed, fl.choice = "", -1
	default:
		if text, ok := TypedText(k); ok && !k.Paste {
			return fl.find(text)
		}
	}
	return fl.choice != was
}

// find goes to the first choice that begins with what was typed, or else has a
// word that does: "hosp" finds Admitted to hospital.
func (fl *field) find(text string) bool {
	was := fl.choice
	for _, typed := range []string{fl.typed + text, text} {
		for _, begins := range []func(words, typed string) bool{hasFoldedPrefix, wordBegins} {
			i := slices.IndexFunc(fl.Choices, func(o Option) bool { return begins(o.Words, typed) })
			if i >= 0 {
				fl.choice, fl.typed = i, typed
				return fl.choice != was
			}
		}
	}
	return false
}

func wordBegins(words, typed string) bool {
	for i, r := range words {
		if r == ' ' && hasFoldedPrefix(words[i+1:], typed) {
			return true
		}
	}
	return false
}

// problem is what is wrong with an answer, "" for nothing. That a required
// answer is missing is said only after the field was left or saving was tried.
func (fl *field) problem(tried bool) string {
	if fl.err != "" {
		return fl.err
	}
	if fl.Required && fl.value() == "" && (tried || fl.visited) {
		return "This is needed."
	}
	return ""
}

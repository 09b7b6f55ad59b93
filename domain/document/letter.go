package document

import (
	"cmp"
	"embed"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// LetterKind names a letter or a form, in the word the command line has for it.
type LetterKind string

// The letters.
const (
	ToChild      LetterKind = "child"        // what was decided, in plain second person (RC-12, CN-08)
	Outcome      LetterKind = "outcome"      // to an adult who has a letter in place of the record (HB 3.69; RC-04)
	Exclusion    LetterKind = "exclusion"    // the reasons somebody is left out (HB 3.17; PR-31)
	Contact      LetterKind = "contact"      // how child and IRO keep in touch (NCB 2014; RI-09)
	Introduction LetterKind = "introduction" // who the IRO is (HB 7.2; AP-07, AP-19)
	Consultation LetterKind = "consultation" // a form for views (HB 3.9; PR-05)
	Invitation   LetterKind = "invitation"   // to a review (HB 3.16; PR-04)
	Alert        LetterKind = "alert"        // to the accountable manager (HB 3.73; DE-09)
	Role         LetterKind = "role"         // one page on what an IRO does (NCB 2014; RI-08, AP-07)
)

// LetterKinds lists them.
func LetterKinds() []LetterKind {
	return []LetterKind{ToChild, Outcome, Exclusion, Contact, Introduction, Consultation, Invitation, Alert, Role}
}

// Words is the letter as people call it.
func (k LetterKind) Words() string {
	switch k {
	case ToChild:
		return "letter to the child"
	case Outcome:
		return "letter in place of the record"
	case Exclusion:
		return "letter on being left out"
	case Contact:
		return "letter on keeping in touch"
	case Introduction:
		return "introduction of the IRO"
	case Consultation:
		return "consultation form"
	case Invitation:
		return "invitation"
	case Alert:
		return "alert to the manager"
	case Role:
		return "what an IRO does"
	}
	return string(k)
}

// Band is for whom the text of a letter is written: the child by age, or the
// adults.
type Band string

// The bands. ForChild serves every age where a letter has one text for children.
const (
	UnderEight    Band = "under 8"
	EightToTwelve Band = "8 to 12"
	ThirteenOn    Band = "13 and over"
	ForChild      Band = "child"
	ForParent     Band = "parent"
	ForCarer      Band = "carer"
	ForAdult      Band = "adult"
)

// Bands lists the texts a letter has; none for a letter there is not.
func Bands(kind LetterKind) []Band {
	ages := []Band{UnderEight, EightToTwelve, ThirteenOn}
	switch kind {
	case ToChild:
		return ages
	case Exclusion, Contact, Invitation:
		return []Band{ForChild, ForAdult}
	case Introduction, Role:
		return append(ages, ForAdult)
	case Consultation:
		return append(ages, ForParent, ForCarer, ForAdult)
	case Alert, Outcome:
		return []Band{ForAdult}
	}
	return nil
}

// BandOf is the band of an age.
func BandOf(age int) Band {
	switch {
	case age < 8:
		return UnderEight
	case age < 13:
		return EightToTwelve
	}
	return ThirteenOn
}

//go:embed templates/*.txt
var templates embed.FS

// DefaultText is the program's own text of a letter, in English; "" when there
// is none for that band.
func DefaultText(kind LetterKind, band Band) string {
	text, err := templates.ReadFile("templates/" + string(kind) + "." + strings.ReplaceAll(string(band), " ", "-") + ".txt")
	if err != nil {
		return ""
	}
	return string(text)
}

// Wanted says which letter is wanted, for whom and about what. Part is how
// somebody took part, for the letter on being left out; empty finds it by the
// person. Decision is what an alert is about. ReplyBy left empty is worked out.
type Wanted struct {
	Kind     LetterKind
	To       Reader
	Part     casefile.ID
	Decision casefile.ID
	ReplyBy  workday.Date
}

// Written is a letter with whom it goes to, for the guard, and what the IRO
// should know before sending it: Notes, and Missing, the names in words of what
// stands in brackets.
type Written struct {
	Document Document
	To       Reader
	Notes    []string
	Missing  []string
}

// Letter writes a letter from the council's own text, else the program's. It is
// not checked here for what its reader must not learn: that is Guard's.
func Letter(s Subject, l Wanted) (Written, error) {
	if s.Case == nil {
		s.Case = casefile.Replay(casefile.ID{}, nil) // the page on the role may be about no child
	}
	if l.Kind == ToChild {
		l.To = Reader{Child: true}
	}
	w := writer{Subject: s, Wanted: l}
	if err := w.gather(); err != nil {
		return Written{}, err
	}
	if err := w.address(); err != nil {
		return Written{}, err
	}
	t, language, err := w.template()
	if err != nil {
		return Written{}, err
	}
	f := t.fill(w.values())
	d := Document{Title: cmp.Or(f.title, title(l.Kind.Words())), Subtitle: full(s.Context.Today), Language: language,
		Author: s.Practice.Profile().Name, Date: s.Context.Today, Body: f.body}
	if l.Kind != Role {
		d.Foot = "Private"
	}
	return Written{Document: d, To: w.To, Notes: w.notes, Missing: f.missing}, nil
}

// writer writes one letter.
type writer struct {
	Subject
	Wanted
	part     casefile.TookPart
	decision casefile.Decided
	notes    []string
}

// gather finds what the letter is about and refuses what cannot be written.
func (w *writer) gather() error {
	switch w.Kind {
	case ToChild, Outcome, Consultation, Invitation:
		if w.Review.ID.Zero() {
			return fault.New(fault.Refused, "There is no review for this letter.", "Plan the review, or choose one that was held.")
		}
	}
	switch w.Kind {
	case ToChild, Outcome:
		if !w.Review.IsHeld() {
			return fault.New(fault.Refused, "The review has not been held yet.", "The letter tells of what was decided at it.")
		}
	case Exclusion:
		return w.findPart()
	case Alert:
		d, ok := w.Case.DecisionByID(w.Decision)
		if !ok {
			return fault.New(fault.NotFound, "That decision is not on this file.", "Choose it from the list.")
		}
		if !d.Open() {
			return fault.New(fault.Refused, "Nothing is open under this decision.", "An alert is for what is still to be done.")
		}
		w.decision = d
		if w.Review.ID != d.Review {
			w.Review, _ = w.Case.ReviewByID(d.Review)
		}
	case Invitation:
		if !w.To.Child && w.To.Person.Part == casefile.NotInvited {
			return fault.New(fault.Refused, "This person is not invited.", "Change it among the people around the child if that is wrong.")
		}
	}
	return nil
}

// address says who a letter goes to that names no reader: who is left out, or
// the manager who answers for the decision. The zero Reader is the case record,
// and nobody writes a letter to that.
func (w *writer) address() error {
	if w.Kind == Role || w.To.Child || w.To.Person != (casefile.PersonStated{}) {
		return nil
	}
	name := cmp.Or(w.part.Name, w.decision.Accountable)
	if name == "" {
		return fault.New(fault.BadInput, "Say who the letter goes to.", "Choose the person, or the child.")
	}
	w.To.Person.Name = name
	for _, p := range w.Case.People(w.Context.Today) {
		switch {
		case w.part.Person.Zero() && squash(p.Name) == squash(name):
			if w.To.Person.ID.Zero() || w.strictness(p) > w.strictness(w.To.Person) {
				w.To.Person = p
			}
		case !w.part.Person.Zero() && p.ID == w.part.Person:
			w.To.Person = p
		}
	}
	return nil
}

// strictness says how much a letter must keep from a person: a name alone does
// not tell which of several is meant, so the one who may know least counts.
func (w *writer) strictness(p casefile.PersonStated) int {
	switch {
	case p.NoAddress:
		return 2
	case !w.MayKnowAddress(Reader{Person: p}):
		return 1
	}
	return 0
}

func (w *writer) findPart() error {
	parts := w.Case.PartsIn(w.Review.ID)
	i := slices.IndexFunc(parts, func(p casefile.TookPart) bool {
		return p.ID == w.Part || w.Part.Zero() && p.How == casefile.LeftOut && !p.Person.Zero() && p.Person == w.To.Person.ID
	})
	if i < 0 || parts[i].How != casefile.LeftOut {
		return fault.New(fault.Refused, "Nobody is left out of the review by that name.", "Enter who is left out and why among those who take part (HB 3.17).")
	}
	w.part = parts[i]
	return nil
}

// band is whose text the letter is written with.
func (w *writer) band() (Band, error) {
	bands := Bands(w.Kind)
	var fits []Band
	switch role := w.To.Person.Role; {
	case w.To.Child:
		age, ok := w.age(w.Context.Today)
		if !ok && slices.Contains(bands, EightToTwelve) {
			age = 10
			w.note("The child's age is not known: the text for 8 to 12 is used.")
		}
		fits = []Band{BandOf(age), ForChild}
	case role == casefile.Parent:
		fits = []Band{ForParent, ForAdult}
	case cares(role):
		fits = []Band{ForCarer, ForAdult}
	default:
		fits = []Band{ForAdult}
	}
	for _, b := range fits {
		if slices.Contains(bands, b) {
			return b, nil
		}
	}
	return "", fault.New(fault.BadInput, "That letter is not written to the child.", "Choose the person it goes to.")
}

// template finds the text: the council's, in the reader's language when there is
// one, else the program's own (HB 3.13; PR-25).
func (w *writer) template() (t Template, language string, err error) {
	band, err := w.band()
	if err != nil {
		return t, "", err
	}
	spoken, whose := w.Case.Fact(casefile.FactLanguage), "the child's"
	if !w.To.Child {
		spoken, whose = w.To.Person.Language, "this person's"
	}
	tag := LanguageTag(spoken)
	language, text := English, DefaultText(w.Kind, band)
	kept, ok := w.Practice.Template(w.council(), string(w.Kind), string(band), tag)
	if ok {
		t, err = ParseTemplate(w.Kind, kept.Text)
		if err == nil {
			language = kept.Language
		} else {
			w.note("The text kept for this letter cannot be read; the program's own is used. " + fault.Words(err))
		}
	}
	if !ok || err != nil {
		t, err = ParseTemplate(w.Kind, text)
	}
	if language == English && tag != English {
		w.note("Written in English; " + whose + " first language is " + strings.TrimSpace(spoken) + ": have it translated (PR-25).")
	}
	return t, language, err
}

func (w *writer) note(words string) { w.notes = append(w.notes, words) }

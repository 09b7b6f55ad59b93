package casefile

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// personTextLimit is the longest text kept of a person, in bytes.
const personTextLimit = 500

// heldByOne reports whether the role is a post one person holds at a time: a
// new holder ends the last one's time.
func (r Role) heldByOne() bool {
	switch r {
	case SocialWorker, TeamManager, Manager, Guardian:
		return true
	}
	return false
}

// Kin reports whether a person in the role may have a child's file of their
// own: a brother, a sister, a looked-after parent, a young person's child.
func (r Role) Kin() bool { return r.Mirror() != "" }

// Mirror is what this child is to the person: a looked-after parent's file
// lists the child of this young person. It is "" for a role that is no kin.
func (r Role) Mirror() Role {
	switch r {
	case Sibling:
		return Sibling
	case ParentInCare:
		return ChildOf
	case ChildOf:
		return ParentInCare
	}
	return ""
}

// Left reports whether the person's time with the child is over on the day.
func (p PersonStated) Left(day workday.Date) bool { return p.To.Known() && p.To <= day }

// NeedsInterpreter reports whether the person is a parent, or has parental
// responsibility, and speaks a first language that is not English (HB 3.12;
// PR-24).
func (p PersonStated) NeedsInterpreter() bool {
	return (p.Role == Parent || p.Responsibility) && foreign(p.Language)
}

func foreign(language string) bool {
	language = strings.TrimSpace(language)
	return language != "" && !strings.EqualFold(language, "english")
}

// SpeaksAnother reports whether the child's file names a first language that
// is not English (HB 3.12; PR-24).
func (c *Case) SpeaksAnother() bool { return foreign(c.Fact(FactLanguage)) }

// InterpreterNeeded reports whether an interpreter is to be offered and the
// papers translated, for the child or for a parent (HB 3.12, 3.13; PR-24,
// PR-25).
func (c *Case) InterpreterNeeded(day workday.Date) bool {
	return c.SpeaksAnother() || slices.ContainsFunc(c.People(day), PersonStated.NeedsInterpreter)
}

// People lists the people around the child in the order of Roles, those who
// have left it out.
func (c *Case) People(day workday.Date) []PersonStated {
	out := slices.DeleteFunc(slices.Clone(c.people), func(p PersonStated) bool { return p.Left(day) })
	roles := Roles()
	slices.SortStableFunc(out, func(a, b PersonStated) int {
		return rank(roles, a.Role) - rank(roles, b.Role)
	})
	return out
}

func rank(roles []Role, r Role) int {
	if i := slices.Index(roles, r); i >= 0 {
		return i
	}
	return len(roles)
}

// PeopleLeft lists the people whose time with the child is over, the last to
// leave first.
func (c *Case) PeopleLeft(day workday.Date) []PersonStated {
	out := slices.DeleteFunc(slices.Clone(c.people), func(p PersonStated) bool { return !p.Left(day) })
	slices.SortStableFunc(out, func(a, b PersonStated) int { return cmp.Compare(b.To, a.To) })
	return out
}

// Person gives the person in that role on that day.
func (c *Case) Person(role Role, day workday.Date) (PersonStated, bool) {
	for _, p := range c.People(day) {
		if p.Role == role {
			return p, true
		}
	}
	return PersonStated{}, false
}

// LinkedTo gives the person around the child whose own file is id.
func (c *Case) LinkedTo(id ID, day workday.Date) (PersonStated, bool) {
	for _, p := range c.People(day) {
		if p.Child == id && !id.Zero() {
			return p, true
		}
	}
	return PersonStated{}, false
}

// MirrorOf is what the linked person's own file would say of this child. Only
// what follows from the link is filled in; nothing is invented.
func (c *Case) MirrorOf(p PersonStated) PersonStated {
	return PersonStated{Role: p.Role.Mirror(), Name: cmp.Or(c.Name(), c.ExternalID(), c.Ref), Child: c.ID, Reason: p.Reason}
}

// Receiving is who may be given one copy of the record of a review.
type Receiving struct {
	Copy   Receives // empty is not decided
	People []PersonStated
}

// Recipients says what each person may be given, the fullest copy first and
// those not decided last; copies nobody gets are left out (HB 3.69; RC-04).
func (c *Case) Recipients(day workday.Date) []Receiving {
	people := c.People(day)
	var out []Receiving
	for _, copied := range append(Copies(), "") {
		r := Receiving{Copy: copied}
		for _, p := range people {
			if p.Receives == copied {
				r.People = append(r.People, p)
			}
		}
		if len(r.People) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// StatePerson states or restates a person around the child. A new holder of
// one of the posts held by one person at a time ends the last one's time.
func (c *Case) StatePerson(p PersonStated, today workday.Date) ([]Line, error) {
	p.Role = Role(strings.TrimSpace(string(p.Role)))
	for _, text := range p.texts() {
		*text = strings.TrimSpace(*text)
	}
	p.Name = PlainName(p.Name)
	if err := c.checkPerson(p, today); err != nil {
		return nil, err
	}
	var lines []Line
	for _, o := range c.people {
		if !p.Role.heldByOne() || p.Left(today) || o.ID == p.ID || o.Role != p.Role || o.To.Known() {
			continue
		}
		o.To = max(p.From, o.From)
		if !o.To.Known() {
			o.To = today
		}
		lines = append(lines, Line{On: today, Corrects: c.from[o.ID].entry, Event: &o})
	}
	return append(lines, c.restate(p.ID, today, &p, slices.Contains(c.people, p))...), nil
}

// PlainName trims a name and takes the two invisible joiners out where they do
// nothing: two names that look the same would not be found as one. After a
// letter of a script that joins its letters they shape the word and stay.
func PlainName(s string) string {
	var before, last rune
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if joiner := r == '\u200c' || r == '\u200d'; joiner && (r == last || !joins(before)) {
			return -1
		}
		last = r
		if !unicode.Is(unicode.Inherited, r) { // a mark belongs to the letter before it
			before = r
		}
		return r
	}, s))
}

// joins reports whether the script of a letter needs the joiners: Arabic and
// its like, and those of India.
func joins(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi,
		unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala)
}

// texts are the free words of a person.
func (p *PersonStated) texts() []*string {
	return []*string{&p.Name, &p.Phone, &p.Email, &p.Team, &p.Relation, &p.Language, &p.IRO, &p.Reason, &p.Address, &p.Contact}
}

func (c *Case) checkPerson(p PersonStated, today workday.Date) error {
	tooLong := slices.ContainsFunc(append(p.texts(), (*string)(&p.Role)), func(s *string) bool { return len(*s) > personTextLimit })
	switch {
	case p.Name == "" || p.Role == "":
		return fault.New(fault.BadInput, "A person needs a name and what they are to the child.", "Fill in both.")
	case tooLong:
		return fault.New(fault.TooLong, "One of the answers is longer than is kept.", "Put the rest in a note.")
	case p.Receives != "" && !slices.Contains(Copies(), p.Receives):
		return fault.New(fault.BadInput, "That is not one of the copies of the record.", "Choose it from the list.")
	case p.Part != "" && !slices.Contains(Parts(), p.Part):
		return fault.New(fault.BadInput, "That is not one of the ways to take part.", "Choose it from the list.")
	case p.From.Known() && p.To.Known() && p.To < p.From:
		return endBeforeStart("person's time with the child")
	case p.NoAddress && p.Receives == FullRecord:
		return fault.New(fault.Refused, "Someone who must never learn where the child lives cannot be given the full record (RC-04, HB 3.69).",
			"Choose the redacted copy, the letter or nothing.")
	}
	return c.checkLink(p, today)
}

// checkLink checks that a link leads to another child's file, once.
func (c *Case) checkLink(p PersonStated, today workday.Date) error {
	switch other, linked := c.LinkedTo(p.Child, today); {
	case p.Child.Zero():
		return nil
	case !p.Role.Kin():
		return fault.New(fault.BadInput, "Only a brother, a sister, a looked-after parent or a child of this young person has a file of their own here.",
			"Take the link away or change what they are to the child.")
	case p.Child == c.ID:
		return fault.New(fault.BadInput, "That is this child's own file.", "Choose the other child, or leave the link empty.")
	case linked && other.ID != p.ID && !p.Left(today):
		return fault.New(fault.Conflict, "That child is on this list already.", "Change the entry that is there.")
	}
	return nil
}

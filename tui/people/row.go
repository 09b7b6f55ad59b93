package people

import (
	"cmp"
	"slices"
	"strings"

	file "footprint/domain/casefile"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// row is a person in one row: what they are to the child, the name and what
// matters most about them, the telephone, the copy.
func (p *Page) row(person file.PersonStated) line {
	l := line{
		id: "person:" + person.ID.String(), label: sheet.Sentence(string(person.Role)), text: p.name(person),
		phone: p.desk.Private(cmp.Or(person.Phone, person.Email)), copied: short(person.Receives), person: &person,
	}
	if person.Relation != "" && !p.desk.Hidden() {
		l.label = sheet.Sentence(kit.Clean(person.Relation))
	}
	if person.NoAddress {
		l.text += ", hide address"
	}
	if person.Responsibility {
		l.text += ", PR"
	}
	if person.Language != "" && !p.desk.Hidden() {
		l.text += ", " + kit.Clean(person.Language)
	}
	l.more = p.details(person)
	return l
}

// name is what the person is called; a child of this caseload is called as
// everywhere else.
func (p *Page) name(person file.PersonStated) string {
	if row, ok := p.desk.Row(person.Child); ok && p.desk.Hidden() {
		return p.desk.Name(row)
	}
	return p.desk.Private(person.Name)
}

// short is a copy in a word or two, for the column.
func short(r file.Receives) string {
	switch r {
	case file.FullRecord:
		return "full"
	case file.Redacted:
		return "redacted"
	case "":
		return "not decided"
	}
	return string(r)
}

// details tells of a person what the row has no room for.
func (p *Page) details(person file.PersonStated) string {
	var out []string
	say := func(words, value string) {
		if value != "" {
			out = append(out, words+value)
		}
	}
	flag := func(on bool, words string) {
		if on {
			out = append(out, words)
		}
	}
	private := p.desk.Private
	if p.desk.Hidden() {
		private = func(string) string { return "" }
	}
	flag(person.Relation != "", string(person.Role))
	flag(person.Responsibility, "has parental responsibility (PR)")
	say("speaks ", private(person.Language))
	flag(person.NoAddress, "must never learn where the child lives")
	if row, ok := p.desk.Row(person.Child); ok {
		say("own file ", row.Ref)
	}
	say("their IRO ", private(person.IRO))
	say("because: ", private(person.Reason))
	say("", partWords(person.Part))
	say("sees the child: ", private(person.Contact))
	say("", private(person.Team))
	say("", private(person.Email))
	say("", private(person.Address))
	if person.From.Known() {
		say("since ", person.From.Long())
	}
	return strings.Join(out, "; ")
}

// partWords says which part of a review the person comes to.
func partWords(part file.Part) string {
	switch part {
	case file.AllOfIt:
		return "comes to all of the review"
	case file.PartOfIt:
		return "comes to a part of the review"
	case file.ViewsOnly:
		return "sends views to the review"
	case file.NotInvited:
		return "is not invited to the review"
	}
	return ""
}

// whole is what the row under the cursor does not show: what was cut off, and
// the details of a person.
func (p *Page) whole(l line) string {
	room := p.restW()
	if l.person != nil {
		room = p.nameW
	}
	var out []string
	if kit.Width(l.label) > p.labelW {
		out = append(out, l.label)
	}
	if kit.Width(l.text) > room {
		out = append(out, l.text)
	}
	if p.phoneW == 0 {
		out = append(out, l.phone)
	}
	if l.copied != "" && p.copyW == 0 {
		out = append(out, "receives: "+l.copied)
	}
	out = append(out, l.more)
	return strings.Join(slices.DeleteFunc(out, func(s string) bool { return s == "" }), "; ")
}

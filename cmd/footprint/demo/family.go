package demo

import (
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
)

// around lists the people around the child other than the workers.
func (s *script) around() []casefile.PersonStated {
	var out []casefile.PersonStated
	if h := homes[s.homeOn(s.opened)]; h.support != "" {
		out = append(out, h.supporter())
	}
	if p, ok := s.parent(); ok {
		out = append(out, p)
	}
	out = append(out, s.family()...)
	if x, ok := schools[s.who.school]; ok {
		out = append(out, casefile.PersonStated{Role: casefile.School, Name: x.contact + ", " + x.name, Phone: x.phone,
			Part: casefile.PartOfIt, Receives: casefile.Redacted})
	}
	if s.chance(45) {
		out = append(out, casefile.PersonStated{Role: casefile.HealthContact, Name: one(s.rng, nurses[:]), Phone: "01632 960480",
			Team: "Looked-after children's health", Part: casefile.ViewsOnly})
	}
	if name := interpreters[s.who.language]; name != "" {
		out = append(out, casefile.PersonStated{Role: casefile.Interpreter, Name: name, Phone: "01632 960407", Language: s.who.language})
	}
	return out
}

// parent is the parent who is named for the child. One who must never learn
// the address gets the redacted copy and comes to a part.
func (s *script) parent() (casefile.PersonStated, bool) {
	name, rest, ok := strings.Cut(s.who.parent, " (")
	p := casefile.PersonStated{Role: casefile.Parent, Name: name, Relation: strings.TrimSuffix(rest, ")"), Responsibility: true,
		Language: s.who.language, Phone: fmt.Sprintf("07700 900%03d", 300+s.number), Receives: casefile.FullRecord, Part: casefile.AllOfIt}
	if s.who.guarded {
		p.NoAddress, p.Receives, p.Part = true, casefile.Redacted, casefile.PartOfIt
		p.Contact = "Once a fortnight at the family centre, with a worker there"
	}
	return p, ok
}

// family lists the brothers and sisters, the looked-after parent and the baby
// who have a file of their own here.
func (s *script) family() []casefile.PersonStated {
	var out []casefile.PersonStated
	for entry := range strings.SplitSeq(s.who.kin, ",") {
		role, name, found := strings.Cut(entry, ":")
		if !found {
			role, name = "", entry
		}
		i := castIndex(name)
		if i < 0 || i >= s.children {
			continue // a small demonstration has not everybody in it
		}
		p := casefile.PersonStated{Role: casefile.Sibling, Name: name, Relation: "brother", Child: s.fileOf(i)}
		switch girl := cast(i).girl; {
		case role == "parent":
			p.Role, p.Relation = casefile.ParentInCare, "mother"
		case role == "child":
			p.Role, p.Relation = casefile.ChildOf, "son"
		case girl:
			p.Relation = "sister"
		}
		out = append(out, p)
	}
	return out
}

// castIndex finds one of the cast by name; -1 when nobody is called so.
func castIndex(name string) int {
	for i := range CastSize {
		if cast(i).name == name {
			return i
		}
	}
	return -1
}

// fileOf is the id of another child's file.
func (st *stage) fileOf(i int) casefile.ID {
	s := st.newScript(i)
	s.live()
	return st.fileID(i, moment(s.opened, s.firstMinute()))
}

// appointment is the IRO's own, from the day the file was opened. Nobody has
// to be introduced by an IRO who went before: the list names none.
func (s *script) appointment() casefile.AppointmentStated {
	a := casefile.AppointmentStated{ID: s.newID(), Name: Officer, From: s.opened, Declared: s.opened, ToldOn: s.day, HowTold: "letter with a photograph"}
	if facts := strings.Fields(s.who.facts); slices.Contains(facts, "comm_needs") {
		a.Specialist = "no"
		if slices.Contains(facts, "specialist_iro") {
			a.Specialist = "yes"
		}
	}
	return a
}

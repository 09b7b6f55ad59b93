package document

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/fault"
)

// Reader is whose copy a paper is. The zero Reader is the case record of the
// authority. Copy says which copy is made; left empty it is the one decided for
// the person, and it never gives more than was decided. Child marks a paper for
// the child.
type Reader struct {
	Person casefile.PersonStated
	Copy   casefile.Receives
	Child  bool
}

// CaseRecord reports whether the paper is for the authority's own record.
func (r Reader) CaseRecord() bool {
	return r.Person == (casefile.PersonStated{}) && !r.Child && (r.Copy == "" || r.Copy == casefile.FullRecord)
}

// copied is the copy the reader gets; "" when it was not decided.
func (r Reader) copied() casefile.Receives {
	if r.CaseRecord() {
		return casefile.FullRecord
	}
	decided := r.Person.Receives
	if r.Copy == "" || decided != "" && slices.Index(casefile.Copies(), decided) > slices.Index(casefile.Copies(), r.Copy) {
		return decided
	}
	return r.Copy
}

// Redacted reports whether details that tell where the child lives are left out
// of the copy: it was decided so, or this reader must never learn it.
func (r Reader) Redacted() bool { return r.copied() == casefile.Redacted || r.Person.NoAddress }

// MayKnowAddress reports whether the reader may learn where the child lives (HB
// 3.69; RC-04, AD-21). The child and the case record may, and those who were
// decided to have the full record. Whoever is not on the list of people may
// not, and of those not decided yet only the workers and carers who know.
func (s Subject) MayKnowAddress(r Reader) bool {
	people := s.Case.People(s.Context.Today)
	i := slices.IndexFunc(people, func(p casefile.PersonStated) bool { return p.ID == r.Person.ID })
	switch {
	case r.Child || r.CaseRecord():
		return true
	case r.Person.NoAddress || i < 0 || people[i].NoAddress:
		return false
	case r.copied() == "":
		return slices.Contains(knowing(), r.Person.Role)
	}
	return r.copied() == casefile.FullRecord
}

// redacts reports whether a copy of the record is redacted for this reader.
func (s Subject) redacts(r Reader) bool { return r.Redacted() || !s.MayKnowAddress(r) }

// knowing are the roles that know where the child lives whatever they are sent.
func knowing() []casefile.Role {
	return []casefile.Role{casefile.SocialWorker, casefile.TeamManager, casefile.Manager, casefile.Carer, casefile.SupervisedBy, casefile.Adopter}
}

// allowed says in a coded error why the reader gets no copy of the record, and
// what they get in its place (HB 3.69; RC-04, RC-05).
func (r Reader) allowed() error {
	copied := r.copied()
	if r.Person != (casefile.PersonStated{}) && r.Person.Receives == "" {
		copied = "" // asking for a redacted copy decides nothing
	}
	switch copied {
	case casefile.FullRecord, casefile.Redacted:
		return nil
	case casefile.LetterOnly:
		return fault.New(fault.Refused, "This person is to have a letter in place of the record.", "Make the letter for them, or decide on another copy among the people around the child.")
	case casefile.Nothing:
		return fault.New(fault.Refused, "It was decided that this person gets nothing of the record.", "Tell them so in a letter if that is right, or decide on a copy among the people around the child.")
	}
	if r.Child {
		return fault.New(fault.Refused, "The child has a letter in place of the record.", "Make the letter to the child; say which copy when the record itself is wanted.")
	}
	return fault.New(fault.Refused, "Which copy this person may have was not decided.", "Decide it among the people around the child: full, redacted, a letter or nothing (HB 3.69).")
}

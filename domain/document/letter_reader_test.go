package document_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
)

// TestOfSeveralOfOneNameTheStrictestReads: a letter that finds its reader by a
// name keeps what the one who may know least must not learn (HB 3.69; AD-21).
func TestOfSeveralOfOneNameTheStrictestReads(t *testing.T) {
	t.Parallel()
	mother := casefile.PersonStated{ID: casefile.ID{40, 1}, Role: casefile.Parent, Name: "Rhian Siôn", Receives: casefile.FullRecord, NoAddress: true}
	cousin := casefile.PersonStated{ID: casefile.ID{40, 2}, Role: casefile.Family, Name: "rhian sion", Receives: casefile.FullRecord}
	aunt := casefile.PersonStated{ID: casefile.ID{40, 3}, Role: casefile.Family, Name: "Rhian Siôn", Receives: casefile.LetterOnly}
	for name, tc := range map[string]struct {
		people []casefile.PersonStated
		want   casefile.ID
	}{
		"barred first":          {[]casefile.PersonStated{mother, cousin}, mother.ID},
		"barred last":           {[]casefile.PersonStated{cousin, aunt, mother}, mother.ID},
		"none barred":           {[]casefile.PersonStated{aunt, cousin}, aunt.ID},
		"only one of that name": {[]casefile.PersonStated{cousin}, cousin.ID},
	} {
		e := maja()
		for i := range tc.people {
			e.on("2026-05-05", &tc.people[i])
		}
		e.on("2026-05-05", &casefile.DecisionMade{ID: casefile.ID{41}, Review: thisID, Need: "x", Outcome: "y", What: "Visit her at 12 Elm Road", By: day("2026-06-30"), Accountable: "Rhian Siôn"},
			&casefile.TookPart{ID: casefile.ID{42}, Review: thisID, Name: "Rhian Siôn", How: casefile.LeftOut, Why: "it was asked for"})
		s := subject(e, thisID)
		for _, wanted := range []document.Wanted{{Kind: document.Alert, Decision: casefile.ID{41}}, {Kind: document.Exclusion, Part: casefile.ID{42}}} {
			l, err := document.Letter(s, wanted)
			if err != nil || l.To.Person.ID != tc.want {
				t.Errorf("%s, %s: goes to %v, %v", name, wanted.Kind, l.To.Person, err)
			}
			if wanted.Kind == document.Alert && len(document.Guard(s, l.To, l.Document)) > 0 == (tc.want == cousin.ID) {
				t.Errorf("%s: the guard reads it for somebody else", name)
			}
		}
	}
}

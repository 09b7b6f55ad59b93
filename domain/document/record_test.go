package document_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
)

func record(t *testing.T, s document.Subject, r document.Reader) document.Document {
	t.Helper()
	d, err := document.Record(s, r)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRecordsReadAsTheyShould(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	golden(t, "record-full", outline(record(t, s, document.Reader{})))
	golden(t, "record-redacted-mother", outline(record(t, s, as(t, s, mumID))))
	e := &entries{}
	e.on("2026-01-30", &casefile.Opened{Ref: "C-0002"}, &casefile.ReviewHeld{ID: thisID, Recorded: day("2026-01-30")})
	golden(t, "record-empty", outline(record(t, subject(e, thisID), document.Reader{})))
}

func TestDecisionsSheetsReadAsTheyShould(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	for name, r := range map[string]document.Reader{"decisions-full": as(t, s, tmID), "decisions-redacted": as(t, s, mumID)} {
		d, err := document.Decisions(s, r)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name, outline(d))
	}
	if _, err := document.Decisions(subject(maja(), nextID), document.Reader{}); fault.CodeOf(err) != fault.Refused {
		t.Errorf("a review that was not held has no decisions: %v", err)
	}
}

// TestRC04 holds who gets which copy (RC-04, RC-05; HB 3.69).
func TestRC04(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	mum, carer := as(t, s, mumID), as(t, s, carerID)
	for name, tc := range map[string]struct {
		r    document.Reader
		says string // "" when a copy is made
		has  bool   // the address is in it
	}{
		"the case record":                    {document.Reader{}, "", true},
		"the carer, full":                    {carer, "", true},
		"the carer asks for redacted":        {document.Reader{Person: carer.Person, Copy: casefile.Redacted}, "", false},
		"no address, redacted":               {mum, "", false},
		"no address is never given the full": {document.Reader{Person: withCopy(mum.Person, casefile.FullRecord), Copy: casefile.FullRecord}, "", false},
		"a copy is never more than decided":  {document.Reader{Person: as(t, s, dadID).Person, Copy: casefile.FullRecord}, "have a letter", false},
		"letter only":                        {as(t, s, dadID), "have a letter", false},
		"nothing":                            {as(t, s, nanID), "gets nothing", false},
		"not decided":                        {document.Reader{Person: withCopy(carer.Person, "")}, "not decided", false},
		"not decided, redacted":              {document.Reader{Person: withCopy(carer.Person, ""), Copy: casefile.Redacted}, "not decided", false},
		"the child":                          {document.Reader{Child: true}, "The child has a letter", false},
		"somebody on no list, redacted":      {document.Reader{Copy: casefile.Redacted}, "", false},
	} {
		d, err := document.Record(s, tc.r)
		if tc.says != "" {
			if fault.CodeOf(err) != fault.Refused || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := strings.Contains(outline(d), "Elm Road"); got != tc.has {
			t.Errorf("%s: the address is in it: %v", name, got)
		}
		if leaks := document.Guard(s, tc.r, d); len(leaks) > 0 {
			t.Errorf("%s: %+v", name, leaks)
		}
	}
}

func withCopy(p casefile.PersonStated, r casefile.Receives) casefile.PersonStated {
	p.Receives = r
	return p
}

func TestNothingPrivateIsInAnyCopy(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	for _, r := range []document.Reader{{}, as(t, s, mumID), as(t, s, swID)} {
		text := outline(record(t, s, r))
		for _, private := range []string{"scared of her friend", "wets the bed", "older cousin", "keeps her awake", "lunch money", "Drove there"} {
			if strings.Contains(text, private) {
				t.Errorf("%q is in the copy of %s", private, r.Person.Role)
			}
		}
	}
}

// TestARedactedRecordHasNoCanary builds a file whose every detail that a
// redacted copy leaves out holds a canary.
func TestARedactedRecordHasNoCanary(t *testing.T) {
	t.Parallel()
	n := 0
	canary := func(as string) string { n++; return fmt.Sprintf("Canary%s%d", as, n) }
	e := maja()
	for i, p := range []string{"U6", "K2", "A3", "R5"} {
		from := day("2026-01-05").AddMonths(i)
		e.on("2026-05-05", &casefile.PlacementStated{ID: casefile.ID{7, byte(i + 1)}, Code: p, Start: from, End: from.AddMonths(1), Provider: canary("Provider"),
			Carer: canary("Carer") + " Bird", Phone: canary("Phone"), Address: canary("Address") + " 12 Bird Road"})
	}
	carer := canary("Foster") + " Bird"
	for i, role := range casefile.Roles() {
		name := "Person of the list"
		if role == casefile.Carer || role == casefile.Adopter {
			name = carer
		}
		words, private := "I spoke with "+carer+".", i%2 == 0
		if private {
			words = "Nobody may hear that " + carer + " drinks."
		}
		e.on("2026-05-05", &casefile.PersonStated{ID: casefile.ID{20, byte(i)}, Role: role, Name: name, Phone: canary("P"), Email: canary("E"), Address: canary("A"), Team: canary("T"), Contact: canary("C"), Receives: casefile.Redacted},
			&casefile.TookPart{ID: casefile.ID{21, byte(i)}, Review: thisID, Person: casefile.ID{20, byte(i)}, Name: name, Role: role, How: casefile.InTheRoom, Words: words, Private: private})
	}
	e.on("2026-05-05", &casefile.DecisionMade{ID: planID, Review: thisID, Need: "x", Outcome: "y", What: "Ring 01632 960 777 or mail canary" + "@example.org", Who: strings.ToUpper(carer), By: day("2026-07-10")},
		&casefile.ReviewPlanned{ID: thisID, Date: day("2026-04-30"), Venue: canary("Venue"), Home: true},
		&casefile.ReviewPlanned{ID: nextID, Date: day("2027-01-20"), Venue: canary("Venue"), Home: true})
	s := subject(e, thisID)
	for _, make := range []func(document.Subject, document.Reader) (document.Document, error){document.Record, document.Decisions} {
		d, err := make(s, as(t, s, mumID))
		if err != nil {
			t.Fatal(err)
		}
		for text := range d.Texts {
			if strings.Contains(strings.ToLower(text), "canary") || strings.Contains(text, "960 777") {
				t.Errorf("a redacted copy says %q", text)
			}
		}
		if leaks := document.Guard(s, as(t, s, mumID), d); len(leaks) > 0 {
			t.Errorf("%+v", leaks)
		}
	}
}

// TestRC07RC09WhatTheRecordLacks holds the completeness of the record.
func TestRC07RC09WhatTheRecordLacks(t *testing.T) {
	t.Parallel()
	lacks := document.Lacks(subject(maja(), thisID))
	for _, want := range []string{"the views of Tom Webb, social worker", "a test of the plan: measurable", "the judgement of a need: identity"} {
		if !slices.Contains(lacks, want) {
			t.Errorf("%q is not on file and not asked for", want)
		}
	}
	golden(t, "lacks", strings.Join(lacks, "\n")+"\n")
	for _, never := range []string{"the rating of the plan, with its reason", "the decisions", "the day of the next review", "who took part"} {
		if slices.Contains(lacks, never) {
			t.Errorf("%q is on file", never)
		}
	}
}

func TestFileNamesHoldNoName(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	got := document.FileName("C-0001", document.PaperRecord, day("2026-11-26"), as(t, s, mumID), "docx")
	if got != "C-0001 review record 2026-11-26 redacted parent.docx" {
		t.Error(got)
	}
	if got := document.FileName("../C:1", "letter/..", day("2026-11-26"), document.Reader{}, "md"); strings.ContainsAny(got, `/\:`) || strings.Contains(got, "..") {
		t.Error(got)
	}
}

// TestWhatWasSaidIsToldOnce: no judgement twice, no note lost, nothing private
// said to be nothing, and the talk of permanence found.
func TestWhatWasSaidIsToldOnce(t *testing.T) {
	t.Parallel()
	e := maja()
	e.on("2026-05-05", &casefile.Stated{Facts: map[string]string{casefile.FactRoute: "", casefile.FactPermanence: "", casefile.FactPermanenceBy: ""}},
		&casefile.NoteWritten{Review: thisID, Item: "B-704", Text: "She may stay for good."},
		&casefile.NoteWritten{Review: thisID, Item: "B-717", Text: "Leisure is thin."},
		&casefile.ItemAnswered{Review: thisID, Item: "B-718", Answer: casefile.Done, Evidence: map[string]string{"judgement": "amber. Family time is not planned."}})
	text := outline(record(t, subject(e, thisID), document.Reader{}))
	for want, times := range map[string]int{"This was talked about. The words are kept private.": 1, "Leisure is thin.": 1, "Family time is not planned.": 1, "## Judge the plan": 0,
		"# Permanence\nP It was talked about: see": 1, "Provider = ": 0, "Copy for": 0} {
		if got := strings.Count(text, want); got != times {
			t.Errorf("%q is told %d times:\n%s", want, got, text)
		}
	}
}

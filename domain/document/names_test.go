package document_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
)

var headID = casefile.ID{3, 7}

// baker is the made-up file with the child placed with two carers of one
// surname, and a school on the list of people.
func baker() *entries {
	e := maja()
	e.on("2026-05-05", &casefile.PlacementStated{ID: casefile.ID{7, 2}, Code: "U6", Start: day("2026-03-01"), Carer: "Janet and Roy Baker", Address: "14 Larkfield Rise, Penmoor ZZ99 4AB"},
		&casefile.PersonStated{ID: headID, Role: casefile.School, Name: "Ms Adu", Team: "Brook Primary School"},
		&casefile.PersonStated{ID: casefile.ID{3, 8}, Role: casefile.HealthContact, Name: "Janet Moore"})
	return e
}

func noted(e *entries, text string) document.Subject {
	e.on("2026-05-05", &casefile.NoteWritten{Review: thisID, Item: "B-706", Text: text})
	return subject(e, thisID)
}

// TestACarerIsHiddenHoweverTheNameIsWritten: the carers' names as people write
// them, when the file has them together (RC-04).
func TestACarerIsHiddenHoweverTheNameIsWritten(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Here Janet Baker was kind.":         "Here the carer was kind.",
		"I met Roy Baker.":                   "I met the carer.",
		"I met ROY BAKER.":                   "I met the carer.",
		"Here Janet and Roy were kind.":      "Here the carers were kind.",
		"Here Roy & Janet were kind.":        "Here the carers were kind.",
		"With Janet and Roy Baker.":          "With the carers.",
		"With Roy and Janet Baker.":          "With the carers.",
		"With Mr and Mrs Baker.":             "With the carers.",
		"With Mrs Baker.":                    "With the carer.",
		"In Janet Baker's car.":              "In the carer's car.",
		"In Mrs Baker’s car.":                "In the carer's car.",
		"Janet Moore, the nurse, was there.": "Janet Moore, the nurse, was there.",
	} {
		s := noted(baker(), text)
		mum := as(t, s, mumID)
		if got := outline(record(t, s, mum)); !strings.Contains(got, "P "+want+"\n") {
			t.Errorf("%q does not become %q", text, want)
		}
		if leaks := document.Guard(s, mum, paper(text)); (len(leaks) == 0) != (want == text) {
			t.Errorf("the guard on %q: %+v", text, leaks)
		}
	}
}

// TestAStreetIsFoundWithoutItsNumberOrItsKind: for somebody barred, the number
// with the street's first word, and the street's name, tell enough (AD-21).
func TestAStreetIsFoundWithoutItsNumberOrItsKind(t *testing.T) {
	t.Parallel()
	s := subject(baker(), thisID)
	mum := as(t, s, mumID)
	for text, leaks := range map[string]bool{
		"At 14 Larkfield Rd":         true,
		"At 14 larkfield, I think":   true,
		"Up Larkfield Rise":          true,
		"Up LARKFIELD RISE by bus":   true,
		"In Mill Ln":                 true, // of the placement before
		"At 3 mills":                 false,
		"Penmoor is far":             false,
		"Larkfield is far":           false,
		"14 larks in a field":        false,
		"The 4 ABs and 99 red cards": false,
	} {
		if got := document.Guard(s, mum, paper(text)); (len(got) > 0) != leaks {
			t.Errorf("%q: %+v", text, got)
		}
	}
	if got := document.Guard(s, as(t, s, swID), paper("At 14 Larkfield Rd")); len(got) > 0 {
		t.Errorf("the worker may know: %+v", got)
	}
}

// TestAStreetOfCommonWords: "3 School Lane" must not stop "3 school days", nor
// "The Green" every green.
func TestAStreetOfCommonWords(t *testing.T) {
	t.Parallel()
	for address, texts := range map[string]map[string]bool{
		"3 School Lane, Penmoor": {"3 school days": false, "At 3 School Ln": true, "At 3 School Hill": true, "In School Lane": true, "the school lane is muddy": false},
		"12 The Green, Penmoor":  {"12 The Green": true, "12 the day before": false, "on the green": false},
		"14a Larkfield Rise":     {"at 14 Larkfield": true, "at 14A Larkfield": true},
		"14 Broadway, Penmoor":   {"14 Broadway": true, "on Broadway": false},
		"The Lodge, Mill Bank Road, Penmoor": {
			"Mill Bank Rd": true, "the lodge": true,
		},
	} {
		e := maja()
		e.on("2026-05-05", &casefile.PlacementStated{ID: casefile.ID{7, 1}, Code: "U6", Start: day("2026-01-05"), End: day("2026-03-01")},
			&casefile.PlacementStated{ID: casefile.ID{7, 2}, Code: "U6", Start: day("2026-03-01"), Address: address})
		s := subject(e, thisID)
		for text, leaks := range texts {
			if got := document.Guard(s, as(t, s, mumID), paper(text)); (len(got) > 0) != leaks {
				t.Errorf("%s: %q: %+v", address, text, got)
			}
		}
	}
}

// TestTheReadersOwnStreetIsTheirsToKnow although the child lives in it too.
func TestTheReadersOwnStreetIsTheirsToKnow(t *testing.T) {
	t.Parallel()
	e := maja()
	e.on("2026-05-05", &casefile.PlacementStated{ID: casefile.ID{7, 2}, Code: "U6", Start: day("2026-03-01"), Address: "12 Hope Street, Leeds"})
	s := subject(e, thisID)
	for text, leaks := range map[string]bool{"8 Hope Street, Leeds": false, "12 Hope St": true} {
		if got := document.Guard(s, as(t, s, mumID), paper(text)); (len(got) > 0) != leaks {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestWhatOnlyTheIROCanJudgeIsWarnedOf: words that cannot be taken out or
// stopped safely.
func TestWhatOnlyTheIROCanJudgeIsWarnedOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Then Janet said so.":             "Janet",
		"In Janet's car.":                 "Janet's",
		"The Bakers are kind.":            "Bakers",
		"A Baker by name.":                "Baker",
		"The baker sells bread.":          "",
		"Near Larkfield.":                 "Larkfield",
		"At Brook Primary School.":        "Brook Primary School",
		"Janet Moore, the nurse, said it": "",
		"Nothing of it.":                  "",
	} {
		s := noted(baker(), text)
		mum := as(t, s, mumID)
		d := record(t, s, mum)
		got := document.Warnings(s, mum, d)
		if want == "" {
			if len(got) > 0 {
				t.Errorf("%q: %+v", text, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Word != want || got[0].What == "" || !strings.Contains(text, got[0].Sentence) || d.SectionOf(got[0]) != document.SectionAgenda {
			t.Errorf("%q: %+v", text, got)
		}
		for _, free := range []document.Reader{{}, {Child: true}, as(t, s, swID)} {
			if got := document.Warnings(s, free, d); len(got) > 0 {
				t.Errorf("%q is no secret: %+v", text, got)
			}
		}
	}
}

// TestWarningsAreOneAWordAndSection keeps them few enough to be read.
func TestWarningsAreOneAWordAndSection(t *testing.T) {
	t.Parallel()
	s := subject(baker(), thisID)
	d := document.Document{Body: []document.Block{document.Heading{Level: 1, Text: "One"}, document.Paragraph{Text: "Janet came. Janet went."}, document.Paragraph{Text: "Roy stayed."},
		document.Heading{Level: 1, Text: "Two"}, document.Paragraph{Text: "Janet slept."}}}
	var got []string
	for _, l := range document.Warnings(s, as(t, s, mumID), d) {
		got = append(got, l.Word+": "+l.Sentence)
	}
	if !slices.Equal(got, []string{"Janet: Janet came.", "Roy: Roy stayed.", "Janet: Janet slept."}) {
		t.Errorf("%q", got)
	}
}

// TestNamesAreReadAsPeopleWriteThem: one field holds one carer or several.
func TestNamesAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for _, carer := range []string{"Janet and Roy Baker", "Roy & Janet Baker", "Janet Baker, Roy Baker", "Baker, Janet and Roy", "Mrs Janet Baker / Mr Roy Baker", "Janet Ann Baker and Roy Baker"} {
		e := maja()
		e.on("2026-05-05", &casefile.PlacementStated{ID: casefile.ID{7, 2}, Code: "U6", Start: day("2026-03-01"), Carer: carer})
		s := noted(e, "Janet Baker met Roy Baker. Then Roy and Janet left with Mr Baker.")
		mum := as(t, s, mumID)
		if got := outline(record(t, s, mum)); !strings.Contains(got, "P the carer met the carer. Then the carers left with the carer.\n") {
			t.Errorf("%q: %s", carer, got)
		}
	}
	e := maja()
	e.on("2026-05-05", &casefile.PlacementStated{ID: casefile.ID{7, 2}, Code: "U6", Start: day("2026-03-01"), Carer: "Janet Ann Baker and Roy Baker"})
	if s := subject(e, thisID); len(document.Guard(s, as(t, s, mumID), paper("Janet Ann Baker came"))) == 0 {
		t.Error("a middle name hides a carer")
	}
	for _, carer := range []string{"Mr and Mrs Baker", "Mr & Mrs J Baker"} {
		e := maja()
		e.on("2026-05-05", &casefile.PlacementStated{ID: casefile.ID{7, 2}, Code: "U6", Start: day("2026-03-01"), Carer: carer})
		s := subject(e, thisID)
		for _, text := range []string{"Mrs Baker came", "Mr and Mrs Baker came", "Mr & Mrs Baker came"} {
			if got := document.Guard(s, as(t, s, mumID), paper(text)); len(got) == 0 {
				t.Errorf("%q: %q is not found", carer, text)
			}
		}
		if got := document.Warnings(s, as(t, s, mumID), paper("The Bakers came")); len(got) != 1 {
			t.Errorf("%q: %+v", carer, got)
		}
	}
}

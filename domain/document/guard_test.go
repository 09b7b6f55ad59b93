package document_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/document"
)

func paper(texts ...string) document.Document {
	var d document.Document
	for _, t := range texts {
		d.Body = append(d.Body, document.Paragraph{Text: t})
	}
	return d
}

// TestTheGuardNamesTheSentence holds what counts as telling (RC-04, AD-21; HB
// 3.33, 3.69).
func TestTheGuardNamesTheSentence(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	mum := as(t, s, mumID)
	address, phone, carer := "the placement's address", "the placement's telephone number", "the carer's name"
	private := "words the child asked to keep private"
	for text, want := range map[string]string{
		"We met. It was at 12 Elm Road today. All went well.": address,
		"at 12, ELM-ROAD":                          address,
		"12 Élm road":                              address,
		"12 Elm Rd":                                address,
		"12\u00a0Elm\u200b Road":                   address,
		"LS14AB":                                   address,
		"ls1 4ab":                                  address,
		"They moved from 3 Mill Lane to Leeds":     address,
		"flat 2 / 12 elm road":                     address,
		"112 Elm Road":                             address, // the street
		"112 Elm Wood":                             "",
		"12 Elm Roadside":                          address, // whatever follows the first word
		"Elm Road is long":                         address, // without its number
		"She lives in Leeds":                       "",
		"Ring 07700900123":                         phone,
		"Ring +44 7700 900 123 at once":            phone,
		"Ring 0770 0900 1234":                      "",
		"8 Hope Street, Leeds":                     "", // her own
		"Ewa Nowak was kind":                       carer,
		"EWA NOWAK":                                carer,
		"Mrs Nowak was kind":                       carer,
		"Ms Best":                                  carer,
		"All the best":                             "",
		"I am scared of her friend":                private, // six words of it
		"she is scared of her friend":              "",      // five
		"that she WETS the bed":                    "what the child wants kept private",
		"the class teacher worries about what":     "words somebody gave in private",
		"The doctor looks into what keeps her up.": "words of a private note",
		"Ring the school about the lunch money.":   "",
		"I want to see my nan more.":               "",
	} {
		leaks := document.Guard(s, mum, paper("Before.", text, "After."))
		if want == "" {
			if len(leaks) > 0 {
				t.Errorf("%q is no leak: %+v", text, leaks)
			}
			continue
		}
		if !slices.ContainsFunc(leaks, func(l document.Leak) bool { return l.What == want && strings.Contains(text, l.Sentence) }) {
			t.Errorf("%q must be found as %s: %+v", text, want, leaks)
		}
	}
	leaks := document.Guard(s, mum, paper("We met. It was at 12 Elm Road today. All went well."))
	if len(leaks) != 1 || leaks[0].Sentence != "It was at 12 Elm Road today." {
		t.Errorf("%+v", leaks)
	}
}

func TestWhoMayKnowTheAddress(t *testing.T) {
	t.Parallel()
	e := maja()
	e.on("2026-05-05", &casefile.PersonStated{ID: casefile.ID{30, 1}, Role: casefile.Guardian, Name: "G", Receives: casefile.FullRecord},
		&casefile.PersonStated{ID: casefile.ID{30, 2}, Role: casefile.School, Name: "S"},
		&casefile.PersonStated{ID: casefile.ID{30, 3}, Role: casefile.SupervisedBy, Name: "F"})
	s := subject(e, thisID)
	for name, tc := range map[string]struct {
		r   document.Reader
		may bool
	}{
		"the case record":              {document.Reader{}, true},
		"the child":                    {document.Reader{Child: true}, true},
		"full record":                  {as(t, s, casefile.ID{30, 1}), true},
		"a carer asked to be redacted": {document.Reader{Person: as(t, s, carerID).Person, Copy: casefile.Redacted}, false},
		"no address":                   {as(t, s, mumID), false},
		"a letter only":                {as(t, s, dadID), false},
		"nothing":                      {as(t, s, nanID), false},
		"not decided, a school":        {as(t, s, casefile.ID{30, 2}), false},
		"not decided, who knows":       {as(t, s, casefile.ID{30, 3}), true},
		"on no list":                   {document.Reader{Person: casefile.PersonStated{ID: casefile.ID{99}, Name: "x", Receives: casefile.FullRecord}}, false},
		"a stale copy of the person":   {document.Reader{Person: casefile.PersonStated{ID: mumID, Name: "x", Receives: casefile.FullRecord}}, false},
	} {
		if got := s.MayKnowAddress(tc.r); got != tc.may {
			t.Errorf("%s: %v", name, got)
		}
		leaks := document.Guard(s, tc.r, paper("At 12 Elm Road"))
		if (len(leaks) == 0) != tc.may {
			t.Errorf("%s: %+v", name, leaks)
		}
		if private := document.Guard(s, tc.r, paper("I am scared of her friend")); len(private) == 0 {
			t.Errorf("%s: private words are for nobody", name)
		}
	}
}

func TestTheGuardReadsAcrossCellsAndLines(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	mum := as(t, s, mumID)
	for name, b := range map[string]document.Block{
		"a row":             document.Table{Head: []string{"a", "b"}, Rows: [][]string{{"12 Elm", "Road"}}},
		"the next row":      document.Table{Head: []string{"a", "b"}, Rows: [][]string{{"x", "12"}, {"Elm Road", "y"}}},
		"a column":          document.Table{Head: []string{"a", "b"}, Rows: [][]string{{"12 Elm", "x"}, {"Road", "y"}}},
		"head and row":      document.Table{Head: []string{"Where", "LS1"}, Rows: [][]string{{"4AB"}}},
		"facts with labels": document.Facts{Rows: []document.Fact{{Label: "Line 1", Text: "12 Elm"}, {Label: "Line 2", Text: "Road"}}},
		"a label":           document.Facts{Rows: []document.Fact{{Label: "12 Elm Road", Text: "x"}}},
		"items":             document.List{Items: []string{"12", "Elm", "Road"}},
		"a line break":      document.Paragraph{Text: "12\nElm Road"},
		"a heading":         document.Heading{Level: 1, Text: "12 Elm Road"},
	} {
		if leaks := document.Guard(s, mum, document.Document{Body: []document.Block{b}}); len(leaks) == 0 {
			t.Errorf("%s: not found", name)
		}
	}
	for name, d := range map[string]document.Document{
		"title": {Title: "12 Elm Road"}, "subtitle": {Subtitle: "12 Elm Road"}, "foot": {Foot: "12 Elm Road"}, "author": {Author: "12 Elm Road"},
		"two blocks": paper("12 Elm", "Road"),
	} {
		if leaks := document.Guard(s, mum, d); len(leaks) == 0 {
			t.Errorf("%s: not found", name)
		}
	}
}

func TestWordsTheChildSharedAreNoLeak(t *testing.T) {
	t.Parallel()
	e := maja()
	e.on("2026-05-05", &casefile.ChildSaid{ID: casefile.ID{10, 9}, Review: thisID, Words: "I want to see my nan more. But do not tell my father that."},
		&casefile.ItemAnswered{Review: thisID, Item: "B-502", Answer: casefile.Done, Evidence: map[string]string{"keep_private": "Nothing."}})
	s := subject(e, thisID)
	if leaks := document.Guard(s, document.Reader{}, paper("I want to see my nan more.", "Nothing is recorded.")); len(leaks) > 0 {
		t.Errorf("%+v", leaks)
	}
	if leaks := document.Guard(s, document.Reader{}, paper("but do not tell my father that")); len(leaks) == 0 {
		t.Error("the rest is still private")
	}
}

// disguise writes a text otherwise without changing its letters: case, spaces,
// punctuation, invisible characters.
func disguise(rt *rapid.T, text string) string {
	between := []string{" ", "  ", "\n", ", ", " - ", "\u00a0", ".\u200b ", "\t", " (", ") "}
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsSpace(r) || unicode.IsPunct(r):
			b.WriteString(rapid.SampledFrom(between).Draw(rt, "between"))
		case rapid.Bool().Draw(rt, "upper"):
			b.WriteRune(unicode.ToUpper(r))
		default:
			b.WriteRune(unicode.ToLower(r))
		}
		if rapid.IntRange(0, 30).Draw(rt, "join") == 0 {
			b.WriteString("\u200d")
		}
	}
	return b.String()
}

// TestTheGuardFindsASecretAnywhere splices a secret, written in any way, into
// any text of any block of a random paper.
func TestTheGuardFindsASecretAnywhere(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	mum := as(t, s, mumID)
	secrets := []string{"Flat 2, 12 Elm Road\nLeeds\nLS1 4AB", "12 Elm Road", "3 Mill Lane", "LE65 1AA", "07700 900123",
		"I do not want mum to know that I am scared of her friend.", "mum to know that I am", "that she wets the bed",
		"The class teacher worries about what an older cousin says to her.", "The doctor looks into what keeps her awake at night."}
	filler := rapid.StringMatching(`([A-Z][a-z]{1,8}( [a-zł]{1,8}){0,6}[.!?,]? ?){0,4}`)
	rapid.Check(t, func(rt *rapid.T) {
		secret := disguise(rt, rapid.SampledFrom(secrets).Draw(rt, "secret"))
		var d document.Document
		texts := rapid.SliceOfN(filler, 8, 8).Draw(rt, "texts")
		at := rapid.IntRange(0, 7).Draw(rt, "at")
		texts[at] = rapid.SampledFrom([]string{texts[at] + " " + secret, secret + " " + texts[at], texts[at] + " " + secret + ". " + texts[at]}).Draw(rt, "how")
		d.Title = texts[0]
		d.Body = []document.Block{document.Heading{Level: 2, Text: texts[1]}, document.Paragraph{Text: texts[2]}, document.List{Items: []string{texts[3], "x"}},
			document.Table{Head: []string{"a", texts[4]}, Rows: [][]string{{"b", texts[5]}}}, document.PageBreak{}, document.Facts{Rows: []document.Fact{{Label: texts[6], Text: texts[7]}}}}
		leaks := document.Guard(s, mum, d)
		if len(leaks) == 0 {
			rt.Fatalf("%q was not found", secret)
		}
		for _, l := range leaks {
			if l.Sentence == "" || l.What == "" {
				rt.Fatalf("%+v names no sentence", l)
			}
		}
	})
}

func FuzzGuard(f *testing.F) {
	f.Add("12 Elm Road", "I said so in private", "text \xff\xfe 12 Elm")
	f.Add("", "", "")
	f.Add("½ Ŵ ß", "ﬁ", "１２ Elm")
	f.Fuzz(func(t *testing.T, address, words, text string) {
		e := &entries{}
		e.on("2026-01-01", &casefile.Opened{Ref: "C-1"}, &casefile.PlacementStated{ID: casefile.ID{1}, Start: day("2026-01-01"), Address: address, Carer: words},
			&casefile.ChildSaid{ID: casefile.ID{2}, Words: words}, &casefile.ReviewHeld{ID: thisID, Recorded: day("2026-01-02")})
		s := subject(e, thisID)
		r := document.Reader{Copy: casefile.Redacted}
		for _, l := range document.Guard(s, r, paper(text, address+" "+words, text)) {
			if l.Sentence == "" {
				t.Errorf("no sentence: %+v", l)
			}
		}
		if _, err := document.Record(s, r); err != nil {
			t.Error(err)
		}
	})
}

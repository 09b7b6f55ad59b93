package document_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

func write(t *testing.T, s document.Subject, l document.Wanted) document.Written {
	t.Helper()
	w, err := document.Letter(s, l)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func told(w document.Written) string {
	out := outline(w.Document)
	for _, n := range w.Notes {
		out += "NOTE " + n + "\n"
	}
	for _, m := range w.Missing {
		out += "MISSING " + m + "\n"
	}
	return out
}

// born gives the file with another date of birth.
func born(e *entries, on string) *entries {
	e.on("2026-05-05", &casefile.Stated{Facts: map[string]string{casefile.FactDOB: on}})
	return e
}

func TestLettersReadAsTheyShould(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	small, teen, next := subject(born(maja(), "2020-06-01"), thisID), subject(born(maja(), "2012-06-01"), thisID), subject(maja(), nextID)
	soon := func(s document.Subject) document.Subject {
		s.Review, _ = s.Case.ReviewByID(nextID)
		return s
	}
	child, mum, carer, worker := document.Reader{Child: true}, as(t, s, mumID), as(t, s, carerID), as(t, s, swID)
	for name, tc := range map[string]struct {
		s document.Subject
		l document.Wanted
	}{
		"child-under-8":            {small, document.Wanted{Kind: document.ToChild}},
		"child-8-to-12":            {s, document.Wanted{Kind: document.ToChild}},
		"child-13-and-over":        {teen, document.Wanted{Kind: document.ToChild}},
		"outcome-adult":            {s, document.Wanted{Kind: document.Outcome, To: as(t, s, dadID)}},
		"exclusion-adult":          {s, document.Wanted{Kind: document.Exclusion, To: mum}},
		"exclusion-child":          {s, document.Wanted{Kind: document.Exclusion, To: child, Part: casefile.ID{9, 1}}},
		"contact-child":            {s, document.Wanted{Kind: document.Contact, To: child}},
		"contact-carer":            {s, document.Wanted{Kind: document.Contact, To: carer}},
		"introduction-under-8":     {soon(small), document.Wanted{Kind: document.Introduction, To: child}},
		"introduction-8-to-12":     {next, document.Wanted{Kind: document.Introduction, To: child}},
		"introduction-13-and-over": {soon(teen), document.Wanted{Kind: document.Introduction, To: child}},
		"introduction-adult":       {next, document.Wanted{Kind: document.Introduction, To: mum}},
		"consultation-under-8":     {soon(small), document.Wanted{Kind: document.Consultation, To: child}},
		"consultation-8-to-12":     {next, document.Wanted{Kind: document.Consultation, To: child}},
		"consultation-13-and-over": {soon(teen), document.Wanted{Kind: document.Consultation, To: child}},
		"consultation-parent":      {next, document.Wanted{Kind: document.Consultation, To: mum}},
		"consultation-carer":       {next, document.Wanted{Kind: document.Consultation, To: carer}},
		"consultation-adult":       {next, document.Wanted{Kind: document.Consultation, To: worker}},
		"invitation-child":         {next, document.Wanted{Kind: document.Invitation, To: child}},
		"invitation-carer":         {next, document.Wanted{Kind: document.Invitation, To: carer}},
		"invitation-barred":        {next, document.Wanted{Kind: document.Invitation, To: mum}},
		"alert":                    {s, document.Wanted{Kind: document.Alert, To: as(t, s, tmID), Decision: newID}},
		"role-under-8":             {small, document.Wanted{Kind: document.Role, To: child}},
		"role-8-to-12":             {s, document.Wanted{Kind: document.Role, To: child}},
		"role-13-and-over":         {teen, document.Wanted{Kind: document.Role, To: child}},
		"role-adult":               {document.Subject{Practice: s.Practice, Context: s.Context}, document.Wanted{Kind: document.Role}},
	} {
		w := write(t, tc.s, tc.l)
		golden(t, "letter-"+name, told(w))
		if tc.s.Case == nil {
			continue
		}
		if leaks := document.Guard(tc.s, w.To, w.Document); len(leaks) > 0 {
			t.Errorf("%s: %+v", name, leaks)
		}
	}
}

func TestLettersThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	none := s
	none.Review = casefile.Review{}
	for name, tc := range map[string]struct {
		s document.Subject
		l document.Wanted
	}{
		"to the child before the review": {subject(maja(), nextID), document.Wanted{Kind: document.ToChild}},
		"an invitation to no review":     {none, document.Wanted{Kind: document.Invitation, To: as(t, s, swID)}},
		"left out who was not":           {s, document.Wanted{Kind: document.Exclusion, To: as(t, s, swID)}},
		"left out who took part":         {s, document.Wanted{Kind: document.Exclusion, Part: casefile.ID{9, 2}}},
		"an alert about nothing":         {s, document.Wanted{Kind: document.Alert, To: as(t, s, tmID)}},
		"an alert about what is carried": {s, document.Wanted{Kind: document.Alert, To: as(t, s, tmID), Decision: oldID}},
		"an alert to the child":          {s, document.Wanted{Kind: document.Alert, To: document.Reader{Child: true}, Decision: newID}},
		"a letter there is not":          {s, document.Wanted{Kind: "poem"}},
		"to nobody":                      {s, document.Wanted{Kind: document.Contact}},
		"somebody not invited":           {subject(maja(), nextID), document.Wanted{Kind: document.Invitation, To: document.Reader{Person: casefile.PersonStated{Name: "x", Part: casefile.NotInvited}}}},
	} {
		if _, err := document.Letter(tc.s, tc.l); fault.CodeOf(err) == "" || strings.Contains(fault.Words(err), "Maja") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPR25 holds the language of a letter: the council's text in the reader's
// language, else English with a note (HB 3.13).
func TestPR25(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	keep := func(p *practice.Practice, t practice.TemplateStated) *practice.Practice {
		return p.With(casefile.Entry{ID: casefile.ID{99, byte(len(p.Entries))}, Line: casefile.Line{On: day(today), Event: &t}})
	}
	child := string(document.ToChild)
	english := keep(s.Practice, practice.TemplateStated{Council: "Northshire", Letter: child, Band: "8 to 12", Language: "en-GB", Text: "# Ours\n\nHello {{to_name}}"})
	polish := keep(english, practice.TemplateStated{Council: "northshire", Letter: child, Band: "8 to 12", Language: "pl", Text: "# Twoje spotkanie\n\nDzień dobry {{to_name}}"})
	other := keep(s.Practice, practice.TemplateStated{Council: "Southshire", Letter: child, Band: "8 to 12", Language: "pl", Text: "x"})
	broken := keep(s.Practice, practice.TemplateStated{Letter: child, Band: "8 to 12", Language: "en-GB", Text: "{{of_a_later_version}}"})
	for name, tc := range map[string]struct {
		p                     *practice.Practice
		title, language, note string
	}{
		"no text of the council":  {s.Practice, "A letter about your review", "en-GB", "first language is Polish: have it translated (PR-25)"},
		"the council's English":   {english, "Ours", "en-GB", "have it translated"},
		"the council's Polish":    {polish, "Twoje spotkanie", "pl", ""},
		"another council's text":  {other, "A letter about your review", "en-GB", "have it translated"},
		"a text that is not read": {broken, "A letter about your review", "en-GB", "program's own"},
	} {
		s.Practice = tc.p
		w := write(t, s, document.Wanted{Kind: document.ToChild})
		if w.Document.Title != tc.title || w.Document.Language != tc.language || !strings.Contains(strings.Join(w.Notes, " "), tc.note) || tc.note == "" && len(w.Notes) > 0 {
			t.Errorf("%s: %q %q %v", name, w.Document.Title, w.Document.Language, w.Notes)
		}
	}
	for name, tag := range map[string]string{"": "en-GB", "English": "en-GB", " polish ": "pl", "Kurdish (Sorani)": "ku", "Klingon": "", "Welsh": "cy", "Arabic": "ar", "Urdu": "ur", "Somali": "so"} {
		if got := document.LanguageTag(name); got != tag {
			t.Errorf("%q is %q, not %q", name, got, tag)
		}
	}
}

// TestALetterWithoutAReaderGoesToWhoItIsAbout: the guard has to know whose copy
// it is, and the zero Reader would be the case record.
func TestALetterWithoutAReaderGoesToWhoItIsAbout(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	for _, tc := range []struct {
		l    document.Wanted
		to   casefile.ID
		name string
	}{
		{document.Wanted{Kind: document.Alert, Decision: newID}, tmID, "Lena Field"},
		{document.Wanted{Kind: document.Exclusion, Part: casefile.ID{9, 1}}, mumID, "Zofia Kowalska"},
	} {
		w := write(t, s, tc.l)
		if w.To.Person.ID != tc.to || w.To.CaseRecord() || !strings.Contains(outline(w.Document), "Dear "+tc.name) {
			t.Errorf("%s: %+v", tc.l.Kind, w.To)
		}
	}
}

// TestDE09 holds the day an alert asks for an answer by.
func TestDE09(t *testing.T) {
	t.Parallel()
	s := subject(maja(), thisID)
	for _, by := range []workday.Date{0, day("2027-01-04")} {
		want := "17 December 2026"
		if by.Known() {
			want = "4 January 2027"
		}
		text := told(write(t, s, document.Wanted{Kind: document.Alert, To: as(t, s, tmID), Decision: newID, ReplyBy: by}))
		if !strings.Contains(text, want) || !strings.Contains(text, "163 days") {
			t.Errorf("%s: %s", want, text)
		}
	}
}

func TestEveryDefaultTextIsReadAndPlain(t *testing.T) {
	t.Parallel()
	longest := map[document.Band]float64{document.UnderEight: 9, document.EightToTwelve: 13, document.ThirteenOn: 18, document.ForChild: 13}
	for _, kind := range document.LetterKinds() {
		if len(document.Bands(kind)) == 0 || kind.Words() == "" || !slices.Contains(document.Papers(), kind.Words()) {
			t.Errorf("%s is not told in words", kind)
		}
		for _, band := range document.Bands(kind) {
			text := document.DefaultText(kind, band)
			tpl, err := document.ParseTemplate(kind, text)
			if err != nil {
				t.Errorf("%s, %s: %v", kind, band, err)
				continue
			}
			for _, f := range document.Fields(kind) {
				if f.Required && f.List && !slices.Contains(tpl.Uses(), f.Name) {
					t.Errorf("%s, %s leaves %s out", kind, band, f.Name)
				}
			}
			words, stops := len(strings.Fields(text)), strings.Count(text, ".")+strings.Count(text, "?")+strings.Count(text, "\n\n")
			if most, ok := longest[band]; ok && float64(words)/float64(stops) > most {
				t.Errorf("%s, %s: %.1f words a sentence", kind, band, float64(words)/float64(stops))
			}
			if kind == document.ToChild && !strings.Contains(text, "advocate") {
				t.Errorf("%s does not tell of advocates (RI-04)", band)
			}
		}
	}
}

// TestNoDefaultTextLosesPlainWords: a paragraph of plain words together with
// optional fields alone would be left out whole with them.
func TestNoDefaultTextLosesPlainWords(t *testing.T) {
	t.Parallel()
	for _, kind := range document.LetterKinds() {
		optional := map[string]bool{}
		for _, f := range document.Fields(kind) {
			optional["{{"+f.Name+"}}"] = !f.Required
		}
		for _, band := range document.Bands(kind) {
			for group := range strings.SplitSeq(document.DefaultText(kind, band), "\n\n") {
				plain, open, needed, list := false, false, false, false
				for l := range strings.SplitSeq(group, "\n") {
					fields := fieldsIn(l)
					plain = plain || len(fields) == 0 && !strings.HasPrefix(l, "#")
					for _, f := range fields {
						open = open || optional[f]
						needed = needed || !optional[f]
						list = list || strings.HasPrefix(l, "{{")
					}
				}
				if plain && open && !needed && !list {
					t.Errorf("%s, %s: %q", kind, band, group)
				}
			}
		}
	}
}

func fieldsIn(l string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(l, "{{")
		if !ok {
			return out
		}
		name, after, _ := strings.Cut(rest, "}}")
		out, l = append(out, "{{"+name+"}}"), after
	}
}

// TestTheLetterToTheChildPromisesOnlyWhatStands: the newest day, nothing the
// manager refused in time, and "everyone" for all.
func TestTheLetterToTheChildPromisesOnlyWhatStands(t *testing.T) {
	t.Parallel()
	e := maja()
	e.on("2026-05-05", &casefile.DecisionMade{ID: casefile.ID{4, 9}, Review: thisID, Need: "x", Outcome: "y", What: "Help with the move", Who: "All", By: day("2026-06-01")},
		&casefile.DecisionMade{ID: casefile.ID{4, 10}, Review: thisID, Need: "x", Outcome: "y", What: "Join the choir", Who: "Maja", By: day("2026-06-01")})
	e.on("2026-06-20", &casefile.DecisionFollowed{Decision: newID, State: casefile.DecisionPart, NewDay: day("2026-09-15")})
	s := subject(e, thisID)
	text := told(write(t, s, document.Wanted{Kind: document.ToChild}))
	for _, want := range []string{"- Pay for the taxi to her nan. Tom Webb will do it by Tuesday 15 September 2026.", "Everyone will do it by", "Join the choir. You will do it by",
		"# What I am still talking about", "I will tell you what happens:\n- A tutor for sums.\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said:\n%s", want, text)
		}
	}
	if n := strings.Count(text, "A tutor for sums"); n != 1 {
		t.Errorf("what was refused is told %d times", n)
	}
	agreed := maja()
	agreed.on("2026-05-12", &casefile.ManagerAnswered{Decision: planID, Agrees: true, By: "Lena Field"})
	if text := told(write(t, subject(agreed, thisID), document.Wanted{Kind: document.ToChild})); strings.Contains(text, "still talking") {
		t.Error("nothing was refused")
	}
}

// TestBeingLeftOutIsToldAsItIs: in the past once the review was held, and
// without saying who decided or speaking of the reader as of somebody else.
func TestBeingLeftOutIsToldAsItIs(t *testing.T) {
	t.Parallel()
	e := maja()
	e.on("2026-05-05", &casefile.TookPart{ID: casefile.ID{9, 8}, Review: thisID, Person: swID, Name: "Tom Webb", Role: casefile.SocialWorker, How: casefile.LeftOut, Why: "Maja asked"},
		&casefile.TookPart{ID: casefile.ID{9, 9}, Review: nextID, Person: mumID, Name: "Zofia Kowalska", Role: casefile.Parent, How: casefile.LeftOut, Why: "Maja asked"})
	s := subject(e, thisID)
	held := told(write(t, s, document.Wanted{Kind: document.Exclusion, To: as(t, s, swID)}))
	if !strings.Contains(held, "was held on Thursday 30 April 2026. It was decided that you would not be at the review.") || strings.Contains(held, "social worker") {
		t.Error(held)
	}
	next := subject(e, nextID)
	planned := told(write(t, next, document.Wanted{Kind: document.Exclusion, To: as(t, next, mumID)}))
	if !strings.Contains(planned, "is arranged for Wednesday 20 January 2027. It was decided that you will not be at the review.") || strings.Contains(planned, "together with me") {
		t.Error(planned)
	}
	d := record(t, s, as(t, s, swID))
	if text := outline(d); !strings.Contains(text, "P You were left out of this review.\n") || strings.Contains(text, "decided with") {
		t.Error(text)
	}
}

// TestAnAlertDoesNotCountItself: one of the same day is the letter at hand.
func TestAnAlertDoesNotCountItself(t *testing.T) {
	t.Parallel()
	e := maja()
	e.on(today, &casefile.ManagerAlerted{ID: casefile.ID{12}, Decision: newID, To: "Lena Field", Sent: day(today)},
		&casefile.DecisionFollowed{Decision: newID, State: casefile.DecisionPart, NewDay: day("2026-09-15")})
	s := subject(e, thisID)
	text := told(write(t, s, document.Wanted{Kind: document.Alert, To: as(t, s, tmID), Decision: newID}))
	if !strings.Contains(text, "before, on Saturday 1 August 2026.") || !strings.Contains(text, "the day was moved once)") {
		t.Error(text)
	}
}

package document_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/practice"
)

func TestTemplatesThatAreRefused(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ text, says, hint string }{
		"empty":                  {" \n\n ", "empty", "program's own"},
		"unknown":                {"Hello\n\n{{fist_name}}", "{{fist_name}} (line 3)", "child_first_name"},
		"a slip":                 {"{{iro_phoen}}", "{{iro_phoen}} (line 1)", "iro_phone"},
		"far from all":           {"{{zzzz}}", "{{zzzz}}", "This letter has: to_name"},
		"somebody's name":        {"Hello {{Maja Kowalska}}", "no such field on line 1", "This letter has"},
		"no name at all":         {"Hello {{ }}", "no such field on line 1", "This letter has"},
		"of another letter":      {"{{days_late}}", "{{days_late}}", ""},
		"not closed":             {"one\ntwo {{to_name", "line 2", "two braces"},
		"not closed on its line": {"{{to\nname}}", "line 1", "two braces"},
		"a list in a line":       {"We decided {{decisions}}", "line of its own", ""},
		"a list in an item":      {"- {{decisions}}", "line of its own", ""},
		"a list in a heading":    {"# {{decisions}}", "line of its own", ""},
		"too long":               {strings.Repeat("x", practice.TemplateLimit+1), "longer", "32 KiB"},
		"not text":               {"\xff\xfe", "plain text", "UTF-8"},
	} {
		_, err := document.ParseTemplate(document.ToChild, tc.text)
		if err == nil || !strings.Contains(err.Error(), tc.says) || !strings.Contains(fault.HintOf(err), tc.hint) || strings.Contains(fault.Words(err), "Kowalska") {
			t.Errorf("%s: %s", name, fault.Words(err))
		}
	}
	if _, err := document.ParseTemplate("poem", "x"); fault.CodeOf(err) != fault.BadInput || len(document.Fields("poem")) > 0 {
		t.Errorf("a letter there is not: %v", err)
	}
}

// TestWhatIsNotKnownLeavesNoHole holds the rule of optional values.
func TestWhatIsNotKnownLeavesNoHole(t *testing.T) {
	t.Parallel()
	e := &entries{}
	e.on("2026-01-30", &casefile.Opened{Ref: "C-0002"}, &casefile.ReviewHeld{ID: thisID, Recorded: day("2026-01-30")})
	s := subject(e, thisID)
	for name, tc := range map[string]struct{ text, want string }{
		"all known":                       {"By {{iro_name}}", "P By Ruth Quaye\n"},
		"an optional line is left out":    {"By {{iro_name}}\nAt {{next_place}}", "P By Ruth Quaye\n"},
		"an optional paragraph":           {"This was said:\n{{said}}\n\nBye", "P Bye\n"},
		"a heading goes with it":          {"x\n\n# Said\n\n{{said}}\n\n# Bye\n\nz", "P x\n\n  # Bye\nP z\n"},
		"a heading at the end":            {"x\n\n# Said\n\n{{said}}", "P x\n"},
		"an empty heading meant so stays": {"x\n\n# Said\n\n# Bye\n\nz", "P x\n\n  # Said\n\n  # Bye\nP z\n"},
		"a required one is said":          {"Hello {{to_name}},", "P Hello [not known: the name of the one it goes to],\n"},
		"a required list is said":         {"{{decisions}}", "P [not known: the decisions]\n"},
		"beside one that is known":        {"{{iro_name}} at {{next_place}}", "P Ruth Quaye at [not known: the place of the next review]\n"},
		"items":                           {"- one\n- {{next_place}}\n- two", "- one\n- two\n"},
		"two lists":                       {"- one\n\n- two", "- one\n- two\n"},
		"room to write":                   {"# Q\n____\n_______\n\n____", "TITLE"},
		"line breaks stay":                {"one\r\ntwo\r\n\r\nthree", "P one\n  two\nP three\n"},
		"no markup comes from values":     {"x {{iro_email}}", "P x ruth@northshire.example\n"},
		"single braces are text":          {"a {b} }} {", "P a {b} }} {\n"},
	} {
		p := s.Practice.With(casefile.Entry{ID: casefile.ID{99}, Line: casefile.Line{On: day(today), Event: &practice.TemplateStated{
			Letter: "child", Band: "8 to 12", Language: "en-GB", Text: tc.text}}})
		s := s
		s.Practice = p
		w := write(t, s, document.Wanted{Kind: document.ToChild})
		_, body, _ := strings.Cut(outline(w.Document), "2026-12-10\n")
		if name == "room to write" {
			if body != "__\n_\n" || w.Document.Title != "Q" {
				t.Errorf("%s: %q %q", name, w.Document.Title, body)
			}
			continue
		}
		if strings.TrimLeft(body, "\n ") != strings.TrimLeft(tc.want, "\n ") {
			t.Errorf("%s: %q, not %q", name, body, tc.want)
		}
		if strings.Contains(body, "[not known") != (len(w.Missing) > 0) {
			t.Errorf("%s: missing %v", name, w.Missing)
		}
	}
}

func TestKeepingATemplate(t *testing.T) {
	t.Parallel()
	p := ruth()
	ours := practice.TemplateStated{Council: "Northshire", Letter: "invitation", Band: "adult", Text: "Come on {{review_date}}"}
	lines, err := document.KeepTemplate(p, ours, day(today))
	if err != nil || len(lines) != 1 {
		t.Fatal(lines, err)
	}
	for name, bad := range map[string]practice.TemplateStated{
		"a field there is not":  {Letter: "invitation", Band: "adult", Text: "{{days_late}}"},
		"a letter there is not": {Letter: "poem", Band: "adult", Text: "x"},
		"a band there is not":   {Letter: "alert", Band: "under 8", Text: "x"},
	} {
		if _, err := document.KeepTemplate(p, bad, day(today)); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
	ours.Text = " "
	if lines, err := document.KeepTemplate(p, ours, day(today)); err != nil || len(lines) != 0 {
		t.Errorf("there was none to put back: %v %v", lines, err)
	}
}

func FuzzParseTemplate(f *testing.F) {
	for _, kind := range document.LetterKinds() {
		for _, band := range document.Bands(kind) {
			f.Add(string(kind), document.DefaultText(kind, band))
		}
	}
	f.Add("child", "# {{to_name}}\n- {{ today }}\n____\n{{decisions}}\n{{")
	s := subject(maja(), thisID)
	f.Fuzz(func(t *testing.T, kind, text string) {
		tpl, err := document.ParseTemplate(document.LetterKind(kind), text)
		if err != nil {
			if fault.CodeOf(err) == "" || fault.HintOf(err) == "" {
				t.Errorf("%v has no words", err)
			}
			return
		}
		for _, name := range tpl.Uses() {
			if strings.ContainsAny(name, "{} ") {
				t.Errorf("field %q", name)
			}
		}
		if document.LetterKind(kind) != document.ToChild {
			return
		}
		s := s
		s.Practice = s.Practice.With(casefile.Entry{ID: casefile.ID{99}, Line: casefile.Line{Event: &practice.TemplateStated{Letter: kind, Band: "8 to 12", Language: "en-GB", Text: text}}})
		w, err := document.Letter(s, document.Wanted{Kind: document.ToChild})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range w.Document.Body {
			if b == nil {
				t.Fatal("an empty block")
			}
		}
	})
}

// TestAnyNameOfAFieldIsCheckedWithoutRepeatingIt: what somebody typed between
// braces is never in an error unless it looks like the name of a field.
func TestAnyNameOfAFieldIsCheckedWithoutRepeatingIt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.StringMatching(`[A-Z][a-z]{4,9} [A-Z][a-z]{4,9}`).Draw(rt, "name")
		_, err := document.ParseTemplate(document.Alert, "x {{"+name+"}}")
		if err == nil || strings.Contains(fault.Words(err), name) {
			rt.Fatal(err)
		}
	})
}

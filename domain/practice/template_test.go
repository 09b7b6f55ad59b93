package practice_test

import (
	"strings"
	"testing"

	"footprint/domain/fault"
	"footprint/domain/practice"
)

func TestTheTextOfALetterIsKeptFoundAndPutBack(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	say := func(council, language, text string) {
		t.Helper()
		lines, err := p.StateTemplate(practice.TemplateStated{Council: council, Letter: "child", Band: "8 to 12", Language: language, Text: text}, today)
		p = keep(t, p, lines, err)
	}
	find := func(council, language string) string {
		found, _ := p.Template(council, "child", "8 to 12", language)
		return found.Text
	}
	if find("Northshire", "pl") != "" {
		t.Error("there is no text yet")
	}
	say("", "", "for all")
	say(" Northshire ", "en-GB", "ours")
	say("Northshire", "pl", "nasz")
	for _, want := range []struct{ council, language, text string }{
		{"Northshire", "pl", "nasz"}, {"northshire", "cy", "ours"}, {"Northshire", "", "ours"}, {"Southshire", "pl", "for all"}, {"", "", "for all"},
	} {
		if got := find(want.council, want.language); got != want.text {
			t.Errorf("%+v: %q", want, got)
		}
	}
	if _, ok := p.Template("Northshire", "child", "under 8", ""); ok {
		t.Error("another band has no text")
	}
	say("Northshire", "", "ours, again")
	say("Northshire", "pl", " ")
	if len(p.Templates()) != 2 || find("Northshire", "pl") != "ours, again" {
		t.Errorf("%+v", p.Templates())
	}
	for _, nothing := range []practice.TemplateStated{{Council: "Northshire", Letter: "child", Band: "8 to 12", Text: "ours, again"}, {Letter: "alert", Text: ""}} {
		if lines, err := p.StateTemplate(nothing, today); err != nil || len(lines) != 0 {
			t.Errorf("%+v changes nothing: %v %v", nothing, lines, err)
		}
	}
	if _, err := p.StateTemplate(practice.TemplateStated{Text: "x"}, today); fault.CodeOf(err) != fault.BadInput {
		t.Error(err)
	}
	if _, err := p.StateTemplate(practice.TemplateStated{Letter: "child", Text: strings.Repeat("x", practice.TemplateLimit+1)}, today); fault.CodeOf(err) != fault.TooLong {
		t.Error(err)
	}
}

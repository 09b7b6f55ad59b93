package paper_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/tui/desk/desktest"
	"footprint/tui/paper"
)

func TestTheWordingOfALetter(t *testing.T) {
	at(t, func(b *bench) {
		b.show()
		b.open("Keeping in touch")
		b.Press("enter", "e")
		b.See("Letter on keeping in touch, child", "Kept for Northshire.", "# heading - list ____ room to write")
		b.Golden("wording")
		b.Sweep()
		b.Press("ctrl+home")
		b.Type("# Hello\n\nWrite to ")
		b.Press("ctrl+t")
		b.See("Put what in?", "{{iro_email}}")
		b.Type("e-mail")
		b.Press("enter")
		b.Type(" or {{iro_fone}}.\n\n")
		b.See("draft kept", "Write to {{iro_email}} or {{iro_fone}}.")
		b.Press("ctrl+s")
		b.See("There is no field {{iro_fone}} (line 3). Did you mean")
		b.Press("esc", "e")
		b.See("Your unfinished wording is here again.")
		b.Press("ctrl+home")
		b.See("{{iro_fone}}")
		b.Press("down", "down", "end")
		for range len("fone}}.") {
			b.Press("backspace")
		}
		b.Type("phone}}.")
		b.Press("ctrl+s")
		b.See("Wording kept for Northshire")
		kept := b.Desk.Practice().Templates()
		if len(kept) != 1 || kept[0].Council != "Northshire" || kept[0].Letter != string(document.Contact) || kept[0].Band != string(document.ForChild) ||
			!strings.HasPrefix(kept[0].Text, "# Hello\n\nWrite to {{iro_email}} or {{iro_phone}}.") {
			t.Fatalf("kept %+v", kept)
		}
		b.See("Hello", "Write to [not known: your e-mail address] or [not known: your telephone number].", "Not known, so it stands in brackets")
		b.Press("e", "ctrl+r")
		b.See("Go back to the usual wording?", "withdrawn")
		b.Press("ctrl+r", "y")
		b.See("The usual wording is used again")
		if got := b.Desk.Practice().Templates(); len(got) != 0 {
			t.Errorf("still kept %+v", got)
		}
	})
}

func TestAnEmptyWordingIsNotKept(t *testing.T) {
	at(t, func(b *bench) {
		b.show()
		b.open("What an IRO does")
		b.Press("enter", "e")
		for range 40 {
			b.Press("ctrl+home", "ctrl+end")
			for range 60 {
				b.Press("backspace")
			}
		}
		b.Press("ctrl+s")
		b.See("An empty letter is not kept. ctrl+r goes back")
		b.Press("ctrl+r", "y")
		if got := b.Desk.Practice().Templates(); len(got) != 0 {
			t.Errorf("kept %+v", got)
		}
	})
}

func TestATranslationIsKeptForItsLanguage(t *testing.T) {
	at(t, func(b *bench) {
		b.keep(b.file().State(map[string]string{casefile.FactLanguage: "Polish"}, desktest.Today))
		b.show()
		b.open("Keeping in touch")
		b.Press("enter")
		b.See("the child's first language is Polish: have it translated")
		b.Press("e")
		b.See("The wording in which language?")
		b.Press("down", "enter")
		b.See("child, pl")
		b.Press("ctrl+home")
		b.Type("# Dzien dobry\n\n")
		b.Press("ctrl+s")
		b.See("Dzien dobry")
		b.SeeNot("have it translated")
		if got := b.Desk.Practice().Templates(); len(got) != 1 || got[0].Language != "pl" {
			t.Errorf("kept %+v", got)
		}
	})
}

func TestWordingsOfEveryLetter(t *testing.T) {
	at(t, func(b *bench) {
		b.Push(paper.NewWordings(b.Desk))
		b.See("Letter to the child", "Under 8 the usual wording")
		b.Golden("wordings")
		b.Sweep()
		b.Press("x")
		b.See("It is the usual wording.")
		b.Press("enter")
		b.Type("PS: {{iro_phone}}")
		b.Press("ctrl+s")
		b.See("Under 8 your own, for Northshire")
		b.Press("x")
		b.See("Go back to the usual wording?")
		b.Press("y")
		b.See("Under 8 the usual wording", "The usual wording is used again")
		b.Press("x")
		b.See("It is the usual wording.")
	})
}

package catalogue

import (
	"fmt"
	"slices"
	"strings"

	"footprint/domain/handbook/internal/duecode"
)

// itemBooks says which file each module's items are written to.
var itemBooks = []struct{ file, modules string }{
	{"items_base_gen.go", "base"},
	{"items_review_gen.go", "first second subsequent shortbreak authorised placed"},
	{"items_custody_gen.go", "custody remand offending paused"},
	{"items_needs_gen.go", "hospital uasc comms young transition14 pathway approaching16 approaching18"},
	{"items_court_gen.go", "proceedings cp ltf secure excluded move"},
}

// anchors gives the Go constant of each anchor of a due code.
var anchors = map[string]string{
	"R": "AnchorReview", "C": "AnchorCompletion", "M": "AnchorManager", "L": "AnchorCareStart",
	"F": "AnchorFirstPlacement", "REM": "AnchorRemand", "18": "AnchorEighteenth", "IRH": "AnchorIRH",
	duecode.Midpoint: "AnchorMidpoint", duecode.Event: "AnchorEvent",
}

func (b *book) modulesFile(names map[string]string) []byte {
	p := newPage()
	p.comment("phaseTable is the phases of a review in the order of the work.")
	p.line("var phaseTable = [...]Phase{")
	for number := range len(b.phases) {
		id := fmt.Sprintf("P%d", number)
		p.line("{ID: %q, Title: %q, Timing: %q},", id, b.phases[id].Title, b.phases[id].Timing)
	}
	p.line("}")
	p.line("")
	p.comment("defaultEvidence is what every item asks for.")
	p.line("var defaultEvidence = [...]string{\"%s\"}", strings.Join(b.always, `", "`))
	p.line("")
	p.comment("moduleTable is the checklists in their order on screen.")
	p.line("var moduleTable = [...]Module{")
	for _, m := range b.modules {
		p.line("{")
		p.line("ID: %q, Title: %q,", m.ID, m.Title)
		p.line("AppliesWhen: %q, Applies: %s,", m.AppliesWhen, names[m.AppliesWhen])
		if len(m.Hides) > 0 {
			p.line("Hides: %s,", list(m.Hides))
		}
		if m.Alone {
			p.line("Alone: true,")
		}
		if m.Note != "" {
			p.line("Note: %q,", m.Note)
		}
		p.line("Items: items%s,", GoName(m.ID))
		p.line("},")
	}
	p.line("}")
	return p.Bytes()
}

func (b *book) itemFiles(files map[string][]byte, names map[string]string) error {
	pages := map[string]*page{}
	for _, m := range b.modules {
		file := ""
		for _, book := range itemBooks {
			if slices.Contains(strings.Fields(book.modules), m.ID) {
				file = book.file
			}
		}
		if file == "" {
			return fmt.Errorf("no file is named for the module %s", m.ID)
		}
		p := pageFor(pages, file)
		p.line("var items%s = []Item{", GoName(m.ID))
		for _, i := range m.Items {
			if err := i.write(p, m.ID, names[i.AppliesWhen]); err != nil {
				return err
			}
		}
		p.line("}")
		p.line("")
	}
	collect(files, pages)
	return nil
}

func (i item) write(p *page, module, applies string) error {
	due, err := duecode.Parse(i.Due)
	if err != nil {
		return fmt.Errorf("%s: %w", i.ID, err)
	}
	p.line("{")
	p.line("ID: %q, Module: %q, Phase: %q,", i.ID, module, i.Phase)
	p.line("DueCode: %q, Due: %s,", i.Due, dueLiteral(due))
	p.line("Label: %q,", i.Label)
	p.line("Help: %q,", i.Help)
	p.line("Source: %q, Rules: %s,", i.Source, list(i.Rules))
	p.line("AppliesWhen: %q,", i.AppliesWhen)
	p.line("Applies: %s,", applies)
	p.line("Evidence: %s,", list(i.Evidence))
	p.line("},")
	return nil
}

func dueLiteral(due duecode.Code) string {
	text := "Due{Anchor: " + anchors[due.Anchor]
	if due.Days != 0 {
		text += fmt.Sprintf(", Days: %d", due.Days)
	}
	if due.Floor != "" {
		text += ", Floor: " + anchors[due.Floor]
	}
	return text + "}"
}

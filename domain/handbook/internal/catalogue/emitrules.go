package catalogue

import (
	"fmt"
	"slices"
	"strings"
)

// forces gives the Go constant of each force.
var forces = map[string]string{
	"must": "Must", "should": "Should", "may": "May", "good": "Good", "research": "Research", "local": "Local",
}

// ruleBooks says which file each family of rules is written to.
var ruleBooks = []struct{ file, families string }{
	{"rules_review_gen.go", "RT CD PR CH AG PM RC DE MO CV AJ"},
	{"rules_situation_gen.go", "AD SB YJ UA CN HO SE PW TR CP EP LT VS"},
	{"rules_challenge_gen.go", "DR CM IL CF RI"},
	{"rules_service_gen.go", "AP CL MR DD QA DT"},
}

func prefixOf(family string) string {
	prefix, _, _ := strings.Cut(family, " ")
	return prefix
}

func (b *book) familiesFile() []byte {
	p := newPage()
	p.comment("The headings of the families, as every rule carries them.")
	p.line("const (")
	for _, family := range b.families {
		p.line("family%s = %q", prefixOf(family), family)
	}
	p.line(")")
	p.line("")
	p.comment("familyTable is the whole rule catalogue in the order of the book.")
	p.line("var familyTable = [...]family{")
	for _, family := range b.families {
		prefix := prefixOf(family)
		p.line("{prefix: %q, title: family%s, rules: rules%s},", prefix, prefix, prefix)
	}
	p.line("}")
	return p.Bytes()
}

func (b *book) ruleFiles(files map[string][]byte, names map[string]string) error {
	pages := map[string]*page{}
	for _, family := range b.families {
		prefix, file := prefixOf(family), ""
		for _, book := range ruleBooks {
			if slices.Contains(strings.Fields(book.families), prefix) {
				file = book.file
			}
		}
		if file == "" {
			return fmt.Errorf("no file is named for the family %s", prefix)
		}
		p := pageFor(pages, file)
		p.line("var rules%s = []Rule{", prefix)
		for _, r := range b.rules {
			if r.Family == family {
				r.write(p, prefix, names[r.AppliesWhen])
			}
		}
		p.line("}")
		p.line("")
	}
	collect(files, pages)
	return nil
}

func (r rule) write(p *page, prefix, applies string) {
	p.line("{")
	p.line("ID: %q, Force: %s, Who: %q, Family: family%s,", r.ID, forces[r.Force], r.Who, prefix)
	p.line("Text: %q,", r.Rule)
	if r.ForceNote != "" {
		p.line("ForceNote: %q,", r.ForceNote)
	}
	p.line("Trigger: %q, Limit: %q,", r.Trigger, r.Limit)
	p.line("AppliesWhen: %q,", r.AppliesWhen)
	p.line("Applies: %s,", applies)
	p.line("Source: %q,", r.Source)
	p.line("Software: %q,", r.Software)
	p.line("},")
}

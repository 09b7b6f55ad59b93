package practice

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// TemplateLimit is the longest text of a letter that is kept, in bytes.
const TemplateLimit = 32 << 10

// english is the language of a letter that names none.
const english = "en-GB"

// TemplateStated states the text of one letter as a council wants it, whole, in
// place of the program's own. Letter and Band are the words of the document
// package, Language a BCP 47 tag. A council left empty is for every council.
// An empty text puts the program's own back.
type TemplateStated struct {
	Council  string `cbor:"1,keyasint,omitempty"`
	Letter   string `cbor:"2,keyasint"`
	Band     string `cbor:"3,keyasint,omitempty"`
	Language string `cbor:"4,keyasint,omitempty"`
	Text     string `cbor:"5,keyasint,omitempty"`
}

// Kind numbers the event.
func (*TemplateStated) Kind() casefile.Kind { return 108 }

// same reports whether two texts are of the same letter.
func (t TemplateStated) same(o TemplateStated) bool {
	return strings.EqualFold(t.Council, o.Council) && t.Letter == o.Letter && t.Band == o.Band && t.Language == o.Language
}

func (p *Practice) stateTemplate(ev TemplateStated) {
	p.templates = slices.DeleteFunc(p.templates, ev.same)
	if ev.Text != "" {
		p.templates = append(p.templates, ev)
	}
}

// Templates lists the texts that are kept, by council, letter, band and
// language.
func (p *Practice) Templates() []TemplateStated {
	out := slices.Clone(p.templates)
	slices.SortFunc(out, func(a, b TemplateStated) int {
		return cmp.Or(cmp.Compare(a.Council, b.Council), cmp.Compare(a.Letter, b.Letter), cmp.Compare(a.Band, b.Band), cmp.Compare(a.Language, b.Language))
	})
	return out
}

// Template gives the text of a letter: the council's in that language, the one
// for every council in that language, then the same in English; ok is false when
// the program's own is used. Its Language says which it is.
func (p *Practice) Template(council, letter, band, language string) (t TemplateStated, ok bool) {
	for _, tag := range []string{cmp.Or(language, english), english} {
		for _, of := range []string{strings.TrimSpace(council), ""} {
			wanted := TemplateStated{Council: of, Letter: letter, Band: band, Language: tag}
			if i := slices.IndexFunc(p.templates, wanted.same); i >= 0 {
				return p.templates[i], true
			}
		}
	}
	return TemplateStated{}, false
}

// StateTemplate keeps the text of a letter, or takes it back when the text is
// empty. Whether its fields exist is for the document package to check first
// (document.KeepTemplate).
func (p *Practice) StateTemplate(t TemplateStated, today workday.Date) ([]casefile.Line, error) {
	t.Council, t.Language = strings.TrimSpace(t.Council), cmp.Or(strings.TrimSpace(t.Language), english)
	if strings.TrimSpace(t.Text) == "" {
		t.Text = ""
	}
	kept := slices.IndexFunc(p.templates, t.same)
	switch {
	case t.Letter == "":
		return nil, fault.New(fault.BadInput, "Say which letter the text is for.", "Choose it from the list.")
	case len(t.Text) > TemplateLimit:
		return nil, fault.New(fault.TooLong, "The text is longer than is kept.", "A letter's text is at most 32 KiB, about fifteen pages.")
	case t.Text == "" && kept < 0, kept >= 0 && p.templates[kept] == t:
		return nil, nil
	}
	return []casefile.Line{{On: today, Event: &t}}, nil
}

package document

import "strings"

// SectionOf gives the heading of the section a leak's sentence stands in, "" for
// one that stands in none: what to leave out so that the rest can be made.
func (d Document) SectionOf(l Leak) string {
	first, _, _ := strings.Cut(l.Sentence, " / ") // one divided between texts
	section := ""
	for _, b := range d.Body {
		if h, ok := b.(Heading); ok && h.Level == 1 {
			section = h.Text
		}
		for text := range (Document{Body: []Block{b}}).Texts {
			if strings.Contains(text, first) {
				return section
			}
		}
	}
	return ""
}

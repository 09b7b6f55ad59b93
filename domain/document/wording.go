package document

import (
	"cmp"
	"strings"

	"footprint/domain/practice"
)

// Wording gives the text a letter is written with in a language, as it is kept
// for the child's council; "" is English. own is false while none is kept for
// that council in that language: the text is then what is used in its place.
func Wording(s Subject, l Wanted, language string) (t practice.TemplateStated, own bool, err error) {
	if l.Kind == ToChild {
		l.To = Reader{Child: true}
	}
	w := writer{Subject: s, Wanted: l}
	band, err := w.band()
	if err != nil {
		return t, false, err
	}
	t = practice.TemplateStated{Council: s.council(), Letter: string(l.Kind), Band: string(band), Language: cmp.Or(language, English), Text: DefaultText(l.Kind, band)}
	if kept, ok := s.Practice.Template(t.Council, t.Letter, t.Band, t.Language); ok {
		own = kept.Language == t.Language && strings.EqualFold(kept.Council, t.Council)
		t.Text = kept.Text
	}
	return t, own, nil
}

package event

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// answers are what a form hands over, to be read onto a record as it stands on
// file. An answer counts when its question was asked and it is another than the
// form opened with; everything else keeps what stands.
type answers struct {
	desk *desk.Desk
	said kit.Values // a question that was not asked is not among them
	was  kit.Values // what the form opened with
}

// opened gives what stands in the fields of a form before anyone types.
func opened(fields []kit.Field) kit.Values {
	v := kit.Values{}
	for _, f := range fields {
		v[f.ID] = f.Value
	}
	return v
}

// given is the answer to a question; ok is false when nothing new was answered.
func (a answers) given(id string) (answer string, ok bool) {
	answer, asked := a.said[id]
	was, stood := a.was[id]
	return answer, asked && (!stood || was != answer)
}

// any reports whether one of these questions was answered anew.
func (a answers) any(ids ...string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		answer, ok := a.given(id)
		return ok && answer != ""
	})
}

func (a answers) text(to *string, id string) {
	if s, ok := a.given(id); ok {
		*to = s
	}
}

func (a answers) day(to *workday.Date, id string) {
	if s, ok := a.given(id); ok {
		*to = a.desk.ReadDate(s)
	}
}

func (a answers) yes(to *bool, id string) {
	if s, ok := a.given(id); ok {
		*to = s == "yes"
	}
}

// link reads a choice among things on file; none chosen is the empty id.
func (a answers) link(to *casefile.ID, id string) {
	if s, ok := a.given(id); ok {
		*to, _ = casefile.ParseID(s)
	}
}

// again is said when a record was taken back under its open form.
const again = "It was taken back; this enters it again"

// filed is the record a form showed as it stands on file now. One that was taken
// back meanwhile is as the form showed it, and what is said of keeping it says so.
func filed[T any](id casefile.ID, shown T, find func(casefile.ID) (T, bool), words string) (now T, say string) {
	if id.Zero() {
		return shown, words
	}
	if now, ok := find(id); ok {
		return now, words
	}
	return shown, again
}

// inSight asks a question whatever else is answered when something stands on
// file in it, so that nothing stays on file that no form shows. Then it may be
// emptied as well; a plain no needs no showing.
func inSight(fields []kit.Field) []kit.Field {
	for i := range fields {
		f := &fields[i]
		yesNo := f.Kind == kit.YesNoField
		if f.When == nil || f.Value == "" || yesNo && f.Value == "no" {
			continue
		}
		f.When, f.Required = nil, f.Required && yesNo
	}
	return fields
}

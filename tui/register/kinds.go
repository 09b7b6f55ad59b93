package register

import (
	"slices"

	file "footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// kind is how one kind of dated situation is asked about and told. A label
// that is empty is not asked.
type kind struct {
	what  file.PeriodKind
	group string
	words string // as people say it

	from, expected, to string // labels of the days
	toHint             string
	over               string // what has come about on the last day; "until" when empty
	code               string // label of the choice
	codes              []kit.Option
	fixed              string // the return's code, where the kind has but one
	text, textHint     string
	event              file.EventKind // the significant event it is, if any
}

// The headings of the list.
const (
	underAdoption   = "Adoption"
	underProtection = "Child protection"
	underCourt      = "Care proceedings"
	underCustody    = "Custody and offences"
	underSecure     = "Secure accommodation"
	underHospital   = "Hospital"
	underBreaks     = "Short breaks"
	underMissing    = "Missing"
	underReturns    = "From the council's returns"
)

// against is the code of a panel with an answer against staying (HB 4.14; SE-04).
const against = "against"

// kinds lists every kind in the order of the screen.
func kinds() []kind {
	return slices.Concat(adoptionKinds(), courtKinds(), insideKinds(), otherKinds())
}

func adoptionKinds() []kind {
	return []kind{
		{what: file.AuthorityToPlace, group: underAdoption, words: "Authority to place for adoption", from: "Given on", to: "Ended on", toHint: "revoked, or adoption is no longer the plan"},
		{what: file.PlacedForAdoption, group: underAdoption, words: "Placed with adopters", from: "Placed on", to: "Over on",
			toHint: "the adoption order; when the child left the adopters, add that the placement ended instead"},
		{what: file.AdoptionDisrupted, group: underAdoption, words: "The placement with adopters ended", from: "Ended on", text: "What happened"},
		{what: file.ChildProtection, group: underProtection, words: "Child protection plan", from: "Initial conference on", to: "Plan ended on", text: "Kind of harm"},
		{what: file.Conference, group: underProtection, words: "Child protection review conference", from: "Held, or to be held, on",
			text: "Your part and the result", textHint: "chaired or attended, and what was decided"},
	}
}

func courtKinds() []kind {
	return []kind{
		{what: file.Proceedings, group: underCourt, words: "Care proceedings", from: "Began on", to: "Ended on", text: "Court and case number"},
		{what: file.IRH, group: underCourt, words: "Issues Resolution Hearing", from: "Hearing on", to: "Court told on", toHint: "of a dispute about the plan, before the hearing",
			over: "court told", text: "What came of it"},
		{what: file.FinalHearing, group: underCourt, words: "Final hearing", from: "Hearing on", text: "What the court decided"},
	}
}

func insideKinds() []kind {
	return []kind{
		{what: file.Custody, group: underCustody, words: "In custody", from: "Taken into custody on", expected: "Release expected on", to: "Released on", over: "released",
			code: "Held on", codes: []kit.Option{{ID: "remand", Words: "remand"}, {ID: "sentence", Words: "sentence"}}, text: "Establishment", event: file.CustodyEvent},
		{what: file.Charge, group: underCustody, words: "Charged with an offence", from: "Charged on", to: "Case ended on", over: "case ended",
			text: "Offence, and how it ended", event: file.Offence},
		{what: file.SecureOrder, group: underSecure, words: "Secure accommodation order", from: "Order began on", expected: "Order runs out on", to: "Order ended on", text: "Home"},
		{what: file.Panel, group: underSecure, words: "Secure accommodation panel", from: "Held, or to be held, on",
			code: "Its answers", codes: []kit.Option{{ID: "for", Words: "all for staying"}, {ID: against, Words: "one against staying"}},
			text: "Who sat, and what they said", textHint: "names, and what else was said", event: file.PanelAgainst},
		{what: file.Hospital, group: underHospital, words: "In hospital", from: "Admitted, or to be, on", expected: "Discharge expected on", to: "Discharged on", over: "discharged",
			code: "Kind of stay", codes: []kit.Option{{ID: "medical", Words: "medical"}, {ID: "psychiatric", Words: "psychiatric"}}, text: "Hospital and reason", event: file.HospitalEvent},
	}
}

func otherKinds() []kind {
	return []kind{
		{what: file.ShortBreak, group: underBreaks, words: "Short break", from: "First night", to: "Went home on", text: "Carer or place"},
		{what: file.Missing, group: underMissing, words: "Missing", from: "Went missing on", to: "Found on", over: "found", fixed: "M", text: "What is known", event: file.MissingEvent},
		{what: file.Away, group: underMissing, words: "Away without permission, whereabouts known", from: "Left on", to: "Came back on", over: "came back", fixed: "A",
			text: "What is known", event: file.MissingEvent},
		{what: file.AsylumSeeking, group: underReturns, words: "Unaccompanied asylum-seeking child", from: "Since", to: "Until"},
		{what: file.PreviousPermanence, group: underReturns, words: "Permanence before this time in care", from: "Made on", code: "Kind", codes: desk.Codes(file.PermanenceCode)},
	}
}

// oneDay reports whether the kind is one day that may lie ahead, such as a
// hearing, and so says nothing of running on.
func (k kind) oneDay() bool { return k.to == "" || k.what == file.IRH }

// saying words the code of a situation.
func (k kind) saying(code string) string {
	i := slices.IndexFunc(k.codes, func(o kit.Option) bool { return o.ID == code })
	if i < 0 {
		return ""
	}
	return k.codes[i].Words
}

// eventOf is the significant event a situation is, if it is one.
func (k kind) eventOf(p file.PeriodStated) (file.EventReported, bool) {
	if k.event == "" || k.what == file.Panel && p.Code != against {
		return file.EventReported{}, false
	}
	return file.EventReported{What: k.event, On: p.From, Text: p.Text}, true
}

package exchange

import (
	"strings"

	"footprint/domain/casefile"
)

// codeIn finds the code of a list in a cell: the code alone, or as drop-down
// lists write it: "C2: FCO", "f) U6: Foster placement", "Interim order (C1)".
func codeIn(list casefile.CodeList, cell string) (string, bool) {
	s := strings.TrimSpace(cell)
	if len(s) > 2 && s[1] == ')' {
		s = strings.TrimSpace(s[2:])
	}
	if c, ok := list.Lookup(strings.ToUpper(s)); ok {
		return c.Code, true
	}
	if i := strings.IndexAny(s, " :-–"); i > 0 {
		if c, ok := list.Lookup(s[:i]); ok {
			return c.Code, true
		}
	}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		if c, ok := list.Lookup(s[i+1 : len(s)-1]); ok {
			return c.Code, true
		}
	}
	return "", false
}

// coded gives the code a cell means, by code, by the words of the code list or
// by the words people use. Words that fit more than one code give none.
func coded(list casefile.CodeList, words map[string]string, cell string) (string, bool) {
	if code, ok := codeIn(list, cell); ok {
		return code, true
	}
	folded := fold(cell)
	for _, drop := range []string{"a ", "b ", "c ", "d ", "e ", "f ", "g ", "h ", "i ", "j ", "k ", "l ", "m ", "n "} {
		if len(cell) > 1 && cell[1] == ')' {
			folded = strings.TrimPrefix(folded, drop)
		}
	}
	folded = strings.ReplaceAll(" "+folded+" ", " section ", " s")
	folded = strings.ReplaceAll(folded, " sec ", " s")
	folded = strings.TrimSpace(strings.ReplaceAll(folded, " s ", " s"))
	if code, ok := words[folded]; ok {
		return code, true
	}
	for _, c := range list.All() {
		if fold(c.Words) == fold(cell) {
			return c.Code, true
		}
	}
	return "", false
}

func wordTable(rows map[string]string) map[string]string {
	out := map[string]string{}
	for code, words := range rows {
		for w := range strings.SplitSeq(words, "|") {
			out[w] = code
		}
	}
	return out
}

// statusWords are the words of lists for a legal status. Short breaks are not
// among them: two codes would do.
var statusWords = wordTable(map[string]string{
	"C1": "ico|interim care order|interim care|interim order|s38|s38 ico|ico s38|interim care order s38|interim co",
	"C2": "fco|full care order|care order|co|s31|s31 care order|care order s31|full care order s31|full co|final care order|care order full|care order s31 ca 1989",
	"D1": "freeing order|freed for adoption|freeing order granted",
	"E1": "placement order|po|placement order granted|placement order s21|s21 placement order",
	"V2": "s20|s20 accommodated|accommodated|accommodated s20|voluntary|voluntary accommodation|voluntarily accommodated|s20 voluntary|s20 voluntary accommodation|s20 single period|single period of accommodation|single period of accommodation under s20|accommodated under s20|voluntary s20|s20 ca 1989|accommodation s20|s20 agreement",
	"L1": "police protection|ppo|police protection order|police powers of protection|s46|s46 police protection|police protection s46",
	"L2": "epo|emergency protection order|s44|s44 epo|emergency protection order s44",
	"L3": "child assessment order|s43|s43 child assessment order",
	"J1": "remand|remanded|on remand|remanded to la|remand to local authority accommodation|remanded to local authority accommodation|rlaa|youth detention accommodation|remand to youth detention accommodation|remanded to youth detention accommodation|yda|rydaa|remand to yda",
	"J2": "pace|pace transfer|detained under pace",
	"J3": "yro|youth rehabilitation order|yro with residence|youth rehabilitation order with residence",
})

// placementWords are the words of lists for a placement. Adoptive placements
// are not among them: which of A3 to A6 it is cannot be known from the words.
var placementWords = wordTable(map[string]string{
	"H5": "semi independent|semi independent living|semi independent accommodation",
	"K1": "secure|secure unit|secure childrens home|secure children s home|secure accommodation",
	"K2": "residential|residential home|residential placement|childrens home|children s home|residential childrens home|residential children s home|in house residential|private residential|residential childcare|residential external|residential internal",
	"K3": "supported accommodation|registered supported accommodation|supported living 16|16 supported accommodation",
	"P1": "placed with parents|placed with parent|placement with parents|with parents|with parent|pwp|parents|placed with own parents|placed at home with parents|own parents|placed with mother|placed with father",
	"P2": "independent living|living independently",
	"R1": "residential care home|care home",
	"R2": "hospital|nhs|nursing home|health establishment",
	"R3": "mother and baby unit|mother and baby|parent and baby unit|family centre|residential family centre|parent and child unit|residential parent and child",
	"R5": "yoi|young offender institution|young offenders institution|custody|prison|secure training centre|stc",
	"S1": "residential school|boarding school",
	"U1": "long term kinship|kinship long term|long term connected carer|connected carer long term|long term family and friends|family and friends long term",
	"U3": "kinship|kinship care|kinship foster care|kinship carer|kinship fostering|connected carer|connected carers|connected person|connected persons|connected person s|family and friends|friends and family|family and friends carer|relative or friend|foster placement relative or friend|foster care relative or friend|reg 24|regulation 24|reg 24 placement|family friends",
	"U4": "long term foster|long term fostering|long term foster care|long term foster placement|foster long term|foster care long term|fostering long term|permanent foster placement|permanent fostering|long term foster carer|foster placement long term",
	"U5": "ffa|foster for adoption|fostering for adoption|foster to adopt|concurrent|concurrent planning|early permanence",
	"U6": "foster|fostering|foster care|foster carer|foster carers|foster placement|foster home|in house foster|in house fostering|in house foster care|in house foster carer|ifa|ifa foster|ifa foster care|ifa placement|independent fostering agency|independent fostering|agency foster care|agency foster|agency fostering|short term foster|short term fostering|short term foster care|foster short term|mainstream foster|mainstream fostering|la foster carer|foster carer in house|foster carer ifa|foster placement not ffa|foster placement not long term or ffa",
	"Z1": "other placement",
	"T2": "holiday",
	"P3": "residential employment",
})

// flagWords turn a flag into a yes to one of the facts that are kept.
var flagWords = wordTable(map[string]string{
	"uasc":          "uasc|unaccompanied asylum seeking child|asylum seeker|asylum seeking",
	"disability":    "disability|disabled|disabled child|cwd|child with disability|child with disabilities|children with disabilities",
	"sen_plan":      "ehcp|ehc plan|ehc|education health and care plan|ehcp in place",
	"sibling_group": "sibling group|siblings|part of sibling group|siblings in care",
	"comm_needs":    "communication needs|additional communication needs|non verbal",
	"age_disputed":  "age disputed|age assessment",
})

// yesNo reads the ways lists answer a question; ok is false for other words.
func yesNo(cell string) (value string, ok bool) {
	switch f := fold(strings.TrimSpace(cell)); f {
	case "y", "yes", "true", "1", "x", "a yes", "yes current":
		return "yes", true
	case "n", "no", "false", "0", "b no", "a no", "none":
		return "no", true
	}
	return "", false
}

func sexOf(cell string) (string, bool) {
	f := fold(cell)
	if len(cell) > 2 && cell[1] == ')' {
		f = fold(cell[2:])
	}
	switch f {
	case "m", "male", "boy", "1":
		return "male", true
	case "f", "female", "girl", "2":
		return "female", true
	case "u", "unknown", "not known", "9", "0", "neither", "indeterminate":
		return "not known", true
	}
	return "", false
}

// personName gives a name as it is spoken, "O'NEILL, Aoife" is Aoife O'NEILL, and
// as it is kept: without joiners that make two names look like one.
func personName(s string) string {
	s = casefile.PlainName(s)
	last, first, ok := strings.Cut(s, ",")
	last, first = strings.TrimSpace(last), strings.TrimSpace(first)
	if ok && last != "" && first != "" && !strings.Contains(first, ",") {
		return first + " " + last
	}
	return s
}

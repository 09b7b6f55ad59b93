package casefile

import "slices"

// Code is one code of the SSDA903 return with its words and the collection
// years (the year that ends on 31 March) it is valid in; 0 means no bound.
type Code struct {
	Code  string
	Words string
	Since int
	Until int
}

// ValidIn reports whether the code is accepted in the collection year that
// ends on 31 March of year.
func (c Code) ValidIn(year int) bool {
	return (c.Since == 0 || year >= c.Since) && (c.Until == 0 || year <= c.Until)
}

// CodeList is one list of codes.
type CodeList struct {
	Name  string
	codes []Code
}

// Lookup finds a code exactly as it is written in the return.
func (l CodeList) Lookup(code string) (Code, bool) {
	i := slices.IndexFunc(l.codes, func(c Code) bool { return c.Code == code })
	if i < 0 {
		return Code{}, false
	}
	return l.codes[i], true
}

// Words gives the words of a code, or the code itself when it is not in the
// list; "not known" for none.
func (l CodeList) Words(code string) string {
	if code == "" {
		return "not known"
	}
	if c, ok := l.Lookup(code); ok {
		return c.Words
	}
	return code
}

// All lists the codes in the order of the return's guide.
func (l CodeList) All() []Code { return slices.Clone(l.codes) }

// The code lists of the return that Footprint keeps. The codes are the
// Department for Education's; the words are shortened.
var (
	// StatusCode is the list of legal status codes.
	StatusCode = CodeList{Name: "legal status", codes: []Code{
		{Code: "C1", Words: "Interim care order"},
		{Code: "C2", Words: "Full care order"},
		{Code: "D1", Words: "Freeing order granted"},
		{Code: "E1", Words: "Placement order granted"},
		{Code: "V2", Words: "Single period of accommodation under s20"},
		{Code: "V3", Words: "Agreed series of short-term breaks, individual episodes recorded"},
		{Code: "V4", Words: "Agreed series of short-term breaks, agreements recorded (not episodes)"},
		{Code: "L1", Words: "Under police protection, in LA accommodation"},
		{Code: "L2", Words: "Emergency protection order"},
		{Code: "L3", Words: "Child assessment order, in LA accommodation"},
		{Code: "J1", Words: "Remanded to LA accommodation or youth detention accommodation"},
		{Code: "J2", Words: "Placed in LA accommodation under PACE 1984"},
		{Code: "J3", Words: "Youth Rehabilitation Order with residence or intensive fostering requirement"},
	}}
	// PlacementCode is the list of placement codes.
	PlacementCode = CodeList{Name: "placement", codes: []Code{
		{Code: "A3", Words: "Placed for adoption, consent, current foster carer"},
		{Code: "A4", Words: "Placed for adoption, consent, not current foster carer"},
		{Code: "A5", Words: "Placed for adoption, placement order, current foster carer"},
		{Code: "A6", Words: "Placed for adoption, placement order, not current foster carer"},
		{Code: "H5", Words: "Semi-independent living, not under children's homes regs", Until: 2025},
		{Code: "K1", Words: "Secure children's home"},
		{Code: "K2", Words: "Children's home"},
		{Code: "K3", Words: "Registered supported accommodation", Since: 2024},
		{Code: "P1", Words: "Placed with own parent(s)/PR"},
		{Code: "P2", Words: "Independent living", Until: 2025},
		{Code: "P3", Words: "Residential employment"},
		{Code: "R1", Words: "Residential care home"},
		{Code: "R2", Words: "NHS/health trust/nursing establishment"},
		{Code: "R3", Words: "Family centre or mother and baby unit"},
		{Code: "R5", Words: "Young offender institution"},
		{Code: "S1", Words: "Residential school (not dual-registered)"},
		{Code: "T0", Words: "All types of temporary move"},
		{Code: "T1", Words: "Temporary: hospital"},
		{Code: "T2", Words: "Temporary: holiday"},
		{Code: "T3", Words: "Temporary: carer on holiday"},
		{Code: "T4", Words: "Temporary: 7 days or less, other"},
		{Code: "U1", Words: "Foster: relative/friend, long term"},
		{Code: "U2", Words: "Foster: relative/friend, FFA/concurrent"},
		{Code: "U3", Words: "Foster: relative/friend, not long term or FFA"},
		{Code: "U4", Words: "Foster: other carer, long term"},
		{Code: "U5", Words: "Foster: other carer, FFA/concurrent"},
		{Code: "U6", Words: "Foster: other carer, not long term or FFA"},
		{Code: "Z1", Words: "Other placement", Until: 2025},
		{Code: "Z11", Words: "Other placement sub-type", Since: 2026},
		{Code: "Z12", Words: "Other placement sub-type", Since: 2026},
		{Code: "Z13", Words: "Other placement sub-type", Since: 2026},
		{Code: "Z14", Words: "Other placement sub-type", Since: 2026},
	}}
	// ParticipationCode is the list of participation codes.
	ParticipationCode = CodeList{Name: "participation", codes: []Code{
		{Code: "PN0", Words: "Aged under 4 at review"},
		{Code: "PN1", Words: "Attends and speaks for self"},
		{Code: "PN2", Words: "Attends, advocate speaks on behalf"},
		{Code: "PN3", Words: "Attends, conveys views symbolically (non-verbal)"},
		{Code: "PN4", Words: "Attends, does not speak, convey or ask advocate"},
		{Code: "PN5", Words: "Does not attend, briefs an advocate"},
		{Code: "PN6", Words: "Does not attend, conveys views by facilitative medium"},
		{Code: "PN7", Words: "Does not attend and views not conveyed"},
	}}
	// EndCode is the list of why the episode ended codes.
	EndCode = CodeList{Name: "why the episode ended", codes: []Code{
		{Code: "X1", Words: "Episode ceases, new one begins same day"},
		{Code: "E11", Words: "Adopted, unopposed"},
		{Code: "E12", Words: "Adopted, consent dispensed with"},
		{Code: "E13", Words: "Left care to live with parent/relative/other with no PR"},
		{Code: "E14", Words: "Accommodation on remand ended"},
		{Code: "E15", Words: "Age assessment: 18 or over"},
		{Code: "E16", Words: "Moved abroad"},
		{Code: "E17", Words: "Aged 18+ and remained with current carers (incl. Staying Put)"},
		{Code: "E2", Words: "Died"},
		{Code: "E3", Words: "Care taken over by another UK LA"},
		{Code: "E41", Words: "Residence order / CAO granted"},
		{Code: "E45", Words: "SGO to former foster carer, relative/friend"},
		{Code: "E46", Words: "SGO to former foster carer, not relative/friend"},
		{Code: "E47", Words: "SGO to other carer, relative/friend"},
		{Code: "E48", Words: "SGO to other carer, not relative/friend"},
		{Code: "E4A", Words: "Returned home, planned"},
		{Code: "E4B", Words: "Returned home, unplanned"},
		{Code: "E5", Words: "Independent living, supportive accommodation"},
		{Code: "E6", Words: "Independent living, no formal support"},
		{Code: "E7", Words: "Transferred to adult-funded residential care"},
		{Code: "E8", Words: "Any other reason"},
		{Code: "E9", Words: "Sentenced to custody"},
	}}
	// NewEpisodeCode is the list of why the episode began codes.
	NewEpisodeCode = CodeList{Name: "why the episode began", codes: []Code{
		{Code: "S", Words: "Started to be looked after"},
		{Code: "L", Words: "Change of legal status only"},
		{Code: "P", Words: "Change of placement and carer(s) only"},
		{Code: "T", Words: "Change of placement, same carer(s)"},
		{Code: "B", Words: "Change of legal status, placement and carer(s)"},
		{Code: "U", Words: "Change of legal status and placement, same carer(s)"},
	}}
	// NeedCode is the list of category of need codes.
	NeedCode = CodeList{Name: "category of need", codes: []Code{
		{Code: "N1", Words: "Abuse or neglect"},
		{Code: "N2", Words: "Child's disability"},
		{Code: "N3", Words: "Parental illness or disability"},
		{Code: "N4", Words: "Family in acute stress"},
		{Code: "N5", Words: "Family dysfunction"},
		{Code: "N6", Words: "Socially unacceptable behaviour"},
		{Code: "N7", Words: "Low income"},
		{Code: "N8", Words: "Absent parenting"},
	}}
	// ProviderCode is the list of placement provider codes.
	ProviderCode = CodeList{Name: "placement provider", codes: []Code{
		{Code: "PR0", Words: "Parent(s)/PR"},
		{Code: "PR1", Words: "Own provision (incl. hosted RAA)"},
		{Code: "PR2", Words: "Other LA provision"},
		{Code: "PR3", Words: "Other public provision"},
		{Code: "PR4", Words: "Private provision"},
		{Code: "PR5", Words: "Voluntary/third sector"},
	}}
	// ChangeCode is the list of why the placement changed codes.
	ChangeCode = CodeList{Name: "why the placement changed", codes: []Code{
		{Code: "CARPL", Words: "Change to/implementation of care plan"},
		{Code: "CLOSE", Words: "Resignation/closure of provision"},
		{Code: "ALLEG", Words: "Allegation (s47)"},
		{Code: "STAND", Words: "Standards of care concern"},
		{Code: "APPRR", Words: "Approval removed"},
		{Code: "CREQB", Words: "Carer requests end: child's behaviour"},
		{Code: "CREQO", Words: "Carer requests end: other"},
		{Code: "CHILD", Words: "Child requests end"},
		{Code: "LAREQ", Words: "Responsible/area authority requests end"},
		{Code: "PLACE", Words: "Change in status of placement only"},
		{Code: "CUSTOD", Words: "Custody arrangement"},
		{Code: "OTHER", Words: "Other"},
	}}
	// SexCode is the list of sex codes.
	SexCode = CodeList{Name: "sex", codes: []Code{
		{Code: "1", Words: "Male", Until: 2024},
		{Code: "2", Words: "Female", Until: 2024},
		{Code: "M", Words: "Male", Since: 2025},
		{Code: "F", Words: "Female", Since: 2025},
		{Code: "U", Words: "Unknown", Since: 2025},
	}}
	// EthnicCode is the list of ethnicity codes.
	EthnicCode = CodeList{Name: "ethnicity", codes: []Code{
		{Code: "WBRI", Words: "White British"},
		{Code: "WIRI", Words: "White Irish"},
		{Code: "WOTH", Words: "Any other White background"},
		{Code: "WIRT", Words: "Traveller of Irish heritage"},
		{Code: "WROM", Words: "Gypsy/Roma"},
		{Code: "MWBC", Words: "White and Black Caribbean"},
		{Code: "MWBA", Words: "White and Black African"},
		{Code: "MWAS", Words: "White and Asian"},
		{Code: "MOTH", Words: "Any other Mixed background"},
		{Code: "AIND", Words: "Indian"},
		{Code: "APKN", Words: "Pakistani"},
		{Code: "ABAN", Words: "Bangladeshi"},
		{Code: "AOTH", Words: "Any other Asian background"},
		{Code: "BCRB", Words: "Caribbean"},
		{Code: "BAFR", Words: "African"},
		{Code: "BOTH", Words: "Any other Black background"},
		{Code: "CHNE", Words: "Chinese"},
		{Code: "OOTH", Words: "Any other ethnic group"},
		{Code: "REFU", Words: "Refused"},
		{Code: "NOBT", Words: "Information not yet obtained"},
	}}
	// MissingCode is the list of missing codes.
	MissingCode = CodeList{Name: "missing", codes: []Code{
		{Code: "M", Words: "Missing from care (whereabouts not known)"},
		{Code: "A", Words: "Away from placement without authorisation (whereabouts known)"},
	}}
	// PermanenceCode is the list of previous permanence codes.
	PermanenceCode = CodeList{Name: "previous permanence", codes: []Code{
		{Code: "P1", Words: "Adoption"},
		{Code: "P2", Words: "Special guardianship order"},
		{Code: "P3", Words: "Residence order / CAO"},
		{Code: "P4", Words: "Unknown"},
		{Code: "Z1", Words: "No previous permanence option"},
	}}
	// AdoptionCeasedCode is the list of why a placement for adoption ceased codes.
	AdoptionCeasedCode = CodeList{Name: "why a placement for adoption ceased", codes: []Code{
		{Code: "RD1", Words: "Child's needs changed"},
		{Code: "RD2", Words: "Court did not make placement order"},
		{Code: "RD3", Words: "Prospective adopters not found"},
		{Code: "RD4", Words: "Any other reason"},
	}}
)

// WithAdopters reports whether a placement code says that the child is placed
// with adopters.
func WithAdopters(code string) bool {
	return code == "A3" || code == "A4" || code == "A5" || code == "A6"
}

// TemporaryStay reports whether a placement code is of a stay that leaves the
// placement before it standing: every T code but a hospital stay.
func TemporaryStay(code string) bool { return code != "" && code[0] == 'T' && code != "T1" }

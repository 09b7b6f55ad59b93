package exchange

import (
	"strings"
	"unicode"
)

// Field is one thing a caseload list may say of a child. The names are those of
// the saved column map and never change.
type Field string

// The fields.
const (
	FieldID             Field = "external_id"
	FieldName           Field = "name"
	FieldFirstName      Field = "first_name"
	FieldSurname        Field = "surname"
	FieldDOB            Field = "dob"
	FieldSex            Field = "sex"
	FieldEthnicity      Field = "ethnicity"
	FieldUPN            Field = "upn"
	FieldLanguage       Field = "first_language"
	FieldStatus         Field = "legal_status"
	FieldStatusSince    Field = "legal_status_since"
	FieldPlacement      Field = "placement"
	FieldPlacementSince Field = "placement_since"
	FieldCarer          Field = "carer"
	FieldCarerPhone     Field = "carer_phone"
	FieldAddress        Field = "placement_address"
	FieldWorker         Field = "social_worker"
	FieldWorkerPhone    Field = "social_worker_phone"
	FieldTeam           Field = "team"
	FieldManager        Field = "team_manager"
	FieldCareStart      Field = "looked_after_since"
	FieldCareEnd        Field = "looked_after_until"
	FieldEndReason      Field = "end_reason"
	FieldLastReview     Field = "last_review"
	FieldNextReview     Field = "next_review"
	FieldReviewNo       Field = "review_number"
	FieldTookPart       Field = "participation"
	FieldIRO            Field = "iro"
	FieldUASC           Field = "uasc"
	FieldDisability     Field = "disability"
	FieldFlags          Field = "flags"
)

type fieldInfo struct {
	key   Field
	label string
	words string // headings that mean it, folded, parted by bars
}

// fields is the table of headings seen in councils' lists. Case, stops, signs
// and brackets in a heading make no difference.
var fields = [...]fieldInfo{
	{FieldID, "Council's number", "child id|childid|child unique id|unique id|unique child id|mosaic id|mosaic no|mosaic number|lcs id|lcs number|lcs no|liquidlogic id|ll id|ics id|ics number|carefirst id|carefirst number|cf id|eclipse id|azeus id|capita id|person id|person no|person number|personid|p number|p no|pno|pid|client id|client number|client no|service user id|service user number|case id|case number|case no|case ref|case reference|file number|file no|system id|system number|swis id|swift id|swift number|paris id|protocol id|record id|record number|ref no|ref|reference|reference number|external id|council number|council s number|council no|id|id number|id no|local child id|la child id|la id|ssd id|social care id|child reference|child ref|child number|child no|young person id|yp id"},
	{FieldName, "Name", "name|child|child name|child s name|childs name|name of child|full name|fullname|child full name|young person|young person s name|yp name|yp|client name|service user|service user name|person name|child young person|child yp name|name of young person|child s full name"},
	{FieldFirstName, "First name", "first name|firstname|forename|forenames|forename s|given name|given names|christian name|child first name|child s first name|childs first name|child forename|first names|fname|preferred name"},
	{FieldSurname, "Surname", "surname|last name|lastname|family name|child surname|child s surname|childs surname|child last name|sname"},
	{FieldDOB, "Date of birth", "dob|date of birth|birth date|birthdate|d o b|child dob|child s dob|child date of birth|child s date of birth|date birth|born|birthday|born on"},
	{FieldSex, "Sex", "sex|gender|m f|male female"},
	{FieldEthnicity, "Ethnicity", "ethnicity|ethnic|ethnic code|ethnic group|ethnic origin|ethnicity code"},
	{FieldUPN, "Unique pupil number", "upn|unique pupil number|pupil number"},
	{FieldLanguage, "First language", "first language|language|main language|home language|preferred language|1st language|language spoken|child s first language|mother tongue"},
	{FieldStatus, "Legal status", "legal status|ls|child s legal status|current legal status|legal|status legal|order|legal order|lac legal status|cla legal status|legal status code|current ls|legal category|legal status description"},
	{FieldStatusSince, "Legal status since", "legal status start|legal status start date|legal status since|legal status date|start date of current legal status|ls start|ls start date|ls date|date of legal status|date of order|order date|legal start date|current legal status start date"},
	{FieldPlacement, "Placement type", "placement type|placement|type of placement|placement code|current placement|current placement type|placement category|place|plc type|placement type code|accommodation type|plmt type|placement description|where placed"},
	{FieldPlacementSince, "Placement since", "placement start|placement start date|placement since|placement date|date of placement|start date of most recent placement|start of placement|date placed|placement began|current placement start date|current placement start|plc start|date placement started|placement started"},
	{FieldCarer, "Carer", "carer|carer name|carer s name|carers name|carers|carer s|foster carer|foster carers|foster carer name|name of carer|placement name|provider name|carer names|foster carer s|home name|keyworker|key worker|main carer|primary carer|home or carer|placement carer"},
	{FieldCarerPhone, "Carer's telephone", "carer phone|carer telephone|carer tel|carer s phone|carer s telephone|carer s telephone number|carer phone number|carer contact|carer contact number|carer mobile|carer tel no|placement phone|placement telephone|placement tel|placement contact|placement contact number|foster carer phone|foster carer telephone|carer number|carer contact no|placement telephone number"},
	{FieldAddress, "Placement address", "placement address|address|current address|address of placement|placement full address|carer address|carer s address|child address|child s address|placement location address|lives at|home address of placement"},
	{FieldWorker, "Social worker", "social worker|sw|allocated worker|allocated social worker|sw name|social worker name|name of social worker|worker|caseworker|case worker|case holder|caseholder|allocated sw|key social worker|lead worker|worker name|current social worker|child s social worker|assigned worker|allocated to"},
	{FieldWorkerPhone, "Social worker's telephone", "sw phone|sw tel|sw telephone|sw contact|sw mobile|social worker phone|social worker tel|social worker telephone|social worker contact|social worker mobile|social worker s telephone|social worker s phone|social worker contact number|worker phone|worker telephone|sw contact number|sw number|worker tel|worker contact|social worker phone number|social worker telephone number|social worker s telephone number"},
	{FieldTeam, "Team", "team|allocated team|team name|sw team|social work team|current team|worker team|responsible team|social worker team|unit"},
	{FieldManager, "Team manager", "team manager|tm|manager|practice manager|line manager|supervisor|sw manager|tm name|team manager name|worker s manager|social worker s manager|practice supervisor"},
	{FieldCareStart, "Looked after since", "cla start|cla start date|cla since|cla date|lac start|lac start date|lac since|lac date|date became cla|date became lac|became lac|became cla|became looked after|date became looked after|date started to be looked after|started to be looked after|date looked after|looked after since|looked after from|date accommodated|accommodated date|date into care|care start|care start date|start of care|date came into care|date of entry to care|entered care|in care since|date lac|date cla|start of period of care|poc start|poc start date|period of care start|period of care start date|becoming lac date|came into care|lac from|cla from|looked after start date|date first looked after|bla|date bla|cic start|cic start date|cic since|date became cic"},
	{FieldCareEnd, "Looked after until", "cla end|cla end date|lac end|lac end date|date ceased to be looked after|ceased to be looked after|looked after until|care end|care end date|end of care|date left care|left care|poc end|poc end date|period of care end date|date ceased|ceased lac|ceased cla|lac to|cla to|ceased being looked after"},
	{FieldEndReason, "Why care ended", "reason ceased to be looked after|end reason|reason ceased|reason for leaving care|reason left care|lac end reason|cla end reason|reason episode ceased"},
	{FieldLastReview, "Last review", "last review|last review date|date of last review|previous review|previous review date|last lac review|last cla review|last cic review|last looked after review|date of last lac review|date of last cla review|date of latest statutory review|latest review|latest review date|most recent review|last statutory review|lac review date|cla review date|review date last|date last review|last reviewed|last iro review|last child looked after review|last cla review date|last lac review date"},
	{FieldNextReview, "Next review", "next review|next review date|date of next review|review due|review due date|next lac review|next cla review|next cic review|next looked after review|next statutory review|planned review|planned review date|review planned|next review due|next review booked|booked review|review booked|date of next lac review|date of next cla review|next lac review date|next cla review date|date next review|next review planned|next review date planned"},
	{FieldReviewNo, "Number of the last review", "review number|review no|last review number|number of last review|last review no|no of reviews|number of reviews|reviews held|review count|review seq|review sequence|lac review number|cla review number|last lac review no"},
	{FieldTookPart, "How the child took part", "participation|participation code|review participation|review code|child participation|last review participation|pn code|participation method|method of participation|child s participation"},
	{FieldIRO, "IRO", "iro|iro name|independent reviewing officer|reviewing officer|allocated iro|name of iro|current iro"},
	{FieldUASC, "Unaccompanied asylum-seeking child", "uasc|unaccompanied asylum seeking child|asylum seeking|uasc y n|is uasc|uasc status|unaccompanied asylum seeking child uasc within the last 12 months y n"},
	{FieldDisability, "Disabled child", "disability|disabled|disabled child|disability y n|has disability|does the child have a disability|child has a disability|cwd"},
	{FieldFlags, "Flags", "flags|flag|alerts|alert|markers|marker|needs|additional needs|vulnerabilities|characteristics"},
}

// Fields lists the fields in the order of the form, each with its label.
func Fields() []Field {
	out := make([]Field, len(fields))
	for i, f := range fields {
		out[i] = f.key
	}
	return out
}

// Label is the field's name for people; "" for a field there is not.
func (f Field) Label() string {
	for _, info := range fields {
		if info.key == f {
			return info.label
		}
	}
	return ""
}

// synonyms finds the field a folded heading means exactly.
var synonyms = func() map[string]Field {
	out := make(map[string]Field, 512)
	for _, f := range fields {
		for w := range strings.SplitSeq(f.words, "|") {
			if _, dup := out[w]; !dup {
				out[w] = f.key
			}
		}
		out[fold(string(f.key))] = f.key
	}
	return out
}()

// fold brings words to the form the tables are written in: small letters and
// figures, one space for everything between, stops inside letters dropped
// (D.O.B. is dob).
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case r == '.' && !space:
			// D.O.B. and s.20: the stop parts nothing.
		default:
			space = true
		}
	}
	return b.String()
}

// headingScore says how much a row looks like headings: columns of the return
// or fields of a list that it names.
func headingScore(cells []string) int {
	n := 0
	for _, c := range cells {
		if c == "" || len(c) > 200 {
			continue
		}
		if _, ok := returnColumns[strings.ToUpper(c)]; ok {
			n++
		} else if _, ok := synonyms[fold(c)]; ok {
			n++
		}
	}
	return n
}

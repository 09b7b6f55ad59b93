package demo

import (
	"footprint/domain/casefile"
	"footprint/domain/practice"
)

// worker is a social worker or a manager.
type worker struct {
	name, phone, email, team string
}

func (w worker) as(role casefile.Role) casefile.PersonStated {
	return casefile.PersonStated{Role: role, Name: w.name, Phone: w.phone, Email: w.email, Team: w.team}
}

// The teams.
const (
	east     = "Children looked after, east"
	west     = "Children looked after, west"
	court    = "Court and planning"
	disabled = "Disabled children"
	leaving  = "Leaving care"
	wexcombe = "Wexcombe care planning"
)

var workers = map[string]worker{
	"osei":     {"Joanna Osei", "07700 900121", "joanna.osei@penmoor.example", east},
	"whelan":   {"Patrick Whelan", "07700 900122", "patrick.whelan@penmoor.example", east},
	"iqbal":    {"Sana Iqbal", "07700 900123", "sana.iqbal@penmoor.example", east},
	"dufresne": {"Élise Dufresne", "07700 900124", "elise.dufresne@penmoor.example", west},
	"hartley":  {"Mark Hartley", "07700 900125", "mark.hartley@penmoor.example", west},
	"nwosu":    {"Chidi Nwosu", "07700 900126", "chidi.nwosu@penmoor.example", west},
	"bevan":    {"Carys Bevan", "07700 900127", "carys.bevan@penmoor.example", court},
	"stead":    {"Olivia Stead", "07700 900128", "olivia.stead@penmoor.example", court},
	"mcleod":   {"Fraser McLeod", "07700 900129", "fraser.mcleod@penmoor.example", disabled},
	"tan":      {"Grace Tan", "07700 900130", "grace.tan@penmoor.example", disabled},
	"lowe":     {"Jermaine Lowe", "07700 900131", "jermaine.lowe@penmoor.example", leaving},
	"farrow":   {"Beth Farrow", "07700 900132", "beth.farrow@penmoor.example", leaving},
	"kaur":     {"Simran Kaur", "07700 900133", "simran.kaur@penmoor.example", west},
	"dyer":     {"Rob Dyer", "07700 900134", "rob.dyer@wexcombe.example", wexcombe},
	"sousa":    {"Inês Sousa", "07700 900135", "ines.sousa@wexcombe.example", wexcombe},
}

var managers = map[string]worker{
	east:     {"Linda Grayson", "01632 960301", "linda.grayson@penmoor.example", east},
	west:     {"Anthony Rudge", "01632 960302", "anthony.rudge@penmoor.example", west},
	court:    {"Yvonne Teale", "01632 960303", "yvonne.teale@penmoor.example", court},
	disabled: {"Martin Oakes", "01632 960304", "martin.oakes@penmoor.example", disabled},
	leaving:  {"Sharon Bright", "01632 960305", "sharon.bright@penmoor.example", leaving},
	wexcombe: {"Neil Hanbury", "01632 960306", "neil.hanbury@wexcombe.example", wexcombe},
}

// school is a school or nursery with the person who answers for looked-after
// children there.
type school struct {
	name, contact, phone string
}

var schools = map[string]school{
	"larkfield": {"Larkfield Primary", "Mrs Hobson", "01632 960201"},
	"stgiles":   {"St Giles' Primary", "Mr Deacon", "01632 960202"},
	"hendre":    {"Ysgol Hendre Fach", "Mrs Parry", "01632 960203"},
	"canal":     {"Canal Street Primary", "Miss Aldred", "01632 960204"},
	"overbrook": {"Overbrook Primary", "Mr Sandhu", "01632 960205"},
	"penmoor":   {"Penmoor Academy", "Ms Trent", "01632 960206"},
	"priory":    {"Priory High", "Mr Vickers", "01632 960207"},
	"ridgeway":  {"Ridgeway School", "Mrs Bankole", "01632 960208"},
	"saltmouth": {"Saltmouth Academy", "Mr Penrose", "01632 960209"},
	"stone":     {"Stonebridge School", "Dr Elphick", "01632 960210"},
	"meadow":    {"Meadow Lane Special School", "Mrs Jessop", "01632 960211"},
	"college":   {"Penmoor College", "Ms Fenton", "01632 960212"},
	"acorns":    {"Little Acorns Nursery", "Mrs Tilley", "01632 960213"},
	"wexcombe":  {"Wexcombe Upper School", "Mr Lyle", "01632 960214"},
}

// interpreters are those the IRO books, by language; for the others nobody has
// been found yet.
var interpreters = map[string]string{
	"Polish": "Halina Mazur", "Welsh": "Delyth Bowen", "Arabic": "Rima Nasser", "Urdu": "Saba Qureshi", "Bengali": "Nasrin Begum",
}

var nurses = [...]string{"Trish Holloway, looked-after children's nurse", "Samir Rahman, looked-after children's nurse"}

// posts are the people the IRO writes to.
var posts = []practice.PostStated{
	{Post: "IRO manager", Name: "Geraldine Foster", Phone: "01632 960401", Email: "geraldine.foster@penmoor.example"},
	{Post: "Assistant director", Name: "Winston Achebe", Phone: "01632 960402", Email: "winston.achebe@penmoor.example"},
	{Post: "Director of children's services", Name: "Margaret Hollis", Phone: "01632 960403", Email: "margaret.hollis@penmoor.example"},
	{Post: "Legal team", Name: "Duty solicitor", Phone: "01632 960404", Email: "childcare.legal@penmoor.example"},
	{Post: "Virtual school head", Name: "Dr Alison Reeve", Phone: "01632 960405", Email: "virtual.school@penmoor.example"},
	{Post: "Designated nurse", Name: "Trish Holloway", Phone: "01632 960480"},
	{Post: "Advocacy service", Name: "Speak Up Penmoor", Phone: "01632 960406", Email: "hello@speakup.example"},
}

// listColumns is how both councils' lists are laid out: field to heading.
var listColumns = map[string]string{
	"external_id": "Person ID", "name": "Full name", "dob": "DOB", "sex": "Gender", "ethnicity": "Ethnicity",
	"legal_status": "Legal status", "placement": "Placement type", "carer": "Carer", "carer_phone": "Carer tel",
	"placement_address": "Placement address", "social_worker": "Allocated worker", "team": "Team",
	"team_manager": "Team manager", "looked_after_since": "CLA start", "last_review": "Last review",
}

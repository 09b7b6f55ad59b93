package demo

// The councils. Neither exists.
const (
	mainCouncil  = "Penmoor Borough Council"
	otherCouncil = "Wexcombe County Council"
)

// home is where children live. Code is the placement code most children there
// have. Support is the carers' own social worker; call is what the people there
// are called in notes where the carer's name does not say.
type home struct {
	code, carer, phone, address, provider string
	support, supportPhone, venue, call    string
	away                                  bool // outside the council's area
}

const (
	ownProvision = "PR1"
	private      = "PR4"
	voluntary    = "PR5"
	parents      = "PR0"
)

const (
	debbie = "Debbie Latham"
	gareth = "Gareth Purnell"
)

var homes = map[string]home{
	// Foster carers.
	"baker":    {code: "U6", carer: "Janet and Roy Baker", phone: "01632 960101", address: "14 Larkfield Rise, Penmoor ZZ99 4AB", provider: ownProvision, support: debbie, supportPhone: "07700 900161"},
	"rowlands": {code: "U6", carer: "Mair and Gwyn Rowlands", phone: "01632 960102", address: "Bryn Awel, Chapel Lane, Hendre Fach ZZ99 7DR", provider: ownProvision, support: gareth, supportPhone: "07700 900162"},
	"finch":    {code: "U6", carer: "Tom and Priya Finch", phone: "01632 960103", address: "3 Orchard Bank, Penmoor ZZ99 2HL", provider: ownProvision, support: debbie, supportPhone: "07700 900161"},
	"adeyemi":  {code: "U6", carer: "Folake Adeyemi", phone: "01632 960104", address: "27 Canal Terrace, Penmoor ZZ99 1QT", provider: voluntary, support: "Ines Calloway", supportPhone: "07700 900163"},
	"pugh":     {code: "U4", carer: "Sandra and Colin Pugh", phone: "01632 960105", address: "Willow Cottage, Mill Road, Overbrook ZZ99 6NN", provider: ownProvision, support: gareth, supportPhone: "07700 900162"},
	"tasker":   {code: "U6", carer: "Bev Tasker", phone: "01632 960106", address: "81 Station Road, Penmoor ZZ99 3JW", provider: ownProvision, support: debbie, supportPhone: "07700 900161"},
	"ashe":     {code: "U5", carer: "Claire and Dominic Ashe", phone: "01632 960107", address: "5 The Maltings, Overbrook ZZ99 6TB", provider: voluntary, support: "Ines Calloway", supportPhone: "07700 900163"},
	"devlin":   {code: "U6", carer: "Maureen Devlin", phone: "01632 960108", address: "40 Heron Way, Penmoor ZZ99 5PL", provider: ownProvision, support: debbie, supportPhone: "07700 900161"},
	"osman":    {code: "U6", carer: "Nadia and Khalid Osman", phone: "01632 960109", address: "19 Beech Grove, Penmoor ZZ99 2SD", provider: private, support: "Ray Winslade", supportPhone: "07700 900164"},
	"gill":     {code: "U4", carer: "Harpreet and Jas Gill", phone: "01632 960110", address: "66 Priory Street, Penmoor ZZ99 1GB", provider: private, support: "Ray Winslade", supportPhone: "07700 900164"},
	"kerr":     {code: "U6", carer: "Morag Kerr", phone: "01632 960111", address: "Fellside, Higher Wexcombe ZZ99 8CK", provider: voluntary, support: "Ines Calloway", supportPhone: "07700 900163", away: true},
	"lomax":    {code: "U6", carer: "Steve and Anita Lomax", phone: "01632 960112", address: "112 Alder Avenue, Penmoor ZZ99 4RS", provider: ownProvision, support: gareth, supportPhone: "07700 900162"},
	"webb":     {code: "U6", carer: "Jo and Alan Webb", phone: "01632 960128", address: "23 Sycamore Drive, Penmoor ZZ99 4LA", provider: ownProvision, support: gareth, supportPhone: "07700 900162"},
	"hussain":  {code: "U6", carer: "Samira Hussain", phone: "01632 960129", address: "48 Priory Street, Penmoor ZZ99 1GC", provider: voluntary, support: "Ines Calloway", supportPhone: "07700 900163"},
	"hale":     {code: "U5", carer: "Rachel and Imran Hale", phone: "01632 960127", address: "16 Vicarage Walk, Overbrook ZZ99 6XC", provider: ownProvision, support: "Ines Calloway", supportPhone: "07700 900163"},

	// Adopters.
	"ferris":  {code: "A6", carer: "Ceri and Tom Ferris", phone: "01632 960130", address: "8 Tollgate Close, Wexcombe ZZ99 9DH", provider: voluntary, support: "Ines Calloway", supportPhone: "07700 900163", away: true},
	"merrick": {code: "A6", carer: "Anna and Paul Merrick", phone: "01632 960131", address: "17 Larch Drive, Wexcombe ZZ99 9KM", provider: voluntary, support: "Ines Calloway", supportPhone: "07700 900163", away: true},
	"rahmani": {code: "A6", carer: "Soraya and Nabil Rahmani", phone: "01632 960132", address: "52 Minster Road, Higher Wexcombe ZZ99 8FP", provider: ownProvision, support: "Ines Calloway", supportPhone: "07700 900163", away: true},

	// Family and friends.
	"eluned":    {code: "U1", carer: "Eluned Morgan (grandmother)", phone: "01632 960113", address: "2 Tan-y-Bryn, Hendre Fach ZZ99 7LW", provider: ownProvision, support: gareth, supportPhone: "07700 900162"},
	"hanan":     {code: "U3", carer: "Hanan Mansour (aunt)", phone: "07700 900114", address: "Flat 6, Granary House, Penmoor ZZ99 1XA", provider: ownProvision, support: debbie, supportPhone: "07700 900161"},
	"price":     {code: "U3", carer: "Pauline and Derek Price (grandparents)", phone: "01632 960115", address: "9 Quarry View, Penmoor ZZ99 5YF", provider: ownProvision, support: gareth, supportPhone: "07700 900162"},
	"lamb":      {code: "U3", carer: "Christine Lamb (grandmother)", phone: "01632 960116", address: "31 Fern Close, Penmoor ZZ99 3ZE", provider: ownProvision, support: debbie, supportPhone: "07700 900161"},
	"brierley":  {code: "P1", carer: "Stacey Brierley (mother)", phone: "07700 900117", address: "58 Tanner's Row, Penmoor ZZ99 2WU", provider: parents},
	"tranter":   {code: "P1", carer: "Michael Tranter (father)", phone: "07700 900118", address: "7 Cobden Place, Penmoor ZZ99 3BN", provider: parents},
	"pemberton": {code: "R3", call: "the unit", carer: "Beacon House, parent and baby unit", phone: "01632 960119", address: "Beacon House, Ridge Road, Wexcombe ZZ99 9AH", provider: private, venue: "at Beacon House", away: true},

	// Homes, schools and other places.
	"larches":   {code: "K2", call: "Denise", carer: "The Larches (manager Denise Okoro)", phone: "01632 960120", address: "The Larches, Bridle Lane, Penmoor ZZ99 5GD", provider: ownProvision, venue: "at The Larches"},
	"quayside":  {code: "K2", call: "Phil", carer: "Quayside House (manager Phil Attwood)", phone: "01632 960121", address: "Quayside House, Dock Street, Saltmouth ZZ99 0MF", provider: private, venue: "at Quayside House", away: true},
	"stone":     {code: "S1", call: "Ruth", carer: "Stonebridge School (head of care Ruth Elphick)", phone: "01632 960122", address: "Stonebridge School, Carr Hill ZZ99 8UV", provider: private, venue: "at Stonebridge School", away: true},
	"harbour":   {code: "K3", call: "Temi", carer: "Harbour Steps (key worker Temi Balogun)", phone: "01632 960123", address: "4 Harbour Steps, Penmoor ZZ99 1KE", provider: private, venue: "at Harbour Steps"},
	"foundry":   {code: "K3", call: "Lewis", carer: "Foundry Court (key worker Lewis Dunmore)", phone: "01632 960124", address: "Flat 11, Foundry Court, Penmoor ZZ99 1PN", provider: voluntary, venue: "at Foundry Court"},
	"brook":     {code: "R1", call: "Kath", carer: "Brookside short breaks (manager Kath Ormerod)", phone: "01632 960125", address: "Brookside, Meadow Lane, Penmoor ZZ99 4TT", provider: ownProvision, venue: "at Brookside"},
	"calder":    {code: "K1", call: "Moses", carer: "Calder Lodge secure children's home (manager Moses Adu)", phone: "01632 960133", address: "Calder Lodge, Top Road, Carr Hill ZZ99 8XB", provider: private, venue: "at Calder Lodge", away: true},
	"marshgate": {code: "R5", call: "the duty manager", carer: "Marshgate (duty manager)", phone: "01632 960126", address: "Marshgate Young Offender Institution ZZ99 0YY", provider: "PR3", venue: "at Marshgate, visits hall", away: true},
}

package demo

// The lists the crowd is put together from.
var girls = [...]string{
	"Abigail", "Aisha", "Alice", "Amelia", "Angharad", "Anwen", "Beatrice", "Bethan", "Caitlin", "Carys", "Catrin", "Charlotte",
	"Chloé", "Daisy", "Eleri", "Elin", "Ellie", "Emilia", "Erin", "Esmé", "Fatima", "Ffion", "Florence", "Gabriela", "Hannah",
	"Heledd", "Holly", "Imani", "Isla", "Jasmine", "Keira", "Lacey", "Leila", "Libby", "Lowri", "Lucy", "Małgorzata", "Maryam",
	"Matilda", "Mia", "Nadia", "Naomi", "Nora", "Olivia", "Orla", "Paige", "Priya", "Renée", "Rhiannon", "Sadie", "Safiya",
	"Scarlett", "Siân", "Sophie", "Thea", "Violet", "Wiktoria", "Yara", "Zara", "Zoë",
}

var boys = [...]string{
	"Aaron", "Adam", "Ahmed", "Alfie", "Amir", "André", "Archie", "Bartłomiej", "Bilal", "Bradley", "Caleb", "Charlie", "Connor",
	"Dafydd", "Daniel", "Dylan", "Elijah", "Elis", "Ethan", "Evan", "Felix", "Finley", "Gethin", "George", "Harvey", "Hassan",
	"Henry", "Ianto", "Ibrahim", "Ioan", "Isaac", "Jacob", "Jamie", "Joel", "José", "Kian", "Liam", "Logan", "Luca", "Macsen",
	"Mason", "Michał", "Nathan", "Nicolás", "Noah", "Oliver", "Oscar", "Owen", "Rhys", "Riley", "Ryan", "Samir", "Stanley",
	"Taylor", "Toby", "Tomos", "Tyler", "Will", "Yusuf", "Zachary",
}

var surnames = [...]string{
	"Abbott", "Ahmed", "Ainsworth", "Akhtar", "Allsop", "Anderson", "Ashworth", "Atkins", "Barker", "Bates", "Begum", "Bellamy",
	"Bird", "Bowen", "Bradshaw", "Brennan", "Broadbent", "Bryant", "Burgess", "Byrne", "Caddick", "Chandler", "Clough", "Collins",
	"Coyle", "Crossley", "Cullen", "Dale", "D'Souza", "Davies", "Dobson", "Doherty", "Driscoll", "Dunne", "Ellis", "Emery",
	"Evans", "Fahy", "Fearnley", "Fletcher", "Foley", "Gaskell", "Ghosh", "Gibbons", "Goddard", "Griffiths", "Grabowska", "Hall",
	"Harding", "Hassan", "Haworth", "Holt", "Hopkins", "Howells", "Hussain", "Ingham", "Jarvis", "Jenkins", "Jones", "Joyce",
	"Kamara", "Keane", "Khan", "Kowalczyk", "Lambert", "Leary", "Lister", "Lloyd", "Lockwood", "Malik", "Marsden", "McBride",
	"Mensah", "Mistry", "Morris", "Nash", "Ndiaye", "Newton", "Nolan", "O'Brien", "O'Connor", "Odunsi", "Ogden", "Okeke", "Oldham",
	"Owusu", "Parry", "Patel", "Pearce", "Pham", "Pickering", "Popescu", "Pritchard", "Quinn", "Rafiq", "Reeves", "Roberts",
	"Rowe", "Sadiq", "Salter", "Shah", "Sharples", "Singh", "Slater", "Sutton", "Sykes", "Taylor", "Thapa", "Thomas", "Turner",
	"Usman", "Vaughan", "Wall", "Warsame", "Whitaker", "Williams", "Wójcik", "Woodhouse", "Wright", "Yates", "Young", "Zaman",
}

var crowdHomes = [...]string{
	"baker", "rowlands", "finch", "adeyemi", "tasker", "osman", "gill", "kerr", "lomax", "webb", "hussain", "devlin", "pugh",
	"lamb", "price", "hanan", "brierley", "larches", "quayside",
}

var crowdStatus = [...]string{"C2", "C2", "C2", "C2", "C1", "V2", "V2"}

var crowdWorkers = [...]string{"osei", "whelan", "iqbal", "dufresne", "hartley", "nwosu", "bevan", "stead", "kaur"}

var crowdEthnic = [...]string{
	"WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WOTH", "WIRI", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "OOTH", "WROM",
}

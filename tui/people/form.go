package people

import (
	"cmp"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// add asks for somebody new.
func (p *Page) add() tea.Cmd { return p.push("form/person/", file.PersonStated{}) }

// edit opens the form of somebody on the list.
func (p *Page) edit(person file.PersonStated) tea.Cmd {
	return p.push("form/person/"+person.ID.String(), person)
}

// push shows the form; a link that is new is offered to the other file after.
func (p *Page) push(draft string, person file.PersonStated) tea.Cmd {
	p.desk.Nav.Push(personForm(p.desk, p.id, draft, person, func(kept file.PersonStated) {
		if kept.Child != person.Child && !kept.Child.Zero() {
			p.offer = kept.ID
		}
	}))
	return nil
}

// Form is the form of a person of a child whose file is read, for other screens
// that list people. The zero person is somebody new.
func Form(d *desk.Desk, id file.ID, person file.PersonStated) kit.Page {
	return personForm(d, id, "form/person/"+person.ID.String(), person, func(file.PersonStated) {})
}

func personForm(d *desk.Desk, id file.ID, draft string, person file.PersonStated, kept func(file.PersonStated)) kit.Page {
	return d.Form(id, draft, kit.FormSpec{
		Title: "Person", Fields: fields(d, id, person),
		Intro: "What is not known yet can be left empty. A new social worker, manager or guardian takes the place of the one before.",
		CheckAll: func(v kit.Values) (string, string) {
			next := read(d, person, v)
			_, err := d.Case(id).StatePerson(next, d.Today())
			if fault.CodeOf(err) == fault.Refused {
				return "receives", fault.Words(err)
			}
			return "", ""
		},
		Done: func(v kit.Values) tea.Cmd {
			next := read(d, person, v)
			if next.ID.Zero() {
				next.ID = d.Watch.NewID()
			}
			c := d.Case(id)
			lines, err := c.StatePerson(next, d.Today())
			if err == nil {
				kept(next)
			}
			return d.Save(c, lines, err, "Person kept", draft)
		},
	})
}

// fields are the questions about a person; what a role has no use for is not
// asked.
func fields(d *desk.Desk, id file.ID, p file.PersonStated) []kit.Field {
	role := func(v kit.Values) file.Role { return file.Role(v["role"]) }
	paid := func(v kit.Values) bool { return professional(role(v)) }
	private := func(v kit.Values) bool { return v["role"] != "" && !paid(v) }
	kin := func(v kit.Values) bool { return role(v).Kin() }
	linked := func(v kit.Values) bool { return kin(v) && v["child"] != "" }
	from, to := d.DateField("from", "Since", p.From, false), d.DateField("to", "Until", p.To, false)
	return []kit.Field{
		{ID: "role", Label: "What they are", Kind: kit.ChoiceField, Value: string(p.Role), Choices: roles(p.Role), Required: true},
		{ID: "child", Label: "Their own file", Kind: kit.ChoiceField, Value: p.Child.String(), Choices: children(d, id), When: kin,
			Hint: "← → or the first letters; those of the same surname come first"},
		{ID: "name", Label: "Name", Value: p.Name, Required: true, When: func(v kit.Values) bool { return !linked(v) }},
		{ID: "knownas", Label: "Name", Value: p.Name, When: linked, Hint: "Empty: as on their own file"},
		{ID: "relation", Label: "Relation", Value: p.Relation, When: private, Hint: "mother, aunt, half-brother"},
		{ID: "phone", Label: "Telephone", Value: p.Phone},
		{ID: "email", Label: "Email", Value: p.Email},
		{ID: "team", Label: "Team or place", Value: p.Team, When: func(v kit.Values) bool { return paid(v) || role(v) == file.Carer || role(v) == file.Other }},
		{ID: "address", Label: "Address", Value: p.Address, When: private, Hint: "hidden with the names when names are hidden"},
		{ID: "language", Label: "First language", Value: p.Language, Hint: "only when it is not English",
			When: func(v kit.Values) bool { return private(v) || role(v) == file.Interpreter }},
		{ID: "pr", Label: "Parental responsibility", Kind: kit.YesNoField, Value: answered(p, p.Responsibility), When: private},
		{ID: "contact", Label: "Sees the child", Value: p.Contact, When: func(v kit.Values) bool { return private(v) && role(v) != file.Carer }, Hint: "how and how often"},
		{ID: "iro", Label: "Their IRO", Value: p.IRO, When: kin, Hint: "When they are looked after and it is another; empty when not known or the same file list"},
		{ID: "reason", Label: "Why that IRO", Value: p.Reason, When: func(v kit.Values) bool { return kin(v) && (v["iro"] != "" || v["child"] != "") },
			Hint: "Brothers and sisters share an IRO; a looked-after parent and child do not. Say why it is otherwise here"},
		{ID: "review", Label: "At reviews", Kind: kit.HeadingField},
		{ID: "part", Label: "Comes to", Kind: kit.ChoiceField, Value: string(p.Part), Choices: options(file.Parts())},
		{ID: "noaddress", Label: "Never told the address", Kind: kit.YesNoField, Value: answered(p, p.NoAddress), Hint: "yes: they must never learn where the child lives",
			When: func(v kit.Values) bool { return private(v) || p.NoAddress }},
		{ID: "receives", Label: "Copy of the record", Kind: kit.ChoiceField, Value: string(p.Receives), Choices: options(file.Copies()),
			Hint: "Not answered is not decided: nothing is sent until it is. ← → to change"},
		from, to,
	}
}

// read puts the answers together. What was not asked is empty.
func read(d *desk.Desk, was file.PersonStated, v kit.Values) file.PersonStated {
	next := file.PersonStated{
		ID: was.ID, Role: file.Role(v["role"]), Name: cmp.Or(v["name"], v["knownas"]), Phone: v["phone"], Email: v["email"], Team: v["team"],
		From: d.ReadDate(v["from"]), To: d.ReadDate(v["to"]), Relation: v["relation"], Responsibility: v["pr"] == "yes", Language: v["language"],
		Receives: file.Receives(v["receives"]), NoAddress: v["noaddress"] == "yes", IRO: v["iro"], Reason: v["reason"], Part: file.Part(v["part"]),
		Address: v["address"], Contact: v["contact"],
	}
	if child, err := file.ParseID(v["child"]); err == nil {
		next.Child = child
		if row, ok := d.Row(child); ok && next.Name == "" {
			next.Name = cmp.Or(row.Name, row.ExternalID, row.Ref)
		}
	}
	return next
}

// roles are the choices of what a person is; a role of somebody's own words
// stays among them.
func roles(own file.Role) []kit.Option {
	all := file.Roles()
	if own != "" && !slices.Contains(all, own) {
		all = append(all, own)
	}
	return options(all)
}

func options[T ~string](all []T) []kit.Option {
	var out []kit.Option
	for _, v := range all {
		out = append(out, kit.Option{ID: string(v), Words: string(v)})
	}
	return out
}

// answered is the answer a yes-or-no question begins with: none for somebody
// new, for nothing is invented.
func answered(p file.PersonStated, on bool) string {
	switch {
	case on:
		return "yes"
	case p.ID.Zero():
		return ""
	}
	return "no"
}

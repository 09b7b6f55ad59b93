package casefile_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
)

// person states somebody new and gives them as they stand.
func (d *desk) person(p casefile.PersonStated) casefile.PersonStated {
	d.t.Helper()
	p.ID = d.newID()
	d.do(d.c.StatePerson(p, today))
	return p
}

func TestAPersonIsRefusedInPlainWords(t *testing.T) {
	t.Parallel()
	sister := casefile.PersonStated{Role: casefile.Sibling, Name: "Lena Kowalska", Child: casefile.ID{8}}
	cases := map[string]struct {
		p    casefile.PersonStated
		code fault.Code
	}{
		"no name":               {casefile.PersonStated{Role: casefile.Parent, Name: "  "}, fault.BadInput},
		"no role":               {casefile.PersonStated{Name: "A. Kowalska"}, fault.BadInput},
		"no such copy":          {casefile.PersonStated{Role: casefile.Parent, Name: "A", Receives: "a summary"}, fault.BadInput},
		"no such part":          {casefile.PersonStated{Role: casefile.Parent, Name: "A", Part: "the tea"}, fault.BadInput},
		"leaves before coming":  {casefile.PersonStated{Role: casefile.Parent, Name: "A", From: on("2026-02-02"), To: on("2026-02-01")}, fault.BadInput},
		"full record, no place": {casefile.PersonStated{Role: casefile.Parent, Name: "A", Receives: casefile.FullRecord, NoAddress: true}, fault.Refused},
		"the child's own file":  {casefile.PersonStated{Role: casefile.Sibling, Name: "A", Child: casefile.ID{9}}, fault.BadInput},
		"a teacher with a file": {casefile.PersonStated{Role: casefile.School, Name: "A", Child: casefile.ID{8}}, fault.BadInput},
		"the same child twice":  {casefile.PersonStated{ID: casefile.ID{7}, Role: casefile.ChildOf, Name: "L", Child: casefile.ID{8}}, fault.Conflict},
		"words without end":     {casefile.PersonStated{Role: casefile.Parent, Name: "A", Contact: strings.Repeat("x", 501)}, fault.TooLong},
		"a role without end":    {casefile.PersonStated{Role: casefile.Role(strings.Repeat("x", 501)), Name: "A"}, fault.TooLong},
	}
	for name, tt := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := child(t)
			d.person(sister)
			lines, err := d.c.StatePerson(tt.p, today)
			if fault.CodeOf(err) != tt.code || len(lines) != 0 {
				t.Fatalf("got %v with %d lines, want %q", err, len(lines), tt.code)
			}
			if fault.HintOf(err) == "" {
				t.Error("a refusal says what to do")
			}
		})
	}
}

func TestAPersonIsKeptWholeAndTrimmed(t *testing.T) {
	t.Parallel()
	d := child(t)
	want := casefile.PersonStated{Role: casefile.Parent, Name: "Agnieszka Kowalska", Relation: "mother", Responsibility: true, Language: "Polish",
		Receives: casefile.Redacted, NoAddress: true, Part: casefile.AllOfIt, Address: "2 Low Road", Contact: "Saturdays", From: on("2026-11-23"), To: on("2027-01-01")}
	typed := want
	typed.ID = d.newID()
	want.ID = typed.ID
	typed.Name, typed.Language = "  Agnieszka Kowalska ", "Polish\n"
	d.do(d.c.StatePerson(typed, today))
	if got := d.c.People(today); len(got) != 1 || got[0] != want {
		t.Fatalf("kept %+v", got)
	}
	if lines, err := d.c.StatePerson(want, today); err != nil || len(lines) != 0 {
		t.Errorf("the same again is no change: %v %v", lines, err)
	}
}

func TestAPostHasOneHolder(t *testing.T) {
	t.Parallel()
	for role, one := range map[casefile.Role]bool{
		casefile.SocialWorker: true, casefile.TeamManager: true, casefile.Manager: true, casefile.Guardian: true,
		casefile.Parent: false, casefile.Carer: false, casefile.Advocate: false,
	} {
		d := child(t)
		first := d.person(casefile.PersonStated{Role: role, Name: "J. Osei", From: on("2026-02-02")})
		d.person(casefile.PersonStated{Role: role, Name: "Someone of long ago", From: on("2025-01-06"), To: on("2026-02-02")})
		if now := d.c.People(today); len(now) != 1 || now[0] != first {
			t.Errorf("%s: one who has left ends nobody's time: %+v", role, now)
		}
		second := d.person(casefile.PersonStated{Role: role, Name: "P. Lund", From: on("2026-11-20")})
		now := d.c.People(today)
		if !one {
			if len(now) != 2 {
				t.Errorf("%s: both stay: %+v", role, now)
			}
			continue
		}
		if len(now) != 1 || now[0] != second {
			t.Errorf("%s: the new one takes the place: %+v", role, now)
		}
		if gone := d.c.PeopleLeft(today); len(gone) != 2 || gone[0].Name != "J. Osei" || gone[0].To != on("2026-11-20") {
			t.Errorf("%s: the one before leaves that day, the last to leave first: %+v", role, gone)
		}
	}
}

func TestSomebodyWhoLeavesTodayHasLeft(t *testing.T) {
	t.Parallel()
	d := child(t)
	p := d.person(casefile.PersonStated{Role: casefile.Advocate, Name: "Grace Oyelaran", To: today})
	if len(d.c.People(today)) != 0 || len(d.c.PeopleLeft(today)) != 1 {
		t.Error("the day they leave is the first day without them")
	}
	if now := d.c.People(today - 1); len(now) != 1 || now[0] != p {
		t.Error("the day before they are there")
	}
}

func TestRecipientsByCopy(t *testing.T) {
	t.Parallel()
	d := child(t)
	d.person(casefile.PersonStated{Role: casefile.Parent, Name: "Mother", Receives: casefile.Redacted})
	d.person(casefile.PersonStated{Role: casefile.SocialWorker, Name: "Worker", Receives: casefile.FullRecord})
	d.person(casefile.PersonStated{Role: casefile.School, Name: "School"})
	d.person(casefile.PersonStated{Role: casefile.Carer, Name: "Carer", Receives: casefile.FullRecord})
	d.person(casefile.PersonStated{Role: casefile.Carer, Name: "Gone", Receives: casefile.FullRecord, To: on("2026-01-01")})
	var got []string
	for _, r := range d.c.Recipients(today) {
		words := string(r.Copy) + ":"
		for _, p := range r.People {
			words += " " + p.Name
		}
		got = append(got, words)
	}
	if s := strings.Join(got, "; "); s != "full record: Worker Carer; redacted copy: Mother; : School" {
		t.Errorf("got %q", s)
	}
}

func TestAnInterpreterIsNeededForTheChildOrAParent(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		child string
		p     casefile.PersonStated
		want  bool
	}{
		"nobody says":                 {"", casefile.PersonStated{Role: casefile.Parent}, false},
		"english":                     {"English", casefile.PersonStated{Role: casefile.Parent, Language: " english"}, false},
		"the child":                   {"Tigrinya", casefile.PersonStated{Role: casefile.Parent}, true},
		"a parent":                    {"", casefile.PersonStated{Role: casefile.Parent, Language: "Polish"}, true},
		"an aunt":                     {"", casefile.PersonStated{Role: casefile.Family, Language: "Polish"}, false},
		"an aunt with responsibility": {"", casefile.PersonStated{Role: casefile.Family, Language: "Polish", Responsibility: true}, true},
		"a parent who left":           {"", casefile.PersonStated{Role: casefile.Parent, Language: "Polish", To: today}, false},
	} {
		d := child(t)
		d.do(d.c.State(map[string]string{casefile.FactLanguage: tt.child}, today))
		tt.p.Name = "A. Person"
		d.person(tt.p)
		if got := d.c.InterpreterNeeded(today); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestTheMirrorOfALink(t *testing.T) {
	t.Parallel()
	d := child(t)
	for _, role := range casefile.Roles() {
		if role.Kin() && role.Mirror().Mirror() != role {
			t.Errorf("%s: the mirror of its mirror is %s", role, role.Mirror().Mirror())
		}
	}
	sister := d.person(casefile.PersonStated{Role: casefile.Sibling, Name: "Lena", Child: casefile.ID{8}, Reason: "five of them", Phone: "01632 960101"})
	want := casefile.PersonStated{Role: casefile.Sibling, Name: "Maja Kowalska", Child: d.c.ID, Reason: "five of them"}
	if got := d.c.MirrorOf(sister); got != want {
		t.Errorf("mirror %+v", got)
	}
	if got, ok := d.c.LinkedTo(casefile.ID{8}, today); !ok || got != sister {
		t.Errorf("linked %+v", got)
	}
	if _, ok := d.c.LinkedTo(casefile.ID{}, today); ok {
		t.Error("a person without a file is linked to nothing")
	}
}

// TestANameKeepsJoinersOnlyWhereTheyShapeIt: elsewhere they would make two names
// that look the same.
func TestANameKeepsJoinersOnlyWhereTheyShapeIt(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Ma\u200dja\u200c Kowalska": "Maja Kowalska",
		"\u200dMaja\u200d":          "Maja",
		" \u200d Maja":              "Maja",
		"می\u200cخواهم":             "می\u200cخواهم",     // Persian
		"ه\u064b\u200d\u200d":       "ه\u064b\u200d",     // after a mark, once
		"ശ്രീജിത്\u200d":            "ശ്രീജിത്\u200d",    // Malayalam, at the end
		"क्\u200dष Ann\u200d":       "क्\u200dष Ann",     // Hindi, then English
		"Zoë\u0308\u200d O'Neill":   "Zoë\u0308 O'Neill", // a mark on a letter that is not joined
		"Maja\u200d\u200c\u200d K":  "Maja K",
	} {
		d := open(t, map[string]string{casefile.FactName: in})
		p := d.person(casefile.PersonStated{Role: casefile.Parent, Name: in})
		d.do(d.c.Appoint(casefile.AppointmentStated{ID: d.newID(), Name: in, From: on("2026-11-02")}, nil, today))
		got, _ := d.c.Person(p.Role, today)
		if iro, _ := d.c.AppointedOn(today); d.c.Name() != want || got.Name != want || iro.Name != want {
			t.Errorf("%q is kept as %q, %q and %q", in, d.c.Name(), got.Name, iro.Name)
		}
	}
	if _, err := casefile.OpenFile("C-0001", map[string]string{casefile.FactName: "\u200d"}, today); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("a name of nothing: %v", err)
	}
}

package casefile_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
)

// TestTheBirthIsNotMovedPastAnythingOnFile, and the refusal names what it is
// without a name or a date of the file.
func TestTheBirthIsNotMovedPastAnythingOnFile(t *testing.T) {
	t.Parallel()
	early, late := on("2024-03-04"), on("2025-06-02")
	type lines = []casefile.Line
	for want, state := range map[string]func(d *desk) (lines, error){
		"The looked-after episode": func(d *desk) (lines, error) {
			return d.c.StateCare(casefile.CareStated{ID: d.newID(), Start: early, End: late}, today)
		},
		"A legal status": func(d *desk) (lines, error) {
			return d.c.StateStatus(casefile.StatusStated{ID: d.newID(), Code: "C2", Start: early}, today)
		},
		"A placement": func(d *desk) (lines, error) {
			return d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "U6", Start: early}, today)
		},
		"A review was held": func(d *desk) (lines, error) {
			return d.c.HoldReview(casefile.ReviewHeld{ID: d.newID(), Recorded: early}, today)
		},
		"Hospital": func(d *desk) (lines, error) {
			return d.c.StatePeriod(casefile.PeriodStated{What: casefile.Hospital, From: early}, today)
		},
		"A person's time": func(d *desk) (lines, error) {
			return d.c.StatePerson(casefile.PersonStated{ID: d.newID(), Role: casefile.Carer, Name: "A. Carer", From: on("2010-01-04"), To: early}, today)
		},
		"An appointment": func(d *desk) (lines, error) {
			return d.c.Appoint(casefile.AppointmentStated{ID: d.newID(), Name: "R. Iro", From: early}, nil, today)
		},
		"A document": func(d *desk) (lines, error) {
			return d.c.StateDocument(casefile.DocumentStated{ID: d.newID(), What: casefile.PlacementPlan, Received: early, Read: late}, today)
		},
		"A visit": func(d *desk) (lines, error) {
			return d.c.StateVisit(casefile.VisitMade{ID: d.newID(), On: late, AskedOn: early}, today)
		},
		"A significant event": func(d *desk) (lines, error) {
			return d.c.ReportEvent(casefile.EventReported{ID: d.newID(), What: casefile.Offence, On: early}, today)
		},
		"A change was proposed": func(d *desk) (lines, error) {
			return d.c.Propose(casefile.ChangeProposed{ID: d.newID(), What: casefile.PlanOnly, ProposedOn: early}, nil, today)
		},
		"Long-term foster placement since": func(d *desk) (lines, error) {
			return d.c.State(map[string]string{casefile.FactLongTerm: early.String()}, today)
		},
	} {
		d := open(t, map[string]string{casefile.FactName: "Maja Kowalska", casefile.FactDOB: "2012-05-03"})
		d.do(state(d))
		_, err := d.c.State(map[string]string{casefile.FactDOB: (early + 1).String()}, today)
		if fault.CodeOf(err) != fault.Conflict || !strings.HasPrefix(err.Error(), want) || fault.HintOf(err) == "" || strings.ContainsAny(err.Error(), "0123456789") {
			t.Errorf("%s: %v", want, err)
		}
		for _, dob := range []string{early.String(), ""} {
			if _, err := d.c.State(map[string]string{casefile.FactDOB: dob}, today); err != nil {
				t.Errorf("%s: born %q: %v", want, dob, err)
			}
		}
	}
}

func TestWhatMayComeBeforeABirth(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Nia"})
	early := on("2024-03-04")
	d.do(d.c.StatePeriod(casefile.PeriodStated{What: casefile.AsylumSeeking, From: early}, today))
	d.person(casefile.PersonStated{Role: casefile.Parent, Name: "A. Parent", From: early})
	d.do(d.c.StateDocument(casefile.DocumentStated{ID: d.newID(), What: casefile.Assessment, Dated: early}, today))
	d.do(d.c.State(map[string]string{casefile.FactDOB: "2025-01-06"}, today))
	d.do(d.c.StateDocument(casefile.DocumentStated{ID: d.newID(), What: casefile.CourtPaper, Dated: early}, today))
}

// TestNothingIsEnteredBeforeTheBirth, whichever of the two was there first.
func TestNothingIsEnteredBeforeTheBirth(t *testing.T) {
	t.Parallel()
	d := child(t)
	early := d.c.DOB() - 1
	for name, refused := range map[string]func() ([]casefile.Line, error){
		"document": func() ([]casefile.Line, error) {
			return d.c.StateDocument(casefile.DocumentStated{What: casefile.CarePlan, Dated: early, Received: today}, today)
		},
		"appointment": func() ([]casefile.Line, error) {
			return d.c.Appoint(casefile.AppointmentStated{Name: "R. Iro", From: early}, nil, today)
		},
		"a wish for a visit": func() ([]casefile.Line, error) {
			return d.c.StateVisit(casefile.VisitMade{On: today, AskedOn: early}, today)
		},
		"a dated fact": func() ([]casefile.Line, error) {
			return d.c.State(map[string]string{casefile.FactLongTerm: early.String()}, today)
		},
	} {
		if _, err := refused(); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("%s: %v", name, err)
		}
	}
}

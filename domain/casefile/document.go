package casefile

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// DocumentStated states one version of one document a review needs, whole (HB
// 3.9, 3.46; CD-08). AtCouncil is the day the authority had it, for court
// papers, which are to reach the IRO within five working days (HB 8.4).
type DocumentStated struct {
	ID        ID           `cbor:"1,keyasint"`
	What      DocumentKind `cbor:"2,keyasint"`
	Title     string       `cbor:"3,keyasint,omitempty"`
	Version   string       `cbor:"4,keyasint,omitempty"`
	Dated     workday.Date `cbor:"5,keyasint,omitempty"` // the day the document bears
	AtCouncil workday.Date `cbor:"6,keyasint,omitempty"`
	Received  workday.Date `cbor:"7,keyasint,omitempty"` // by the IRO
	Read      workday.Date `cbor:"8,keyasint,omitempty"` // by the IRO
	Note      string       `cbor:"9,keyasint,omitempty"`
}

// Kind numbers the event.
func (*DocumentStated) Kind() Kind { return 14 }

func (ev *DocumentStated) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.documents = upsert(c.documents, *ev, func(o DocumentStated) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.documents, func(a, b DocumentStated) int {
		return cmp.Or(cmp.Compare(a.When(), b.When()), a.ID.Compare(b.ID))
	})
}

// When is the day a version counts from: the one it bears, else the day it came.
func (d DocumentStated) When() workday.Date {
	if d.Dated.Known() {
		return d.Dated
	}
	if d.Received.Known() {
		return d.Received
	}
	return d.AtCouncil
}

// DocumentKind is what a document is.
type DocumentKind string

// The documents the rules ask for by name.
const (
	CarePlan          DocumentKind = "care plan"
	PlacementPlan     DocumentKind = "placement plan"
	PathwayPlan       DocumentKind = "pathway plan"
	PathwayAssessment DocumentKind = "pathway needs assessment"
	PermanencePlan    DocumentKind = "permanence plan"
	EducationPlan     DocumentKind = "education plan (PEP)"
	HealthPlan        DocumentKind = "health plan or assessment"
	WorkersReport     DocumentKind = "social worker's report"
	Assessment        DocumentKind = "assessment"
	CourtPaper        DocumentKind = "court paper"
	ProtectionPlan    DocumentKind = "child protection plan"
	AdoptionPlan      DocumentKind = "adoption placement plan"
	RemandPlan        DocumentKind = "remand care plan"
	DetentionPlan     DocumentKind = "detention placement plan"
	Licence           DocumentKind = "supervision notice or licence"
	SchoolNeedsPlan   DocumentKind = "education, health and care plan"
	ReviewPolicy      DocumentKind = "review policy"
	OtherDocument     DocumentKind = "other document"
)

// DocumentKinds lists them in the order of the register.
func DocumentKinds() []DocumentKind {
	return []DocumentKind{CarePlan, PlacementPlan, PathwayPlan, PathwayAssessment, PermanencePlan, EducationPlan, HealthPlan, WorkersReport,
		Assessment, CourtPaper, ProtectionPlan, AdoptionPlan, RemandPlan, DetentionPlan, Licence, SchoolNeedsPlan, ReviewPolicy, OtherDocument}
}

// Documents lists every version on file, oldest first.
func (c *Case) Documents() []DocumentStated { return slices.Clone(c.documents) }

// Document gives the newest version of a document.
func (c *Case) Document(what DocumentKind) (DocumentStated, bool) {
	for _, d := range slices.Backward(c.documents) {
		if d.What == what {
			return d, true
		}
	}
	return DocumentStated{}, false
}

// StateDocument states or restates one version of a document.
func (c *Case) StateDocument(d DocumentStated, today workday.Date) ([]Line, error) {
	d.Title, d.Version = strings.TrimSpace(d.Title), strings.TrimSpace(d.Version)
	switch since, dob := d.sinceBirth(), c.DOB(); {
	case !slices.Contains(DocumentKinds(), d.What):
		return nil, fault.New(fault.BadInput, "Say which document it is.", "Choose it from the list.")
	case !d.When().Known():
		return nil, fault.New(fault.BadInput, "A document needs the day it bears or the day it came.", "Enter one of the two.")
	case d.Dated > today || d.Received > today || d.Read > today || d.AtCouncil > today:
		return nil, fault.New(fault.BadInput, "That day is in the future.", "Enter the document when it has come.")
	case d.Read.Known() && d.Received.Known() && d.Read < d.Received:
		return nil, fault.New(fault.BadInput, "It was read before it came.", "Check both dates.")
	case since.Known() && since < dob:
		return nil, beforeBirth("The document is dated or came")
	}
	return c.restate(d.ID, today, &d, slices.Contains(c.documents, d)), nil
}

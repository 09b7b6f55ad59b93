package paper_test

import (
	"testing"

	"footprint/domain/casefile"
)

// What only the IRO can judge is shown above the copy and does not stop it.
func TestACarersFirstNameIsToBeReadFirst(t *testing.T) {
	at(t, func(b *bench) {
		b.person(casefile.Carer, "Tessa Baker", casefile.FullRecord)
		b.wrote("B-707", "Maja reads with Tessa each day.")
		b.show()
		b.open("Ewa Kowalska")
		b.See("This copy still says “Tessa”, a carer's first name, under “What was talked about”: read it first.", "“Maja reads with Tessa each day.”")
		b.SeeNot("It cannot be made")
		b.Desk.Hide(true)
		b.Press("down")
		b.SeeNot("Tessa")
		b.Desk.Hide(false)
		b.Press("m", "enter")
		b.See("Written: C-0001 review record 2026-05-26 redacted parent.docx")
	})
}

package paper

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/practice"
	reviews "footprint/domain/review"
	"footprint/domain/workday"
)

// TestTheGuardReadsWhatIsWritten: what hides an address from the eye of the
// guard and is cleaned away by the writers hides nothing.
func TestTheGuardReadsWhatIsWritten(t *testing.T) {
	t.Parallel()
	const plain = "Bryn Awel, Llanfair"
	for _, hidden := range []string{"\x1b[1m", "\x1b[0;31m", "\x01", "\x7f", "\u009b1m", "\x1b]0;title\a", "\x1b]8;;x\x1b\\", "\x1bPq\u009c", "\x1b(", "\ue000", "\u200b", "\u202e", "\x1b\x1b[1m", "\x1b", "\u00ad", "\x1b[\x01", "\xff\x1b[1m\xfe\x1b"} {
		for _, stored := range []string{plain, strings.Replace(plain, "Aw", "A"+hidden+"w", 1)} {
			for _, told := range []string{plain, strings.Replace(plain, "Aw", "A"+hidden+"w", 1)} {
				if !strings.Contains(clean(stored), plain) || !strings.Contains(clean(told), plain) {
					continue // it is written otherwise
				}
				day := workday.Date(20000)
				c := casefile.Replay(casefile.ID{1}, []casefile.Entry{{ID: casefile.ID{2}, Stamp: casefile.Stamp{Day: day},
					Line: casefile.Line{On: day, Event: &casefile.PlacementStated{ID: casefile.ID{3}, Code: "U6", Start: day, Address: stored}}}})
				s := document.Subject{Case: c, Practice: practice.Replay(nil), Context: reviews.Context{Today: day}}
				d := document.Document{Body: []document.Block{document.Paragraph{Text: "She is at " + told + " now."}}}
				if len(document.Guard(s, document.Reader{Copy: casefile.Redacted}, d)) == 0 {
					t.Errorf("stored %q, told %q: not found", stored, told)
				}
			}
		}
	}
}

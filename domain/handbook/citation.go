package handbook

import "strings"

// tagWords puts the verification tags into words, in the order they are tried:
// a longer tag stands before the shorter one it starts with.
var tagWords = [...]struct{ tag, words string }{
	{"V as made", "read as first made, not as amended since"},
	{"V in part", "read in part"},
	{"V heading", "only the heading was read"},
	{"V via Welsh text", "read in the Welsh text"},
	{"V that it was amended", "read only that it was amended"},
	{"V", ""}, // read, as a source should be: nothing to add
	{"P", "seen only in council manuals or a summary"},
	{"S", "as another source states it"},
	{"U for England", "not verified for England"},
	{"U", "not verified"},
	{"matching Welsh text V", "the matching Welsh text was read"},
	{"Welsh text V", "the Welsh text was read"},
	{"existence V", "read that it exists"},
	{"limit U", "limit not verified"},
	{"headings V", "only the headings were read"},
}

// Citation is the source for people: as Source has it, with each verification
// tag in words, so "CPPCR 33 [U]" becomes "CPPCR 33 (not verified)". A text that was
// read whole is cited without a remark.
func (r Rule) Citation() string { return citation(r.Source) }

// Citation is the source for people, as for a rule.
func (i Item) Citation() string { return citation(i.Source) }

func citation(source string) string {
	var out strings.Builder
	for {
		before, rest, open := strings.Cut(source, "[")
		tag, after, closed := strings.Cut(rest, "]")
		if !open || !closed {
			out.WriteString(source)
			return out.String()
		}
		if words := explain(tag); words != "" {
			out.WriteString(before + "(" + words + ")")
		} else {
			out.WriteString(strings.TrimSuffix(before, " "))
		}
		source = after
	}
}

// explain puts the inside of one pair of brackets into words. Parts are
// parted by semicolons; a tag may be followed by ": " or ", " and a remark.
func explain(tag string) string {
	parts := strings.Split(tag, "; ")
	for i, part := range parts {
		for _, known := range tagWords {
			remark, found := strings.CutPrefix(part, known.tag)
			if found && (remark == "" || remark[0] == ':' || remark[0] == ',') {
				parts[i] = known.words + remark
				break
			}
		}
	}
	return strings.Join(parts, "; ")
}

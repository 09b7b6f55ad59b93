package kit

import "io"

// What a terminal puts around a paste.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// pasteLimit is the most bytes of one paste that are read: more than any field
// takes, so that what is cut here is refused there, in words.
const pasteLimit = 2*NoteLimit + 64

// LimitPastes reads keys and drops what is too much of a paste. The framework
// gathers a paste in steps of 256 bytes and copies all of it at each: ten
// megabytes would freeze the screen for minutes.
func LimitPastes(keys io.Reader) io.Reader { return &pastes{keys: keys} }

type pastes struct {
	keys   io.Reader
	inside bool // of a paste
	size   int  // bytes of it so far
	match  int  // bytes of the next mark seen so far
}

// Read reads until there is something to give: what is too much of a paste is
// passed over here, for the framework copies the rest at each answer.
func (l *pastes) Read(p []byte) (int, error) {
	for {
		n, err := l.read(p)
		if n > 0 || err != nil || len(p) == 0 {
			return n, err
		}
	}
}

// read reads once. A part of the end mark that was held back needs its room: it
// is given whole when the rest of it comes.
func (l *pastes) read(p []byte) (int, error) {
	room := len(p)
	if l.over() {
		room = max(room-l.match, 1)
	}
	n, err := l.keys.Read(p[:min(room, len(p))])
	out := make([]byte, 0, len(p))
	for _, c := range p[:n] {
		out = l.keep(out, c)
	}
	return copy(p, out), err
}

func (l *pastes) over() bool { return l.inside && l.size >= pasteLimit }

// keep adds one byte to what is read unless it is too much.
func (l *pastes) keep(out []byte, c byte) []byte {
	mark := pasteStart
	if l.inside {
		mark = pasteEnd
	}
	switch c {
	case mark[l.match]:
		l.match++
	case mark[0]:
		l.match = 1
	default:
		l.match = 0
	}
	over, whole := l.over(), l.match == len(mark)
	l.size++
	switch {
	case over && whole:
		out = append(out, mark...)
	case !over:
		out = append(out, c)
	}
	if whole {
		l.inside, l.match, l.size = !l.inside, 0, 0
	}
	return out
}

package kit

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// WholeKeys reads keys and never stops in the middle of one. The framework
// reads 256 bytes and takes them for whole keys: of what was typed while the
// app was busy it loses a letter of several bytes that lies across that end,
// types the rest of an arrow key's bytes as letters, and when nothing follows
// leaves all of it unread. So it is never given as much as it asks for, and
// what is cut off is kept for the next time.
func WholeKeys(keys io.Reader) io.Reader { return &wholeKeys{keys: keys} }

type wholeKeys struct {
	keys io.Reader
	rest []byte // the beginning of a key
}

// Read gives whole keys, fewer bytes than p has room for. It needs room for one.
func (w *wholeKeys) Read(p []byte) (int, error) {
	room := len(p) - 1
	for {
		n := copy(p[:room], w.rest)
		m, err := w.keys.Read(p[n:room])
		n += m
		end := n
		if cut := unfinished(p[:n], n == room); err == nil && cut < room {
			end -= cut
		}
		w.rest = append(w.rest[:0], p[end:n]...)
		if end > 0 || err != nil {
			return end, err
		}
	}
}

// longestKey is more bytes than any key is.
const longestKey = 24

// unfinished gives how many bytes at the end begin a key that more bytes belong
// to. Where all that was there has been read, Escape at the end is the key.
func unfinished(b []byte, more bool) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if end := b[len(b)-n:]; utf8.RuneStart(end[0]) {
			if !utf8.FullRune(end) {
				return n
			}
			break
		}
	}
	at := bytes.LastIndexByte(b, '\x1b')
	if !more || at < 0 || len(b)-at > longestKey || keyEnds(b[at+1:]) {
		return 0
	}
	if at > 0 && b[at-1] == '\x1b' { // with Alt
		at--
	}
	return len(b) - at
}

// keyEnds reports that the bytes after an Escape hold all of its key.
func keyEnds(after []byte) bool {
	if len(after) == 0 {
		return false
	}
	switch after[0] {
	case 'O':
		return len(after) > 1
	case '[':
		after = bytes.TrimPrefix(after[1:], []byte("[")) // the Linux console's function keys have two
		return bytes.ContainsFunc(after, func(r rune) bool { return r >= '@' && r <= '~' })
	}
	return true
}

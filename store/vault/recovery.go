package vault

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"strings"

	"footprint/domain/fault"
)

// A recovery code is eight groups of four signs: 26 signs carry 128 random
// bits, the last six (the end of group seven and all of group eight) check them.
const (
	alphabet    = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // no I, L, O, U
	codeSigns   = 32
	dataSigns   = 26
	groupSigns  = 4
	recoveryLen = 16
)

// NewRecovery draws a recovery code, such as "7K3M-…-…" of eight groups.
func NewRecovery(rand io.Reader) (string, error) {
	var secret [recoveryLen]byte
	if _, err := io.ReadFull(rand, secret[:]); err != nil {
		return "", err
	}
	defer clear(secret[:])
	return spell(secret), nil
}

// spell writes the secret as signs with its check.
func spell(secret [recoveryLen]byte) string {
	v := signsOf(secret)
	var b strings.Builder
	for i, s := range v {
		if i > 0 && i%groupSigns == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(alphabet[s])
	}
	return b.String()
}

// signsOf gives the 32 values of five bits: two zero bits, the secret, the check.
func signsOf(secret [recoveryLen]byte) (v [codeSigns]byte) {
	hi, lo := binary.BigEndian.Uint64(secret[:8]), binary.BigEndian.Uint64(secret[8:])
	for i := dataSigns - 1; i >= 0; i-- {
		v[i] = byte(lo & 31)
		lo = lo>>5 | hi<<59
		hi >>= 5
	}
	sum := checkOf(secret)
	for i := codeSigns - 1; i >= dataSigns; i-- {
		v[i] = byte(sum & 31)
		sum >>= 5
	}
	return v
}

func checkOf(secret [recoveryLen]byte) uint32 {
	h := sha256.Sum256(append([]byte("footprint recovery"), secret[:]...))
	return binary.BigEndian.Uint32(h[:]) >> 2
}

// right reports whether the signs check, and the secret they spell.
func right(v [codeSigns]byte) (secret [recoveryLen]byte, ok bool) {
	if v[0] > 7 { // 130 bits hold 128: the first two are nought
		return secret, false
	}
	var hi, lo uint64
	for _, s := range v[:dataSigns] {
		hi = hi<<5 | lo>>59
		lo = lo<<5 | uint64(s)
	}
	binary.BigEndian.PutUint64(secret[:8], hi)
	binary.BigEndian.PutUint64(secret[8:], lo)
	var sum uint32
	for _, s := range v[dataSigns:] {
		sum = sum<<5 | uint32(s)
	}
	return secret, sum == checkOf(secret)
}

// ParseRecovery reads a code as people type it: any case, any spaces and
// dashes, O for 0, I or L for 1, U for V. The error is a WrongPassphrase fault
// and says which group to look at when that can be told.
func ParseRecovery(code string) ([recoveryLen]byte, error) {
	var v [codeSigns]byte
	n := 0
	for _, r := range strings.ToUpper(code) {
		switch r {
		case ' ', '-', '\t', '\r', '\n', '.', '_', '\u00a0', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		case 'U':
			r = 'V'
		}
		s := strings.IndexRune(alphabet, r)
		if s < 0 {
			return [recoveryLen]byte{}, wrongCode(fmt.Sprintf("The recovery code has a sign in group %d that no code uses.", min(n/groupSigns+1, 8)))
		}
		if n < codeSigns {
			v[n] = byte(s)
		}
		n++
	}
	if n != codeSigns {
		return [recoveryLen]byte{}, wrongCode(fmt.Sprintf("The recovery code has %d letters and numbers; a whole one has %d, in eight groups of four.", n, codeSigns))
	}
	secret, ok := right(v)
	if ok {
		return secret, nil
	}
	if g := wrongGroup(v); g > 0 {
		return [recoveryLen]byte{}, wrongCode(fmt.Sprintf("The recovery code is not right: look at group %d again.", g))
	}
	return [recoveryLen]byte{}, wrongCode("The recovery code is not right, in more than one place.")
}

func wrongCode(sentence string) error {
	return fault.New(fault.WrongPassphrase, sentence, "Compare it with your paper copy, group by group.")
}

// wrongGroup looks for the one group (1 to 8) in which changing one or two
// signs makes the code right; 0 when there is none. With 30 check bits and
// 46,000 tries a false answer is one in 20,000, and only costs a second look.
func wrongGroup(v [codeSigns]byte) int {
	for g := range codeSigns / groupSigns {
		for a := range groupSigns {
			for b := a; b < groupSigns; b++ {
				if fixable(v, g*groupSigns+a, g*groupSigns+b) {
					return g + 1
				}
			}
		}
	}
	return 0
}

func fixable(v [codeSigns]byte, i, j int) bool {
	for x := range byte(32) {
		v[i] = x
		if i == j {
			if _, ok := right(v); ok {
				return true
			}
			continue
		}
		for y := range byte(32) {
			v[j] = y
			if _, ok := right(v); ok {
				return true
			}
		}
	}
	return false
}

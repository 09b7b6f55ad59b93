package practice_test

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"footprint/domain/practice"
)

// readings lists every setting that dates or duties follow from, with a value
// that is not its usual one.
func readings() map[practice.Setting]string {
	out := map[practice.Setting]string{}
	for _, c := range practice.Choices() {
		if c.Reading != "" {
			out[c.Setting] = c.Values[len(c.Values)-1]
		}
	}
	for _, l := range practice.Limits() {
		n := l.Most
		if n == l.Default {
			n = l.Least
		}
		out[l.Setting] = strconv.Itoa(n)
	}
	return out
}

func TestEveryReadingIsSetCountedAndPutBack(t *testing.T) {
	t.Parallel()
	for s, other := range readings() {
		p := practice.Replay(nil)
		if p.Value(s) != s.Usual() || len(p.Changed()) != 0 {
			t.Errorf("%s does not begin as usual", s)
		}
		supposed := p.Supposing(s, other)
		if reflect.DeepEqual(supposed, p.Readings()) || p.Value(s) != s.Usual() {
			t.Errorf("%s: supposing %q must change the readings and set nothing", s, other)
		}
		lines, err := p.Set(s, other, today)
		p = keep(t, p, lines, err)
		if p.Value(s) != other || p.Number() != 1 || !slices.Equal(p.Changed(), []practice.Setting{s}) {
			t.Errorf("%s is %q under number %d, changed %v", s, p.Value(s), p.Number(), p.Changed())
		}
		if !reflect.DeepEqual(supposed, p.Readings()) {
			t.Errorf("%s: set %+v, supposed %+v", s, p.Readings(), supposed)
		}
		lines, err = p.Set(s, s.Usual(), today)
		if p = keep(t, p, lines, err); p.Number() != 2 || len(p.Changed()) != 0 {
			t.Errorf("%s put back: rows must be dated again, number %d, changed %v", s, p.Number(), p.Changed())
		}
	}
}

func TestLimitsAreTakenWithinTheirBounds(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	for _, l := range practice.Limits() {
		if l.Default < l.Least || l.Default > l.Most || p.Readings().Limit(l.Setting) != l.Default {
			t.Errorf("%s: %+v", l.Setting, l)
		}
		for _, bad := range []string{strconv.Itoa(l.Least - 1), strconv.Itoa(l.Most + 1), "", "some", "1.5"} {
			if _, err := p.Set(l.Setting, bad, today); err == nil {
				t.Errorf("%s = %q must be refused", l.Setting, bad)
			}
		}
		for _, n := range []int{l.Least, l.Most} {
			lines, err := p.Set(l.Setting, " 0"+strconv.Itoa(n), today)
			if got := keep(t, p, lines, err).Readings().Limit(l.Setting); got != n {
				t.Errorf("%s = %d gives %d", l.Setting, n, got)
			}
		}
	}
}

//go:build unix

package main

import (
	"strings"
	"testing"
)

// told asks that trouble was told with its exit code, in one sentence and a
// hint, without a trace and without anybody's name.
func (h home) told(t testing.TB, got said, code int, sentence string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(got.err, "\n"), "\n")
	if got.code != code || len(lines) != 2 || !strings.HasPrefix(lines[0], "footprint: ") || !strings.HasPrefix(lines[1], "hint: ") || !strings.Contains(lines[0], sentence) {
		t.Errorf("exit code %d, want %d with %q in a sentence and a hint: %q", got.code, code, sentence, got.err)
	}
	for _, leak := range []string{"goroutine", ".go:", "panic", "Siôn", "Aled", "Rowlands", "bbolt", h.dir} {
		if strings.Contains(got.err+got.out, leak) {
			t.Errorf("%q is told: %q", leak, got.err+got.out)
		}
	}
}

package fault_test

import (
	"errors"
	"fmt"
	"testing"

	"footprint/domain/fault"
)

func TestCodeHintAndCauseSurviveWrapping(t *testing.T) {
	t.Parallel()
	cause := errors.New("syscall said no")
	err := fmt.Errorf("opening: %w", fault.New(fault.Disk, "The disk did not answer.", "Try again.").Wrap(cause))
	if got := fault.CodeOf(err); got != fault.Disk {
		t.Errorf("CodeOf = %q, want %q", got, fault.Disk)
	}
	if got := fault.HintOf(err); got != "Try again." {
		t.Errorf("HintOf = %q", got)
	}
	if !errors.Is(err, cause) || !errors.Is(err, fault.New(fault.Disk, "", "")) {
		t.Error("the cause and the code must both be found with errors.Is")
	}
	if errors.Is(err, fault.New(fault.InUse, "", "")) {
		t.Error("a different code must not match")
	}
}

func TestPlainErrorHasNoCode(t *testing.T) {
	t.Parallel()
	if c := fault.CodeOf(errors.New("plain")); c != "" {
		t.Errorf("CodeOf(plain) = %q, want none", c)
	}
}

package journal

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// errCaught marks an error that was a panic or a memory fault: bbolt panics on
// damaged pages, and a mapped file that shrank faults.
var errCaught = errors.New("journal: caught a panic")

// caughtError keeps where it happened, never the panic's value.
type caughtError struct {
	kind   string
	frames []byte
}

func (c *caughtError) Error() string        { return "caught " + c.kind }
func (c *caughtError) Is(target error) bool { return target == errCaught }

// guarded runs f on a goroutine of its own, where a memory fault is a panic and
// a panic is an error of code Damaged.
func guarded(f func() error) error {
	ch := make(chan error, 1)
	go func() { ch <- inGuard(f) }()
	return <-ch
}

// inGuard is guarded on the goroutine at hand.
func inGuard(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = damaged("The store file is damaged.").Wrap(&caughtError{kind: fmt.Sprintf("%T", p), frames: debug.Stack()})
		}
	}()
	return f()
}

func wasCaught(err error) bool { return errors.Is(err, errCaught) }

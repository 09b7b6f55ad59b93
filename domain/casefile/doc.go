// Package casefile is one child's file: what was entered about the child, in
// the order it was entered, and what may be entered next.
//
// Data travels one way. A command, a pure function on the Case, checks what the
// IRO wants against the file and gives Lines or a coded error. The caller
// stamps the lines into Entries and journals them. Replaying the entries gives
// the Case again. Nothing is edited in place: a later entry restates or
// reverses an earlier one and names it.
//
// The package may touch workday, handbook and fault. It must never look at a
// clock, a disk or a screen, and it works out no deadline: that is clock's.
package casefile

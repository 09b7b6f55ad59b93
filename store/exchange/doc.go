// Package exchange reads the files a council hands out: a caseload list (CSV or
// XLSX, any headings) and the tables of an SSDA903 return.
//
// It works in three steps, and nothing is applied before the last file is read:
// Read turns files into a Return (what they say of each child, with every row
// that was refused or is odd), MakePlan sets that beside the files of the
// children already known and gives the lines to journal, Result words it for
// the command line. Inspect and Propose help a person match columns first.
//
// The package may touch the disk (to read the named files only), domain and the
// spreadsheet library. It must never write a file, journal an entry, keep a
// clock, or put a child's data into an error: what a cell held goes only into a
// Problem, which is shown to the person whose file it is. Every string it hands
// out has been through Clean, so nothing from a file reaches a terminal raw.
package exchange

// Package kit holds the pieces every screen uses: theme and signs, safe text,
// pages and the navigator, actions with the footer, help and palette made from
// them, table, form, editor, short messages, questions and the crash guard.
//
// It may touch the terminal framework and plain values handed to it. It knows
// no rules of the field, reads no clock, file or environment, starts no
// goroutine outside a tea.Cmd, and holds no case data longer than the screen
// that shows it.
//
// How a screen is built:
//
//	type page struct { nav *kit.Nav; table *kit.Table }
//
//	func (p *page) Init() tea.Cmd                { return kit.Load(p.era, p.read) }
//	func (p *page) Update(msg tea.Msg) tea.Cmd   { … keys that move, and results }
//	func (p *page) View() string                 { return p.table.View() }
//	func (p *page) SetSize(w, h int)             { p.table.SetSize(w, h) }
//	func (p *page) Title() string                { return "Caseload" }
//	func (p *page) Actions() []kit.Action        { … every key with its words }
//	func (p *page) Typing() bool                 { return false }
//	func (p *page) Escape() bool                 { return false }
//
// The navigator draws header, rules, message line and footer; a page draws its
// body only, in exactly the size it was given. A page asks for another page by
// calling nav.Push within its own Update, so no key typed in between can reach
// the wrong page. Whatever a page's command returns comes back to that page
// alone, hidden or not, unless its type carries ToRoot.
package kit

import _ "footprint/tui/kit/termguard" // first: see its package comment

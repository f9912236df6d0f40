package cin

import (
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/returns"
)

// section47 reads an enquiry and its initial conference. The day of the
// conference is added to held.
func (b *building) section47(n returns.Node, held map[any]bool) {
	enquiry := map[string]any{"referral_id": b.referral}
	b.set(enquiry, n, "S47ActualStartDate", "section_47.start_date")
	notRequired, said := b.Read("section_47.to_conference", b.Cell(n, "ICPCnotRequired")).(bool)
	if said {
		enquiry["to_conference"] = !notRequired
	}
	id := b.SetID(enquiry, "section_47.enquiry_id", "section-47", enquiry["start_date"], n.At)
	b.Add("section_47", enquiry, n.At)

	conference := map[string]any{"type": initial, "enquiry_id": id}
	b.set(conference, n, "InitialCPCtarget", "conferences.due_date")
	b.set(conference, n, "DateOfInitialCPC", "conferences.date")
	day, due := conference["date"], conference["due_date"]
	wanted := said && !notRequired
	if day == nil && (due == nil || !wanted) {
		return
	}
	held[day] = true
	if day == nil {
		day = due
	}
	b.SetID(conference, "conferences.conference_id", "initial-conference", day, n.At)
	b.Add("conferences", conference, n.At)
}

// lone reads the initial conference that followed from no enquiry.
func (b *building) lone(n returns.Node, held map[any]bool) {
	conference := map[string]any{"type": initial}
	b.set(conference, n, "DateOfInitialCPC", "conferences.date")
	day := conference["date"]
	if day == nil {
		return
	}
	if held[day] {
		b.Note(casefile.Note{Kind: returns.SameDay, At: casefile.Location{File: n.At.File, Row: n.At.Row}, Field: "conferences.date",
			Text: "DateOfInitialCPC stands in the CINdetails and in its Section47: it is taken for one conference"})
		return
	}
	b.SetID(conference, "conferences.conference_id", "initial-conference", day, n.At)
	b.Add("conferences", conference, n.At)
}

package reporttest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/caseaudit/caseaudit/internal/audit"
	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// The teams of the fixture. C-1010 has none.
const (
	North = "Assessment North"
	South = "Assessment South"
	Hub   = "St. John's Hub"
)

func teamOf(caseID string) string {
	switch caseID {
	case "C-1001", "C-1002", "C-1003", "C-1004":
		return North
	case "C-1005", "C-1006", "C-1007":
		return South
	case "C-1008", "C-1009":
		return Hub
	}
	return ""
}

// Outcomes are the judged items, in the order an audit has them.
func Outcomes(cat *criteria.Catalogue) []audit.Outcome {
	var all []audit.Outcome
	for _, c := range cat.Criteria {
		judged := items(c)
		slices.SortFunc(judged, func(a, b audit.Outcome) int {
			return cmp.Or(cmp.Compare(a.CaseID, b.CaseID), cmp.Compare(a.Item, b.Item))
		})
		for _, o := range judged {
			all = append(all, complete(c, o))
		}
	}
	return all
}

// complete fills in what follows from the criterion and the case.
func complete(c *criteria.Criterion, o audit.Outcome) audit.Outcome {
	o.Criterion, o.Entity = c, c.Unit
	o.Met = o.Message == ""
	if o.CaseID != audit.ServiceCase {
		o.Team = teamOf(o.CaseID)
	}
	if file, row, ok := strings.Cut(o.Where, " row "); ok {
		n, _ := strconv.Atoi(row)
		o.At = casefile.Location{File: file, Row: n}
	}
	sum := sha256.Sum256([]byte(c.ID + "\x00" + o.CaseID + "\x00" + o.Item))
	o.Finding = hex.EncodeToString(sum[:8])
	return o
}

func items(c *criteria.Criterion) []audit.Outcome {
	switch c.ID {
	case "CR-01":
		return with(perCase("contacts.csv", "K-%d", 10, audit.Outcome{Anchor: "2026-03-02", Start: "2026-03-02", Due: "2026-03-03", Done: "2026-03-03"}),
			audit.Outcome{CaseID: "C-1003", Item: "K-3", Anchor: "2026-04-02", Start: "2026-04-02", Due: "2026-04-07", Done: "2026-04-09", DaysOver: 2,
				Where: "contacts.csv row 4", Message: "the contact received on 02/04/2026 was not decided within 1 working day: due 07/04/2026, decided 09/04/2026, 2 days over"})
	case "AS-02":
		const message = "the assessment completed on 14/09/2026 does not record that the child was seen"
		return with(perCase("assessments.csv", "A-%d", 10, audit.Outcome{Anchor: "2026-09-14", Worker: "W-101"}),
			audit.Outcome{CaseID: "C-1002", Item: "A-2", Anchor: "2026-09-14", Worker: "W-102", Where: "assessments.csv row 3", Message: message},
			audit.Outcome{CaseID: "C-1003", Item: "A-3", Anchor: "2026-09-14", Worker: "W-102", Where: "assessments.csv row 4", Message: message},
			audit.Outcome{CaseID: "C-1010", Item: "A-10", Anchor: "2026-09-14", Where: "assessments.csv row 11", Message: message})
	case "CP-15":
		return with(perCase("plans.csv", "P-%d", 5, audit.Outcome{Anchor: "2026-05-11"}),
			audit.Outcome{CaseID: "C-1001", Item: "P-1", Anchor: "2026-05-11", Where: "plans.csv row 2", Message: "the plan that started on 11/05/2026 is not the child's first"},
			audit.Outcome{CaseID: "C-1005", Item: "P-5", Anchor: "2026-05-11", Where: "plans.csv row 6", Message: "the plan that started on 11/05/2026 is not the child's first"})
	case "RE-01":
		return perCase("chronology.csv", "record", 6, audit.Outcome{})
	case "MO-01":
		return perCase("decisions.csv", "record", 8, audit.Outcome{})
	case "MO-03":
		return with(perCase("assessments.csv", "A-%d", 10, audit.Outcome{Anchor: "2026-09-14", Start: "2026-09-14", Due: "2026-09-21", Done: "2026-09-18"}),
			audit.Outcome{CaseID: "C-1002", Item: "A-2", Anchor: "2026-09-14", Start: "2026-09-14", Due: "2026-09-21", Done: "2026-09-22", DaysOver: 1, Worker: "W-102",
				Where: "assessments.csv row 3", Message: "the assessment completed on 14/09/2026 was not signed off within 5 working days: due 21/09/2026, signed off 22/09/2026, 1 day over"},
			audit.Outcome{CaseID: "C-1005", Item: "A-5", Anchor: "2026-09-14", Start: "2026-09-14", Due: "2026-09-21", DaysOver: 40, Worker: "W-103",
				Where: "assessments.csv row 6", Message: "the assessment completed on 14/09/2026 was not signed off within 5 working days: due 21/09/2026, not signed off by 31/10/2026, 40 days over"},
			audit.Outcome{CaseID: "C-1006", Item: "A-6", Anchor: "2026-09-14", Start: "2026-09-14", Due: "2026-09-21", Done: "2026-09-11", Worker: "W-103",
				Where: "assessments.csv row 7", Doubt: "signed off before it was completed"})
	case "CC-14":
		return []audit.Outcome{
			{CaseID: "C-1005", Item: "2026-08-03", Anchor: "2026-08-03", Due: "2026-09-14", DaysOver: 47, Where: "private_fostering.csv row 2",
				Message: "visits are not as often as the regulations ask: due 14/09/2026, none by 31/10/2026, 47 days over"},
			{CaseID: "C-1008", Item: "2026-10-01", Anchor: "2026-10-01", Due: "2026-11-12", Done: "2026-10-20", Where: "private_fostering.csv row 3"},
		}
	case "WF-01":
		return []audit.Outcome{
			{CaseID: audit.ServiceCase, Item: "W-101", Team: North, Worker: "W-101", Where: `workforce.xlsx sheet "Staff" row 2`},
			{CaseID: audit.ServiceCase, Item: "W-102", Team: North, Worker: "W-102", Where: `workforce.xlsx sheet "Staff" row 3`},
			{CaseID: audit.ServiceCase, Item: "W-103", Team: South, Worker: "W-103", Where: `workforce.xlsx sheet "Staff" row 4`},
			{CaseID: audit.ServiceCase, Item: "W-104", Worker: "W-104", Where: `workforce.xlsx sheet "Staff" row 5`,
				Message: "=HYPERLINK(\"http://example.invalid\") & <b>Zoë</b>, in contact with children without a criminal record check in the last 3 years"},
			{CaseID: audit.ServiceCase, Item: "W-105", Team: Hub, Worker: "W-105", Where: `workforce.xlsx sheet "Staff" row 6`},
		}
	}
	return nil
}

// perCase is one met item like the given one for each of the first n cases.
func perCase(file, item string, n int, like audit.Outcome) []audit.Outcome {
	judged := make([]audit.Outcome, n)
	for i := range judged {
		o := like
		o.CaseID = fmt.Sprintf("C-%d", 1001+i)
		o.Item = item
		if item != criteria.Record {
			o.Item = fmt.Sprintf(item, i+1)
		}
		o.Where = fmt.Sprintf("%s row %d", file, i+2)
		judged[i] = o
	}
	return judged
}

// with puts others in the place of the items of the same case and id.
func with(judged []audit.Outcome, others ...audit.Outcome) []audit.Outcome {
	for _, o := range others {
		i := slices.IndexFunc(judged, func(j audit.Outcome) bool { return j.CaseID == o.CaseID && j.Item == o.Item })
		judged[i] = o
	}
	return judged
}

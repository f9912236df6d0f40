package audit

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/caseaudit/caseaudit/internal/calendar"
	"github.com/caseaudit/caseaudit/internal/criteria"
)

// defaultMonths is the length of the period where no criterion reads it.
const defaultMonths = 12

// readSettings lists what is in force on as-at, and finds the period's first day.
// A setting without a value on that day is an error: policies would find nothing
// there and fall silent, and silence looks like a pass. A timescale is read as of
// the day the work began, so it may well have none.
func (a *Audit) readSettings(cat *criteria.Catalogue, days *calendar.Calendar) error {
	all, err := cat.Settings()
	if err != nil {
		return err
	}
	settings, _ := cat.Data()["settings"].(map[string]any)
	a.values = map[string]string{}
	for _, s := range all {
		value, ok := s.InForce(a.AsAt)
		_, own := settings[s.Name]
		switch {
		case ok:
			a.values[s.Name] = value
			value += " " + s.Unit
		case own:
			return fmt.Errorf("settings.%s: no value is in force on %s: give one that is valid on that day", s.Name, a.AsAt)
		default:
			value = "none in force"
		}
		a.Settings = append(a.Settings, Setting{Name: s.Name, Title: s.Title, Value: strings.TrimSpace(value),
			Footing: s.Footing.Words(), Source: s.Source, Council: s.Council})
	}
	months := defaultMonths
	if text, ok := a.values["period_months"]; ok {
		if months, err = strconv.Atoi(text); err != nil {
			return fmt.Errorf("settings.period_months: %q is no number", text)
		}
	}
	a.From, err = periodStart(days, a.AsAt, months)
	return err
}

// periodStart is the first day of the period: the day after as-at less some
// months, clipped to the month's end, as lib.period has it.
func periodStart(days *calendar.Calendar, asAt string, months int) (string, error) {
	before, ok := days.AddMonths(asAt, -months)
	if !ok || months < 1 {
		return "", fmt.Errorf("settings.period_months: an audit cannot look back over %d months from %s", months, asAt)
	}
	return nextDay(before)
}

func nextDay(date string) (string, error) {
	d, err := time.Parse(calendar.Layout, date)
	if err != nil {
		return "", err
	}
	return d.AddDate(0, 0, 1).Format(calendar.Layout), nil
}

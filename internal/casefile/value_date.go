package casefile

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // so that London is known on a laptop without a time zone database
)

// The years in which a date is believed.
const (
	firstYear = 1900
	lastYear  = 2100
)

var (
	errForm = errors.New("is not a date caseaudit knows: write yyyy-mm-dd or dd/mm/yyyy")
	errDay  = errors.New("is no day of the calendar: dates are read day first, write yyyy-mm-dd or dd/mm/yyyy")
	errTime = errors.New("has a time of day that cannot be read: write hh:mm or hh:mm:ss")
	errYear = errors.New("has a two-digit year, which could be either century: write all four digits")
	errAge  = errors.New("has a year outside 1900 to 2100: correct the year")
	errSeri = errors.New("looks like a spreadsheet serial number: format the column as a date")
)

// readDate reads a date or a datetime. Day comes before month, always. A time
// with an offset is turned into London clock time before its day is taken.
func (f *Field) readDate(raw any) (any, error) {
	s, ok := text(raw)
	if !ok {
		return nil, f.wrong(raw, "is not a date: write yyyy-mm-dd as text")
	}
	if _, number := raw.(json.Number); number {
		return nil, f.wrong(raw, errSeri.Error())
	}
	moment, timed, err := parseMoment(s)
	if err != nil {
		return nil, f.wrong(raw, err.Error())
	}
	if f.Type == DateTime && timed {
		return moment.Format("2006-01-02T15:04:05"), nil
	}
	return moment.Format(time.DateOnly), nil
}

// parseMoment reads a day and, when there is one, its time of day as London's
// clocks showed it.
func parseMoment(s string) (moment time.Time, timed bool, err error) {
	if strings.Trim(s, "0123456789.") == "" && strings.Count(s, ".") < 2 {
		return moment, false, errSeri
	}
	day, rest := splitDay(s)
	year, month, date, err := parseDay(day)
	if err != nil {
		return moment, false, err
	}
	if year < firstYear || year > lastYear {
		return moment, false, errAge
	}
	moment = time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
	if moment.Year() != year || moment.Month() != month || moment.Day() != date {
		return moment, false, errDay
	}
	if rest == "" {
		return moment, false, nil
	}
	clock, zone, err := parseClock(rest)
	if err != nil {
		return moment, false, err
	}
	moment = moment.Add(clock)
	if zone == nil {
		return moment, true, nil
	}
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		return moment, false, err
	}
	moment = moment.Add(-*zone).In(london)
	if moment.Year() < firstYear || moment.Year() > lastYear {
		return moment, false, errAge
	}
	return moment, true, nil
}

// splitDay parts the day from the time: at a T between digits, or at the first
// space after which a clock reading begins ("2 Jan 2006 09:30").
func splitDay(s string) (day, rest string) {
	if len(s) > 11 && s[10] == 'T' {
		return s[:10], s[11:]
	}
	if colon := strings.IndexByte(s, ':'); colon >= 0 {
		if space := strings.LastIndexByte(s[:colon], ' '); space >= 0 {
			return strings.TrimSpace(s[:space]), s[space+1:]
		}
	}
	return s, ""
}

func parseDay(s string) (year int, month time.Month, day int, err error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		return ordered(s[:4], s[5:7], s[8:])
	}
	for _, mark := range []string{"/", "-", ".", " "} {
		parts := strings.Split(s, mark)
		if mark == " " {
			parts = strings.Fields(s)
		}
		if len(parts) != 3 {
			continue
		}
		named := monthNamed(parts[1])
		if named == 0 && mark == " " {
			return 0, 0, 0, errForm
		}
		if len(parts[0]) < 1 || len(parts[0]) > 2 || !digits(parts[0]) || !digits(parts[2]) {
			return 0, 0, 0, errForm
		}
		if len(parts[2]) == 2 && (named > 0 || digits(parts[1])) {
			return 0, 0, 0, errYear
		}
		if len(parts[2]) != 4 {
			return 0, 0, 0, errForm
		}
		if named > 0 {
			return ordered(parts[2], strconv.Itoa(int(named)), parts[0])
		}
		return ordered(parts[2], parts[1], parts[0])
	}
	return 0, 0, 0, errForm
}

// ordered reads the three numbers of a date; whether they make a day of the
// calendar is for the caller to say.
func ordered(y, m, d string) (int, time.Month, int, error) {
	if len(m) > 2 || !digits(y) || !digits(m) || !digits(d) {
		return 0, 0, 0, errForm
	}
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	return year, time.Month(month), day, nil
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// monthNamed knows a month by its English name or the first three letters of
// it ("Sept" too); 0 when it is none.
func monthNamed(s string) time.Month {
	if len(s) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if strings.EqualFold(s, name) || strings.EqualFold(s, name[:3]) || m == time.September && strings.EqualFold(s, "sept") {
			return m
		}
	}
	return 0
}

// parseClock reads hh:mm[:ss[.fraction]] with am or pm and an offset from
// Greenwich where there are any.
func parseClock(s string) (clock time.Duration, offset *time.Duration, err error) {
	s = strings.TrimSpace(s)
	if s, offset, err = cutOffset(s); err != nil {
		return 0, nil, err
	}
	half := ""
	if n := len(s); n > 2 && (strings.EqualFold(s[n-2:], "am") || strings.EqualFold(s[n-2:], "pm")) {
		half, s = strings.ToLower(s[n-2:]), strings.TrimSpace(s[:n-2])
	}
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, nil, errTime
	}
	if len(parts) == 3 {
		whole, fraction, dotted := strings.Cut(parts[2], ".")
		if dotted && !digits(fraction) {
			return 0, nil, errTime
		}
		parts[2] = whole
	}
	limits := []int{23, 59, 59}
	numbers := make([]int, 3)
	for i, part := range parts {
		if !digits(part) || len(part) > 2 || i > 0 && len(part) != 2 {
			return 0, nil, errTime
		}
		numbers[i], _ = strconv.Atoi(part)
		if numbers[i] > limits[i] {
			return 0, nil, errTime
		}
	}
	if half != "" {
		if numbers[0] < 1 || numbers[0] > 12 {
			return 0, nil, errTime
		}
		numbers[0] %= 12
		if half == "pm" {
			numbers[0] += 12
		}
	}
	clock = time.Duration(numbers[0])*time.Hour + time.Duration(numbers[1])*time.Minute + time.Duration(numbers[2])*time.Second
	return clock, offset, nil
}

// cutOffset takes Z, +01:00 or +0100 off the end of a clock reading.
func cutOffset(s string) (string, *time.Duration, error) {
	if n := len(s); n > 0 && (s[n-1] == 'Z' || s[n-1] == 'z') {
		zero := time.Duration(0)
		return strings.TrimSpace(s[:n-1]), &zero, nil
	}
	at := strings.LastIndexAny(s, "+-")
	if at < 0 {
		return s, nil, nil
	}
	figures := strings.Replace(s[at+1:], ":", "", 1)
	if len(figures) != 4 || !digits(figures) {
		return "", nil, errTime
	}
	hours, _ := strconv.Atoi(figures[:2])
	minutes, _ := strconv.Atoi(figures[2:])
	if hours > 14 || minutes > 59 {
		return "", nil, errTime
	}
	offset := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if s[at] == '-' {
		offset = -offset
	}
	return strings.TrimSpace(s[:at]), &offset, nil
}

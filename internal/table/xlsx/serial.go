package xlsx

import (
	"math"
	"strconv"
	"time"
)

// The numbers that are days: from the epoch to the end of the year 9999.
const (
	lastSerial1900 = 2958465
	lastSerial1904 = 2957003
	secondsOfDay   = 24 * 60 * 60
)

// appendSerial appends the date or time that a number is: Excel counts days, and
// their fractions, from the last day of 1899 or from the first of 1904. Excel
// believes that 1900 was a leap year, so that day 60 is a day that never was and
// every day before it is one further than counted from 1 March; it is given as
// Excel shows it, 1900-02-29, and day 0 as 1900-01-00, and no reader of dates
// will take either for a day. The type is Number, and nothing is appended, when
// the number is no date at all. Odd says that Excel could show no day of the
// calendar.
func appendSerial(dst, raw []byte, kind formatKind, epoch1904 bool) (text []byte, t Type, odd bool) {
	days, seconds, ok := parseSerial(raw)
	last := int64(lastSerial1900)
	if epoch1904 {
		last = lastSerial1904
	}
	if !ok || days > last {
		return dst, Number, true
	}
	switch {
	case kind == elapsed:
		return appendClock(dst, days*secondsOfDay+seconds), Clock, false
	case kind == clock && days == 0:
		return appendClock(dst, seconds), Clock, false
	}
	if odd = !epoch1904 && (days == 0 || days == 60); odd {
		dst = append(dst, map[int64]string{0: "1900-01-00", 60: "1900-02-29"}[days]...)
	} else {
		dst = appendDay(dst, sinceEpoch(days, epoch1904))
	}
	if seconds > 0 {
		dst = appendClock(append(dst, 'T'), seconds)
	}
	return dst, Date, odd
}

// parseSerial parts a number into days and, to the nearest, seconds.
func parseSerial(raw []byte) (days, seconds int64, ok bool) {
	if n := parseDigits(raw); n >= 0 {
		return n, 0, true
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || !(v >= 0 && v < 1e8) {
		return 0, 0, false
	}
	whole := math.Floor(v)
	days, seconds = int64(whole), int64(math.Round((v-whole)*secondsOfDay))
	if seconds == secondsOfDay {
		days, seconds = days+1, 0
	}
	return days, seconds, true
}

// parseDigits reads up to eight digits and nothing else; -1 otherwise.
func parseDigits(b []byte) int64 {
	if len(b) == 0 || len(b) > 8 {
		return -1
	}
	n := int64(0)
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int64(c-'0')
	}
	return n
}

// sinceEpoch turns a serial number into days since 1 January 1970.
func sinceEpoch(days int64, epoch1904 bool) int64 {
	switch {
	case epoch1904:
		return days - 24107
	case days < 60:
		return days - 25568
	}
	return days - 25569
}

// appendDay appends a day as yyyy-mm-dd. The calendar arithmetic is that of
// H. Hinnant's civil_from_days, which counts years from 1 March.
func appendDay(dst []byte, days int64) []byte {
	days += 719468
	era := days / 146097 // never negative: no serial is before 1899
	day := days - era*146097
	year := (day - day/1460 + day/36524 - day/146096) / 365
	day -= 365*year + year/4 - year/100
	month := (5*day + 2) / 153
	day -= (153*month+2)/5 - 1
	year += era * 400
	if month += 3; month > 12 {
		month -= 12
		year++
	}
	dst = append(dst, byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10), '-')
	dst = append(dst, byte('0'+month/10), byte('0'+month%10), '-')
	return append(dst, byte('0'+day/10), byte('0'+day%10))
}

// appendClock appends seconds as hh:mm:ss; the hours may pass 23.
func appendClock(dst []byte, seconds int64) []byte {
	two := func(n int64) { dst = append(dst, byte('0'+n/10), byte('0'+n%10)) }
	hours := seconds / 3600
	if hours < 100 {
		two(hours)
	} else {
		dst = strconv.AppendInt(dst, hours, 10)
	}
	dst = append(dst, ':')
	two(seconds / 60 % 60)
	dst = append(dst, ':')
	two(seconds % 60)
	return dst
}

// appendISO appends the date of a cell that holds it as text, which is rare: it
// is checked, and a midnight is left out.
func appendISO(dst, raw []byte) ([]byte, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04", time.RFC3339} {
		moment, err := time.Parse(layout, string(raw))
		if err != nil {
			continue
		}
		if moment.Hour() == 0 && moment.Minute() == 0 && moment.Second() == 0 && layout != time.RFC3339 {
			return append(dst, raw[:len(time.DateOnly)]...), true
		}
		return append(dst, raw...), true
	}
	return dst, false
}

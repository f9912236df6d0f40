package xlsx

import (
	"bytes"
	"strconv"
)

// widest is how far an exponent moves the point before the number is left as it
// is written.
const widest = 40

// isNumber reports whether the text is a number as XML writes a double:
// -12.5, 1E+15; neither NaN nor infinity, which no cell holds.
func isNumber(b []byte) bool {
	i := 0
	if i < len(b) && (b[i] == '-' || b[i] == '+') {
		i++
	}
	digits := 0
	for ; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
		digits++
	}
	if i < len(b) && b[i] == '.' {
		for i++; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
			digits++
		}
	}
	if digits == 0 {
		return false
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		i++
		if i < len(b) && (b[i] == '-' || b[i] == '+') {
			i++
		}
		from := i
		for i < len(b) && b[i] >= '0' && b[i] <= '9' {
			i++
		}
		if i == from || i-from > 4 {
			return false
		}
	}
	return i == len(b)
}

// appendNumber appends what a number is read as, when that is not what the file
// holds: without an exponent, because an id of sixteen digits is written 1E+15;
// and with the noughts in front that a format of noughts shows, because the same
// id stands elsewhere as 0012345. Digits are only moved, never worked out.
func appendNumber(dst, raw []byte, zeros int) []byte {
	if zeros > len(raw) && parseDigits(raw) >= 0 {
		for range zeros - len(raw) {
			dst = append(dst, '0')
		}
		return append(dst, raw...)
	}
	at := bytes.IndexAny(raw, "eE")
	if at < 0 {
		return dst
	}
	exponent, err := strconv.Atoi(string(raw[at+1:]))
	if err != nil || exponent > widest || exponent < -widest {
		return dst
	}
	mantissa := raw[:at]
	if mantissa[0] == '-' {
		dst = append(dst, '-')
	}
	mantissa = bytes.TrimLeft(mantissa, "+-")
	whole, fraction, _ := bytes.Cut(mantissa, []byte("."))
	digits := append(bytes.Clone(whole), fraction...)
	point := len(whole) + exponent
	for ; point < 1; point++ {
		digits = append([]byte{'0'}, digits...)
	}
	for len(digits) < point {
		digits = append(digits, '0')
	}
	front := digits[:point]
	if front = bytes.TrimLeft(front, "0"); len(front) == 0 {
		front = []byte("0")
	}
	dst = append(dst, front...)
	if behind := bytes.TrimRight(digits[point:], "0"); len(behind) > 0 {
		dst = append(append(dst, '.'), behind...)
	}
	return dst
}

// longNumber reports whether a whole number has more than the 15 digits that
// Excel keeps.
func longNumber(b []byte) bool {
	return len(b) > 15 && len(bytes.Trim(b, "0123456789")) == 0
}

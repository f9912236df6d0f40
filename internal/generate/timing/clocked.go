package timing

import (
	"fmt"
	"time"
)

const clocked = "2006-01-02T15:04:05"

// Clocked is a date with a time of day, in minutes from midnight.
func Clocked(date string, minutes int) string { return Later(date+"T00:00:00", minutes) }

// Later is some minutes after a date with a time of day, by the clock on the wall.
func Later(at string, minutes int) string {
	t, err := time.Parse(clocked, at)
	if err != nil {
		panic(fmt.Sprintf("timing: %q is not a date with a time of day", at))
	}
	return t.Add(time.Duration(minutes) * time.Minute).Format(clocked)
}

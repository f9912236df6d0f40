package story

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// Person is a made-up child. No two numbers give the same child.
type Person struct {
	Forename, Surname string
	NHS, UPN          string // either may be blank
	Born              string // blank for a child not yet born
	Expected          string // of an unborn child, and of one born lately
	Sex, Ethnicity    string
	Religion          string
	Language          string
	Disabilities      []string
}

// The names are nobody's.
func forenames() []string {
	return strings.Fields(`Bramble Clover Juniper Saffron Teasel Fennel Sorrel Linnet Merlin Wren Plover Dunlin
		Petrel Avocet Tansy Yarrow Comfrey Burdock Larkin Quill Rowanne Hazelin Mossie Pebble Marlo Zephyrine Ondine
		Corin Peregrin Lazuli Zoë-Fern André-Lee Chloé-May Séan-Oak Thistle Bryony-Moss Larch Elder Aspen Sedge`)
}

func surnames() []string {
	var names []string
	for _, first := range strings.Fields(`Thistle Quill Marsh Pebble Fern Candle Button Kettle Lantern Puddle Bramble Acorn
		Feather Gravel Tumble Whistle Saddle Cobble Barley Copper Winter Harvest Mallow Otter Badger O'Brindle- Linden Sparrow`) {
		for _, last := range strings.Fields(`wick thorpe combe worthy stead bourne shaw ley hurst fold beck gate mere holt dale thwaite`) {
			names = append(names, strings.ReplaceAll(first, "-", "")+last)
		}
	}
	return names
}

// person makes the child with a number, of an age at a date.
func (t *Teller) person(n int, r *rand.Rand, unborn bool, start string) Person {
	names := len(t.forenames) * len(t.surnames)
	k := int(uint64(n) * 7919 % uint64(names)) // 7919 is a prime that does not divide the number of names
	p := Person{Forename: t.forenames[k%len(t.forenames)], Surname: t.surnames[k/len(t.forenames)]}
	if round := n / names; round > 0 {
		p.Surname += " " + t.surnames[(round*31+k)%len(t.surnames)] + strings.Repeat("e", round/len(t.surnames))
	}
	p.NHS, p.UPN = nhsNumber(n), ""
	p.Sex = pick(r, "M", "F")
	p.Ethnicity = pick(r, "WBRI", "WBRI", "WBRI", "WBRI", "WOTH", "MWBC", "MWAS", "APKN", "ABAN", "BAFR", "BCRB", "AOTH", "OOTH", "WIRI", "REFU")
	p.Religion = pick(r, "None", "None", "Christian", "Muslim", "Hindu", "Sikh", "Roman Catholic", "None")
	p.Language = pick(r, "English", "English", "English", "English", "Polish", "Urdu", "Portuguese", "Bengali", "Romanian")
	p.Disabilities = []string{"NONE"}
	if r.Float64() < 0.12 {
		p.Disabilities = []string{pick(r, "LD", "AUT", "MOB", "HEAR", "COMM", "BEH")}
	}
	if unborn {
		p.Forename, p.NHS = "", ""
		p.Expected = timing.Days(start, 110+r.IntN(60))
		if t.clock.Happened(p.Expected) {
			p.Born = min(timing.Days(p.Expected, r.IntN(15)-7), t.clock.AsAt)
			if r.IntN(5) == 0 {
				p.Born = timing.Days(p.Expected, -timing.PreBirthDays-r.IntN(30)) // far too early
			}
			p.Forename, p.NHS = t.forenames[k%len(t.forenames)], nhsNumber(n)
		}
		return p
	}
	oldest := timing.Birthday(t.clock.AsAt, -17)
	p.Born = timing.Days(start, -20-r.IntN(timing.Between(oldest, start)-20))
	if four := timing.Months(start, -12*timing.ViewsFromAge); r.Float64() < 0.04 {
		p.Born = timing.Days(four, 30) // turns four while the work goes on
	}
	if timing.Birthday(p.Born, 5) <= start {
		p.UPN = pupilNumber(n)
	}
	return p
}

// nhsNumber is in the range kept for tests (999), with a true check digit; about
// one number in eleven has none, and stands for a child whose number is not known.
func nhsNumber(n int) string {
	digits := fmt.Sprintf("999%06d", n%1_000_000)
	sum := 0
	for i, d := range digits {
		sum += int(d-'0') * (10 - i)
	}
	switch check := 11 - sum%11; check {
	case 11:
		return digits + "0"
	case 10:
		return ""
	default:
		return digits + fmt.Sprint(check)
	}
}

// pupilNumber has a true check letter and the number of no authority (000).
func pupilNumber(n int) string {
	digits := fmt.Sprintf("000%09d", n)
	sum := 0
	for i, d := range digits {
		sum += int(d-'0') * (i + 2)
	}
	return string("ABCDEFGHJKLMNPQRTUVWXYZ"[sum%23]) + digits
}

// wellKnownAs spells a child's name as another clerk might.
func wellKnownAs(name string, r *rand.Rand) string {
	plain := strings.NewReplacer("ë", "e", "é", "e", "'", "", "-", " ").Replace(name)
	switch r.IntN(3) {
	case 0:
		return strings.ToUpper(name)
	case 1:
		return plain
	}
	return strings.ToUpper(plain)
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

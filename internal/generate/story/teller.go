package story

import (
	"fmt"
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// Config says what is told.
type Config struct {
	Cases   int
	Seed    uint64
	Teams   []string
	Flags   bool               // narratives are yes/no flags
	Depth   int                // how many of the latest visits, supervisions, decisions and notes a case keeps
	Weights map[string]float64 // how often each story is told; nil for the usual mix
	Unnamed bool               // the export has no names, so that a second record is known by its numbers
}

// Teller tells cases. It is read-only once made.
type Teller struct {
	Staff *Staff

	clock     *timing.Clock
	dict      *casefile.Dictionary
	cases     int
	seed      uint64
	teams     []string
	flags     bool
	depth     int
	unnamed   bool
	stories   []weighted
	reported  []weighted
	book      map[string]phrases
	forenames []string
	surnames  []string
}

type weighted struct {
	story  Story
	weight float64
}

// NewTeller makes a teller and the staff who work in its cases.
func NewTeller(clock *timing.Clock, dict *casefile.Dictionary, c Config) (*Teller, error) {
	t := &Teller{clock: clock, dict: dict, cases: c.Cases, seed: c.Seed, teams: c.Teams, flags: c.Flags, depth: c.Depth, unnamed: c.Unnamed,
		book: phraseBook(), forenames: forenames(), surnames: surnames()}
	known := map[string]bool{}
	weigh := func(stories []Story) []weighted {
		var list []weighted
		for _, s := range stories {
			known[s.Name] = true
			weight := s.Share
			if c.Weights != nil {
				weight = c.Weights[s.Name]
			}
			list = append(list, weighted{s, weight})
		}
		return list
	}
	t.stories, t.reported = weigh(append(ofReferrals(), careStories()...)), weigh(reportedStories())
	for name := range c.Weights {
		if !known[name] {
			return nil, fmt.Errorf("there is no story %q", name)
		}
	}
	t.Staff = t.staff(c.Cases, rand.New(rand.NewPCG(c.Seed, 0)))
	return t, nil
}

// CaseID is the id of a case by its number from 0. Leading zeros are part of it.
func (t *Teller) CaseID(n int) string { return fmt.Sprintf("%07d", 10001+n) }

// Told is a case with what the maker of the next one may need to know.
type Told struct {
	Record *casefile.Record
	Person Person
	Team   string
	Others []string // two registered professionals who do not hold the case now
	Locum  string   // a registered agency worker of the team
}

// Tell tells the case with a number. With a person, it is another record of
// that child, named and numbered nearly the same.
func (t *Teller) Tell(n int, same *Person) *Told {
	r := rand.New(rand.NewPCG(t.seed, uint64(n)+1))
	side := rand.New(rand.NewPCG(t.seed^0xa0761d6478bd642f, uint64(n)+1))
	story := t.choose(r, side, same != nil)
	back := story.Back[0] + r.IntN(story.Back[1]-story.Back[0]+1)
	start := t.workday(timing.Days(t.clock.AsAt, -back))
	if edge := timing.ChronologyDays - 2 + r.IntN(12); r.IntN(12) == 0 && story.Back[0] <= edge && edge <= story.Back[1] {
		start = timing.Days(t.clock.AsAt, -edge) // open for about as long as asks for a chronology, oversight, supervision
	}
	var person Person
	if same == nil {
		person = t.person(n, r, story.Unborn, start)
	} else {
		person = t.again(*same, r)
		start = max(start, t.workday(min(timing.Days(person.Born, 7), timing.Days(t.clock.AsAt, -1))))
	}
	c := &tale{Teller: t, r: r, side: side, no: n, person: person, second: same != nil, used: map[string]int{}, told: map[string]bool{}}
	c.teamNo = t.teamOf(n)
	c.team, c.manager = t.teams[c.teamNo], t.Staff.managers[c.teamNo]
	team := t.Staff.workers[c.teamNo]
	c.worker = team[(n/len(t.teams))%len(team)]
	c.colleague = team[(n/len(t.teams)+1)%len(team)]
	c.helper = t.Staff.helpers[c.teamNo]
	locums := t.Staff.locums[c.teamNo]
	c.locum = locums[(n/len(t.teams))%len(locums)]
	c.record = t.dict.NewRecord(t.CaseID(n))
	c.record.Team, c.record.Values["team"] = c.team, c.team
	c.describe()
	story.Tell(c, start)
	c.aside(c.seenAlone)
	return &Told{c.record, c.person, c.team, []string{c.colleague, c.manager}, c.locum}
}

// teamOf is the team of a case. Of as many cases in a row as there are teams each
// has one, so that no worker is given more cases than another.
func (t *Teller) teamOf(n int) int {
	row := uint64(n / len(t.teams))
	return rand.New(rand.NewPCG(t.seed^0xd1b54a32d192ed03, row)).Perm(len(t.teams))[n%len(t.teams)]
}

// choose draws a story by its weight. A second record of a child is never of an unborn
// one. Whether the case is one of the reported stories is drawn aside, so that they
// leave every other case as it was without them.
func (t *Teller) choose(r, side *rand.Rand, born bool) Story {
	first, more := total(t.stories, born), total(t.reported, born)
	if more > 0 && side.Float64()*(first+more) < more {
		return draw(t.reported, side.Float64()*more, born)
	}
	return draw(t.stories, r.Float64()*first, born)
}

func total(stories []weighted, born bool) float64 {
	sum := 0.0
	for _, w := range stories {
		if !born || !w.story.Unborn {
			sum += w.weight
		}
	}
	return sum
}

// draw is the story at a place among the weights.
func draw(stories []weighted, at float64, born bool) Story {
	last := stories[0].story
	for _, w := range stories {
		if w.weight == 0 || (born && w.story.Unborn) {
			continue
		}
		if last = w.story; at < w.weight {
			break
		}
		at -= w.weight
	}
	return last
}

// Recognisable reports whether a second record of a person could be told from another child's.
func (t *Teller) Recognisable(p Person) bool {
	return p.Born != "" && (!t.unnamed || p.NHS != "" || p.UPN != "")
}

// again is a person as another record has them: by the same NHS number, by the
// same pupil number, or by the same name and date of birth.
func (t *Teller) again(p Person, r *rand.Rand) Person {
	var ways []func()
	if !t.unnamed {
		ways = append(ways, func() {
			p.NHS, p.UPN, p.Forename, p.Surname = "", "", wellKnownAs(p.Forename, r), wellKnownAs(p.Surname, r)
		})
	}
	if p.NHS != "" {
		ways = append(ways, func() { p.UPN, p.Forename = "", p.Forename+"-Jay" })
	}
	if p.UPN != "" {
		ways = append(ways, func() { p.NHS, p.Surname = "", p.Surname+" Lea" })
	}
	ways[r.IntN(len(ways))]()
	return p
}

// workday is the first working day on or after a date.
func (t *Teller) workday(date string) string {
	return t.clock.Working(timing.Days(date, -1), 1)
}

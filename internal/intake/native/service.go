package native

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/caseaudit/caseaudit/internal/casefile"
	"github.com/caseaudit/caseaudit/internal/intake/ledger"
)

// surveyService reads service.json. Its items stand alone, so that a bad one is
// refused and the others are kept.
func (e *Export) surveyService(ctx context.Context, l *ledger.Ledger) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	f, err := openRegular(e.service)
	if err != nil {
		return err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, MaxServiceBytes+1))
	if err != nil {
		return short(err)
	}
	if len(content) > MaxServiceBytes {
		return fmt.Errorf("the file is larger than %d bytes", MaxServiceBytes)
	}
	hash := sha256.Sum256(content)
	name := filepath.Base(e.service)
	in := l.Input(casefile.Input{Name: name, Entity: "service", Encoding: "utf-8", SHA256: hex.EncodeToString(hash[:])})
	refuse := func(at casefile.Location, wrong fault) {
		in.Rows++
		l.Refuse(1, casefile.Refusal{At: at, Column: wrong.path, Reason: wrong.reason})
	}
	v, err := decode(bytes.TrimPrefix(content, []byte("\ufeff")))
	if err != nil {
		refuse(casefile.Location{File: name, Row: 1}, fault{"", err.Error() + "; nothing of it was read"})
		return nil
	}
	lists, ok := v.(map[string]any)
	if !ok {
		refuse(casefile.Location{File: name, Row: 1}, fault{"", "it is not one JSON object with a list for each of posts, professionals and so on; nothing of it was read"})
		return nil
	}
	s := &surveyor{ledger: l, fields: map[*casefile.Field]bool{}}
	places := itemLines(content)
	for _, key := range sortedKeys(lists) {
		at := casefile.Location{File: name, Row: 1, Part: key}
		if key == "supplies" {
			if wrong := s.supplies(e.dictionary, lists[key]); wrong != nil {
				refuse(at, *wrong)
			}
			continue
		}
		entity, ok := e.dictionary.Entity(key)
		if !ok || !entity.Service {
			l.Count(casefile.Note{Kind: ledger.UnknownField, At: casefile.Location{File: name, Row: 1}, Text: shorten(key) + " is no list of the service and was not read"})
			continue
		}
		list, ok := lists[key].([]any)
		if !ok && lists[key] != nil {
			refuse(at, fault{key, "it is not a list: write [{...}, {...}]"})
			continue
		}
		s.items(e.dictionary, entity, list, in, func(i int) casefile.Location {
			return casefile.Location{File: name, Row: places[key][i], Part: key + "[" + strconv.Itoa(i) + "]"}
		})
	}
	return nil
}

// items reads one list of the service.
func (s *surveyor) items(d *casefile.Dictionary, entity *casefile.Entity, list []any, in *casefile.Input, place func(int) casefile.Location) {
	once := repeats{}
	for i, element := range list {
		in.Rows++
		at := place(i)
		s.begin(at)
		object, ok := element.(map[string]any)
		if !ok {
			s.ledger.Refuse(1, casefile.Refusal{At: at, Column: at.Part, Reason: "it is not an object: write {\"" + entity.Fields[0].Name + "\": ...}"})
			continue
		}
		if once.again(object) {
			in.Duplicates++
			s.ledger.Count(casefile.Note{Kind: ledger.DuplicateItem, At: casefile.Location{File: at.File, Row: at.Row}, Field: entity.Name,
				Text: entity.Name + ": items that repeat another exactly were dropped"})
			continue
		}
		item, wrong := reader{d, s}.fields(object, entity.Fields, at.Part+".", nil)
		if wrong != nil {
			s.ledger.Refuse(1, casefile.Refusal{At: at, Column: wrong.path, Reason: wrong.reason})
			continue
		}
		in.Read++
		s.keep()
		s.ledger.Dates(entity, item, at)
		s.ledger.Service(entity.Name, item, at)
	}
}

// itemLines gives the line on which each element of each top list begins. The
// content has been found valid.
func itemLines(content []byte) map[string][]int {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	places := map[string][]int{}
	d := &decoder{b: content}
	line, counted := 1, 0
	d.next()
	_ = d.members('}', func() error {
		d.next()
		key, err := d.text()
		if err != nil {
			return err
		}
		d.next()
		d.at++
		if d.next() != '[' {
			_, err := d.value(0)
			return err
		}
		return d.members(']', func() error {
			d.space()
			line += bytes.Count(content[counted:d.at], []byte{'\n'})
			counted = d.at
			places[key] = append(places[key], line)
			_, err := d.value(0)
			return err
		})
	})
	return places
}

func sortedKeys(object map[string]any) []string {
	keys := make([]string, 0, len(object))
	for key := range object {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// Command reduce makes words.txt, the words that councils write in the coded
// columns of Annex A and the code that each stands for, of the two files that the
// words come from (see ../README.md). The files are large and are not kept here.
//
//	go run ./internal/intake/annexa/reduce -schema Annex_A_schema.yml -codes annex-a-2019-codes.csv > internal/intake/annexa/words.txt
//
// The schema groups the codes ("d) Health services"); where a word tells the
// official code within its group (3B), that is what it stands for. A word that the
// schema places in two groups, or in one while a code of another stands in it,
// tells nothing, and is listed under "?" with the reason.
package main

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

func main() {
	schema := flag.String("schema", "", "Annex_A_schema.yml")
	codes := flag.String("codes", "", "annex-a-2019-codes.csv")
	flag.Parse()
	if err := run(*schema, *codes, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// sourceColumn is a column of the schema.
type sourceColumn struct {
	Category []struct {
		Code yaml.Node
		Name yaml.Node // a list of words, or one
	}
}

func run(schema, codes string, w io.Writer) error {
	text, err := os.ReadFile(schema)
	if err != nil {
		return err
	}
	var source struct {
		Columns map[string]map[string]*sourceColumn `yaml:"column_map"`
	}
	if err := yaml.Unmarshal(text, &source); err != nil {
		return err
	}
	official, err := template(codes)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "# Written by internal/intake/annexa/reduce: edit the rules there. README.md says where the words come from and under which licence.")
	for _, l := range lists() {
		at, column, _ := strings.Cut(l.at, "/")
		from := source.Columns[at][column]
		if from == nil {
			return fmt.Errorf("%s: the schema has no column %s", l.name, l.at)
		}
		r := &reduced{list: l, codes: map[string]string{}, spelt: map[string]string{}, why: map[string]string{}}
		if err := r.take(from); err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		r.template(official[l.coded])
		r.write(out)
	}
	return out.Flush()
}

// template reads the template's own codes: by field, rows of values that stand for
// one another by their place.
func template(path string) (map[string][][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	fields := map[string][][]string{}
	for _, row := range rows[1:] {
		if row[1] != "Grouped" && !strings.HasPrefix(row[1], "Group ") {
			fields[row[0]] = append(fields[row[0]], strings.Split(row[2], " | "))
		}
	}
	return fields, nil
}

// reduced is a list of words on the way.
type reduced struct {
	list  list
	codes map[string]string // by folded word
	spelt map[string]string // the word itself
	why   map[string]string // a word tells no code
}

// fold is how words are compared: see mapping.Fold.
func fold(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }

func (r *reduced) take(from *sourceColumn) error {
	groups := map[string]*group{}
	for i := range r.list.groups {
		groups[fold(r.list.groups[i].source)] = &r.list.groups[i]
	}
	for _, c := range from.Category {
		name := strings.TrimSpace(c.Code.Value)
		switch fold(name) {
		case "yes":
			name = "True"
		case "no":
			name = "False"
		}
		g := groups[fold(name)]
		if g == nil {
			switch r.list.name {
			case "placement authority":
				g = &group{source: name, code: authority(name)}
			case "activity":
				g = &group{source: name, code: name[:2]}
				r.activity(g.code, name)
			default:
				return fmt.Errorf("no rule for the schema's code %q", name)
			}
		}
		var words []string
		if err := c.Name.Decode(&words); err != nil {
			words = []string{c.Name.Value}
		}
		for _, word := range words {
			r.word(g, strings.Join(strings.Fields(word), " "))
		}
	}
	for word, why := range r.list.refuse {
		if _, has := r.codes[fold(word)]; !has {
			return errors.New("no such word to refuse: " + word)
		}
		r.codes[fold(word)], r.why[fold(word)] = none, why
	}
	return nil
}

// word files a word of a group.
func (r *reduced) word(g *group, word string) {
	key := fold(word)
	if key == "" || key == "nan" { // what the source's program writes for a blank cell
		return
	}
	if _, has := r.spelt[key]; !has {
		r.spelt[key] = word
	}
	code, why := r.code(g, word)
	if before, again := r.codes[key]; again && before != code {
		code, why = none, cmp.Or(r.why[key], "the source has two codes for it")
	}
	r.codes[key] = code
	if why != "" {
		r.why[key] = why
	}
}

// code tells what a word of a group stands for.
func (r *reduced) code(g *group, word string) (code, why string) {
	for _, c := range g.codes {
		if standing(c, word) {
			return c, ""
		}
	}
	for _, other := range r.list.groups {
		if g.names {
			break
		}
		for _, c := range other.codes {
			if standing(c, word) {
				return none, "it holds the code " + c + " and the source puts it elsewhere"
			}
		}
	}
	for _, f := range g.finer {
		if regexp.MustCompile(`(?i)` + f.like).MatchString(word) {
			if f.code == none {
				return none, "its words say another thing than where the source puts it"
			}
			return f.code, ""
		}
	}
	if g.code == none {
		return none, "the source has no code for it"
	}
	return g.code, ""
}

// authority is a council's name, blank where the source writes that there is none.
func authority(name string) string {
	switch fold(name) {
	case "-", ".", "..", "<blank>", "na", "pd.na", "no data", "not recorded", "znotrecorded", "data not captured in mosaic", "data not captured on mosaic":
		return ""
	}
	return strings.Join(strings.Fields(name), " ")
}

// activity files the ways of writing a code of activity, for which the schema has
// patterns and no words.
func (r *reduced) activity(code, text string) {
	_, meaning, _ := strings.Cut(text, ": ")
	g := &group{code: code}
	for _, word := range []string{code, text, meaning, code + " - " + meaning, code + ") " + meaning, code + " " + meaning, "(" + code + ") " + meaning} {
		r.word(g, word)
	}
}

// template adds the template's own words: the details of a code stand for it.
func (r *reduced) template(rows [][]string) {
	if len(rows) == 0 {
		return
	}
	for i, preferred := range rows[0] {
		code, has := r.codes[fold(preferred)]
		if r.list.name == "activity" {
			code, has = preferred[:2], true
			r.activity(code, preferred)
		}
		if !has || code == none {
			continue
		}
		for _, row := range rows[1:] {
			if i < len(row) && r.codes[fold(row[i])] == "" {
				r.codes[fold(row[i])], r.spelt[fold(row[i])] = code, strings.Join(strings.Fields(row[i]), " ")
				if r.list.name == "activity" {
					r.activity(code, code+": "+strings.TrimLeft(row[i], code+" -"))
				}
			}
		}
	}
}

func (r *reduced) write(w io.Writer) {
	keys := make([]string, 0, len(r.codes))
	for key := range r.codes {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(strings.Compare(r.codes[a], r.codes[b]), strings.Compare(a, b)) })
	fmt.Fprintf(w, "\n[%s]\n", r.list.name)
	last := "\x00"
	for _, key := range keys {
		if code := r.codes[key]; code != last {
			last = code
			fmt.Fprintf(w, "= %s\n", code)
		}
		fmt.Fprintf(w, "\t%s", r.spelt[key])
		if r.codes[key] == none {
			fmt.Fprintf(w, "\t%s", r.why[key])
		}
		fmt.Fprintln(w)
	}
}

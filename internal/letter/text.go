package letter

// Text is everything that the letter says, a line for each heading, paragraph and
// entry of a list, in the order of reading. The tables are not in it. Whatever
// writes a letter is tested against it.
func (l *Letter) Text() []string {
	lines := []string{l.Title, l.Notice}
	for _, item := range l.Opening {
		lines = append(lines, item.lines()...)
	}
	for _, s := range l.Sections {
		lines = append(lines, s.Heading)
		for _, item := range s.Items {
			lines = append(lines, item.lines()...)
		}
		lines = append(lines, present(s.Nothing, s.More, s.Note)...)
	}
	if len(l.Blanks.Items) == 0 {
		return lines
	}
	lines = append(lines, l.Blanks.Heading, l.Blanks.Intro)
	for _, b := range l.Blanks.Items {
		lines = append(lines, b.Heading, b.Prompt)
		lines = append(lines, b.Questions...)
	}
	return lines
}

func (i Item) lines() []string {
	return append([]string{i.Text + " [" + i.Reference() + "]"}, present(i.Detail)...)
}

// present leaves out what is empty.
func present(texts ...string) []string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

// Identity tells the run of the audit that the letter was drafted from.
func (l *Letter) Identity() string {
	return "As at " + Date(l.AsAt) + ", policies " + l.Policies[:min(12, len(l.Policies))]
}

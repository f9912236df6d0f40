package story

import (
	"math/rand/v2"
	"strings"
)

// A phrase book gives each narrative field a few openings, middles and ends.
// Any three make a sentence or two, so that texts vary without anybody's words
// being borrowed.
type phrases [3][]string

func phraseBook() map[string]phrases {
	book := map[string]phrases{}
	for field, lines := range map[string]string{
		"agency_checks": `School and the health visitor were asked|Checks were made with school, the GP and the police|Health, education and housing replied in writing
			and raised no new worry|and the school shared its attendance record|and two earlier police visits came to light
			.|; the GP's reply is filed.|. Probation had nothing to add.`,
		"analysis": `The worries are the state of the home and missed meals|What the child has lived with adds up to neglect over time|The incident stands alone in an otherwise settled family
			; the harm is likely to go on unless routines change|, and the parents' insight has grown since the first visit|; the grandmother's help lowers the risk and depends on her health
			.|. The weight lies on what daily life is like for the child.|. On balance a plan is needed.`,
		"conclusion": `The child's needs can be met at home|Help is needed for six months|The family and the network agree on what must change
			with support from the early help offer|, and progress will be reviewed in three months|with a parenting course and regular visits
			.|; this was explained to the parents.|. The child knows what happens next.`,
		"risk_factors": `Parental conflict and low income|Cannabis use in the home|Missed appointments and poor attendance
			have been constant this year|worry the school most|were worse over the winter
			.|, and are shared openly by the mother.`,
		"protective_factors": `A close aunt and a settled school place|Both parents' wish to change|The child's friendships
			help to keep things steady|were seen on each visit|can be built on
			.|; £20 a week from the fund helps, too.`,
		"history": `The family was known five years ago for a short assessment|There is no earlier involvement in this area|Two earlier referrals were about the same worry
			, and the record of it was read|; the previous authority confirmed this|, which the chronology sets out
			.|. It bears on what we think now.`,
		"identity": `The child is proud of both sides of the family|The family speaks two languages at home and asked for an interpreter|Faith matters in this home and visits were timed around it
			, and this is part of the plan|; the child says so in drawings|, which the worker explored with the parents
			.|. No unmet need was found.|. Diet and festivals were talked through.`,
		"child_views": `The child would like evenings to be calmer|The child said that school is the best part of the week|With toys and pictures the child showed who feels safe
			, and wants to see Nan more often|; going to bed hungry came up twice|, and asked that Mum be told gently
			.|. These words were shared with the parents.`,
		"report_chronology": `The report sets out events from birth|Key events are listed by date in the report|A two-page chronology opens the report
			, with the moves of home and school|, with each police call|and what each agency did
			.|; it was checked with health.`,
		"report_history": `Earlier plans are described|The report covers work since the first referral|Past involvement of both parents is set out
			and what they changed|, with dates and outcomes|and what was learnt
			.|; there was none in other areas.`,
		"risks": `Physical harm when the adults argue|Neglect of meals, sleep and schooling|Being left with adults who are not safe
			is the first risk|would harm the child most|has happened twice since spring
			.|, at weekends above all.`,
		"risk_management": `The aunt stays at weekends|A safety agreement is signed|Visits are weekly and some unannounced
			, and school rings by ten if the child is away|and the worker tests it at each visit|; police know the address
			.|. The core group checks this each month.`,
		"child_focus": `The plan says what will be different for the child|Each action names what the child will notice|The child chose two of the goals
			by the autumn|at home and at school|, in words the child used
			.|.`,
		"rationale": `The risk is no lower|Progress is steady|The picture is not yet clear
			, so visits stay at the present frequency|and the plan remains the right one|, and the next step is a joint visit with the school nurse
			.|; this was agreed with the worker.|. To be looked at again within the month.`,
		"actions": `Visit within the week|Chase the reply from health|Complete the direct work
			and record what the child says|, then update the plan|before the next meeting
			.|; worker to lead.`,
		"reflection": `We talked about how it feels to be in this home|The worker noticed being drawn to the parents' view|We asked what the child would say about our visits
			and what that tells us|, and a change of approach was tried out|; the worker will think on it
			.|.`,
		"next_actions": `Ring the school on Monday|Visit again at tea time|Share the update with the health visitor
			and record the reply|, with the family's consent|before the core group
			.|.`,
		"concern": `A teacher saw bruises and the child gave no clear account|Police were called to a fight in the home|A neighbour heard shouting on several nights
			, and a child was present|and reported it the same day|; the child seemed afraid
			.|.`,
		"action": `Parents attend the course|The worker sees the child alone|School keeps a daily log
			each week|until the review|and tells the worker
			.|.`,
		"measure": `Attendance is above 95 per cent|The child says that evenings are calmer|No police call for three months
			at the next review|in two reviews running|by the date set
			.|.`,
		"end_reason": `The risks have been lowered and kept low|The goals of the plan are met|The family now manages with ordinary help
			, as the review agreed|, and all agencies agree|; the child agrees
			.|.`,
		"targets_specific": `Read one chapter book a week|Use the number line without help|Join the lunchtime club on two days
			by the end of term|, checked by the class teacher each Friday|with ten minutes of practice at home
			.|; the carer has the book list.`,
		"change_reason": `The father has moved back|The review found that the first goals are met|School reported new worries
			, so the plan asks for weekly visits|and the actions were set anew|; the safety agreement was redrawn
			.|, with the family.`,
		"single_agency_reason": `The police closed their part at the strategy discussion|No crime was alleged|The police had no officer free that week
			, so social care went on alone|and the record of that is filed|; the manager agreed
			.|.`,
		"allegation": `The accounts agree and the employer has acted|The police closed their part and no witness bears it out|What was said could not have happened as described
			, so the designated officer and the employer concluded together|, and the meeting weighed what the child said|; earlier concerns about the same adult were read
			.|. The reasons were given to both sides.`,
		"neglect_tool_analysis": `The scores are lowest for supervision and hygiene|The tool shows care that comes and goes|Scores rose in four of six areas
			, which fits what school sees|and explain why the child is tired|since the first use in spring
			.|.`,
	} {
		var p phrases
		for i, line := range strings.Split(lines, "\n") {
			p[i] = strings.Split(strings.TrimSpace(line), "|")
		}
		book[field] = p
	}
	return book
}

// say is a narrative for a field, or a plain yes where the export keeps flags.
func (t *Teller) say(field string, r *rand.Rand) any {
	if t.flags {
		return true
	}
	if r.IntN(30) == 0 {
		return pick(r, "Agreed with family", "Checked with school", "Discussed and agreed.") // as few words as may be
	}
	p := t.book[field]
	text := pick(r, p[0]...)
	if middle := pick(r, p[1]...); strings.HasPrefix(middle, ",") || strings.HasPrefix(middle, ";") {
		text += middle
	} else {
		text += " " + middle
	}
	if r.IntN(3) == 0 {
		text += pick(r, p[2]...)
	} else {
		text += "."
	}
	switch r.IntN(25) {
	case 0:
		text = strings.ReplaceAll(text, "'", "’")
	case 1:
		text += "\nUpdated after the visit."
	}
	return text
}

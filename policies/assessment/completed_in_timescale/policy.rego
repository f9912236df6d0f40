# METADATA
# scope: package
# title: Assessment completed in timescale
# description: |
#   A child waits for help while an assessment runs on. Audited: assessments of a known type that began in the period.
#   Met: completed_date, or where it is blank signed_off_date, within the timescale in force on start_date. An initial
#   assessment has 7 working days from start_date if begun before 1 April 2010, else 10; a core assessment 35; a single or
#   pre-birth assessment 45 from the date of the referral it names, the earliest where several have that id. Where
#   referral_id, the referrals or the referral's date are missing, the 45 days run from start_date.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-01
#   level: development
#   unit: assessments
#   anchor: start_date
#   needs: [assessments.type, assessments.start_date, assessments.completed_date | assessments.signed_off_date]
#   optional: [assessments.referral_id, referrals.referral_id, referrals.date]
#   history: [assessments]
#   footing: statutory guidance
#   sources: [PET09-S2, PET09-S5, POR09-D2, PET18-17, OFS-assessment_timeliness, OFS-disabled_children]
#   finding: the assessment begun on {start_date} was not completed in its timescale
#   action: Complete the assessment, and record why it took longer.
#   phrase: The timeliness of assessments
#   strength: Assessments are completed in timescale
#   why: Children wait for help until their assessment is done.
package audit.assessment.completed_in_timescale

import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.period
import data.lib.settings

timescale := {
	"initial": "initial_assessment",
	"core": "core_assessment",
	"single": "single_assessment",
	"pre_birth": "single_assessment",
}

limit[i] := settings.timescale(timescale[assessment.type], assessment.start_date) if {
	some i, assessment in input.assessments
	period.includes(assessment.start_date)
}

# referred is the day of the referral that a single or pre-birth assessment names.
referred[i] := min(days) if {
	some i, assessment in input.assessments
	timescale[assessment.type] == "single_assessment"
	days := [referral.date |
		some referral in input.referrals
		links.same(referral.referral_id, assessment.referral_id)
		dates.happened(referral.date)
	]
}

start[i] := object.get(referred, i, assessment.start_date) if {
	some i, assessment in input.assessments
	limit[i]
}

due[i] := deadline.working_days(day, limit[i]) if some i, day in start

done[i] := finished(assessment) if some i, assessment in input.assessments

finished(assessment) := assessment.completed_date if dates.happened(assessment.completed_date)

else := assessment.signed_off_date

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

note[i] := sprintf("clock used: %s, %d working days from %s on %s", [clock, limit[i], event(i), day]) if {
	some i, day in start
	clock := replace(timescale[input.assessments[i].type], "_", " ")
}

event(i) := "the referral" if referred[i]

else := "its start"

doubt[i] contains "Initial and core assessments ended on 14 April 2013. This one began later and is judged by its own clock." if {
	some i, assessment in input.assessments
	limit[i]
	dates.day(assessment.start_date) > data.timescales[timescale[assessment.type]].valid_to
}

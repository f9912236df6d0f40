# METADATA
# scope: package
# title: Unborn child assessed before birth
# description: |
#   A baby at risk needs a plan before the day of birth. Audited: records with a pre-birth assessment that started in the
#   period. Met: one of them was completed by its last day, the earlier of [pre_birth_weeks] weeks before
#   expected_date_of_birth and the day before date_of_birth. Without an expected date the last day is the day before the
#   birth; a child without an expected date who is not born is not audited, and is listed with the faults in the data. A
#   date of birth after as-at reads as blank; an expected one does not. An assessment begun after the last day is late
#   all the same, and the child's death does not end it.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-20
#   level: priority
#   unit: record
#   national_framework: outcome 3
#   needs: [assessments.type, child.expected_date_of_birth, assessments.completed_date, child.date_of_birth, assessments.start_date]
#   history: [assessments]
#   footing: local
#   sources: [PET18-11, OFS-assessment_quality, OFS-assessment_timeliness]
#   finding: no pre-birth assessment was completed at least [pre_birth_weeks] weeks before the expected birth and before the birth itself
#   action: Complete the assessment now, and say how the baby is kept safe until it is done.
#   phrase: The timeliness of assessments of unborn children
#   strength: Unborn children at risk are assessed in good time before birth
#   why: A baby cannot be kept safe from birth by a plan that is not ready.
package audit.assessment.unborn_child_in_time

import data.lib.dates
import data.lib.deadline
import data.lib.period
import data.lib.settings

begun := [assessment |
	some assessment in input.assessments
	assessment.type == "pre_birth"
	period.includes(assessment.start_date)
]

start := min([assessment.start_date | some assessment in begun])

last_days contains weeks_before_expected

last_days contains day_before_birth

weeks_before_expected := deadline.days(input.child.expected_date_of_birth, -7 * settings.value("pre_birth_weeks"))

day_before_birth := deadline.days(input.child.date_of_birth, -1) if dates.happened(input.child.date_of_birth)

due := min(last_days)

done := min([assessment.completed_date | some assessment in begun; dates.happened(assessment.completed_date)])

met if dates.day(done) <= due

applies if met

applies if {
	start
	deadline.passed(due)
}

note := "the last day is counted from the expected date of birth" if due == weeks_before_expected

else := "the last day is the day before the birth" if due

doubt contains "a pre-birth assessment has neither a usable expected date of birth nor a birth to be completed before" if {
	start
	count(last_days) == 0
}

# METADATA
# scope: package
# title: Up-to-date chronology underpins the assessment
# description: |
#   An assessment without a current chronology weighs the last event alone. Audited: assessments completed in the period,
#   save initial ones; one of no known type is audited. Met: a chronology entry whose recorded_date lies from
#   [chronology_before_assessment_months] months before completed_date to completed_date, both days included; the months
#   are counted back, and end on the last day of a month that is too short. An assessment is judged as soon as it is
#   completed.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-09
#   level: development
#   unit: assessments
#   anchor: completed_date
#   needs: [chronology.recorded_date, assessments.type, assessments.completed_date]
#   history: [assessments, chronology]
#   footing: inspection
#   sources: [PLY09-D3c, PET18-N2, PET18-10c, OFS-recording]
#   finding: no chronology entry was recorded in the [chronology_before_assessment_months] months before the assessment was completed on {completed_date}
#   action: Bring the chronology up to date, and read the assessment again in the light of it.
#   phrase: The use of up-to-date chronologies in assessments
#   strength: Up-to-date chronologies underpin assessments
#   why: Patterns of harm show only when events are set out in order.
package audit.assessment.chronology_underpins

import data.lib.dates
import data.lib.period
import data.lib.settings

applies contains i if {
	some i, assessment in input.assessments
	period.includes(assessment.completed_date)
	not assessment.type == "initial"
}

met contains i if {
	some i, last in last_recorded
	last >= dates.add_months(input.assessments[i].completed_date, 0 - settings.value("chronology_before_assessment_months"))
}

# last_recorded is the day of the last chronology entry recorded by the day of completion.
last_recorded[i] := max([dates.day(entry.recorded_date) |
	some entry in input.chronology
	dates.day(entry.recorded_date) <= dates.day(assessment.completed_date)
]) if some i, assessment in input.assessments

note[i] := sprintf("the last one by then was recorded on %s", [last]) if some i, last in last_recorded

# METADATA
# scope: package
# title: Visits written up on time
# description: |
#   What nobody has written up, nobody else can act on. Audited: visits of any type made in the period. Met:
#   recorded_date within [recording_wd] working days of date.
# schemas:
#   - input: schema.case
# custom:
#   id: RE-03
#   level: development
#   unit: visits
#   anchor: date
#   needs: [visits.recorded_date, visits.date]
#   history: [visits]
#   footing: local
#   sources: [PLY09-D2, POR09-T3, OFS-recording, OFS-visits]
#   finding: the visit of {date} was not written up within [recording_wd] working days
#   action: Write up the visit, and say in the record that it was written up late.
#   phrase: The timeliness of the recording of visits
#   strength: Visits are written up promptly
#   why: Whoever picks up the case next knows only what the record says.
package audit.case_recording.visits_written_up

import data.lib.deadline
import data.lib.period
import data.lib.settings

start[i] := visit.date if {
	some i, visit in input.visits
	period.includes(visit.date)
}

due[i] := deadline.working_days(visited, settings.value("recording_wd")) if some i, visited in start

done[i] := visit.recorded_date if some i, visit in input.visits

met := deadline.kept(due, done)

applies := deadline.judged(due, done)

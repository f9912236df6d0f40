# METADATA
# scope: package
# title: One record for one child
# description: |
#   A child with two records is known in full to nobody. Audited: every record that was compared with the others. Met:
#   no other record has the same NHS number or UPN, nor the same surname, forename and date of birth. Rego cannot fold
#   letters, so the records are compared before this policy sees them, and it judges what was found (data.twins).
#   Numbers and names are folded alike: Unicode NFKD, marks dropped, case folded, all but letters and digits dropped.
#   Names are compared only where surname, forename and date of birth are all present.
# schemas:
#   - input: schema.case
# custom:
#   id: RE-04
#   level: development
#   unit: record
#   cross_record: true
#   needs: [child.nhs_number | child.upn | child.surname]
#   footing: inspection
#   sources: [PLY09-D3a, OFS-recording]
#   finding: another record seems to be of the same child
#   action: Find out whether the records are of one child, and merge them if they are.
#   phrase: The keeping of a single record for each child
#   strength: Each child has a single record
#   why: What is written in one record is missed by whoever reads the other.
package audit.case_recording.one_record

applies if is_object(data.twins)

met if count(twins) == 0

# twins is the other records that seem to be of this child.
twins := object.get(data.twins, input.case_id, [])

note := concat(", ", {text |
	some twin in twins
	text := sprintf("%s has the same %s", [twin.case_id, twin.by])
}) if {
	count(twins) > 0
}

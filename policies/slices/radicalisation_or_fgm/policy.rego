# METADATA
# scope: package
# title: Radicalisation or FGM
# description: |
#   Records in which radicalisation or female genital mutilation (FGM) was identified as a risk, whenever that was.
# schemas:
#   - input: schema.case
# custom:
#   id: radicalisation_or_fgm
#   of: record
#   needs: [exploitation.kind]
package slices.radicalisation_or_fgm

inside if {
	some risk in input.exploitation
	risk.kind in {"radicalisation", "fgm"}
}

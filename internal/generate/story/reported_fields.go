package story

// reportedFields are those that only criteria drawn from published inspection reports ask for.
const reportedFields = `
section_47: concern_date
homelessness: homelessness_id presented_date assessed_date housing_joined section_20_told_date
challenges: challenge_id raised_date by_role answered_date
placements: unregistered regulator_told_date temporary_approval_date approval_extended_date approved_date
allegations: allegation_id received_date decided_date concluded_date outcome rationale
`

package fault

// reported are the expectations drawn from published inspection reports. They stand
// last, so that faults of the others fall where they fell without them.
func reported() []Expectation {
	return []Expectation{
		strategyInTime(), homelessAssessed(), homelessTold(), stepDownTakenUp(), seenAlone(), permanentWorker(), challengeAnswered(),
		repeatedMissing(), unregisteredBrief(), unregisteredVisited(), connectedCarer(), educationStarted(),
		allegationDecided(), allegationConcluded(),
	}
}

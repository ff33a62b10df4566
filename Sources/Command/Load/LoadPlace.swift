// How far a load has come in its inputs.

/// A place in the inputs, which are read one after another.
struct LoadPlace: Equatable, Sendable {
    /// How many inputs lie before it as a whole.
    var file = 0
    var position = InputPosition()
    /// How the records of that input are read; nil before its first record.
    var kind: RecordKind?
}

/// What is settled of a load: every record before a place, and so counted.
struct SettledPart: Equatable, Sendable {
    var place = LoadPlace()
    /// What became of the records before the place: each is written or stands in the rejects file.
    var counts = LoadCounts()
    /// How much of the rejects file these records have.
    var rejectsBytes = 0
}

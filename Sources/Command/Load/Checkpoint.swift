// How far a load has come, for another to go on from.

import ApusModel

/// The table that a load writes to.
struct LoadTarget: Equatable, Sendable {
    let table: String
    /// What tells the table from an earlier one of its name, where the service has it.
    let tableID: String?
    let endpoint: String
    let region: String
}

/// A load that has not ended: what it reads, where it writes, and what of it is settled.
struct Checkpoint: Equatable, Sendable {
    /// The form of the file. It goes up when a reader of the one before would misunderstand it.
    static let version = 1

    let target: LoadTarget
    let inputs: [InputIdentity]
    /// What the inputs were said to be; nil where they tell it themselves.
    let format: RecordFormat?
    /// When the first of the load's runs began.
    let startTime: Timestamp
    /// How many runs there have been.
    var runs = 1
    let rejectsPath: String
    /// Whether the rejects file is this load's. Before, it may be one that another load has left.
    var hasRejects = false
    var settled = SettledPart()

    /// Throws unless a load of these inputs to this table is the one that has not ended.
    func require(_ other: Checkpoint) throws(CheckpointError) {
        try require(target.table, other.target.table, "table")
        try require(target.endpoint, other.target.endpoint, "endpoint")
        try require(target.region, other.target.region, "region")
        try require(target.tableID ?? "unknown", other.target.tableID ?? "unknown", "table with the id")
        try require(inputs.map(\.path), other.inputs.map(\.path), "files")
        for (known, found) in zip(inputs, other.inputs) where known != found {
            throw CheckpointError("\(known.path) is not as it was: it had \(known.words), and has \(found.words)")
        }
        try require(format?.rawValue ?? "auto", other.format?.rawValue ?? "auto", "format")
        try require(rejectsPath, other.rejectsPath, "rejects file")
    }

    private func require(_ known: [String], _ found: [String], _ name: String) throws(CheckpointError) {
        try require(known.joined(separator: " "), found.joined(separator: " "), name)
    }

    private func require(_ known: String, _ found: String, _ name: String) throws(CheckpointError) {
        guard !known.hasSameBytes(as: found) else { return }
        throw CheckpointError("it is of a load with the \(name) \(known), and this one has \(found)")
    }
}

/// Why a load cannot go on from a checkpoint.
struct CheckpointError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension InputIdentity {
    fileprivate var words: String { "\(bytes) bytes, written to at \(modificationTime) ns" }
}

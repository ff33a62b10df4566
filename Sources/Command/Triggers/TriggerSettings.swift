// The settings of triggers.

import Foundation

/// Which tables have triggers, and how those deliver.
struct TriggerSettings: Equatable, Sendable {
    let targets: [TriggerTarget]
    /// How many records a batch has at most.
    let batchCount: Int
    let rules: TriggerDelivery.Rules
    /// The file that takes down what could not be delivered.
    let failuresPath: String
    /// The folder of the checkpoints; nil where they are kept in memory, as the data are.
    let checkpointsPath: String?

    init(_ settings: SettingReader, place: ServeSettings.Place) throws(SettingError) {
        targets = try Self.targets(settings)
        batchCount =
            try settings.value(.triggerBatch, "it is a whole number from 1 to 10000") { Self.number($0, 1...10_000) }
            ?? 100
        let retries = try settings.value(.triggerRetries, "it is a whole number from 0 to 10000") {
            Self.number($0, 0...10_000)
        }
        rules = TriggerDelivery.Rules(retries: retries ?? 10, isBisecting: try settings.isSet(.triggerBisect))
        let path = try settings.value(.triggerFailures, "it is the path of a file") { $0.isEmpty ? nil : $0 }
        switch place {
        case .directory(let directory):
            checkpointsPath = "\(directory)/triggers"
            failuresPath = path ?? "\(directory)/\(Self.failuresName)"
        case .memory:
            checkpointsPath = nil
            failuresPath = path ?? Self.failuresName
        }
    }

    private static let failuresName = "trigger-failures.jsonl"

    private static func targets(_ settings: SettingReader) throws(SettingError) -> [TriggerTarget] {
        guard let text = settings.text(.trigger), let source = settings.source(of: .trigger) else { return [] }
        var targets: [TriggerTarget] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = part.trimmingCharacters(in: .whitespacesAndNewlines)
            guard let target = TriggerTarget(word) else {
                throw SettingError("\(source.name(of: .trigger)) has \"\(word)\"; \(TriggerTarget.forms)")
            }
            guard !targets.contains(target) else {
                throw SettingError("\(source.name(of: .trigger)) has \(target.table)=\(target.url) twice")
            }
            targets.append(target)
        }
        return targets
    }

    private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
}

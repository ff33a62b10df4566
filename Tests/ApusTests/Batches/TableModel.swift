// A table with a bad day: it throttles, refuses, loses answers, and notes what no client may do.

@testable import Apus

/// A change as the model knows it: which key, and the how-manieth change of all it is.
struct ModelChange: Hashable, Sendable {
    let key: String
    let version: Int
    /// Whether the table refuses it, and with it the whole batch.
    let isFaulty: Bool
}

/// How the model answers a batch.
enum ModelAnswer: Equatable, Sendable {
    case written(unprocessed: Set<Int>)
    /// The batch is refused for its content.
    case refused
    case throttled
    case failed
    /// No answer; part of the batch may have been written all the same.
    case dropped
}

/// A table of versions by key, whose faults follow from a seed.
struct TableModel: Sendable {
    /// How bad the day is.
    struct Weather: Sendable {
        let drop: Double
        let failure: Double
        let throttling: Double
        let unprocessed: Double
        /// The requests, by number, that find nobody.
        let outage: Range<Int>

        static func drawn(from chance: inout SeededChance) -> Weather {
            let start = Int.random(in: 0..<30, using: &chance)
            let rates = (0..<4).map { _ in
                chance.happens(0.5) ? 0 : Double.random(in: 0..<0.4, using: &chance)
            }
            return Weather(
                drop: rates[0],
                failure: rates[1],
                throttling: rates[2],
                unprocessed: rates[3],
                outage: start..<start + Int.random(in: 0..<20, using: &chance)
            )
        }
    }

    let weather: Weather
    private(set) var versions: [String: Int] = [:]
    /// What a client did that it must not do.
    private(set) var violations: [String] = []
    private var requests = 0

    init(weather: Weather) {
        self.weather = weather
    }

    /// Takes in a batch: writes it, or some of it, or nothing, as the weather has it.
    mutating func answer(to batch: [ModelChange], _ chance: inout SeededChance) -> ModelAnswer {
        requests += 1
        if batch.isEmpty || batch.count > 25 { violations.append("a batch of \(batch.count)") }
        if Set(batch.map(\.key)).count < batch.count { violations.append("a key twice in a batch") }
        if weather.outage.contains(requests) { return .dropped }
        if batch.contains(where: \.isFaulty) { return .refused }
        if chance.happens(weather.throttling) { return .throttled }
        let unprocessed = batch.filter { _ in chance.happens(weather.unprocessed) }
        // A batch of which nothing is processed is throttled as a whole.
        guard unprocessed.count < batch.count else { return .throttled }
        let isDropped = chance.happens(weather.drop)
        let isFailed = chance.happens(weather.failure)
        if isDropped || isFailed, chance.happens(0.5) { return isDropped ? .dropped : .failed }
        for change in batch where !unprocessed.contains(change) { write(change) }
        if isDropped || isFailed { return isDropped ? .dropped : .failed }
        return .written(unprocessed: Set(unprocessed.map(\.version)))
    }

    private mutating func write(_ change: ModelChange) {
        if let there = versions[change.key], there > change.version {
            violations.append("\(change.key): version \(change.version) after \(there)")
        }
        versions[change.key] = change.version
    }
}

/// What a writer said of each change, held against the table.
struct Account: Sendable {
    var written: [ModelChange] = []
    /// Replaced by newer changes that are written.
    var superseded: [ModelChange] = []
    var refused: [ModelChange] = []
    var leftOver: [ModelChange] = []

    mutating func add(_ change: ModelChange, _ fate: BatchFate) {
        switch fate {
        case .written: written.append(change)
        case .superseded: superseded.append(change)
        case .refused: refused.append(change)
        case .leftOver: leftOver.append(change)
        }
    }

    /// What does not fit; empty where all is well.
    func disagreements(with table: TableModel, accepted: [ModelChange]) -> [String] {
        var found = table.violations
        let settled = written + superseded + refused + leftOver
        if settled.sorted(by: Self.byVersion) != accepted.sorted(by: Self.byVersion) {
            found.append("\(accepted.count) accepted, \(settled.count) settled, \(Set(settled).count) different")
        }
        if refused.contains(where: { !$0.isFaulty }) { found.append("a change without a fault was refused") }
        if written.contains(where: \.isFaulty) { found.append("a faulty change was written") }
        for key in Set(accepted.map(\.key)) {
            let last = written.filter { $0.key == key }.map(\.version).max()
            // What is left over may have been written unseen, but never what is older than what was seen.
            let unseen = leftOver.filter { $0.key == key && $0.version > last ?? 0 }.map(\.version)
            let there = table.versions[key]
            if superseded.contains(where: { $0.key == key && $0.version > last ?? 0 }) {
                found.append("\(key) has a superseded change that nothing newer replaced")
            }
            if there != last, !unseen.contains(where: { $0 == there }) {
                found.append("\(key) is \(there ?? 0), written \(last ?? 0), maybe \(unseen)")
            }
        }
        return found
    }

    private static func byVersion(_ left: ModelChange, _ right: ModelChange) -> Bool {
        left.version < right.version
    }
}

extension ModelChange {
    /// A history of changes to few keys, some of them faulty.
    static func history(_ chance: inout SeededChance) -> [ModelChange] {
        let keys = Int.random(in: 1...120, using: &chance)
        let count = Int.random(in: 0...400, using: &chance)
        let faults = chance.happens(0.5) ? 0 : 0.02
        return (0..<count).map { index in
            ModelChange(
                key: "key \(Int.random(in: 0..<keys, using: &chance))",
                version: index + 1,
                isFaulty: chance.happens(faults)
            )
        }
    }
}

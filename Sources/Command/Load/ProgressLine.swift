// How far a load has come, in one line.

/// A look at a running load.
struct LoadSight: Sendable {
    let counts: LoadCounts
    /// How many entries came back unprocessed from their first sending, from their second, and so on.
    let unprocessedByRound: [Int]
    let consumedUnits: Double
    /// The rate in units per second that is kept to; nil where nothing is held back.
    let rate: Double?
    let readBytes: Int
    /// Nil where an input's length is not known.
    let totalBytes: Int?
    let time: Duration

    /// The part of the input that is settled, from 0 to 1: what is read is counted in bytes, and what of that is settled
    /// in records.
    var fraction: Double? {
        guard let totalBytes, totalBytes > 0, counts.read > 0 else { return nil }
        let settled = Double(counts.written + counts.unwritten) / Double(counts.read)
        return max(0, min(1, Double(readBytes) / Double(totalBytes) * settled))
    }
}

/// Puts looks at a load into words, each together with an earlier one.
enum ProgressLine {
    private static let barWidth = 24
    /// So many rounds are told apart; the last count stands for all rounds from there on.
    private static let shownRounds = 5

    /// For a terminal: with a bar, where the length of the input is known.
    static func bar(_ sight: LoadSight, since earlier: LoadSight) -> String {
        guard let fraction = sight.fraction else { return plain(sight, since: earlier) }
        let filled = Int(fraction * Double(barWidth))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled)
        return "\(bar) \(plain(sight, since: earlier))"
    }

    /// For anything else.
    static func plain(_ sight: LoadSight, since earlier: LoadSight) -> String {
        var parts: [String] = []
        if let fraction = sight.fraction { parts.append("\(Int(fraction * 100)) %") }
        parts.append("\(sight.counts.written) written")
        let seconds = (sight.time - earlier.time).inSeconds
        parts.append("\(perSecond(Double(sight.counts.written - earlier.counts.written), seconds)) items/s")
        let units = perSecond(sight.consumedUnits - earlier.consumedUnits, seconds)
        parts.append("\(units) WCU/s" + (sight.rate.map { " of \(Int($0.rounded())) allowed" } ?? ""))
        if !sight.unprocessedByRound.isEmpty { parts.append("unprocessed \(rounds(sight.unprocessedByRound))") }
        if sight.counts.rejected > 0 { parts.append("\(sight.counts.rejected) rejected") }
        if sight.counts.leftOver > 0 { parts.append("\(sight.counts.leftOver) left over") }
        if let rest = timeLeft(sight, since: earlier) { parts.append("\(time(rest)) to go") }
        return parts.joined(separator: ", ")
    }

    private static func perSecond(_ difference: Double, _ seconds: Double) -> Int {
        seconds > 0 ? Int(max(0, difference) / seconds) : 0
    }

    /// The counts of the rounds: `120 + 40 + 3`.
    private static func rounds(_ counts: [Int]) -> String {
        let rest = counts.dropFirst(shownRounds - 1)
        let shown = counts.prefix(shownRounds - 1) + (rest.isEmpty ? [] : [rest.reduce(0, +)])
        return shown.map { "\($0)" }.joined(separator: " + ")
    }

    /// How long the rest of the input takes, if it is read as fast as the part since the earlier look.
    private static func timeLeft(_ sight: LoadSight, since earlier: LoadSight) -> Duration? {
        // What a load that goes on has passed over tells nothing of its pace.
        guard let before = earlier.fraction, before > 0, let fraction = sight.fraction, fraction > before, fraction < 1
        else { return nil }
        return (sight.time - earlier.time) * ((1 - fraction) / (fraction - before))
    }

    /// A length of time in its two largest units.
    static func time(_ duration: Duration) -> String {
        let seconds = Int(duration.inSeconds.rounded(.up))
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3_600 { return "\(seconds / 60) min \(seconds % 60) s" }
        return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
    }
}

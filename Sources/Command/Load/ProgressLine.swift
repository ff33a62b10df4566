// How far a load has come, in one line.

/// A look at a running load.
struct LoadSight: Sendable {
    let counts: LoadCounts
    let unprocessedInRound: Int
    let readBytes: Int
    /// Nil where an input's length is not known.
    let totalBytes: Int?
    let time: Duration

    /// The part of the input that has been read, from 0 to 1.
    var fraction: Double? {
        guard let totalBytes, totalBytes > 0 else { return nil }
        return min(1, Double(readBytes) / Double(totalBytes))
    }
}

/// Puts looks at a load into words, each together with the one before.
enum ProgressLine {
    private static let barWidth = 24

    /// For a terminal: with a bar, where the length of the input is known.
    static func bar(_ sight: LoadSight, since earlier: LoadSight?) -> String {
        guard let fraction = sight.fraction else { return plain(sight, since: earlier) }
        let filled = Int(fraction * Double(barWidth))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled)
        return "\(bar) \(plain(sight, since: earlier))"
    }

    /// For anything else.
    static func plain(_ sight: LoadSight, since earlier: LoadSight?) -> String {
        var parts: [String] = []
        if let fraction = sight.fraction { parts.append("\(Int(fraction * 100)) %") }
        parts.append("\(sight.counts.written) items written")
        parts.append("\(rate(sight, since: earlier)) items/s")
        parts.append("\(sight.unprocessedInRound) unprocessed in this round")
        if sight.counts.rejected > 0 { parts.append("\(sight.counts.rejected) rejected") }
        if sight.counts.leftOver > 0 { parts.append("\(sight.counts.leftOver) left over") }
        return parts.joined(separator: ", ")
    }

    private static func rate(_ sight: LoadSight, since earlier: LoadSight?) -> Int {
        let time = sight.time - (earlier?.time ?? .zero)
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        guard seconds > 0 else { return 0 }
        return Int(Double(sight.counts.written - (earlier?.counts.written ?? 0)) / seconds)
    }
}

// How far a transfer has come, in one line.

/// Puts looks at a transfer into words, each together with the one before.
struct TransferLine: Equatable, Sendable {
    let figures: TransferFigures
    let earlier: TransferFigures?
    /// The time since the earlier look, or since the beginning.
    let time: Duration
    /// About how many items there are; nil where that is not known.
    let total: Int?

    private static let barWidth = 24

    /// For a terminal: with a bar, where it is known how much there is.
    var bar: String {
        guard let fraction else { return plain }
        let filled = Int(fraction * Double(Self.barWidth))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
        return "\(bar) \(plain)"
    }

    /// For anything else.
    var plain: String {
        var parts = ["\(figures.read) items read"]
        if let fraction { parts.insert("\(Int(fraction * 100)) %", at: 0) }
        if let written = figures.written { parts.append("\(written) written") }
        parts.append("\(rate(Double(figures.read), Double(earlier?.read ?? 0))) items/s")
        parts.append("\(rate(figures.readUnits, earlier?.readUnits ?? 0)) RCU/s")
        return parts.joined(separator: ", ")
    }

    private var fraction: Double? {
        guard let total, total > 0 else { return nil }
        return min(1, Double(figures.scanned) / Double(total))
    }

    private func rate(_ now: Double, _ before: Double) -> Int {
        let seconds = time / .seconds(1)
        return seconds > 0 ? Int((now - before) / seconds) : 0
    }
}

// Shows on standard error how far a load has come.

import Apus

/// Looks at a load again and again until its task is cancelled: a bar on a terminal, a line now and then elsewhere.
struct ProgressDisplay: Sendable {
    let writer: BatchWriter<LoadOrigin>
    let counters: ReadingCounters
    /// What earlier runs of the load have settled.
    let earlierCounts: LoadCounts
    let totalBytes: Int?
    let isTerminal: Bool

    private static let barPause = Duration.milliseconds(250)
    private static let linePause = Duration.seconds(5)
    /// So many looks lie between the two that a rate is taken from: the reading goes in leaps.
    private static let barLooks = 20
    private static let lineLooks = 1

    func run() async {
        let start = ContinuousClock.now
        let first = sight(at: .zero)
        var earlier = [first]
        while (try? await Task.sleep(for: isTerminal ? Self.barPause : Self.linePause)) != nil {
            let sight = sight(at: ContinuousClock.now - start)
            show(sight, since: earlier[0])
            earlier.append(sight)
            if earlier.count > (isTerminal ? Self.barLooks : Self.lineLooks) { earlier.removeFirst() }
        }
        // The last bar is left standing, with the mean rate.
        guard isTerminal else { return }
        show(sight(at: ContinuousClock.now - start), since: first)
        StandardError.write("")
    }

    private func show(_ sight: LoadSight, since earlier: LoadSight) {
        if isTerminal {
            // To the beginning of the line, which is emptied; what is too long for it is cut off, not wrapped.
            StandardError.writePart("\r\u{1B}[2K\u{1B}[?7l\(ProgressLine.bar(sight, since: earlier))\u{1B}[?7h")
        } else {
            StandardError.write(ProgressLine.plain(sight, since: earlier))
        }
    }

    private func sight(at time: Duration) -> LoadSight {
        let progress = writer.progress.current.total
        return LoadSight(
            counts: earlierCounts + counters.counts(progress),
            unprocessedByRound: progress.unprocessedByRound,
            consumedUnits: progress.consumedUnits,
            rate: progress.rate,
            readBytes: counters.readBytes,
            totalBytes: totalBytes,
            time: time
        )
    }
}

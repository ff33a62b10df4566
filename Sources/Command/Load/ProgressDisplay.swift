// Shows on standard error how far a load has come.

import Apus

/// Looks at a load again and again until its task is cancelled: a bar on a terminal, a line now and then elsewhere.
struct ProgressDisplay: Sendable {
    let writer: BatchWriter<LoadOrigin>
    let counters: ReadingCounters
    let totalBytes: Int?
    let isTerminal: Bool

    private static let barPause = Duration.milliseconds(250)
    private static let linePause = Duration.seconds(5)

    func run() async {
        let start = ContinuousClock.now
        var earlier: LoadSight?
        while true {
            do {
                try await Task.sleep(for: isTerminal ? Self.barPause : Self.linePause)
            } catch {
                return end(since: earlier, start: start)
            }
            let sight = sight(at: ContinuousClock.now - start)
            show(sight, since: earlier)
            earlier = sight
        }
    }

    /// Leaves the last bar standing, with the mean rate.
    private func end(since earlier: LoadSight?, start: ContinuousClock.Instant) {
        guard isTerminal else { return }
        show(sight(at: ContinuousClock.now - start), since: nil)
        StandardError.write("")
    }

    private func show(_ sight: LoadSight, since earlier: LoadSight?) {
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
            counts: counters.counts(progress),
            unprocessedInRound: progress.returned,
            readBytes: counters.readBytes,
            totalBytes: totalBytes,
            time: time
        )
    }
}

// Shows on standard error how far a transfer has come.

/// Looks again and again until its task is cancelled: a bar on a terminal, a line now and then elsewhere.
struct TransferDisplay: Sendable {
    /// About how many items there are.
    let total: Int?
    let isTerminal: Bool
    let look: @Sendable () -> TransferFigures

    private static let barPause = Duration.milliseconds(250)
    private static let linePause = Duration.seconds(5)

    /// Shows the progress of work while it lasts.
    func during<Answer>(_ work: () async throws -> Answer) async rethrows -> Answer {
        let showing = Task { await run() }
        do {
            let answer = try await work()
            await end(showing)
            return answer
        } catch {
            await end(showing)
            throw error
        }
    }

    private func end(_ showing: Task<Void, Never>) async {
        showing.cancel()
        await showing.value
    }

    private func run() async {
        let start = ContinuousClock.now
        var (earlier, lookTime): (TransferFigures?, ContinuousClock.Instant) = (nil, start)
        while true {
            do {
                try await Task.sleep(for: isTerminal ? Self.barPause : Self.linePause)
            } catch {
                // The last bar is left standing, with the mean rates.
                if isTerminal {
                    show(TransferLine(figures: look(), earlier: nil, time: ContinuousClock.now - start, total: total))
                    StandardError.write("")
                }
                return
            }
            let (figures, now) = (look(), ContinuousClock.now)
            show(TransferLine(figures: figures, earlier: earlier, time: now - lookTime, total: total))
            (earlier, lookTime) = (figures, now)
        }
    }

    private func show(_ line: TransferLine) {
        if isTerminal {
            // To the beginning of the line, which is emptied; what is too long for it is cut off, not wrapped.
            StandardError.writePart("\r\u{1B}[2K\u{1B}[?7l\(line.bar)\u{1B}[?7h")
        } else {
            StandardError.write(line.plain)
        }
    }
}

// What Ctrl-C does to a load.

import Dispatch

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Counts SIGINT and SIGTERM: the first stops the reading, the second the writing, and the third ends the process.
final class Interrupts {
    private let sources: [any DispatchSourceSignal]

    init(onFirst: @escaping @Sendable () -> Void, onSecond: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "apus.load.interrupts")
        // Touched on the queue only.
        nonisolated(unsafe) var count = 0
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                count += 1
                if count == 1 { return onFirst() }
                onSecond()
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}

// What is logged, for tests to read.

import Logging
import Synchronization

/// A handler that keeps its lines, each with the metadata of the call in the order of its names.
struct LogNotes: LogHandler {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private let noted = Lines()
    var logLevel = Logger.Level.debug
    var metadata: Logger.Metadata = [:]

    var lines: [String] { noted.all.withLock { $0 } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let metadata = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
        noted.all.withLock { $0.append("\(event.message): \(metadata.joined(separator: " "))") }
    }
}

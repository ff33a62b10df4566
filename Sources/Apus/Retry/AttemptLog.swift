// What a client tells of its attempts.

import ApusWire
import Logging

/// Writes down each attempt of a call, each wait ahead of one, and why a call is given up.
struct AttemptLog: Sendable {
    let logger: Logger
    let operation: OperationName

    func wait(_ time: Duration) {
        if time > .zero { write("attempt waits", ["wait": "\(time)"]) }
    }

    func success(attempt: Int) {
        write("attempt succeeded", ["attempt": "\(attempt)"])
    }

    func failure(_ error: CallError, attempt: Int) {
        write("attempt failed", ["attempt": "\(attempt)", "error": "\(error)"])
    }

    func end(_ error: CallError, because reason: String) {
        write("call is given up", ["error": "\(error)", "reason": "\(reason)"])
    }

    private func write(_ message: Logger.Message, _ metadata: @autoclosure () -> Logger.Metadata) {
        logger.debug(message, metadata: named(metadata()))
    }

    private func named(_ metadata: Logger.Metadata) -> Logger.Metadata {
        var metadata = metadata
        metadata["operation"] = "\(operation.rawValue)"
        return metadata
    }
}

// What a client tells of its attempts.

import Logging
import Metrics

/// Writes down each attempt of a call, each wait ahead of one, and why a call is given up: in the log, at the level
/// debug, and as metrics.
struct AttemptRecord: Sendable {
    let logger: Logger
    let operation: String
    let metrics: any MetricsFactory

    func wait(_ time: Duration) {
        guard time > .zero else { return }
        logger.debug("attempt waits", metadata: named(["wait": "\(time)"]))
        Timer(label: "apus_client_retry_wait", dimensions: dimensions(), factory: metrics).record(duration: time)
    }

    func success(attempt: Int, time: Duration) {
        logger.debug("attempt succeeded", metadata: named(["attempt": "\(attempt)"]))
        count("success", time)
    }

    func failure(_ error: CallError, attempt: Int, time: Duration) {
        logger.debug("attempt failed", metadata: named(["attempt": "\(attempt)", "error": "\(error)"]))
        count(error.code?.rawValue ?? error.caseName, time)
    }

    func end(_ error: CallError, because reason: String) {
        logger.debug("call is given up", metadata: named(["error": "\(error)", "reason": "\(reason)"]))
        Counter(label: "apus_client_calls_given_up", dimensions: dimensions(), factory: metrics).increment()
    }

    private func count(_ outcome: String, _ time: Duration) {
        let dimensions = dimensions([("outcome", outcome)])
        Timer(label: "apus_client_attempt", dimensions: dimensions, factory: metrics).record(duration: time)
    }

    private func dimensions(_ more: [(String, String)] = []) -> [(String, String)] {
        [("operation", operation)] + more
    }

    private func named(_ metadata: Logger.Metadata) -> Logger.Metadata {
        var metadata = metadata
        metadata["operation"] = "\(operation)"
        return metadata
    }
}

extension CallError {
    fileprivate var caseName: String {
        switch self {
        case .notSent: "not sent"
        case .refused: "refused"
        case .unreachable: "unreachable"
        case .unreadable: "unreadable"
        case .unsigned: "unsigned"
        }
    }
}

// What the server counts of its requests: how many there were, how they ended, and how long they took.

import ApusModel
import ApusWire
import Synchronization

/// Counts requests by their operation, from the start of the server.
///
/// Any thread may note and read. To note something takes one lock, that of the operation, and no memory.
final class RequestMetrics: Sendable {
    /// What has been counted of one operation.
    struct Figures: Sendable {
        fileprivate(set) var answeredCount = 0
        /// By the code of the error, where there was any.
        fileprivate(set) var refusedCounts: [ServiceError.Code: Int] = [:]
        fileprivate(set) var latencies = LatencyHistogram()
        /// Of entries of batches that were handed back.
        fileprivate(set) var unprocessedCount = 0
        /// The bodies of requests and of answers, as they went over the wire.
        fileprivate(set) var receivedBytes = 0
        fileprivate(set) var sentBytes = 0
    }

    private final class Counter: Sendable {
        let figures = Mutex(Figures())
    }

    private let counters = Dictionary(uniqueKeysWithValues: OperationName.allCases.map { ($0, Counter()) })
    private let unknown = Counter()

    /// Counts a request.
    ///
    /// - Parameters:
    ///   - operation: nil for a request that names none, or none that is served.
    ///   - outcome: the code of the error that it was answered with; nil for success.
    func note(_ operation: OperationName?, _ outcome: ServiceError.Code?, nanoseconds: UInt64) {
        counter(of: operation).figures.withLock { figures in
            if let outcome {
                figures.refusedCounts[outcome, default: 0] += 1
            } else {
                figures.answeredCount += 1
            }
            figures.latencies.note(nanoseconds: nanoseconds)
        }
    }

    /// Counts the bytes of a request's body and of its answer's.
    func noteBytes(_ operation: OperationName?, received: Int, sent: Int) {
        counter(of: operation).figures.withLock { figures in
            figures.receivedBytes += received
            figures.sentBytes += sent
        }
    }

    /// Counts the entries that one of the two batch operations has handed back.
    func noteUnprocessed(_ operation: OperationName, count: Int) {
        counter(of: operation).figures.withLock { $0.unprocessedCount += count }
    }

    /// What has been counted until now, all at the same moment.
    ///
    /// - Parameter operation: nil for the requests whose operation is not known.
    func figures(of operation: OperationName?) -> Figures {
        counter(of: operation).figures.withLock { $0 }
    }

    private func counter(of operation: OperationName?) -> Counter {
        operation.map { counters[$0]! } ?? unknown
    }
}

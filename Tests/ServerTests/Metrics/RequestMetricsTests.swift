// What is counted of requests.

import ApusModel
import ApusWire
import Testing

@testable import ApusServer

struct RequestMetricsTests {
    @Test func `requests are counted by operation and outcome`() {
        let metrics = RequestMetrics()

        metrics.note(.getItem, nil, nanoseconds: 30_000)
        metrics.note(.getItem, nil, nanoseconds: 60_000)
        metrics.note(.getItem, .provisionedThroughputExceeded, nanoseconds: 10_000)
        metrics.note(nil, .unknownOperation, nanoseconds: 1_000)
        metrics.noteBytes(.getItem, received: 100, sent: 5)
        metrics.noteBytes(.getItem, received: 200, sent: 6)
        metrics.noteUnprocessed(.batchGetItem, count: 7)

        let figures = metrics.figures(of: .getItem)
        #expect(figures.answeredCount == 2 && figures.refusedCounts == [.provisionedThroughputExceeded: 1])
        #expect(figures.latencies.counts.prefix(3) == [1, 1, 1] && figures.latencies.totalNanoseconds == 100_000)
        #expect(figures.receivedBytes == 300 && figures.sentBytes == 11)
        #expect(metrics.figures(of: nil).refusedCounts == [.unknownOperation: 1])
        #expect(metrics.figures(of: .batchGetItem).unprocessedCount == 7)
        #expect(metrics.figures(of: .putItem).latencies.totalCount == 0)
    }

    @Test func `nothing is lost when many note at once`() async {
        let metrics = RequestMetrics()
        let operations: [OperationName] = [.getItem, .putItem, .query]

        await withTaskGroup { group in
            for task in 0..<16 {
                group.addTask {
                    for number in 0..<3_000 {
                        let operation = operations[number % operations.count]
                        metrics.note(operation, task % 2 == 0 ? nil : .throttling, nanoseconds: UInt64(number))
                        metrics.noteBytes(operation, received: 2, sent: 1)
                        // Whoever reads meanwhile sees a request as a whole.
                        let figures = metrics.figures(of: operation)
                        let count = figures.answeredCount + (figures.refusedCounts[.throttling] ?? 0)
                        #expect(figures.latencies.totalCount == count)
                    }
                }
            }
        }

        for operation in operations {
            let figures = metrics.figures(of: operation)
            #expect(figures.answeredCount == 8_000 && figures.refusedCounts == [.throttling: 8_000])
            #expect(figures.receivedBytes == 32_000 && figures.sentBytes == 16_000)
        }
        let nanoseconds = operations.map { metrics.figures(of: $0).latencies.totalNanoseconds }.reduce(0, +)
        #expect(nanoseconds == 16 * 2_999 * 3_000 / 2)
    }
}

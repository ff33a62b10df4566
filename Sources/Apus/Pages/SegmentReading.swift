// Reads pages of segments side by side.

import ApusModel
import Synchronization

/// Reads single pages of a scan's segments, as it is told, and hands them over in the order in which they come in.
final class SegmentReading: Sendable {
    typealias Pages = AsyncStream<Result<SegmentPage, CallError>>

    private let client: DynamoDBClient
    private let input: ScanInput
    private let rate: Mutex<ScanRate?>
    private let arrivals: Pages.Continuation
    /// The page being read of each segment; nil once the reading has stopped.
    private let tasks = Mutex<[Int: Task<Void, Never>]?>([:])

    /// What is read arrives in the stream; when that is cancelled or let go of, the reading stops.
    static func begin(_ scan: ParallelScan) -> (SegmentReading, Pages) {
        let (pages, arrivals) = Pages.makeStream()
        let reading = SegmentReading(scan, arrivals)
        arrivals.onTermination = { _ in reading.stop() }
        return (reading, pages)
    }

    private init(_ scan: ParallelScan, _ arrivals: Pages.Continuation) {
        client = scan.client
        input = scan.segmentInput
        rate = Mutex(scan.rate)
        self.arrivals = arrivals
    }

    /// Begins to read one page of a segment, of which no other is being read.
    func read(_ segment: Int, from position: ScanPosition) {
        tasks.withLock { tasks in
            tasks?[segment] = Task { [self] in arrivals.yield(await page(of: segment, from: position)) }
        }
    }

    /// Breaks off what is being read, and reads no more.
    func stop() {
        let stopped = tasks.withLock { tasks in
            defer { tasks = nil }
            return tasks
        }
        for task in (stopped ?? [:]).values { task.cancel() }
    }

    private func page(of segment: Int, from position: ScanPosition) async -> Result<SegmentPage, CallError> {
        var input = input
        input.segment = segment
        if case .after(let key) = position { input.exclusiveStartKey = key }
        do throws(CallError) {
            let charged = try await turn()
            let output = try await client.scan(input)
            settle(output.consumedCapacity?.capacityUnits, charged: charged)
            return .success(SegmentPage(segment: segment, output: output))
        } catch {
            return .failure(error)
        }
    }

    /// Waits until the rate allows a page, and answers what it was charged.
    private func turn() async throws(CallError) -> Double {
        while !Task.isCancelled {
            switch rate.withLock({ $0?.turn(at: client.pacing.now()) }) {
            case nil: return 0
            case .begin(let charged): return charged
            case .wait(let time): await client.pacing.sleep(time)
            }
        }
        throw .notSent("the task was cancelled")
    }

    private func settle(_ units: Double?, charged: Double) {
        rate.withLock { $0?.settle(units, charged: charged, at: client.pacing.now()) }
    }
}

// A scan that reads several parts of a table at a time.

import ApusModel

/// The pages of a Scan in segments, in the order in which they come in; those of one segment are in order.
///
/// Of each segment one page is read ahead while others are dealt with, so no more pages are held than there are
/// segments. The first error ends it all. A loop that is left early, or whose task is cancelled, breaks off the reading.
///
/// A scan can be resumed from what its pages say of their positions:
///
///     var positions = ScanPositions(segments: 8)
///     for try await page in client.parallelScan(input, from: positions, readUnitsPerSecond: 100) {
///         try export(page.items)
///         positions.advance(past: page)
///     }
///
/// Going over the pages throws a `CallError` where a page has no answer or is refused, and when the task is cancelled.
public struct ParallelScan: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = SegmentPage

    let client: DynamoDBClient
    let input: ScanInput
    let positions: ScanPositions
    let readUnitsPerSecond: Double?

    /// The items, page by page.
    public var items: PageElements<ParallelScan, Item> {
        PageElements(self) { $0.items }
    }

    /// Begins where the positions say.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self)
    }

    /// What is asked of every segment.
    var segmentInput: ScanInput {
        var input = input
        input.totalSegments = positions.segments.count
        input.exclusiveStartKey = nil
        // The rate lives on what the answers tell of capacity.
        if readUnitsPerSecond != nil, input.returnConsumedCapacity != .indexes { input.returnConsumedCapacity = .total }
        return input
    }

    var rate: ScanRate? {
        readUnitsPerSecond.map {
            let expectedUnits = ScanRate.largestPageUnits(consistent: input.consistentRead ?? false)
            return ScanRate(unitsPerSecond: $0, expectedUnits: expectedUnits, at: client.pacing.now())
        }
    }

    /// Takes the pages as they come in.
    public struct Iterator: AsyncIteratorProtocol {
        private let reading: SegmentReading
        private var pages: SegmentReading.Pages.Iterator
        /// The segments to begin with; empty once they have begun.
        private var waiting: [(segment: Int, position: ScanPosition)]
        /// How many segments are not yet at their end.
        private var open: Int

        fileprivate init(_ scan: ParallelScan) {
            let (reading, pages) = SegmentReading.begin(scan)
            self.reading = reading
            self.pages = pages.makeAsyncIterator()
            waiting = scan.positions.segments.enumerated().filter { $0.element != .end }
                .map { (segment: $0.offset, position: $0.element) }
            open = waiting.count
        }

        /// The next page to come in; nil after the last one, and after an error.
        ///
        /// - Throws: `CallError` where a page has no answer or is refused, and when the task is cancelled.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(CallError) -> SegmentPage? {
            guard open > 0 else { return nil }
            for (segment, position) in waiting { reading.read(segment, from: position) }
            waiting = []
            let arrival = await pages.next(isolation: actor) ?? .failure(.notSent("the task was cancelled"))
            do throws(CallError) {
                return try take(arrival)
            } catch {
                open = 0
                reading.stop()
                throw error
            }
        }

        private mutating func take(_ arrival: Result<SegmentPage, CallError>) throws(CallError) -> SegmentPage {
            let page = try arrival.get()
            if page.position == .end {
                open -= 1
            } else {
                reading.read(page.segment, from: page.position)
            }
            return page
        }
    }
}

extension DynamoDBClient {
    /// Scans a table or an index, several segments at a time.
    ///
    /// - Parameters:
    ///   - input: what is asked of each segment. Its own segment and start key do not count.
    ///   - segments: how many there are, 1 to 1,000.
    ///   - readUnitsPerSecond: how many read units the pages may use each second, all in all; no limit when nil. A page
    ///     goes ahead where nothing is owed, and those behind it wait until it is paid for. Lower the input's limit where
    ///     pages of 1 MB, up to 128 units or twice that consistently read, are too large a step.
    public func parallelScan(
        _ input: ScanInput,
        segments: Int = 8,
        readUnitsPerSecond: Double? = nil
    ) -> ParallelScan {
        parallelScan(input, from: ScanPositions(segments: segments), readUnitsPerSecond: readUnitsPerSecond)
    }

    /// Goes on with a scan where a former one has come to.
    ///
    /// - Parameters:
    ///   - input: what is asked of each segment, the same as before.
    ///   - positions: how far each segment has been read.
    ///   - readUnitsPerSecond: how many read units the pages may use each second, all in all; no limit when nil.
    public func parallelScan(
        _ input: ScanInput,
        from positions: ScanPositions,
        readUnitsPerSecond: Double? = nil
    ) -> ParallelScan {
        precondition((readUnitsPerSecond ?? 1) > 0, "a rate is above zero")
        return ParallelScan(
            client: self,
            input: input,
            positions: positions,
            readUnitsPerSecond: readUnitsPerSecond
        )
    }
}

// A table that is scanned in segments, and notes what no scan may do.

import Foundation
import Synchronization

@testable import Apus

/// Answers each Scan with a page of its segment: so many items of an own number, and a key while there are more.
final class SegmentTransport: Transport {
    struct State {
        /// The requests so far.
        var requests = 0
        /// The segments of which a page is being read.
        var underWay: Set<Int> = []
        /// What a scan did that it must not do.
        var violations: [String] = []
    }

    /// How many pages each segment has.
    let pages: [Int]
    let unitsPerPage: Double
    /// The number of the request that is refused.
    let refused: Int?
    private let state = Mutex(State())

    init(pages: [Int], unitsPerPage: Double = 1, refused: Int? = nil) {
        self.pages = pages
        self.unitsPerPage = unitsPerPage
        self.refused = refused
    }

    var log: State { state.withLock { $0 } }

    func send(_ request: ClientRequest) async throws(TransportError) -> ClientAnswer {
        guard let asked = try? JSONDecoder().decode(AskedPage.self, from: Data(request.body)) else {
            throw TransportError("this is no Scan of a segment")
        }
        let number = state.withLock { state in
            if asked.TotalSegments != pages.count { state.violations.append("\(asked.TotalSegments) segments") }
            if !state.underWay.insert(asked.Segment).inserted { state.violations.append("two pages of one segment") }
            state.requests += 1
            return state.requests
        }
        // The answers of different segments come in any order.
        for _ in 0..<(asked.Segment * 7 + asked.page) % 5 { await Task.yield() }
        _ = state.withLock { $0.underWay.remove(asked.Segment) }
        if number == refused {
            return ClientAnswer(status: 400, body: Array(#"{"__type":"a#ValidationException"}"#.utf8))
        }
        return ClientAnswer(status: 200, body: Array(answer(asked).utf8))
    }

    /// Page 0 of every segment is empty.
    private func answer(_ asked: AskedPage) -> String {
        let page = asked.page
        let items = page == 0 ? "" : #"{"id":{"S":"\#(asked.Segment)-\#(page)"}}"#
        let isLast = page + 1 >= pages[asked.Segment]
        let key = isLast ? "" : #","LastEvaluatedKey":{"page":{"N":"\#(page)"}}"#
        return #"{"Items":[\#(items)],"ConsumedCapacity":{"CapacityUnits":\#(unitsPerPage)}\#(key)}"#
    }

    /// What all segments hold.
    var identifiers: Set<String> {
        Set(pages.enumerated().flatMap { segment, count in (1..<max(1, count)).map { "\(segment)-\($0)" } })
    }
}

private struct AskedPage: Decodable {
    let Segment: Int
    let TotalSegments: Int
    let ExclusiveStartKey: [String: [String: String]]?

    var page: Int { ExclusiveStartKey.flatMap { $0["page"]?["N"] }.flatMap { Int($0) }.map { $0 + 1 } ?? 0 }
}

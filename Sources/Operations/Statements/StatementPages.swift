// The pages that a SELECT reads one after another until its answer is full.

import ApusDatabase
import ApusModel
import ApusPartiQL
import ApusThroughput
import ApusWire

/// A SELECT that reads partitions in turn, or all items.
struct StatementPages: Sendable {
    private let read: StatementRead
    private let scopes: [PageRequest.Scope]
    private let limit: Int?
    private let isConsistent: Bool
    private let context: RequestContext

    /// - Precondition: the plan is not to read a single item.
    init(_ read: StatementRead, _ request: ExecuteStatementRequest, in context: RequestContext) {
        self.read = read
        scopes = read.plan.scope.pages
        limit = request.limit
        isConsistent = request.consistentRead ?? false
        self.context = context
    }

    /// What has been read, and where the next answer goes on; nil where nothing is left.
    struct Answer: Sendable {
        /// One JSON array for each page.
        fileprivate(set) var items: [[UInt8]] = []
        fileprivate(set) var consumed = ConsumedUnits()
        fileprivate(set) var next: NextToken?
        fileprivate var scannedCount = 0
        fileprivate var readBytes = 0
    }

    /// - Throws: a validation error where the token is about what this SELECT does not read.
    func run(
        from token: NextToken,
        completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) throws(ServiceError) {
        guard scopes.indices.contains(token.part) else {
            throw .validation("The provided starting key is invalid")
        }
        let start = try token.key.map { key throws(ServiceError) in try StartKey(key, of: read.source) }
        continueReading(token.part, from: start?.position, after: Answer(), completion)
    }

    /// Reads the next page and those behind it, for as long as there is room in the answer.
    private func continueReading(
        _ part: Int,
        from start: PagePosition?,
        after answer: Answer,
        _ completion: @escaping @Sendable (Result<Answer, any Error>) -> Void
    ) {
        page(part, from: start, after: answer).read(read.view, in: context) { result in
            var answer = answer
            do {
                answer.add(try result.get(), ofPart: part)
            } catch let error as ServiceError where error.isThrottling && !answer.items.isEmpty {
                // What has been paid for is not thrown away.
                answer.next = NextToken(part: part, key: nil)
            } catch {
                return completion(.failure(error))
            }
            guard answer.next == nil, part + 1 < scopes.count else { return completion(.success(answer)) }
            continueReading(part + 1, from: nil, after: answer, completion)
        }
    }

    private func page(_ part: Int, from start: PagePosition?, after answer: Answer) -> PageRequest {
        PageRequest(
            table: read.source.table,
            index: read.source.index,
            scope: scopes[part],
            start: start,
            limit: limit.map { $0 - answer.scannedCount },
            limitBytes: Limits.pageBytes - answer.readBytes,
            fetchesItems: read.view.fetchesItems,
            isConsistent: isConsistent,
            staleness: context.staleness,
            workPerItem: 1 + (read.view.filter?.operandCount ?? 0)
        )
    }
}

extension StatementPages.Answer {
    fileprivate mutating func add(_ page: ReadPage, ofPart part: Int) {
        items.append(page.items ?? [])
        consumed += page.end.consumed
        scannedCount += page.end.scannedCount
        readBytes += page.end.readBytes
        next = page.end.lastKey.map { NextToken(part: part, key: $0) }
    }

    /// All items as one JSON array.
    var joinedItems: [UInt8] {
        if items.count == 1 { return items[0] }
        let elements = items.map { $0.dropFirst().dropLast() }.filter { !$0.isEmpty }
        return [UInt8(ascii: "[")] + elements.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
    }
}

extension SelectPlan.Scope {
    fileprivate var pages: [PageRequest.Scope] {
        switch self {
        case .item: preconditionFailure("a single item is no page")
        case .partitions(let selections, let isForward): selections.map { .partition($0, isForward: isForward) }
        case .everything: [.segment(0, of: 1)]
        }
    }
}

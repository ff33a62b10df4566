// A Query or a Scan of a table or an index, page by page.

import ApusModel
import ApusWire

struct PageStep: HistoryStep {
    enum Scope: Sendable {
        case partition([PlainKeyCondition], isForward: Bool)
        case segment(Int, of: Int)
        case whole
    }

    let table: Int
    let index: PlainIndex?
    let scope: Scope
    var limit: Int?
    /// The value of `Select`; nil where the request does not have it.
    var select: String?
    var projection: [String]?
    var filter: PlainFilter?
    var isConsistent = false
    var capacity = CapacityChoice.absent
    /// After how many pages to leave the rest for later.
    var pages = Int.max
    /// Where to begin; nil for the beginning.
    var startKey: Item?

    func run(in world: inout HistoryWorld) async throws {
        let refusals = refusals(in: world.tables[table].shape)
        guard refusals.isEmpty else {
            return try await world.expectRefusal(
                of: operation,
                request(after: nil, in: world.tables[table].shape),
                as: refusals
            )
        }
        let order = try await wholeOrder(in: &world)
        try await readPages(along: order, in: &world)
    }

    /// Reads pages until nothing is left or enough were read; each must be the next stretch of the order.
    private func readPages(along order: [PlainEntry], in world: inout HistoryWorld) async throws {
        let shape = world.tables[table].shape
        var lastKey = startKey
        var starts = starts(after: startKey, in: order, of: shape)
        var pagesLeft = pages
        repeat {
            guard lastKey == nil || mayRestart else {
                return try await world.expectRefusal(
                    of: operation,
                    request(after: lastKey, in: shape),
                    as: [.mustNotRestart]
                )
            }
            let answer = try await world.answer(to: operation, request(after: lastKey, in: shape))
            let page = try firstMatch(of: answer, among: starts.map { expectedPage(of: order, from: $0, in: shape) })
            lastKey = page.lastKey
            starts = [page.end]
            pagesLeft -= 1
        } while lastKey != nil && pagesLeft > 0
        if let lastKey { world.keep(PageCursor(step: self, key: lastKey)) }
    }

    /// Where more than one page may come next, any will do; else the difference to the first is told.
    private func firstMatch(of answer: JSONTree, among pages: [PlainPage]) throws -> PlainPage {
        for page in pages.dropFirst() where (try? page.compare(with: answer)) != nil { return page }
        try pages[0].compare(with: answer)
        return pages[0]
    }

    // MARK: What the page is of

    var operation: OperationName {
        if case .partition = scope { .query } else { .scan }
    }

    var isForward: Bool {
        if case .partition(_, isForward: false) = scope { false } else { true }
    }

    var conditions: [PlainKeyCondition] {
        if case .partition(let conditions, _) = scope { conditions } else { [] }
    }

    /// The keys by which entries stand in their partitions.
    func keys(in shape: PlainShape) -> PlainKeys {
        index?.keys ?? shape.keys
    }

    /// Whether the answer has attributes that the local index lacks, so that the items are read from the table.
    func fetchesItems(in shape: PlainShape) -> Bool {
        guard let index, index.isLocal, !index.projectsAll else { return false }
        return select == "ALL_ATTRIBUTES" || unprojected(in: shape) != nil
    }

    /// A wanted attribute that the index does not hold.
    private func unprojected(in shape: PlainShape) -> String? {
        projection?.first { !shape.holds($0, in: index) }
    }

    /// A Query of a table that names one item cannot be gone on with.
    var mayRestart: Bool {
        guard index == nil, case .partition(let conditions, _) = scope else { return true }
        return PlainShape.all[table].keys.range.count == 1 && conditions.count { $0.isEquality } < 2
    }

    /// Why the request must be refused.
    private func refusals(in shape: PlainShape) -> [PlainRefusal] {
        guard let index else {
            guard select == "ALL_PROJECTED_ATTRIBUTES" else { return [] }
            return [PlainRefusal("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")]
        }
        guard !index.isLocal else { return [] }
        var refusals: [PlainRefusal] = []
        if isConsistent {
            refusals.append(PlainRefusal("Consistent reads are not supported on global secondary indexes"))
        }
        if select == "ALL_ATTRIBUTES", !index.projectsAll {
            refusals.append(
                PlainRefusal(
                    "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global "
                        + "secondary index \(index.name) because its projection type is not ALL"
                )
            )
        }
        if unprojected(in: shape) != nil {
            refusals.append(
                PlainRefusal(
                    "One or more parameter values were invalid: Global secondary index \(index.name) does not project ["
                )
            )
        }
        return refusals
    }
}

/// A page that ended before everything was read.
struct PageCursor: Sendable {
    let step: PageStep
    let key: Item
}

// Pages that begin after a key which another step has left, or which nobody has seen.

import ApusModel

/// Goes on with a page that was left unfinished; what lies between may have changed by now.
struct CursorStep: HistoryStep {
    let cursor: PageCursor

    init(_ cursor: PageCursor) {
        self.cursor = cursor
    }

    func run(in world: inout HistoryWorld) async throws {
        var step = cursor.step
        step.startKey = cursor.key
        try await step.run(in: &world)
    }
}

extension SeededGenerator {
    /// A page that begins after some key, whether or not there is such an entry; at the beginning, if none suits.
    mutating func startingAnywhere(_ page: PageStep, _ shape: PlainShape) -> PageStep {
        var page = page
        // A key that does not lie in the segment is refused.
        if case .segment = page.scope { return page }
        page.startKey = startKey(for: page, shape)
        return page
    }

    /// A key that satisfies the conditions of the page.
    private mutating func startKey(for page: PageStep, _ shape: PlainShape) -> Item? {
        var key = self.key(of: shape)
        for attribute in page.index?.keys.all ?? [] where !shape.keys.contains(attribute.name) {
            key[attribute.name] = keyValue(of: attribute)
        }
        for condition in page.conditions {
            if case .equal(let value) = condition.test { key[condition.name] = value }
        }
        return page.conditions.allSatisfy { $0.holds(for: key) } ? key : nil
    }
}

// What one page must hold.

import ApusModel

struct PlainPage {
    /// What the page shows; nil where only the number of items is wanted.
    let rows: [Item]?
    let count: Int
    let scannedCount: Int
    let lastKey: Item?
    let capacity: JSONTree?
    /// Where in the order the next page begins.
    let end: Int

    /// Throws where the answer is not this page.
    func compare(with answer: JSONTree) throws {
        try answer.expect("Count", .number(Double(count)))
        try answer.expect("ScannedCount", .number(Double(scannedCount)))
        try answer.expectItem("LastEvaluatedKey", lastKey)
        try answer.expect("ConsumedCapacity", capacity)
        try compareRows(with: answer)
        try answer.expectNothing(
            besides: ["Items", "Count", "ScannedCount", "LastEvaluatedKey", "ConsumedCapacity"]
        )
    }

    private func compareRows(with answer: JSONTree) throws {
        guard let rows else { return try answer.expect("Items", nil) }
        let found = try answer["Items"]?.elements.map { try $0.item() }
        guard found != rows else { return }
        throw Disagreement(
            "Items is \(answer["Items"]?.description ?? "absent"); expected \(rows.map { JSONTree($0) })"
        )
    }
}

extension PageStep {
    /// The page that begins at a position of the order.
    func expectedPage(of order: [PlainEntry], from start: Int, in shape: PlainShape) -> PlainPage {
        let read = order[start...].prefix(limit ?? .max)
        // A page that its limit has ended says so even if nothing is left.
        let endsByLimit = read.count == limit
        let fetches = fetchesItems(in: shape)
        let shown = read.map { fetches || index == nil ? $0.item : $0.attributes }
        let kept = shown.filter { filter?.holds(for: $0) ?? true }
        return PlainPage(
            rows: select == "COUNT" ? nil : kept.map { item in projection.map { item.restricted(to: $0) } ?? item },
            count: kept.count,
            scannedCount: read.count,
            lastKey: endsByLimit ? read.last.map { shape.positionKey(of: $0.item, in: index) } : nil,
            capacity: units(ofReading: read, fetchingItems: fetches).told(capacity, of: shape.tableName),
            end: start + read.count
        )
    }

    /// The page's sizes are rounded together, those of items that it fetches one by one.
    private func units(ofReading entries: ArraySlice<PlainEntry>, fetchingItems: Bool) -> PlainUnits {
        let bytes = entries.reduce(0) { $0 + $1.bytes }
        precondition(bytes < 1 << 20, "the items of a history fit into one page")
        var units = PlainUnits()
        units.add(PlainUnits.reading(bytes, isConsistent: isConsistent), to: index)
        guard fetchingItems else { return units }
        for entry in entries {
            units.table += PlainUnits.reading(PlainSize.bytes(of: entry.item), isConsistent: isConsistent)
        }
        return units
    }
}

// What writes tell of item collections.

import ApusModel

extension PlainShape {
    private static let smallest: JSONTree = .array([.number(0), .number(1)])

    /// Throws unless the collections told are those of these keys, each once; none, where there is no local index.
    func expect(_ told: [JSONTree], ofKeys keys: [Item]) throws {
        let hash = PlainKeys(hash: self.keys.hash, range: [])
        var expected: [Item] = []
        for partition in keys.map({ hash.attributes(of: $0) }) where !expected.contains(partition) {
            expected.append(partition)
        }
        if !indexes.contains(where: { $0.isLocal }) { expected = [] }
        for collection in told {
            guard let key = try collection["ItemCollectionKey"]?.item(),
                let position = expected.firstIndex(of: key)
            else { throw Disagreement("ItemCollectionMetrics has \(collection)") }
            expected.remove(at: position)
            try collection.expect("SizeEstimateRangeGB", Self.smallest)
            try collection.expectNothing(besides: ["ItemCollectionKey", "SizeEstimateRangeGB"])
        }
        guard let missing = expected.first else { return }
        throw Disagreement("ItemCollectionMetrics lacks \(JSONTree(missing))")
    }
}

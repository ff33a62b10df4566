// How large an item collection is, as answers tell it.

import ApusModel

/// The size of all items of one partition key value, with their entries in local secondary indexes.
package struct ItemCollectionMetrics: Equatable, Sendable {
    /// The partition key, under its name.
    package let key: Item
    /// The whole gigabytes between which the size lies.
    private let lowerGigabytes: Int

    private static let gigabyte = 1_073_741_824

    package init(key: Item, bytes: Int) {
        self.key = key
        lowerGigabytes = max(0, bytes) / Self.gigabyte
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("ItemCollectionKey")
            writer.attributes(key)
            writer.name("SizeEstimateRangeGB")
            writer.array { writer in
                writer.double(Double(lowerGigabytes))
                writer.double(Double(lowerGigabytes + 1))
            }
        }
    }
}

extension JSONWriter {
    /// Writes the member `ItemCollectionMetrics` of a batch or a transaction, by table; none where there are none.
    mutating func member(_ metrics: [(tableName: String, metrics: [ItemCollectionMetrics])]) {
        guard !metrics.isEmpty else { return }
        name("ItemCollectionMetrics")
        object { writer in
            for (tableName, metrics) in metrics {
                writer.name(tableName)
                writer.array { writer in metrics.forEach { $0.write(to: &writer) } }
            }
        }
    }
}

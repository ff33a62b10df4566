// One batch of reads as it goes over the wire and comes back.

import ApusModel
import ApusWire

/// The answer to a batch of reads: the items, the keys that were not read, and the units that were used.
struct ReadAnswer: Sendable {
    private(set) var items: [Item] = []
    private(set) var unprocessedKeys: [Item] = []
    /// Nil where the answer does not say.
    private(set) var units: Double?

    /// Whether another item might not have fitted: then keys may be unprocessed although the table is not short.
    var isCutShort: Bool {
        !unprocessedKeys.isEmpty
            && items.reduce(0) { $0 + $1.itemSize } + Limits.itemBytes >= Limits.batchGetBytes
    }

    init(items: [Item] = [], unprocessedKeys: [Item] = [], units: Double? = nil) {
        self.items = items
        self.unprocessedKeys = unprocessedKeys
        self.units = units
    }

    init(_ output: BatchGetItemOutput) {
        items = output.responses.values.flatMap(\.self)
        unprocessedKeys = output.unprocessedKeys.values.flatMap(\.keys)
        let units = output.consumedCapacity.compactMap(\.capacityUnits)
        self.units = units.isEmpty ? nil : units.reduce(0, +)
    }
}

/// The keys of a batch of reads, all of one table.
struct SentKeys: Sendable {
    let table: String
    let options: BatchGetOptions.Table
    let keys: [(number: Int, key: ItemKey, json: [UInt8])]
    /// The names of the attributes that make up a key: where keys differ in that, those of the first.
    let keySchema: KeySchema

    /// The body of the request.
    var body: [UInt8] {
        var writer = JSONWriter(reservingBytes: keys.reduce(512) { $0 + $1.json.count + 1 })
        writer.object { writer in
            writer.name("RequestItems")
            writer.object { writer in
                writer.name(table)
                writer.object { write(to: &$0) }
            }
            writer.name("ReturnConsumedCapacity")
            writer.string("TOTAL")
        }
        return writer.bytes
    }

    private func write(to writer: inout JSONWriter) {
        writer.name("Keys")
        writer.array { writer in keys.forEach { writer.value($0.json) } }
        if options.isConsistent {
            writer.name("ConsistentRead")
            writer.bool(true)
        }
        guard let names = projectedNames else { return }
        writer.name("ProjectionExpression")
        writer.string(names.indices.map { "#a\($0)" }.joined(separator: ","))
        writer.name("ExpressionAttributeNames")
        writer.object { writer in
            for (place, name) in names.enumerated() {
                writer.name("#a\(place)")
                writer.string(name)
            }
        }
    }

    // The key attributes are among them: they tell which key an item answers.
    private var projectedNames: [String]? {
        options.attributes.map { names in
            names.filter { !keySchema.contains($0) } + keySchema.attributes.map(\.name)
        }
    }

    /// The numbers of the keys that attributes stand for; nil where one was not sent.
    func numbers(of attributes: [AttributeMap]) -> [Int]? {
        if attributes.isEmpty { return [] }
        let numbers = Dictionary(keys.map { ($0.key, $0.number) }) { first, _ in first }
        let found = attributes.compactMap { map in
            (try? ItemKey(of: map, schema: keySchema)).flatMap { numbers[$0] }
        }
        return found.count == attributes.count ? found : nil
    }
}

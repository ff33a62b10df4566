// One batch of writes as it goes over the wire and comes back.

import ApusModel
import ApusWire

/// The changes of a batch: their numbers, and the JSON of each.
struct SentBatch: Sendable {
    let table: String
    let keySchema: KeySchema
    let changes: [(number: Int, attributes: AttributeMap, json: [UInt8])]

    /// The body of the request.
    var body: [UInt8] {
        let bytes = changes.reduce(table.utf8.count + 96) { $0 + $1.json.count + 1 }
        var writer = JSONWriter(reservingBytes: bytes)
        writer.object { writer in
            writer.name("RequestItems")
            writer.object { writer in
                writer.name(table)
                writer.array { writer in changes.forEach { writer.value($0.json) } }
            }
            writer.name("ReturnConsumedCapacity")
            writer.string("TOTAL")
        }
        return writer.bytes
    }

    /// The numbers of the changes that an answer says were not processed.
    ///
    /// Nil when it names a change that the batch does not have: then nothing that it says can be trusted.
    func unprocessed(in answer: BatchWriteItemOutput) -> Set<Int>? {
        let requests = answer.unprocessedItems.values.joined()
        if requests.isEmpty { return [] }
        var numbers: [ItemKey: Int] = [:]
        for change in changes {
            if let key = try? ItemKey(of: change.attributes, schema: keySchema) { numbers[key] = change.number }
        }
        var unprocessed: Set<Int> = []
        for request in requests {
            guard let attributes = request.putRequest?.item ?? request.deleteRequest?.key,
                let key = try? ItemKey(of: attributes, schema: keySchema),
                let number = numbers[key]
            else { return nil }
            unprocessed.insert(number)
        }
        return unprocessed
    }

    /// The units that an answer says were used, if it does.
    static func units(in answer: BatchWriteItemOutput) -> Double? {
        let units = answer.consumedCapacity.compactMap(\.capacityUnits)
        return units.isEmpty ? nil : units.reduce(0, +)
    }
}

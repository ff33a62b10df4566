// One batch as it goes over the wire and comes back.

import ApusModel
import ApusWire

/// The changes of a batch: their numbers, their keys, each of which stands once, and their JSON.
struct SentBatch: Sendable {
    let table: BatchTable
    let changes: [(number: Int, key: ItemKey, json: [UInt8])]

    /// The body of the request.
    var body: [UInt8] {
        let bytes = changes.reduce(table.name.utf8.count + 64) { $0 + $1.json.count + 1 }
        var writer = JSONWriter(reservingBytes: bytes)
        writer.object { writer in
            writer.name("RequestItems")
            writer.object { writer in
                writer.name(table.name)
                writer.array { writer in changes.forEach { writer.value($0.json) } }
            }
        }
        return writer.bytes
    }

    /// The numbers of the changes that an answer says were not processed.
    ///
    /// - Throws: when it names a change that the batch does not have: then nothing that it says can be trusted.
    func unprocessed(in answer: BatchWriteItemOutput) throws(CallError) -> Set<Int> {
        var unprocessed: Set<Int> = []
        for request in answer.unprocessedItems.values.joined() {
            guard let attributes = request.putRequest?.item ?? request.deleteRequest?.key,
                let key = try? ItemKey(of: attributes, schema: table.keySchema),
                let change = changes.first(where: { $0.key == key })
            else { throw .unreadable("it names an item that was not in the batch") }
            unprocessed.insert(change.number)
        }
        return unprocessed
    }
}
